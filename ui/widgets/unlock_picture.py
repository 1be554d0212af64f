"""Hills, lake and a path of stones beside the passphrase, in the light of the hour. Decoration: no name, nothing on it.

`UnlockPicture(theme, hour)`; in dark palettes it is night, in high contrast there is no picture (it hides itself).
`greeting(texts, hour)` gives the words that go with it.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme, mix
from ui.theme.lights import SCENES, DayPart, Scene, day_part

from .painted import Painted

_WIDE, _HIGH, _SHORE = 640.0, 740.0, 452.0
_Curve = tuple[tuple[float, ...], ...]
# A start point, then cubic curves of three points each; the foot of the picture closes the shape.
_FAR: _Curve = (
    (0, 356),
    (52, 322, 88, 309, 126, 309),
    (184, 309, 214, 345, 272, 345),
    (338, 345, 404, 290, 472, 290),
    (534, 290, 556, 330, 640, 329),
)
_MIDDLE: _Curve = (
    (0, 398),
    (36, 380, 72, 374, 110, 374),
    (180, 374, 216, 397, 262, 397),
    (330, 397, 390, 362, 455, 362),
    (530, 362, 572, 394, 640, 392),
)
_NEAR: _Curve = (
    (0, 430),
    (40, 420, 66, 418, 100, 418),
    (170, 418, 220, 433, 280, 433),
    (350, 433, 400, 422, 455, 422),
    (530, 422, 570, 436, 640, 430),
)
_MEADOW: _Curve = ((330, 688), (410, 664, 446, 586, 560, 586), (594, 586, 618, 592, 640, 600))
_SLOPE: _Curve = (
    (0, 604),
    (34, 588, 74, 580, 132, 580),
    (226, 580, 270, 618, 330, 655),
    (388, 690, 430, 702, 500, 702),
    (556, 702, 600, 692, 640, 682),
)
_FRONT: _Curve = (
    (0, 686),
    (46, 670, 88, 664, 138, 664),
    (236, 664, 286, 694, 340, 708),
    (420, 728, 520, 724, 640, 714),
)
# Tip x and y, height, and which of the three greens.
_TREES_FAR = ((570, 547, 66, 2), (604, 538, 84, 1))
_TREES_NEAR = ((66, 485, 122, 1), (124, 520, 84, 2), (20, 537, 95, 0))
_CLOUDS = ((86, 150, 190, 10), (132, 170, 96, 8), (430, 96, 150, 10), (400, 116, 110, 8))
_GLINTS = (
    (340, 474, 116, 5), (362, 494, 76, 5), (380, 514, 42, 5), (500, 540, 90, 4), (40, 500, 110, 4), (90, 518, 60, 4),
)  # fmt: skip
_STONES = ((254, 622, 5.5), (262, 633, 6), (264, 645, 7), (262, 658, 8), (266, 673, 9.5), (280, 689, 11), (304, 706, 13), (336, 724, 15))  # fmt: skip  # noqa: E501
_STARS = (
    (70, 60),
    (150, 110),
    (210, 48),
    (300, 90),
    (372, 40),
    (520, 70),
    (590, 130),
    (250, 180),
    (450, 190),
    (110, 210),
)


def greeting(texts: Texts, hour: int) -> str:
    return texts(f"widgets.greeting_{day_part(hour)}")


class UnlockPicture(Painted):
    """Fills whatever place it gets; what does not fit is cut off at the left and above."""

    def __init__(self, theme: Theme, hour: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hour = hour
        self._kept: tuple[QSize, float, DayPart, QPixmap] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._allow()

    def part(self) -> DayPart:
        return DayPart.NIGHT if self.theme.dark else day_part(self._hour)

    def set_wanted(self, wanted: bool) -> None:
        """Left out below mid width, and always in high contrast."""
        self._wanted = wanted
        self._allow()

    _wanted = True

    def sizeHint(self) -> QSize:
        return QSize(int(_WIDE), int(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, _event: object) -> None:
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept[:3] != (self.size(), ratio, self.part()):
            self._kept = (self.size(), ratio, self.part(), self._painted(ratio))
        QPainter(self).drawPixmap(0, 0, self._kept[3])

    def _painted(self, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        paint_scene(painter, QRectF(self.rect()), SCENES[self.part()], stars=self.part() is DayPart.NIGHT)
        painter.end()
        return pixmap

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._allow()

    def _allow(self) -> None:
        if self.theme.high_contrast or not self._wanted:
            self.hide()
        elif self.parentWidget() is not None:  # without a parent it would flash up as a window
            self.show()


def paint_scene(painter: QPainter, rect: QRectF, scene: Scene, stars: bool = False) -> None:
    """The whole picture, scaled to cover `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    scale = max(rect.width() / _WIDE, rect.height() / _HIGH)
    painter.translate(rect.right() - _WIDE * scale, rect.bottom() - _HIGH * scale)
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    _sky(painter, scene, stars)
    for curve, colour in ((_FAR, scene.far), (_MIDDLE, scene.middle), (_NEAR, scene.near)):
        painter.fillPath(_land(curve, _SHORE), QColor(colour))
    _band(painter, QRectF(0, _SHORE, _WIDE, _HIGH - _SHORE), scene.lake_top, scene.lake_low, 0.75)
    _dashes(painter, _GLINTS, scene.glint)
    painter.fillPath(_land(_MEADOW, _HIGH), QColor(scene.meadow))
    _trees(painter, _TREES_FAR, scene.trees)
    painter.fillPath(_land(_SLOPE, _HIGH), QColor(scene.slope))
    painter.fillPath(_land(_FRONT, _HIGH), QColor(scene.front))
    _trees(painter, _TREES_NEAR, scene.trees)
    painter.setBrush(QColor(scene.stone))
    for x, y, wide in _STONES:
        painter.drawEllipse(QPointF(x, y), wide, wide * 0.36)
    painter.restore()


def _sky(painter: QPainter, scene: Scene, stars: bool) -> None:
    _band(painter, QRectF(0, 0, _WIDE, _SHORE), scene.sky_top, scene.sky_low, 0.85)
    painter.setBrush(QColor(scene.sun))
    if stars:
        for x, y in _STARS:
            painter.drawEllipse(QPointF(x, y), 1.3, 1.3)
    _dashes(painter, _CLOUDS, scene.cloud)
    painter.setBrush(QColor(scene.sun))
    radius = 34 if stars else 58
    painter.drawEllipse(QPointF(398, scene.sun_y), radius, radius)


def _band(painter: QPainter, rect: QRectF, top: str, low: str, reach: float) -> None:
    """From one colour to the other, row by row: the gradient class of Qt takes longer to load than this to draw."""
    where = painter.transform().mapRect(rect).toAlignedRect()
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    whole = max(1.0, where.height() * reach)
    for row in range(where.height()):
        painter.fillRect(where.x(), where.y() + row, where.width(), 1, mix(low, top, min(1.0, row / whole)))
    painter.restore()


def _land(curve: _Curve, foot: float) -> QPainterPath:
    start, *rest = curve
    path = QPainterPath(QPointF(start[0], start[1]))
    for x1, y1, x2, y2, x, y in rest:
        path.cubicTo(x1, y1, x2, y2, x, y)
    path.lineTo(_WIDE, foot)
    path.lineTo(start[0], foot)
    path.closeSubpath()
    return path


def _dashes(painter: QPainter, dashes: tuple[tuple[float, float, float, float], ...], colour: str) -> None:
    painter.setBrush(QColor(colour))
    for x, y, wide, high in dashes:
        painter.drawRoundedRect(QRectF(x, y, wide, high), high / 2, high / 2)


def _trees(painter: QPainter, trees: tuple[tuple[float, float, float, int], ...], greens: tuple[str, str, str]) -> None:
    for x, y, high, green in trees:
        painter.setBrush(QColor(greens[green]))
        painter.drawRect(QRectF(x - high * 0.022, y + high * 0.9, high * 0.044, high * 0.18))
        for top, low, half in ((0.0, 0.42, 0.2), (0.25, 0.69, 0.29), (0.5, 0.96, 0.36)):
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x, y + high * top),
                        QPointF(x + high * half, y + high * low),
                        QPointF(x - high * half, y + high * low),
                    ]
                )
            )
