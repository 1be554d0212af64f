"""A line to type in, with an icon before and a key cap after when asked for; the style sheet draws its box.

`Line(theme, placeholder="", *, icon=None, keys="", pill=False, large=False)` is a QLineEdit with its signals.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme import Role, Theme, paint_icon

from .keycap import keycap_size, paint_keycap
from .painted import smooth

_ICON, _GAP, _SIDE, _RADIUS = 18, 9, 12, 7


class Line(QLineEdit):
    """A field always shows where the focus is, whether it came by key or by mouse."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        *,
        icon: str | None = None,
        keys: str = "",
        pill: bool = False,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon = icon
        self._keys = keys
        self._pill = pill
        self._room = 0
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if pill:
            self.setProperty("pill", "true")
        if large:
            self.setProperty("large", "true")
            self.setFont(theme.font(Role.SECTION, False))
        self._large = large
        theme.changed.connect(self._on_theme_changed)
        self._make_room()

    @property
    def ring_radius(self) -> float:
        return self.height() / 2 if self._pill else _RADIUS

    def set_icon(self, icon: str | None) -> None:
        self._icon = icon
        self._make_room()
        self.update()

    def reserve(self, width: int) -> None:
        """Keeps so many pixels free at the right, for a button that lies in the field."""
        self._room = width
        self._make_room()

    def icon_rect(self) -> QRect:
        """Where the icon is drawn, so that a click on it can be known."""
        side = self.theme.px(_ICON)
        return QRect(_SIDE, 0, side, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._icon or self._keys):
            return
        painter = smooth(self)
        colour = self.theme.colour
        if self._icon:
            paint_icon(painter, self._icon, self.icon_rect(), colour("ink2"))
        if self._shows_keys():
            size = keycap_size(self.theme, self._keys)
            where = QRect(self.width() - size.width() - _SIDE, 0, size.width(), self.height())
            paint_keycap(painter, self.theme, where, self._keys, colour("ink2"), colour("line"), colour("surface"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _shows_keys(self) -> bool:
        """The cap gives way when the field is narrow or holds something."""
        return bool(self._keys) and not self.text() and self.width() > self.theme.px(170)

    def _make_room(self) -> None:
        left = self.theme.px(_ICON) + _GAP if self._icon else 0
        right = keycap_size(self.theme, self._keys).width() + _GAP if self._keys else 0
        self.setTextMargins(left, 0, max(right, self._room), 0)

    def _on_theme_changed(self) -> None:
        if self._large:
            self.setFont(self.theme.font(Role.SECTION, False))
        self._make_room()
        self.updateGeometry()
        self.update()
