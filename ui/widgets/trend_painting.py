"""Draws a chart of values over time: grid, bands, cut-off, curves, marks and words."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from mentorapp.domain.charts import Series, Spot, TrendPicture, Voice
from mentorapp.domain.geometry import Box
from mentorapp.domain.label_places import Size, spread
from mentorapp.domain.trend_labels import Sizes, TrendLabels, trend_labels
from mentorapp.language import chart_words as words
from mentorapp.language.dates import short_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .chart_painting import TONES, Plot, chart_pen, paint_missing, paint_voice
from .painted import hatch, rounded

AXIS_GAP = 14
_MARK = 7.0
_AIR = 3.5
_DASHES: dict[Voice, tuple[float, ...]] = {Voice.OTHER: (6, 4), Voice.PRIVATE: (1.75, 3.5)}
_WIDTHS = {Voice.OWN: 2.75, Voice.OTHER: 2.25, Voice.PRIVATE: 1.75, Voice.EARLIER: 1.6}
_CUT_OFF = (7.0, 5.0)
_HATCH = 8
_SMALLEST = 0.45


class TrendPainter:
    """What is to be drawn and what the words measure; `paint` may be called for every frame."""

    def __init__(self, theme: Theme, texts: Texts, picture: TrendPicture, plot: Plot) -> None:
        self._theme, self._texts, self._picture, self._plot = theme, texts, picture, plot
        self._size = _mark_size(theme, picture, plot)
        self._said = [self._value(spot) for spot in picture.spots]
        self._labels = self._place()

    @property
    def labels(self) -> TrendLabels:
        return self._labels

    def paint(self, painter: QPainter) -> None:
        for band, box, label in zip(self._picture.curves.bands, self._picture.bands, self._labels.bands, strict=True):
            self._band(painter, box)
            self._word(painter, label, self._texts(f"charts.band_{band.kind.value}"), "ink2")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(chart_pen(self._theme, "ink", 1.5, _CUT_OFF))
        painter.drawPolyline(self._plot.stroke(self._picture.limit_path))
        for series, lines in zip(self._picture.curves.series, self._picture.lines, strict=True):
            voice = series.voice
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(chart_pen(self._theme, TONES[voice], _WIDTHS[voice], _DASHES.get(voice, ())))
            for line in lines:
                painter.drawPolyline(self._plot.stroke(line))
        for spot in self._picture.spots:
            if spot.missing:
                paint_missing(painter, self._theme, self._plot.at(spot.at))
            else:
                voice, size = self._series(spot).voice, 1.0 if spot.newest else self._size
                paint_voice(painter, self._theme, self._plot.at(spot.at), voice, spot.newest, size)
        self._words(painter)

    def call_out(self, painter: QPainter, at: int) -> None:
        """The value of the point that the keyboard is on, where it had found no room."""
        if self._labels.values[at] is None:
            spot = self._picture.spots[at]
            size = self._measured(self._said[at], bold=True)
            above = spot.at.y + 1.4 * self._air().height / 2
            y = above if above + size.height <= 1 else spot.at.y - self._air().height - size.height
            x = min(max(0.0, spot.at.x - size.width / 2), 1 - size.width)
            tone = "ink" if self._is_bold(spot) else TONES[self._series(spot).voice]
            self._word(painter, Box(x, y, size.width, size.height), self._said[at], tone, bold=True)

    def grid(self, painter: QPainter) -> None:
        """The values at the left and the days at the foot."""
        rect, metrics, colour = self._plot.rect, self._theme.metrics(Role.CAPTION), self._theme.colour
        painter.setFont(self._theme.font(Role.CAPTION))
        for value, height in self._picture.grid:
            y = round(rect.bottom() - height * rect.height()) + 0.5
            painter.setPen(colour("sunk" if self._theme.high_contrast else "line"))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            painter.setPen(colour("ink2"))
            room = QRectF(0, y - metrics.height(), rect.left() - self._theme.px(AXIS_GAP), 2 * metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{value:g}")
        said = [short_date(self._texts, day) for day, _ in self._picture.days]
        widths = [metrics.horizontalAdvance(word) / rect.width() for word in said]
        begins = spread([x for _, x in self._picture.days], widths, self._theme.px(10) / rect.width())
        foot = rect.bottom() + self._theme.px(8) + metrics.ascent()
        for word, begin in zip(said, begins, strict=True):
            if begin is not None:
                painter.drawText(QPointF(rect.left() + begin * rect.width(), foot), word)

    def _band(self, painter: QPainter, box: Box) -> None:
        """Two lines with hatching between them, and no fill."""
        rect = self._plot.box(box)
        painter.setOpacity(0.55)
        hatch(painter, rect, self._theme.colour("edge"), self._theme.px(_HATCH), 1.0)
        painter.setOpacity(1)
        painter.setPen(chart_pen(self._theme, "edge", 1.2))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _words(self, painter: QPainter) -> None:
        for line, box in zip(self._picture.limits, self._labels.limits, strict=True):
            self._word(painter, box, words.limit_in_words(self._texts, line.value), "ink")
        for series, box in zip(self._picture.curves.series, self._labels.names, strict=True):
            self._word(painter, box, series.name, TONES[series.voice], series.voice is Voice.OWN)
        for spot, said, box in zip(self._picture.spots, self._said, self._labels.values, strict=True):
            voice = self._series(spot).voice
            tone = "ink2" if spot.missing else "ink" if voice is Voice.OWN else TONES[voice]
            self._word(painter, box, said, tone, self._is_bold(spot))

    def _word(self, painter: QPainter, box: Box | None, word: str, tone: str, bold: bool = False) -> None:
        """On a piece of ground, so that a line behind it does not strike it through."""
        if box is None:
            return
        rect, ground = self._plot.box(box), QColor(self._theme.colour("surface"))
        ground.setAlphaF(0.82)
        rounded(painter, rect, 3, ground)
        painter.setFont(self._theme.font(Role.CAPTION, bold))
        painter.setPen(self._theme.colour(tone))
        painter.drawText(rect.adjusted(-4, -2, 4, 2), Qt.AlignmentFlag.AlignCenter, word)

    def _place(self) -> TrendLabels:
        picture = self._picture
        return trend_labels(
            picture,
            Sizes(
                [self._measured(said, self._is_bold(spot))
                 for spot, said in zip(picture.spots, self._said, strict=True)],
                [self._measured(series.name, series.voice is Voice.OWN) for series in picture.curves.series],
                [self._measured(words.limit_in_words(self._texts, one.value)) for one in picture.limits],
                [self._measured(self._texts(f"charts.band_{band.kind.value}")) for band in picture.curves.bands],
                self._air(),
            ),
        )  # fmt: skip

    def _air(self) -> Size:
        """A mark with the air round it."""
        side, rect = 2 * (_MARK * self._size + _AIR) * self._theme.scale, self._plot.rect
        return Size(side / rect.width(), side / rect.height())

    def _measured(self, word: str, bold: bool = False) -> Size:
        metrics, rect = self._theme.metrics(Role.CAPTION, bold), self._plot.rect
        return Size((metrics.horizontalAdvance(word) + 4) / rect.width(), metrics.height() / rect.height())

    def _value(self, spot: Spot) -> str:
        series = self._series(spot)
        return words.value_in_words(self._texts, series, series.readings[spot.place])

    def _is_bold(self, spot: Spot) -> bool:
        return self._series(spot).voice is Voice.OWN and not spot.missing

    def _series(self, spot: Spot) -> Series:
        return self._picture.curves.series[spot.series]


def _mark_size(theme: Theme, picture: TrendPicture, plot: Plot) -> float:
    """Marks are smaller where points are so many that they would run together."""
    gaps = sorted((after - here) * plot.rect.width() for (_, here), (_, after) in pairwise(picture.days))
    usual = gaps[len(gaps) // 2] if gaps else plot.rect.width()
    return max(_SMALLEST, min(1.0, usual / (3 * _MARK * theme.scale)))
