"""What a chart of values over time is made of, and where it stands in the unit box: one picture for screen and paper.

A chart never bridges what is missing, begins at 0 and ends at the end of its scale. Names are words of the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from .geometry import Box, Point, axis_values, runs, share

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
