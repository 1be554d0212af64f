"""How much has been asked about, as a ring that never has to be full: 7 av 20."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Theme
from ui.widgets.painted import Painted, smooth

_SIDE, _STROKE = 34, 5
_WHOLE = 360 * 16
_TOP = 90 * 16


class ProgressRing(Painted):
    """The words stand beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._share = 0.0

    def set_progress(self, done: int, count: int, words: str) -> None:
        self._share = done / count if count else 0.0
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        side, stroke = self.theme.px(_SIDE), self.theme.px(_STROKE)
        box = QRectF(0, (self.height() - side) / 2, side, side).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setPen(QPen(self.theme.colour("edge"), 1.3))
        painter.drawEllipse(box)
        pen = QPen(self.theme.colour("primary"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share:
            painter.drawArc(box, _TOP, -round(_WHOLE * self._share))
