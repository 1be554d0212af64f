"""What a chart of values over time is made of, and where it stands in the unit box: one picture for screen and paper.

A chart never bridges what is missing, begins at 0 and ends at the end of its scale. Names are words of the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from .geometry import Box, Point, axis_values, runs, share
from .label_places import Size, Stroke, Wanted, placed, places_round

Number = Decimal | Fraction
PAD = 0.09
"""The air left of the oldest and right of the newest point, as a part of the width."""


class Voice(StrEnum):
    """Whose values they are, which decides shape and stroke. PRIVATE is on the mentor's own screen only."""

    OWN = "own"
    OTHER = "other"
    PRIVATE = "private"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and its day; None is a form without that value: it breaks the line."""

    on: date
    value: Number | None


@dataclass(frozen=True, slots=True)
class Series:
    """Readings of one voice, oldest first. `decimals` is how many are written out."""

    voice: Voice
    readings: tuple[Reading, ...]
    name: str = ""
    decimals: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "readings", tuple(sorted(self.readings, key=lambda one: one.on)))

    @property
    def is_limited(self) -> bool:
        """Whether the cut-off is about these values: it is the person's own, never that of what is private."""
        return self.voice is not Voice.PRIVATE

    @property
    def newest(self) -> int | None:
        """The place of the newest reading that has a value."""
        return next((at for at in range(len(self.readings) - 1, -1, -1) if self.readings[at].value is not None), None)


@dataclass(frozen=True, slots=True)
class Limit:
    """A cut-off that holds from a day on until the next one; the first from the beginning."""

    value: Decimal
    since: date | None = None


class BandKind(StrEnum):
    """AS_BEFORE is the room in which a change does not count; TARGET what somebody has set for themselves."""

    AS_BEFORE = "as_before"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Band:
    kind: BandKind
    low: Number
    high: Number
    since: date | None = None


@dataclass(frozen=True, slots=True)
class TrendCurves:
    """A chart over time from 0 to `top`."""

    series: tuple[Series, ...]
    top: Decimal
    limits: tuple[Limit, ...] = ()
    bands: tuple[Band, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of a reading once, oldest first."""
        return tuple(sorted({one.on for series in self.series for one in series.readings}))

    def limit_on(self, day: date) -> Decimal | None:
        """The cut-off that holds on a day."""
        begun = [one for one in self.limits if one.since is None or one.since <= day]
        return max(begun, key=lambda one: one.since or date.min).value if begun else None


@dataclass(frozen=True, slots=True)
class TrendScale:
    """Days from left to right, values from the foot up."""

    first: date | None
    last: date | None
    top: float

    def x(self, day: date) -> float:
        if self.first is None or self.last is None or self.first == self.last:
            return 0.5
        along = (day - self.first).days / (self.last - self.first).days
        return min(1.0, max(0.0, PAD + along * (1 - 2 * PAD)))

    def y(self, value: Number) -> float:
        return share(float(value), self.top)


@dataclass(frozen=True, slots=True)
class Spot:
    """A reading in the box. A missing one lies on the axis; the newest of its series is drawn hollow."""

    series: int
    place: int
    at: Point
    missing: bool = False
    newest: bool = False


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One level of the cut-off, level from `start` to `end`; a step joins it to the next."""

    value: Decimal
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class TrendPicture:
    """All places. `lines` has for each series its unbroken pieces; `grid` the values of the axis and their heights."""

    curves: TrendCurves
    scale: TrendScale
    grid: tuple[tuple[float, float], ...]
    days: tuple[tuple[date, float], ...]
    spots: tuple[Spot, ...]
    lines: tuple[tuple[tuple[Point, ...], ...], ...]
    limits: tuple[LimitLine, ...]
    bands: tuple[Box, ...]

    @property
    def limit_path(self) -> tuple[Point, ...]:
        """The whole cut-off as one stroke, with its steps."""
        return tuple(point for line in self.limits for point in (line.start, line.end))


@dataclass(frozen=True, slots=True)
class TrendLabels:
    """Where words go: `values` beside the spots, `names` beside the series, `limits` at the right end of each level,
    `bands` within each band.

    None is a label that found no room; the newest value of each series and the limits always have one where it can be
    done at all.
    """

    values: tuple[Box | None, ...] = ()
    names: tuple[Box | None, ...] = ()
    limits: tuple[Box | None, ...] = ()
    bands: tuple[Box | None, ...] = ()


def trend_picture(curves: TrendCurves) -> TrendPicture:
    days = curves.days
    grid = axis_values(float(curves.top))
    scale = TrendScale(days[0] if days else None, days[-1] if days else None, grid[-1])
    return TrendPicture(
        curves,
        scale,
        tuple((value, share(value, grid[-1])) for value in grid),
        tuple((day, scale.x(day)) for day in days),
        tuple(spot for at, series in enumerate(curves.series) for spot in _spots(at, series, scale)),
        tuple(_lines(series, scale) for series in curves.series),
        _limits(curves.limits, scale),
        tuple(_band(band, scale) for band in curves.bands),
    )


def _spots(at: int, series: Series, scale: TrendScale) -> list[Spot]:
    newest = series.newest
    return [
        Spot(at, place, Point(scale.x(one.on), 0.0 if one.value is None else scale.y(one.value)),
             missing=one.value is None, newest=place == newest)
        for place, one in enumerate(series.readings)
    ]  # fmt: skip


def _lines(series: Series, scale: TrendScale) -> tuple[tuple[Point, ...], ...]:
    """What was earlier is ticks only."""
    if series.voice is Voice.EARLIER:
        return ()
    return runs([None if r.value is None else Point(scale.x(r.on), scale.y(r.value)) for r in series.readings])


def _limits(limits: Sequence[Limit], scale: TrendScale) -> tuple[LimitLine, ...]:
    """From edge to edge; a level that ends before the axis begins, or begins after it ends, is not seen."""
    if not limits:
        return ()
    ordered = sorted(limits, key=lambda one: one.since or date.min)
    starts = [0.0, *(_edge(one.since or date.min, scale) for one in ordered[1:])]
    found = []
    for one, left, right in zip(ordered, starts, [*starts[1:], 1.0], strict=True):
        if right > left:
            y = scale.y(one.value)
            found.append(LimitLine(one.value, Point(left, y), Point(right, y)))
    return tuple(found)


def _edge(day: date, scale: TrendScale) -> float:
    """Where a level begins; off the axis it is at its end, also where a single day stands in the middle."""
    if scale.first is None or scale.last is None or day <= scale.first:
        return 0.0
    return 1.0 if day > scale.last else scale.x(day)


def _band(band: Band, scale: TrendScale) -> Box:
    left = 0.0 if band.since is None else _edge(band.since, scale)
    low, high = scale.y(band.low), scale.y(band.high)
    return Box(left, low, 1 - left, high - low)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the words are on what is drawn: of each spot, series, limit and band, and a mark with its air."""

    values: Sequence[Size]
    names: Sequence[Size]
    limits: Sequence[Size]
    bands: Sequence[Size]
    mark: Size


_ORDER = {
    Voice.OWN: "below above left right",
    Voice.OTHER: "above below right left",
    Voice.PRIVATE: "above left right below",
    Voice.EARLIER: "above below right left",
}


def trend_labels(picture: TrendPicture, sizes: Sizes) -> TrendLabels:
    """The limits first, then the newest values and the names, then from the newest value backwards."""
    strokes = [_strokes(lines) for lines in picture.lines]
    limit_strokes = tuple(pairwise(picture.limit_path))
    every = (*(one for lines in strokes for one in lines), *limit_strokes)
    wanted = {("limit", at): _limit_label(line, size, every, limit_strokes)
              for at, (line, size) in enumerate(zip(picture.limits, sizes.limits, strict=True))}  # fmt: skip
    values = {}
    for at, spot in enumerate(picture.spots):
        others = (*(one for no, lines in enumerate(strokes) if no != spot.series for one in lines), *limit_strokes)
        order = "above right left" if spot.missing else _ORDER[picture.curves.series[spot.series].voice]
        places = places_round(spot.at, sizes.values[at], sizes.mark, order, corners=spot.newest)
        values["value", at] = Wanted(places, others, strokes[spot.series], must=spot.newest)
    wanted |= {key: values[key] for at, spot in enumerate(picture.spots) if spot.newest for key in [("value", at)]}
    wanted |= _name_labels(picture, sizes, every)
    wanted |= {("band", at): _band_label(box, size, every)
               for at, (box, size) in enumerate(zip(picture.bands, sizes.bands, strict=True))}  # fmt: skip
    wanted |= {("value", at): values["value", at] for at in _newest_first(picture) if ("value", at) not in wanted}
    found = dict(zip(wanted, placed(tuple(wanted.values()), _marks(picture, sizes.mark)), strict=True))
    return TrendLabels(
        tuple(found["value", at] for at in range(len(picture.spots))),
        tuple(found.get(("name", at)) for at in range(len(picture.curves.series))),
        tuple(found["limit", at] for at in range(len(picture.limits))),
        tuple(found["band", at] for at in range(len(picture.bands))),
    )


def _strokes(lines: Sequence[Sequence[Point]]) -> tuple[Stroke, ...]:
    return tuple(stroke for line in lines for stroke in pairwise(line))


def _newest_first(picture: TrendPicture) -> list[int]:
    return sorted(range(len(picture.spots)), key=lambda at: -picture.spots[at].at.x)


def _marks(picture: TrendPicture, mark: Size) -> list[Box]:
    """The marks without the air that labels keep from them."""
    wide, high = mark.width * 0.7, mark.height * 0.7
    return [Box(s.at.x - wide / 2, s.at.y - high / 2, wide, high) for s in picture.spots]


def _limit_label(line: LimitLine, size: Size, every: tuple[Stroke, ...], own: tuple[Stroke, ...]) -> Wanted:
    """At its right end above it, else below; where it is crowded further to the left."""
    air = size.height * 0.15
    places = []
    for step in range(5):
        x = max(0.0, line.end.x - size.width * (1 + step))
        places += [Box(x, y, size.width, size.height) for y in (line.end.y + air, line.end.y - air - size.height)]
    return Wanted(tuple(places), tuple(one for one in every if one not in own), own, must=True)


def _band_label(band: Box, size: Size, every: tuple[Stroke, ...]) -> Wanted:
    """Within the band: at its foot or its top, as far to the left as it is free; else just outside it."""
    room = max(0.0, band.width - size.width)
    heights = (band.y, band.top - size.height, band.top, band.y - size.height)
    places = [Box(band.x + room * step / 8, y, size.width, size.height) for y in heights for step in range(9)]
    return Wanted(tuple(places), every, must=True)


def _name_labels(picture: TrendPicture, sizes: Sizes, every: tuple[Stroke, ...]) -> dict[tuple[str, int], Wanted]:
    """A series is named at its first point, or at its last."""
    wanted = {}
    for at, series in enumerate(picture.curves.series):
        own = [spot for spot in picture.spots if spot.series == at and not spot.missing]
        if own and series.name:
            ends = (own[-1], own[0]) if series.voice in (Voice.PRIVATE, Voice.OTHER) else (own[0], own[-1])
            orders = ("right above below left", "above below left right")
            if series.voice is Voice.OWN:
                orders = (orders[1], orders[0])
            places = [
                box
                for end, order in zip(ends, orders, strict=True)
                for box in places_round(end.at, sizes.names[at], sizes.mark, order)
            ]
            wanted["name", at] = Wanted(tuple(places), every, must=True)
    return wanted
