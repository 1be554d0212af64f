"""Small drawings of a page: boxes to tick, rings, cards, the staircase. Strokes only: a photocopy keeps them."""

from .styles import INK, RULE, SPRUCE, Colour
from .tagging import TaggedCanvas

ROUND = 1


def tick_box(canvas: TaggedCanvas, x: float, top: float, size: float, done: bool) -> None:
    """A box with rounded corners; a real tick when done."""
    stroke = size / 11
    pen(canvas, INK, stroke)
    canvas.roundRect(x + stroke / 2, top - size + stroke / 2, size - stroke, size - stroke, size * 0.19)
    if done:
        pen(canvas, INK, stroke * 1.45)
        tick(canvas, x + size * 0.27, top - size * 0.74, size * 0.46)


def tick(canvas: TaggedCanvas, x: float, y: float, width: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y + width * 0.52)
    path.lineTo(x + width * 0.36, y + width * 0.14)
    path.lineTo(x + width, y + width)
    canvas.drawPath(path)


def ring(canvas: TaggedCanvas, x: float, y: float, radius: float, colour: Colour = SPRUCE, width: float = 1.1) -> None:
    """A ring with its middle at x, y."""
    pen(canvas, colour, width)
    canvas.circle(x, y, radius)


def card(canvas: TaggedCanvas, left: float, top: float, right: float, bottom: float) -> None:
    pen(canvas, INK, 0.6)
    canvas.roundRect(left, bottom, right - left, top - bottom, 8)


def bar(canvas: TaggedCanvas, x: float, top: float, bottom: float, width: float = 3) -> None:
    """The upright bar beside a person's own words."""
    pen(canvas, SPRUCE, width)
    canvas.setLineCap(0)
    canvas.line(x + width / 2, bottom, x + width / 2, top)


def rule(canvas: TaggedCanvas, left: float, right: float, y: float, width: float = 0.6, colour: Colour = RULE) -> None:
    pen(canvas, colour, width)
    canvas.setLineCap(0)
    canvas.line(left, y, right, y)


def stairs(canvas: TaggedCanvas, right: float, top: float) -> None:
    """Four steps upwards, 40 points wide and 32 high."""
    pen(canvas, SPRUCE, 3.6)
    x, y = right - 39.5 + 1.8, top - 32 + 1.8
    path = canvas.beginPath()
    path.moveTo(x, y)
    for run, rise in ((9.5, 9.6), (9.4, 9.4), (9.3, 9.4)):
        path.lineTo(x := x + run, y)
        path.lineTo(x, y := y + rise)
    path.lineTo(right - 1.8, y)
    canvas.drawPath(path)


def pen(canvas: TaggedCanvas, colour: Colour, width: float) -> None:
    """Round ends and corners."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setLineCap(ROUND)
    canvas.setLineJoin(ROUND)
