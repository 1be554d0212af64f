"""Where the words of a chart go, so that none lies on another, on a mark, or on a line that is not its own.

Everything is in the unit box of the plot; the sizes of words are shares of its width and height.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .geometry import Box, Point

Stroke = tuple[Point, Point]
_EDGE = 1e-9
_ON_OWN_LINE = 1
_ON_LINE = 100


@dataclass(frozen=True, slots=True)
class Size:
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """One label: the places it may take, the best first. `strokes` are the lines of others and `own` its own. `must`
    says that it is written even where it can only lie on a line; its own line is then the least bad."""

    places: tuple[Box, ...]
    strokes: tuple[Stroke, ...] = ()
    own: tuple[Stroke, ...] = ()
    must: bool = False


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        one.x < other.right - _EDGE
        and other.x < one.right - _EDGE
        and one.y < other.top - _EDGE
        and other.y < one.top - _EDGE
    )


def crosses(stroke: Stroke, box: Box) -> bool:
    """Whether a straight stroke passes through the inside of a box."""
    start, end = stroke
    first, last = 0.0, 1.0
    if max(start.x, end.x) <= box.x or min(start.x, end.x) >= box.right:
        return False
    for at, way, low, high in (
        (start.x, end.x - start.x, box.x, box.right),
        (start.y, end.y - start.y, box.y, box.top),
    ):
        if abs(way) < _EDGE:
            if not low + _EDGE < at < high - _EDGE:
                return False
            continue
        near, far = sorted(((low - at) / way, (high - at) / way))
        first, last = max(first, near), min(last, far)
    return first < last - _EDGE


def places_round(at: Point, label: Size, mark: Size, order: str, corners: bool = False) -> tuple[Box, ...]:
    """The sides of a mark in that order and then its corners, pushed into the box where they stick out sideways.

    `mark` is the mark with the air round it.
    """
    across, up = mark.width / 2, mark.height / 2
    sides = {
        "below": Box(at.x - label.width / 2, at.y - up - label.height, label.width, label.height),
        "above": Box(at.x - label.width / 2, at.y + up, label.width, label.height),
        "left": Box(at.x - across - label.width, at.y - label.height / 2, label.width, label.height),
        "right": Box(at.x + across, at.y - label.height / 2, label.width, label.height),
    }
    diagonal = tuple(
        Box(x, y, label.width, label.height)
        for x in (at.x + across / 2, at.x - across / 2 - label.width)
        for y in (at.y - up - label.height, at.y + up)
    )
    return tuple(_pushed(box) for box in (*(sides[side] for side in order.split()), *(diagonal if corners else ())))


def _pushed(box: Box) -> Box:
    return Box(min(max(0.0, box.x), max(0.0, 1 - box.width)), box.y, box.width, box.height)


def inside(box: Box) -> bool:
    return box.x >= -_EDGE and box.y >= -_EDGE and box.right <= 1 + _EDGE and box.top <= 1 + _EDGE


def placed(wanted: Sequence[Wanted], marks: Iterable[Box]) -> tuple[Box | None, ...]:
    """A place for each label, in the order of their importance; None where there is none without lying on something."""
    taken = list(marks)
    found: list[Box | None] = []
    for label in wanted:
        box = _best(label, taken)
        found.append(box)
        if box is not None:
            taken.append(box)
    return tuple(found)


def _best(label: Wanted, taken: Sequence[Box]) -> Box | None:
    """The first place that is free of everything; where it must be written, else the one that lies on least."""
    free = [box for box in label.places if inside(box) and not any(overlap(box, other) for other in taken)]
    for box in free:
        if not any(crosses(stroke, box) for stroke in (*label.own, *label.strokes)):
            return box
    return min(free, key=lambda box: _cost(label, box), default=None) if label.must else None


def _cost(label: Wanted, box: Box) -> int:
    others = sum(crosses(stroke, box) for stroke in label.strokes)
    return _ON_LINE * others + _ON_OWN_LINE * sum(crosses(stroke, box) for stroke in label.own)


def spread(places: Sequence[float], widths: Sequence[float], gap: float = 0.0) -> tuple[float | None, ...]:
    """Where words under an axis begin, so that none meets another; None for those that find no room.

    The newest (last) comes first, then the oldest, then the rest from the left. All lie within the axis.
    """
    begins: list[float | None] = [None] * len(places)
    last = len(places) - 1
    order = [last, *range(last)] if places else []
    for place in order:
        width = widths[place]
        left = min(max(0.0, places[place] - width / 2), max(0.0, 1 - width))
        others = ((begin, widths[at]) for at, begin in enumerate(begins) if begin is not None)
        if all(left >= begin + wide + gap or left + width + gap <= begin for begin, wide in others):
            begins[place] = left
    return tuple(begins)
