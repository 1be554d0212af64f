"""The small square before a row: an icon on the tint of its family, or a person's initial in a ring."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import Family, Role, Theme, mix, paint_icon, shades

from .painted import Painted, rounded, smooth

_SIDE, _ICON, _RADIUS = 34, 20, 9


def tile_side(theme: Theme) -> int:
    return theme.px(_SIDE)


def paint_tile(painter: QPainter, theme: Theme, rect: QRect, icon: str, family: Family, raised: bool = False) -> None:
    """`raised` puts the tile on `surface`, for rows that stand on a tint of the same family."""
    colours = shades(theme.tokens, family)
    ground = theme.colour("surface") if raised else colours.tint
    rounded(painter, rect, _RADIUS, ground, colours.border)
    side = round(rect.height() * _ICON / _SIDE)
    inner = QRect(0, 0, side, side)
    inner.moveCenter(rect.center())
    paint_icon(painter, icon, inner, colours.strong)


def paint_initial(painter: QPainter, theme: Theme, rect: QRect, letter: str) -> None:
    """A ring with one letter. Never a photograph, and the same colour for everybody."""
    edge = theme.colour("ink") if theme.high_contrast else mix(theme.tokens.ink2, theme.tokens.sunk, 0.25)
    rounded(painter, rect, rect.height() / 2, theme.colour("sunk"), edge)
    role = Role.BODY if rect.height() >= theme.px(38) else Role.CAPTION
    painter.setFont(theme.font(role, True))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)


class Tile(Painted):
    """An icon tile, or with `letter` an initial; decoration, since the row beside says who and what."""

    def __init__(
        self,
        theme: Theme,
        icon: str = "",
        family: Family = Family.PLAIN,
        *,
        letter: str = "",
        side: int = _SIDE,
        raised: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon, self._family, self._letter, self._side, self._raised = icon, family, letter, side, raised

    def set_icon(self, icon: str, family: Family) -> None:
        self._icon, self._family, self._letter = icon, family, ""
        self.update()

    def set_letter(self, letter: str) -> None:
        self._letter = letter
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        side = self.theme.px(self._side)
        square = QRect(0, 0, side, side)
        square.moveCenter(self.rect().center())
        if self._letter:
            paint_initial(painter, self.theme, square, self._letter)
        else:
            paint_tile(painter, self.theme, square, self._icon, self._family, self._raised)
