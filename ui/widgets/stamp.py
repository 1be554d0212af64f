"""What looks the same in row after row - tiles, chips, small stairs - is painted once and then only copied."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.theme import Theme

_MOST = 500


def stamp(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    look: tuple[object, ...],
    draw: Callable[[QPainter, QRect], None],
) -> None:
    """`look` is all that the drawing depends on beside its size; `draw` paints it into a rectangle at the origin."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    key = (*look, rect.width(), rect.height(), ratio)
    pixmap = theme.drawn.get(key)
    if pixmap is None:
        if len(theme.drawn) >= _MOST:
            theme.drawn.clear()
        pixmap = theme.drawn[key] = _painted(rect, ratio, draw)
    painter.drawPixmap(rect.topLeft(), pixmap)


def _painted(rect: QRect, ratio: float, draw: Callable[[QPainter, QRect], None]) -> QPixmap:
    pixmap = QPixmap(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRect(0, 0, rect.width(), rect.height()))
    painter.end()
    return pixmap
