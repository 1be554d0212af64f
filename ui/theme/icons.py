"""The line drawings of `resources/icons`, rendered as a mask and tinted; kept in Qt's own pixmap cache.

`name` is the file's name without ending, `colour` any QColor, `size` the side in pixels of the screen at 100 %.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from resources import path_of

from .families import mix
from .tokens import DISABLED, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_GRID = 24
_STROKE = 1.75
_KEEPS_STROKE_BELOW = 20


def icon_pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """A drawing of `size` × `size` device-independent pixels."""
    key = f"mentor/{name}/{size}/{colour.rgba()}/{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = _rendered(name, size, colour, ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, size: int, tokens: Tokens, colour: str = "ink", ratio: float = 1.0) -> "QIcon":
    """An icon for Qt's own widgets, in the colour of a token; pale when disabled, on `primary` when selected."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    pale = mix(tokens.ink2, tokens.surface, DISABLED)
    for mode, shade in (
        (QIcon.Mode.Normal, QColor(getattr(tokens, colour))),
        (QIcon.Mode.Disabled, pale),
        (QIcon.Mode.Selected, QColor(tokens.onprimary)),
    ):
        made.addPixmap(icon_pixmap(name, size, shade, ratio), mode)
    return made


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
    """Draws in the middle of `rect`, as large as its shorter side."""
    size = min(rect.width(), rect.height())
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    x = rect.x() + (rect.width() - size) // 2
    y = rect.y() + (rect.height() - size) // 2
    painter.drawPixmap(x, y, icon_pixmap(name, size, colour, ratio))


def _rendered(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = _drawing(name)
    if size < _KEEPS_STROKE_BELOW:
        drawing = drawing.replace(f'stroke-width="{_STROKE}"', f'stroke-width="{_STROKE * _GRID / size:.3f}"')
    side = max(1, round(size * ratio))
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(0, 0, side, side, colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return path_of("icons", f"{name}.svg").read_text(encoding="utf-8")
