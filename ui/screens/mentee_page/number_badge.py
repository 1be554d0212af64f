"""The number of a goal in a soft ring; decoration, since the card's name says it too."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Role, Theme
from ui.widgets.painted import Painted, rounded, smooth

_SIDE = 26


class NumberBadge(Painted):
    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int) -> None:
        self._number = number
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        border = self.theme.colour("primary") if self.theme.high_contrast else None
        ring = QRect(0, 0, self.width(), self.height())
        rounded(painter, ring, ring.height() / 2, self.theme.colour("soft"), border)
        painter.setFont(self.theme.font(Role.SMALL, True))
        painter.setPen(self.theme.colour("primary"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
