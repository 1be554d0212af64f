"""One item of the status line: an icon, words and a key cap; a button when something can be done with it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Role, Theme, paint_icon

from .keycap import keycap_size, paint_keycap
from .painted import rounded, smooth

_ICON, _GAP, _AIR = 16, 6, 2


class StatusItem(QAbstractButton):
    """Only an item that does something is a Tab stop."""

    ring_radius = 5.0

    def __init__(
        self, theme: Theme, icon: str, text: str, keys: str = "", *, act: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon = ""
        self._keys = ""
        self._acts = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(icon, text, keys, act=act)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, icon: str, text: str, keys: str = "", *, act: bool = False) -> bool:
        """False when nothing changed."""
        if (icon, text, keys, act) == (self._icon, self.text(), self._keys, self._acts):
            return False
        self._icon, self._keys, self._acts = icon, keys, act
        self.setText(text)
        self.setAccessibleName(f"{text} ({keys})" if keys else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if act else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not act)
        self.setCursor(Qt.CursorShape.PointingHandCursor if act else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()
        return True

    def sizeHint(self) -> QSize:
        metrics = self.theme.metrics(Role.CAPTION)
        width = self.theme.px(_ICON) + _GAP + metrics.horizontalAdvance(self.text()) + 2
        if self._keys:
            width += keycap_size(self.theme, self._keys).width() + _GAP
        return QSize(width, keycap_size(self.theme, "X").height() + _AIR)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_ICON), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        colour = self.theme.colour
        if self._acts and (self.underMouse() or self.isDown()):
            rounded(painter, self.rect(), 5, colour("sunk"))
        icon = self.theme.px(_ICON)
        tone = "ok" if self._icon == "check" else "ink2"
        paint_icon(painter, self._icon, QRect(0, 0, icon, self.height()), QColor(colour(tone)))
        metrics = self.theme.metrics(Role.CAPTION)
        cap = keycap_size(self.theme, self._keys).width() + _GAP if self._keys else 0
        room = self.width() - icon - _GAP - cap
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(self.theme.font(Role.CAPTION))
        painter.setPen(colour("ink2"))
        painter.drawText(QRect(icon + _GAP, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self._keys:
            where = QRect(self.width() - cap + _GAP, 0, cap - _GAP, self.height())
            paint_keycap(painter, self.theme, where, self._keys, colour("ink2"), colour("line"), colour("surface"))
