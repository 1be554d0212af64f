"""The staircase on paper: where somebody is, not how fast. Strokes and hatching only, so that a photocopy keeps it."""

from math import cos, pi, sin

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import Box, hatch_lines, pennant, stair_boxes

from . import drawings
from .styles import INK, RUST, RUST_TINT, SECOND, SPRUCE, SPRUCE_TINT, Colour
from .tagging import TaggedCanvas

_FIRST = 102 / 72
_STROKE = 4.2
_DASH = (7.0, 5.0)
_AIR = 5.0
_BELOW_WORDS = 80.0
_COLOURS: dict[StepState, Colour] = {StepState.BEEN: SPRUCE, StepState.HERE: RUST, StepState.AHEAD: SECOND}


def steps(left: float, bottom: float, width: float, height: float, count: int) -> tuple[Box, ...]:
    """The steps in points; the last one reaches `height`."""
    return tuple(
        Box(left + box.x * width, bottom, box.width * width, box.height * height) for box in stair_boxes(count, _FIRST)
    )


def draw(
    canvas: TaggedCanvas,
    boxes: tuple[Box, ...],
    states: tuple[StepState, ...],
    goals: tuple[bool, ...],
    depths: tuple[float, ...],
) -> None:
    """The stair with what is below it, the figure where the person stands, the flag over the goal, and a sun. `depths`
    are how far down from each tread its words reach."""
    for box, state, depth in zip(boxes, states, depths, strict=True):
        _ground(canvas, box, state, depth)
    drawings.rule(canvas, boxes[0].x, boxes[-1].right, boxes[0].y, 1.4, INK)
    _outline(canvas, boxes, states)
    here = [place for place, state in enumerate(states) if state is StepState.HERE]
    if here:
        _figure(canvas, boxes[here[-1]].middle, boxes[here[-1]].top + _STROKE)
    for box, goal in zip(boxes, goals, strict=True):
        if goal:
            _flag(canvas, box.middle - 12, box.top + 1)
    if len(boxes) > 2 and (not here or here[-1] > 0):
        _sun(canvas, boxes[0].right - 4, boxes[-1].top - 4)


def _ground(canvas: TaggedCanvas, box: Box, state: StepState, depth: float) -> None:
    """Below the words: a tint where one has been, hatching where one is."""
    height = box.height - max(_BELOW_WORDS, depth + _AIR)
    if height < 4 or state is StepState.AHEAD:
        return
    x, width = box.x + _AIR, box.width - 2 * _AIR
    if state is StepState.BEEN:
        canvas.ink(SPRUCE_TINT)
        canvas.rect(x, box.y + 1, width, height, stroke=0, fill=1)
        return
    drawings.pen(canvas, RUST_TINT, 1.5)
    for start, end in hatch_lines(width, height, 10):
        canvas.line(x + start.x, box.y + 1 + start.y, x + end.x, box.y + 1 + end.y)


def _outline(canvas: TaggedCanvas, boxes: tuple[Box, ...], states: tuple[StepState, ...]) -> None:
    """Up each riser and along its tread; dashed where the person has not been."""
    foot = boxes[0].y
    for box, state in zip(boxes, states, strict=True):
        drawings.pen(canvas, _COLOURS[state], _STROKE if state is not StepState.AHEAD else 2.2)
        canvas.setDash(*(_DASH if state is StepState.AHEAD else ()))
        path = canvas.beginPath()
        path.moveTo(box.x, foot)
        path.lineTo(box.x, box.top)
        path.lineTo(box.right, box.top)
        if box is boxes[-1]:
            path.lineTo(box.right, box.y)
        canvas.drawPath(path)
        foot = box.top
    canvas.setDash()


def _figure(canvas: TaggedCanvas, x: float, y: float) -> None:
    """A circle and a short body, without face, sex, age or colour."""
    canvas.ink(INK)
    body = canvas.beginPath()
    body.moveTo(x - 16, y)
    body.lineTo(x - 16, y + 8)
    body.curveTo(x - 16, y + 27, x - 10, y + 34, x, y + 34)
    body.curveTo(x + 10, y + 34, x + 16, y + 27, x + 16, y + 8)
    body.lineTo(x + 16, y)
    body.close()
    canvas.drawPath(body, stroke=0, fill=1)
    canvas.circle(x, y + 49, 11, stroke=0, fill=1)


def _flag(canvas: TaggedCanvas, x: float, y: float) -> None:
    height = 62.0
    drawings.pen(canvas, INK, 2.8)
    pole, flag = pennant()
    for points in (pole, flag):
        path = canvas.beginPath()
        path.moveTo(x + points[0].x * height * 0.65, y + points[0].y * height)
        for point in points[1:]:
            path.lineTo(x + point.x * height * 0.65, y + point.y * height)
        canvas.drawPath(path)


def _sun(canvas: TaggedCanvas, x: float, y: float) -> None:
    drawings.pen(canvas, INK, 1.6)
    canvas.circle(x, y, 26)
    for place in range(12):
        way = place * pi / 6
        canvas.line(x + 35 * cos(way), y + 35 * sin(way), x + 44 * cos(way), y + 44 * sin(way))
