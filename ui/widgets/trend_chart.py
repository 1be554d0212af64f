"""Values over time: solid for the person's own, dashed for the other voice, dotted for what only the mentor sees.

`TrendChart(theme, texts, curves)` with `TrendCurves` of the domain; `set_curves` shows others. Left and Right walk the
points day by day, Up and Down between the series of a day; `activated(int)` carries the place among `points()`.
"""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.charts import Reading, Series, TrendCurves, trend_picture
from mentorapp.language import chart_words as words
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .chart import Chart
from .chart_painting import Plot
from .painted import smooth
from .trend_painting import AXIS_GAP, TrendPainter

_WIDE, _HIGH, _LEAST = 420, 300, 240
_TOP, _FOOT, _REACH = 12, 26, 11


class TrendChart(Chart):
    """A picture with a description and a table; one Tab stop."""

    def __init__(
        self, theme: Theme, texts: Texts, curves: TrendCurves, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, texts, name or texts("charts.trend"), parent)
        self.set_curves(curves)

    def set_curves(self, curves: TrendCurves) -> None:
        self._picture = trend_picture(curves)
        spots = self._picture.spots
        days = [curves.series[spot.series].readings[spot.place].on for spot in spots]
        self._walk = sorted(range(len(spots)), key=lambda at: (days[at], spots[at].series))
        self._drawn: tuple[object, TrendPainter] | None = None
        self.values_changed()

    def curves(self) -> TrendCurves:
        return self._picture.curves

    def points(self) -> tuple[tuple[Series, Reading], ...]:
        """In the order in which the arrow keys walk them: by day, and the series of a day one after the other."""
        spots = (self._picture.spots[at] for at in self._walk)
        every = ((self.curves().series[spot.series], spot.place) for spot in spots)
        return tuple((series, series.readings[place]) for series, place in every)

    def count(self) -> int:
        return len(self._walk)

    def spot(self, place: int) -> QRectF:
        at, reach = self._plot().at(self._picture.spots[self._walk[place]].at), self.theme.px(_REACH)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def point_in_words(self, place: int) -> str:
        series, reading = self.points()[place]
        return words.reading_in_words(self.texts, self.curves(), series, reading)

    def whole_in_words(self) -> str:
        return words.trend_in_words(self.texts, self.curves())

    def table(self) -> words.TableTwin:
        return words.trend_table(self.texts, self.curves())

    def beside(self, place: int, way: int) -> int | None:
        """The nearest day in the series before or after, in the order in which they are named."""
        if place < 0:
            return 0
        here = self._picture.spots[self._walk[place]]
        wanted = [at for at in self._walk if self._picture.spots[at].series == here.series + way]
        if not wanted:
            return place
        return self._walk.index(min(wanted, key=lambda at: abs(self._picture.spots[at].at.x - here.at.x)))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_WIDE), self.theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_LEAST), self.theme.px(_HIGH))

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        drawn = self.drawn()
        drawn.grid(painter)
        if self._walk:
            drawn.paint(painter)
            if self.current() >= 0 and self.hasFocus():
                drawn.call_out(painter, self._walk[self.current()])
        else:
            self.paint_empty(painter)

    def drawn(self) -> TrendPainter:
        """Where everything stands at this size, counted once for it and not for each frame."""
        key = (self.size(), self.theme.scale)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = key, TrendPainter(self.theme, self.texts, self._picture, self._plot())
        return self._drawn[1]

    def _plot(self) -> Plot:
        metrics = self.theme.metrics(Role.CAPTION)
        left = max(metrics.horizontalAdvance(f"{value:g}") for value, _ in self._picture.grid)
        left += self.theme.px(AXIS_GAP)
        top, foot = self.theme.px(_TOP), self.theme.px(_FOOT)
        return Plot(QRectF(left, top, max(1, self.width() - left - 2), max(1, self.height() - top - foot)))
