"""Chips: a word with its icon on the tint of its family, or dotted and hatched where a mark beyond colour is needed.

`Chip(theme, text, icon=None, family=Family.SLATE, *, dotted=False, hatched=False)` only shows;
`ChipButton(...)` with the same arguments is pressed (signal `clicked`). `paint_chip` and `chip_size` serve delegates.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Family, Role, Theme, paint_icon, shades

from .painted import Painted, hatch, rounded, smooth

_SIDE, _GAP, _AIR, _ICON = 10, 7, 6, 15
_HATCHED = 8


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows; frozen, so that it can be a value in a table model."""

    text: str
    icon: str | None = None
    family: Family = Family.SLATE
    dotted: bool = False
    hatched: bool = False
    description: str = ""


def chip_size(theme: Theme, look: ChipLook) -> QSize:
    metrics = theme.metrics(Role.SMALL)
    width = 2 * _SIDE + metrics.horizontalAdvance(look.text)
    if look.icon:
        width += theme.px(_ICON) + _GAP
    if look.hatched:
        width += _HATCHED
    return QSize(width, metrics.height() + _AIR)


def paint_chip(painter: QPainter, theme: Theme, rect: QRect, look: ChipLook, pressed: bool = False) -> None:
    """Fills `rect`; words that do not fit end in an ellipsis."""
    colours = shades(theme.tokens, look.family)
    radius = rect.height() / 2
    border = colours.border or (colours.strong if look.dotted or pressed else None)
    rounded(painter, rect, radius, colours.tint, border, 1.0, dashed=look.dotted)
    x = rect.x() + _SIDE
    if look.hatched:
        _hatched_edge(painter, theme, rect, look)
        x += _HATCHED
    if look.icon:
        icon = theme.px(_ICON)
        paint_icon(painter, look.icon, QRect(x, rect.y(), icon, rect.height()), colours.strong)
        x += icon + _GAP
    metrics = theme.metrics(Role.SMALL)
    room = rect.right() - _SIDE + 1 - x
    painter.setFont(theme.font(Role.SMALL))
    painter.setPen(colours.strong)
    text = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, room + 1)
    painter.drawText(QRect(x, rect.y(), room + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)


def _hatched_edge(painter: QPainter, theme: Theme, rect: QRect, look: ChipLook) -> None:
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    painter.setClipPath(path)
    strong = shades(theme.tokens, look.family).strong
    hatch(painter, QRectF(rect.x(), rect.y(), _SIDE + 3, rect.height()), strong, 4, 1.0)
    painter.restore()


class Chip(Painted):
    """Not a Tab stop: it says something about what it stands beside."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str | None = None,
        family: Family = Family.SLATE,
        *,
        dotted: bool = False,
        hatched: bool = False,
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._look = ChipLook(text, icon, family, dotted, hatched, description)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def look(self) -> ChipLook:
        return self._look

    def set_look(self, look: ChipLook) -> None:
        self._look = look
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.theme, self._look)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.theme.px(80)), hint.height())

    def paintEvent(self, _event: object) -> None:
        paint_chip(smooth(self), self.theme, self.rect(), self._look)

    def _name(self) -> None:
        self.setAccessibleName(self._look.text)
        self.setAccessibleDescription(self._look.description)
        self.setToolTip(self._look.description)


class ChipButton(QPushButton):
    """A chip that does something when pressed, such as adding a box for its class."""

    def __init__(self, theme: Theme, look: ChipLook, parent: QWidget | None = None) -> None:
        super().__init__(look.text, parent)
        self.theme = theme
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_look(look)
        theme.changed.connect(self.updateGeometry)

    def set_look(self, look: ChipLook) -> None:
        self.look = look
        self.setText(look.text)
        self.setAccessibleName(look.text)
        self.setAccessibleDescription(look.description)
        self.setToolTip(look.description)
        self.updateGeometry()
        self.update()

    @property
    def ring_radius(self) -> float:
        return self.height() / 2

    def sizeHint(self) -> QSize:
        return chip_size(self.theme, self.look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        pressed = self.isDown() or self.underMouse()
        paint_chip(smooth(self), self.theme, self.rect(), self.look, pressed)
