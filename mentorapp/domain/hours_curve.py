"""Hours of a placement over time as steps: solid until today, dotted on as it is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from .geometry import DayScale, Point, share
from .placements import Placement

FULL = 100
_AHEAD_SHARE = 6
_AHEAD_LEAST = 14


@dataclass(frozen=True, slots=True)
class HoursStep:
    """From a day on so many hours a week and per cent of full time."""

    since: date
    percent: int
    hours: Decimal


@dataclass(frozen=True, slots=True)
class HoursCurve:
    """`ended` is the last day of a placement that is over by `today`; `planned_to` the day until which it is meant."""

    steps: tuple[HoursStep, ...]
    today: date
    ended: date | None = None
    planned_to: date | None = None

    @property
    def now(self) -> HoursStep | None:
        """What holds today; None before it has begun and after it has ended."""
        begun = [step for step in self.steps if step.since <= self.today]
        return begun[-1] if begun and (self.ended is None or self.ended >= self.today) else None


@dataclass(frozen=True, slots=True)
class Tread:
    """One level from `left` to `right`; `ahead` is what has not come yet."""

    step: int
    left: float
    right: float
    y: float
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class HoursPicture:
    """All places. `solid` and `ahead` are strokes; `today` where the dot stands while the placement goes on."""

    curve: HoursCurve
    scale: DayScale
    grid: tuple[tuple[int, float], ...]
    treads: tuple[Tread, ...]
    solid: tuple[Point, ...]
    ahead: tuple[Point, ...]
    today: Point | None

    @property
    def ground(self) -> tuple[Point, ...]:
        """What lies below the solid stroke, as one shape."""
        if not self.solid:
            return ()
        return (Point(self.solid[0].x, 0.0), *self.solid, Point(self.solid[-1].x, 0.0))

    def labels(self, widths: Sequence[float]) -> tuple[Point | None, ...]:
        """Where the words of each step begin, just above its level: in the middle of its longer part, else of the
        whole. None where they are wider than the level, or the step is not seen."""
        return tuple(self._label(place, width) for place, width in enumerate(widths))

    def _label(self, step: int, width: float) -> Point | None:
        parts = [tread for tread in self.treads if tread.step == step]
        spans = sorted(((one.left, one.right) for one in parts), key=lambda one: one[0] - one[1])
        for left, right in [*spans[:1], *((parts[0].left, parts[-1].right) for _ in parts[:1])]:
            if width <= right - left:
                return Point((left + right - width) / 2, parts[0].y)
        return None


def hours_curve(placement: Placement, today: date) -> HoursCurve:
    steps = sorted(placement.hours, key=lambda one: one.from_date)
    ended = placement.to_date
    return HoursCurve(
        tuple(HoursStep(one.from_date, one.percent, one.hours_per_week) for one in steps
              if ended is None or one.from_date <= ended),
        today,
        ended,
        placement.planned_to,
    )  # fmt: skip


def hours_picture(curve: HoursCurve) -> HoursPicture:
    scale = _scale(curve)
    end = curve.ended or scale.last
    treads: list[Tread] = []
    for place, step in enumerate(curve.steps):
        after = curve.steps[place + 1].since if place + 1 < len(curve.steps) else end + timedelta(days=1)
        treads += _treads(curve, scale, place, step, after)
    solid = _stroke([tread for tread in treads if not tread.ahead])
    ahead = _stroke([tread for tread in treads if tread.ahead])
    today = solid[-1] if solid and curve.now is not None else None
    grid = tuple((value, share(value, FULL)) for value in (0, 25, 50, 75, 100))
    return HoursPicture(curve, scale, grid, tuple(treads), solid, ahead, today)


def _scale(curve: HoursCurve) -> DayScale:
    """From the first day to the end, or some weeks beyond today while it goes on."""
    first = curve.steps[0].since if curve.steps else curve.today
    if curve.ended is not None:
        return DayScale(first, max(curve.ended, first))
    last = max((curve.today, *(step.since for step in curve.steps)))
    beyond = last + timedelta(days=max(_AHEAD_LEAST, (last - first).days // _AHEAD_SHARE))
    return DayScale(first, max(beyond, curve.planned_to) if curve.planned_to else beyond)


def _treads(curve: HoursCurve, scale: DayScale, place: int, step: HoursStep, after: date) -> list[Tread]:
    """One level, cut in two where today lies on it."""
    y = share(step.percent, FULL)
    left, right = scale.clipped(step.since), scale.clipped(after)
    now = scale.clipped(curve.today)
    if step.since > curve.today:
        return [Tread(place, left, right, y, ahead=True)]
    if after <= curve.today or (curve.ended is not None and curve.ended <= curve.today):
        return [Tread(place, left, right, y)]
    return [Tread(place, left, now, y), Tread(place, now, right, y, ahead=True)]


def _stroke(treads: list[Tread]) -> tuple[Point, ...]:
    return tuple(point for one in treads for point in (Point(one.left, one.y), Point(one.right, one.y)))
