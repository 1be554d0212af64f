"""Our buttons: normal, primary, quiet and pill, painted so that shape and icon follow text size and palette.

`Button(theme, text, icon=None, *, kind=Kind.NORMAL, size=Size.NORMAL, keys="", trailing="", name="", checkable=False)`;
signals are those of QPushButton (`clicked`, `toggled`).
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import DISABLED, Role, Theme, mix, paint_icon

from .keycap import keycap_size, paint_keycap
from .painted import rounded, smooth
from .reader_press import ReaderPress


class Kind(StrEnum):
    """PRIMARY is the one thing to do here; QUIET looks like a link; PILL is a filter or a choice."""

    NORMAL = "normal"
    PRIMARY = "primary"
    QUIET = "quiet"
    PILL = "pill"


@dataclass(frozen=True, slots=True)
class _Measures:
    role: Role
    air: int  # above and below the line of text together
    side: int
    icon: int


class Size(Enum):
    """ROW in rows of a card, RAIL on the rail, LARGE on the unlock page."""

    ROW = _Measures(Role.SMALL, 12, 13, 18)
    NORMAL = _Measures(Role.BODY, 15, 14, 18)
    RAIL = _Measures(Role.BODY, 19, 14, 19)
    LARGE = _Measures(Role.SECTION, 24, 16, 20)


_PILL = _Measures(Role.BODY, 11, 13, 18)
_GAP = 9
_RADIUS = 7


@dataclass(frozen=True, slots=True)
class _Look:
    ink: QColor
    ground: QColor | None
    edge: QColor | None
    bold: bool


class Button(ReaderPress, QPushButton):
    """With an icon only, `name` is what it is called for those who do not see it, and its tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: str | None = None,
        *,
        kind: Kind = Kind.NORMAL,
        size: Size = Size.NORMAL,
        keys: str = "",
        trailing: str = "",
        name: str = "",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._icon = icon
        self._kind = kind
        self._measures = _PILL if kind is Kind.PILL else size.value
        self._keys = keys
        self._trailing = trailing
        self._icon_only = not text
        self._reason: str | None = None
        self._name = name or text
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._name)
        self._set_tip()
        theme.changed.connect(self._on_theme_changed)
        self.press_for_reader()

    @property
    def ring_radius(self) -> float:
        """Of the control itself; the focus ring adds its own gap."""
        return self.height() / 2 if self._kind is Kind.PILL else _RADIUS

    def set_text(self, text: str) -> None:
        """New words on the button, which are its name too."""
        self._name = text
        self.setText(text)
        self.setAccessibleName(text)
        self._set_tip()
        self.updateGeometry()

    def set_icon(self, icon: str | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """PRIMARY and NORMAL change places when another act becomes the next one; a pill stays a pill."""
        self._kind = kind
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does, but in a row that Enter opens."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat() and not self._lies_in_a_row():
            self.click()
        else:
            super().keyPressEvent(event)

    def _lies_in_a_row(self) -> bool:
        above = self.parentWidget()
        while above is not None and not getattr(above, "enter_opens", False):
            above = above.parentWidget()
        return above is not None

    def set_icon_only(self, icon_only: bool) -> None:
        """In a narrow window the words give way to the icon; name and tooltip remain."""
        if self._icon is not None and icon_only != self._icon_only:
            self._icon_only = icon_only
            self._set_tip()
            self.updateGeometry()
            self.update()

    def set_blocked(self, reason: str | None) -> None:
        """Disables the button and says why in its tooltip and description; None opens it again."""
        self._reason = reason
        self.setEnabled(reason is None)
        self.setAccessibleDescription(reason or "")
        self._set_tip()

    def sizeHint(self) -> QSize:
        m = self._measures
        metrics = self.theme.metrics(m.role, self._boldest())
        height = metrics.height() + m.air
        if self._icon_only:
            return QSize(height, height)
        width = 2 * m.side + metrics.horizontalAdvance(self.text())
        if self._icon:
            width += self.theme.px(m.icon) + _GAP
        if self._trailing:
            width += self.theme.px(m.icon) + _GAP
        if self._keys:
            width += keycap_size(self.theme, self._keys).width() + _GAP
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.theme.px(96)), hint.height())

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        look = self._look(active=self.isDown() or self.underMouse())
        radius = self.height() / 2 if self._kind is Kind.PILL else _RADIUS
        rounded(painter, self.rect(), radius, look.ground, look.edge, self.theme.border)
        self._paint_content(painter, look)

    def _boldest(self) -> bool:
        """Room for the bold weight where the button may become bold, so that nothing moves when it does."""
        return self._kind is Kind.PRIMARY or (self.isCheckable() and self._kind is Kind.PILL)

    def _paint_content(self, painter: QPainter, look: _Look) -> None:
        m = self._measures
        icon = self.theme.px(m.icon)
        if self._icon_only:
            if self._icon:
                paint_icon(painter, self._icon, _middle(self.rect(), icon), look.ink)
            return
        metrics = self.theme.metrics(m.role, look.bold)
        extra = (icon + _GAP if self._icon else 0) + (icon + _GAP if self._trailing else 0)
        cap = keycap_size(self.theme, self._keys).width() + _GAP if self._keys else 0
        room = self.width() - 2 * min(m.side, 8) - extra - cap
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        x = max(8, (self.width() - width - extra - cap) // 2)
        if self._measures is Size.RAIL.value:
            x = m.side
        if self._icon:
            paint_icon(painter, self._icon, QRect(x, 0, icon, self.height()), look.ink)
            x += icon + _GAP
        painter.setFont(self.theme.font(m.role, look.bold))
        painter.setPen(look.ink)
        painter.drawText(QRect(x, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        x += width + _GAP
        if self._trailing:
            paint_icon(painter, self._trailing, QRect(x, 0, icon, self.height()), look.ink)
            x += icon + _GAP
        if self._keys:
            where = QRect(x, 0, cap - _GAP, self.height())
            paint_keycap(painter, self.theme, where, self._keys, look.ink, look.ink, None)

    def _look(self, active: bool) -> _Look:
        tokens, colour = self.theme.tokens, self.theme.colour
        filled = self._kind is Kind.PRIMARY or (self._kind is Kind.PILL and self.isChecked())
        if not self.isEnabled():
            pale = mix(tokens.ink2, tokens.surface, DISABLED)
            ground = None if self._kind is Kind.QUIET else colour("surface")
            return _Look(pale, ground, None if self._kind is Kind.QUIET else colour("edge"), filled)
        if filled:
            ground = colour("primary2") if active else colour("primary")
            return _Look(colour("onprimary"), ground, ground, True)
        if self._kind is Kind.QUIET:
            return _Look(colour("primary"), colour("sunk") if active else None, None, False)
        return _Look(colour("ink"), colour("sunk") if active else colour("surface"), colour("edge"), False)

    def _set_tip(self) -> None:
        named = f"{self._name} ({self._keys})" if self._keys else self._name
        self.setToolTip(self._reason or (named if self._icon_only else ""))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _middle(rect: QRect, side: int) -> QRect:
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    return square
