"""Where things stand in stairs and charts, in a unit box with y upwards: one geometry for screen and paper.

x and y go from 0 to 1; whoever draws multiplies by the width and height at hand, and turns y on screen. Only
`hatch_lines` takes real measures, since 45° is 45° only there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor, isclose, log10

# Two voices are joined by a bar when they differ by at least this much on a line of 100 mm.
VOICES_DIFFER_MM = 12
# The first step of the strip is 26 high and every next 11 higher; of the small stairs 6 and 5.
STRIP_FIRST = 26 / 11
MINI_FIRST = 6 / 5


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """`x`, `y` is the lower left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def stair_boxes(count: int, first: float = STRIP_FIRST, gap: float = 0.0) -> tuple[Box, ...]:
    """`count` steps, equally wide, each higher than the one before by the same amount; the last one reaches 1.

    `first` is the height of the first step counted in rises; `gap` the air between two steps as part of the width.
    """
    width = (1 - gap * (count - 1)) / count if count else 0.0
    whole = first + count - 1
    return tuple(Box(i * (width + gap), 0.0, width, (first + i) / whole) for i in range(count))


def stair_lines(count: int, first: float = STRIP_FIRST) -> tuple[tuple[Point, Point, Point], ...]:
    """Each step as one stroke: up its riser and along its tread. Drawn one by one they make the whole stair."""
    boxes = stair_boxes(count, first)
    feet = (0.0, *(box.top for box in boxes))
    return tuple(
        (Point(box.x, foot), Point(box.x, box.top), Point(box.right, box.top))
        for box, foot in zip(boxes, feet, strict=False)
    )


def pennant() -> tuple[tuple[Point, Point], tuple[Point, Point, Point]]:
    """The pole and the flag over the goal; two thirds as wide as high."""
    return (Point(0, 0), Point(0, 1)), (Point(0, 1), Point(1, 0.78), Point(0, 0.56))


def chevrons(weights: Sequence[float], gap: float = 0.0, notch: float = 0.01) -> tuple[tuple[Point, ...], ...]:
    """Stages that follow one another as arrows, as wide as their weights (text lengths); the first begins straight.

    `gap` is the air between two arrows, `notch` how far the point reaches, both as parts of the width.
    """
    room = 1 - gap * (len(weights) - 1) - notch
    whole = sum(weights)
    shapes: list[tuple[Point, ...]] = []
    x = 0.0
    for place, weight in enumerate(weights):
        right = x + room * weight / whole
        shape = [Point(x, 0), Point(right, 0), Point(right + notch, 0.5), Point(right, 1), Point(x, 1)]
        if place:
            shape.append(Point(x + notch, 0.5))
        shapes.append(tuple(shape))
        x = right + gap
    return tuple(shapes)


@dataclass(frozen=True, slots=True)
class DayScale:
    """A time axis from the beginning of `first` to the end of `last`."""

    first: date
    last: date
    _begins: int = field(init=False, repr=False, compare=False)
    _days: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Counted once: a picture asks for the place of every mark."""
        object.__setattr__(self, "_begins", self.first.toordinal())
        object.__setattr__(self, "_days", max(1, (self.last - self.first).days + 1))

    def at(self, day: date) -> float:
        """The beginning of a day; below 0 or above 1 outside the axis."""
        return (day.toordinal() - self._begins) / self._days

    def clipped(self, day: date) -> float:
        return min(1.0, max(0.0, self.at(day)))

    def span(self, start: date | None, end: date | None) -> tuple[float, float] | None:
        """Where a period begins and ends, to the end of its last day; None where nothing of it is seen.

        A period without start or end goes on beyond the axis.
        """
        left = 0.0 if start is None else self.clipped(start)
        right = 1.0 if end is None else self.clipped(end + timedelta(days=1))
        return (left, right) if right > left else None

    def months(self) -> tuple[tuple[date, float], ...]:
        """The first day of every month that begins on the axis."""
        day = self.first.replace(day=1)
        found: list[tuple[date, float]] = []
        while day <= self.last:
            if day >= self.first:
                found.append((day, self.at(day)))
            day = (day + timedelta(days=32)).replace(day=1)
        return tuple(found)


def share(value: float, high: float, low: float = 0.0) -> float:
    """How far along an axis from `low` to `high` a value is, held within the axis."""
    if high == low:
        return 0.0
    return min(1.0, max(0.0, (value - low) / (high - low)))


def axis_values(high: float) -> tuple[float, ...]:
    """Round values from 0 to `high`, four parts where that comes out even; else to the first round value above."""
    for parts in (4, 3, 5, 2):
        step = high / parts
        if _is_round(step):
            return tuple(step * i for i in range(parts + 1))
    power = 10.0 ** floor(log10(high / 4)) if high > 0 else 1.0
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n * 4 >= high)
    return tuple(step * i for i in range(ceil(high / step) + 1))


def _is_round(step: float) -> bool:
    """1, 2, 2.5 or 5 times a power of ten, and not below 1."""
    if step < 1:
        return False
    digits = step / 10.0 ** floor(log10(step))
    return any(isclose(digits, n) for n in (1, 2, 2.5, 5))


def runs(points: Sequence[Point | None]) -> tuple[tuple[Point, ...], ...]:
    """The unbroken pieces of a curve: a missing point breaks the line and is never bridged."""
    pieces: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            pieces[-1].append(point)
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)


def step_line(points: Sequence[Point], end: float) -> tuple[Point, ...]:
    """A value that holds until the next one: level, then straight up or down, on to `end`."""
    line: list[Point] = []
    for here, after in pairwise(points):
        line += [here, Point(after.x, here.y)]
    return (*line, points[-1], Point(end, points[-1].y)) if points else ()


def voices_joined(own: float, other: float) -> bool:
    """Whether two marks on the same line of 100 mm lie so far apart that a bar joins them."""
    return abs(own - other) >= VOICES_DIFFER_MM


def hatch_lines(width: float, height: float, spacing: float) -> tuple[tuple[Point, Point], ...]:
    """Strokes at 45° up to the right, `spacing` apart along the foot, cut at the edges of a box of real measures."""
    lines: list[tuple[Point, Point]] = []
    foot = spacing - height
    while foot < width:
        left, right = max(0.0, foot), min(width, foot + height)
        lines.append((Point(left, left - foot), Point(right, right - foot)))
        foot += spacing
    return tuple(lines)
