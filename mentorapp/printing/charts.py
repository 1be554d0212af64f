"""Charts on paper, from the same geometry as on the screen: strokes, dashes and shapes that a photocopy keeps.

Each is one figure with a text in place of it. What only the mentor sees has no way here: a private series is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorapp.domain.charts import Reading, Series, Spot, TrendCurves, TrendPicture, Voice, trend_picture
from mentorapp.domain.geometry import Box, Point, hatch_lines
from mentorapp.domain.hours_curve import HoursCurve, HoursPicture, hours_picture
from mentorapp.domain.label_places import Size, spread
from mentorapp.domain.trend_labels import Sizes, trend_labels
from mentorapp.language import chart_words as words
from mentorapp.language.dates import short_date
from mentorapp.language.texts import Texts

from . import drawings
from .chart_marks import DASHES, Paper, missing, voice
from .flow import Block, Strip
from .styles import EASY, INK, LEFT, ORDINARY, RIGHT, RULE, SECOND, SPRUCE, SPRUCE_TINT, WIDTH, Colour, Style
from .tagging import Element, TaggedCanvas

_TREND_TALL, _HOURS_TALL = 200.0, 110.0
_AXIS, _HEAD, _MARK = 8.0, 8.0, 12.0
_HATCH = 6.0
_CUT_OFF = (5.5, 4.0)
_WHITE: Colour = (1.0, 1.0, 1.0)


def trend_block(root: Element, curves: TrendCurves, texts: Texts, *, easy: bool = False, name: str = "") -> Block:
    """Values over time. ValueError for a series that is on the mentor's own screen only."""
    if any(series.voice is Voice.PRIVATE for series in curves.series):
        raise ValueError("a private series is never printed")
    style = _style(easy)
    tall = _TREND_TALL * style.size / _style(False).size
    alt = _alt(name or texts("charts.trend"), words.trend_in_words(texts, curves))
    figure = root.add("Figure", alt=alt)
    picture = trend_picture(curves)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(figure)
        figure.box = (LEFT, y - tall, RIGHT, y)
        left = max(Paper.wide(f"{value:g}", style) for value, _ in picture.grid) + _AXIS
        plot = Paper(canvas, LEFT + left, y - tall + style.leading + 4, WIDTH - left, tall - style.leading - 4 - _HEAD)
        _Trend(plot, picture, texts, style).draw()

    return Block([Strip(tall, draw)], gap=10)


def hours_block(
    root: Element, curve: HoursCurve, texts: Texts, *, easy: bool = False, x: float = LEFT, width: float = WIDTH
) -> Block:
    """Hours of a placement as steps; `x` and `width` where it stands beside something else."""
    style = _style(easy)
    tall = _HOURS_TALL * style.size / _style(False).size
    figure = root.add("Figure", alt=_alt(texts("charts.hours_chart"), words.hours_in_words(texts, curve)))
    picture = hours_picture(curve)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(figure)
        figure.box = (x, y - tall, x + width, y)
        left = Paper.wide(texts("charts.percent", value=100), style) + _AXIS
        head = style.leading + 2
        plot = Paper(canvas, x + left, y - tall + style.leading + 4, width - left, tall - style.leading - 4 - head)
        _hours(plot, picture, texts, style)

    return Block([Strip(tall, draw)], gap=10)


def _style(easy: bool) -> Style:
    """Words in a picture: the second size of the sheet, in ink."""
    second = (EASY if easy else ORDINARY).second
    return Style(second.size, second.leading)


def _alt(name: str, said: str) -> str:
    return f"{name}. {said}"


@dataclass(frozen=True, slots=True)
class _Trend:
    plot: Paper
    picture: TrendPicture
    texts: Texts
    style: Style

    def draw(self) -> None:
        plot, picture = self.plot, self.picture
        _grid(plot, [(f"{value:g}", height) for value, height in picture.grid], self.style)
        _foot(plot, [short_date(self.texts, day) for day, _ in picture.days], [x for _, x in picture.days], self.style)
        for box in picture.bands:
            self._band(box)
        plot.stroke(picture.limit_path, INK, 1.1, _CUT_OFF)
        for series, lines in zip(picture.curves.series, picture.lines, strict=True):
            for line in lines:
                plot.stroke(line, SPRUCE if series.voice is Voice.OWN else INK, 1.9, DASHES.get(series.voice, ()))
        for spot in picture.spots:
            at = plot.at(spot.at)
            if spot.missing:
                missing(plot.canvas, *at)
            else:
                voice(plot.canvas, *at, self._series(spot).voice, spot.newest)
        self._words()

    def _band(self, box: Box) -> None:
        """Two lines with hatching between them."""
        plot, canvas = self.plot, self.plot.canvas
        x, y = plot.at(Point(box.x, box.y))
        wide, high = box.width * plot.width, box.height * plot.height
        drawings.pen(canvas, RULE, 0.5)
        for start, end in hatch_lines(wide, high, _HATCH):
            canvas.line(x + start.x, y + start.y, x + end.x, y + end.y)
        for height in (y, y + high):
            drawings.rule(canvas, x, x + wide, height, 0.7, SECOND)

    def _words(self) -> None:
        picture, texts = self.picture, self.texts
        values = [words.value_in_words(texts, self._series(spot), self._reading(spot)) for spot in picture.spots]
        names = [series.name for series in picture.curves.series]
        limits = [words.limit_in_words(texts, line.value) for line in picture.limits]
        bands = [texts(f"charts.band_{band.kind.value}") for band in picture.curves.bands]
        bold = Style(self.style.size, self.style.leading, bold=True)
        plain = self.style
        styles = [
            plain if spot.missing or self._series(spot).voice is not Voice.OWN else bold for spot in picture.spots
        ]
        mark = Size(_MARK / self.plot.width, _MARK / self.plot.height)
        sizes = Sizes(
            [self._size(word, style) for word, style in zip(values, styles, strict=True)],
            [self._size(word, bold) for word in names],
            [self._size(word, plain) for word in limits],
            [self._size(word, plain) for word in bands],
            mark,
        )
        labels = trend_labels(picture, sizes)
        for word, box, style in (
            *zip(bands, labels.bands, [plain] * len(bands), strict=True),
            *zip(limits, labels.limits, [plain] * len(limits), strict=True),
            *zip(names, labels.names, [bold] * len(names), strict=True),
            *zip(values, labels.values, styles, strict=True),
        ):
            if box is not None:
                self._word(box, word, style)

    def _word(self, box: Box, word: str, style: Style) -> None:
        """On white, so that a line behind it does not strike it through."""
        x, y = self.plot.at(Point(box.x, box.y))
        wide, high = box.width * self.plot.width, box.height * self.plot.height
        self.plot.canvas.ink(_WHITE)
        self.plot.canvas.rect(x, y + 1, wide, high - 2, stroke=0, fill=1)
        self.plot.word(x + 1, y + high - style.drop, word, style)

    def _size(self, word: str, style: Style) -> Size:
        return Size((Paper.wide(word, style) + 2) / self.plot.width, style.leading / self.plot.height)

    def _series(self, spot: Spot) -> Series:
        return self.picture.curves.series[spot.series]

    def _reading(self, spot: Spot) -> Reading:
        return self._series(spot).readings[spot.place]


def _grid(plot: Paper, values: Sequence[tuple[str, float]], style: Style) -> None:
    """Hairlines with their values at the left."""
    for said, height in values:
        x, y = plot.at(Point(0, height))
        drawings.rule(plot.canvas, x, x + plot.width, y, 0.5, RULE)
        plot.word(x - _AXIS - Paper.wide(said, style), y + style.leading / 2 - style.drop, said, style)


def _foot(plot: Paper, said: Sequence[str], places: Sequence[float], style: Style) -> None:
    """Words under the axis, as many as have room."""
    widths = [Paper.wide(word, style) / plot.width for word in said]
    for word, begin in zip(said, spread(places, widths, 8 / plot.width), strict=True):
        if begin is not None:
            x, y = plot.at(Point(begin, 0))
            plot.word(x, y - 4 - style.drop, word, style)


def _hours(plot: Paper, picture: HoursPicture, texts: Texts, style: Style) -> None:
    _grid(plot, [(texts("charts.percent", value=value), height) for value, height in picture.grid if value % 50 == 0],
          style)  # fmt: skip
    months = words.months_on(texts, picture.scale)
    widths = [Paper.wide(word, style) / plot.width for word, _ in months]
    _foot(plot, [word for word, _ in months], [x + w / 2 for (_, x), w in zip(months, widths, strict=True)], style)
    if picture.ground:
        plot.fill(picture.ground, SPRUCE_TINT)
    plot.stroke(picture.solid, INK, 1.8)
    plot.stroke(picture.ahead, INK, 1.8, (0.1, 3.6))
    if picture.today is not None:
        voice(plot.canvas, *plot.at(picture.today), Voice.OWN, False)
    bold = Style(style.size, style.leading, bold=True)
    said = [words.percent_in_words(texts, step) for step in picture.curve.steps]
    places = picture.labels([(Paper.wide(word, bold) + 3) / plot.width for word in said])
    for word, at in zip(said, places, strict=True):
        if at is not None:
            x, y = plot.at(at)
            plot.word(x, y + 4, word, bold)
