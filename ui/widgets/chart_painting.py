"""Shapes and strokes of the charts, and the way from the unit box to the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mentorapp.domain.charts import Voice
from mentorapp.domain.geometry import Box, Point
from ui.theme import Theme

TONES = {Voice.OWN: "primary", Voice.OTHER: "rust", Voice.PRIVATE: "heather", Voice.EARLIER: "ink2"}
_RADIUS, _NEWEST, _DIAMOND, _SQUARE, _TICK, _MISSING = 5.5, 7.0, 6.5, 4.5, 6.0, 4.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the unit box lies on the widget; y is turned."""

    rect: QRectF

    def at(self, point: Point) -> QPointF:
        return QPointF(
            self.rect.left() + point.x * self.rect.width(), self.rect.bottom() - point.y * self.rect.height()
        )

    def stroke(self, points: tuple[Point, ...]) -> QPolygonF:
        return QPolygonF([self.at(point) for point in points])

    def box(self, box: Box) -> QRectF:
        return QRectF(self.at(Point(box.x, box.top)), self.at(Point(box.right, box.y)))


def chart_pen(theme: Theme, token: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    """A pen that grows with the text; `dashes` in pixels at 100 %."""
    pen = QPen(theme.colour(token), max(1.0, width * theme.scale))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern([dash / width for dash in dashes])
    return pen


def paint_voice(
    painter: QPainter, theme: Theme, at: QPointF, voice: Voice, newest: bool = False, size: float = 1.0
) -> None:
    """The shape of a voice: circle, diamond, hollow square, short tick. The newest of the own circles is hollow.

    `size` makes it smaller where points lie close.
    """
    scale, surface = theme.scale * size, theme.colour("surface")
    if voice is Voice.OWN and newest:
        ring(painter, at, (_NEWEST - 1.4) * scale, chart_pen(theme, "primary", 2.8), surface)
    elif voice is Voice.OWN:
        ring(painter, at, _RADIUS * scale, chart_pen(theme, "primary", 1), theme.colour("primary"))
    elif voice is Voice.OTHER:
        painter.setPen(chart_pen(theme, "rust", 2.25))
        painter.setBrush(surface)
        half = _DIAMOND * scale
        ways = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([at + way for way in ways]))
    elif voice is Voice.PRIVATE:
        painter.setPen(chart_pen(theme, "heather", 1.75))
        painter.setBrush(surface)
        half = _SQUARE * scale
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
    else:
        painter.setPen(chart_pen(theme, "ink2", 1.6))
        painter.drawLine(at - QPointF(0, _TICK * scale), at + QPointF(0, _TICK * scale))


def paint_missing(painter: QPainter, theme: Theme, at: QPointF) -> None:
    ring(painter, at, _MISSING * theme.scale, chart_pen(theme, "ink2", 1.5), theme.colour("surface"))


def ring(painter: QPainter, at: QPointF, radius: float, pen: QPen, fill: QColor) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawEllipse(at, radius, radius)
