"""The mark of the program: a stair and a low sun in a rounded square."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

from .painted import Painted, smooth

_STAIR = ((7, 24), (12, 24), (12, 19), (17, 19), (17, 14), (22, 14), (22, 9), (26, 9))


def paint_mark(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Fills the square `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 32, rect.height() / 32)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(QRectF(0, 0, 32, 32), 8, 8)
    stroke = QPen(theme.colour("onprimary"), 2.6)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(stroke)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in _STAIR]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sun"))
    painter.drawEllipse(QPointF(10, 12), 2.6, 2.6)
    painter.restore()


class Mark(Painted):
    """Decoration: the name of the program stands beside it."""

    def __init__(self, theme: Theme, side: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._side = side

    def sizeHint(self) -> QSize:
        side = self.theme.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        side = min(self.width(), self.height())
        paint_mark(smooth(self), self.theme, QRectF(0, (self.height() - side) / 2, side, side))
