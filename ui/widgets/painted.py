"""What all our painters share: the theme, a repaint when it changes, and rounded shapes with crisp borders."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme


class Painted(QWidget):
    """A widget that paints itself from the theme. Subclasses give `sizeHint` from metrics and `paintEvent`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def smooth(widget: QWidget) -> QPainter:
    """A painter on the widget with soft edges. The caller ends it (or lets it go at the end of paintEvent)."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded box; the border lies wholly inside `rect`, so that it stays one pixel wide on the pixel grid."""
    box = QRectF(rect)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(border, width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        half = width / 2
        box.adjust(half, half, -half, -half)
        radius = max(0.0, radius - half)
    radius = min(radius, box.width() / 2, box.height() / 2)
    painter.drawRoundedRect(box, radius, radius)


def row_path(rect: QRectF, radius: float, top: bool, bottom: bool) -> QPainterPath:
    """The ground of a row in a card: its upper corners are round when it is the first, its lower when the last."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if not top:
        path.addRect(QRectF(rect.left(), rect.top(), rect.width(), rect.height() / 2))
    if not bottom:
        path.addRect(QRectF(rect.left(), rect.center().y(), rect.width(), rect.height() / 2))
    return path.simplified()


def hatch(painter: QPainter, rect: QRectF, colour: QColor, spacing: float, width: float = 1.2) -> None:
    """Lines at 45° every `spacing` pixels, clipped to `rect`: the mark that works without colour."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, width))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += spacing
    painter.restore()
