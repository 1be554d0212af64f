"""The marks that stand on stairs: the figure (no face, sex, age or colour but the step's) and the pennant."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mentorapp.domain.geometry import pennant

_HEAD, _BODY_WIDTH, _BODY_HEIGHT = 4.5, 5.0, 10.0


def paint_figure(painter: QPainter, foot: QPointF, colour: QColor, scale: float) -> None:
    """A circle over a short body that stands at `foot`."""
    head, wide, high = _HEAD * scale, _BODY_WIDTH * scale, _BODY_HEIGHT * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(foot.x() - wide / 2, foot.y() - high, wide, high))
    painter.drawEllipse(QPointF(foot.x(), foot.y() - high - head), head, head)


def paint_pennant(painter: QPainter, foot: QPointF, colour: QColor, scale: float) -> None:
    """A pole with a flag over the goal, outlined: it is not reached yet, and does not shout."""
    wide, high = 15 * scale, 22 * scale
    pole, flag = pennant()
    painter.setPen(QPen(colour, 1.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = [QPointF(foot.x() + p.x * wide, foot.y() - p.y * high) for p in (*pole, *flag)]
    painter.drawLine(at[0], at[1])
    painter.drawPolygon(QPolygonF(at[2:]))
