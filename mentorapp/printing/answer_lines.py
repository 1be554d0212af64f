"""The lines of a form: 0.3 mm thick and exactly 100 mm from end tick to end tick, or rings with numbers in them.

One geometry for the blank form and the filled one, so that a mark stands where it stood on the paper.
"""

from collections.abc import Callable
from dataclasses import dataclass

from . import drawings
from .flow import Strip
from .lines import Line, line_width, one_line, text_lines
from .passages import height, spaced, text_strips
from .styles import INK, LEFT, MM, RIGHT, Style
from .tagging import Element, TaggedCanvas

LINE_LEFT = LEFT + 33 * MM
LINE_RIGHT = LINE_LEFT + 100 * MM
THICK = 0.3 * MM
_TICK = 4 * MM
_AIR = 11.6
_ABOVE = 3.8
_LONG, _SHORT = 2.4 * MM, 1.4 * MM
_RULER, _RULER_NUMBER = Style(9, 12), Style(8.5, 11)

Drawing = Callable[[TaggedCanvas, float], None]
"""Draws on a line that lies at y."""


@dataclass(frozen=True, slots=True)
class AnswerLook:
    """How questions look; `ring` is the radius of a ring, `pitch` the air between two questions."""

    question: Style
    number: Style
    ends: Style
    note: Style
    chars: int
    phrases: bool
    ring: float
    pitch: float


ORDINARY_ANSWERS = AnswerLook(
    question=Style(12, 17), number=Style(12, 17, bold=True), ends=Style(10.5, 14), note=Style(9.5, 13.5),
    chars=75, phrases=False, ring=8.6, pitch=15.2,
)  # fmt: skip
EASY_ANSWERS = AnswerLook(
    question=Style(14, 18), number=Style(14, 18, bold=True), ends=Style(12, 15), note=Style(12, 16),
    chars=55, phrases=True, ring=10.5, pitch=19,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands at one line. `steps` None is a line, else so many rings; `alt` says the drawing in words."""

    number: int
    text: str
    left: str
    right: str
    steps: int | None
    alt: str


def answer_strip(
    parent: Element,
    asked: Asked,
    look: AnswerLook,
    *,
    drawing: Drawing | None = None,
    room: float = 0.0,
    notes: tuple[str, ...] = (),
) -> Strip:
    """A question over its line, with what is drawn on it and what is said below it, as one item of a list.

    `room` is what the drawing needs below the line beside what the line itself takes.
    """
    item = parent.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    question = text_strips(
        asked.text, look.question, body.add("P"), x=LINE_LEFT, width=RIGHT - LINE_LEFT, chars=look.chars,
        phrases=look.phrases,
    )  # fmt: skip
    line = _line_strip(asked, look, body, drawing)
    line.height += room
    below: list[Strip] = []
    for note in notes:
        below += text_strips(note, look.note, body.add("P"), x=LINE_LEFT, width=RIGHT - LINE_LEFT, chars=look.chars)
    column = [*question, line, *spaced(below, 1)]
    number = one_line(str(asked.number), look.number, 60)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(label)
        canvas.text(_ends_at(number, look.number), y - look.number.drop, number, look.number)
        for strip in column:
            y -= strip.gap
            strip.draw(canvas, y)
            y -= strip.height

    return Strip(height(column), draw)


def _line_strip(asked: Asked, look: AnswerLook, body: Element, drawing: Drawing | None) -> Strip:
    left = text_lines(asked.left, look.ends, LINE_LEFT - _AIR - LEFT)
    right = text_lines(asked.right, look.ends, RIGHT - _AIR - LINE_RIGHT)
    left_element, figure, right_element = body.add("P"), body.add("Figure", alt=asked.alt), body.add("P")
    half = max(_TICK / 2, look.ring + 0.6 if asked.steps else 0, len(left) * look.ends.leading / 2,
               len(right) * look.ends.leading / 2)  # fmt: skip

    def draw(canvas: TaggedCanvas, y: float) -> None:
        at = y - _ABOVE - half
        canvas.mark(left_element)
        _beside(canvas, left, look.ends, at, lambda line: _ends_at(line, look.ends))
        canvas.mark(figure)
        if asked.steps:
            _rings(canvas, at, asked.steps, look)
        else:
            answer_line(canvas, at)
        if drawing:
            drawing(canvas, at)
        figure.box = (LINE_LEFT - THICK, at - half, LINE_RIGHT + THICK, at + half)
        canvas.mark(right_element)
        _beside(canvas, right, look.ends, at, lambda _line: LINE_RIGHT + _AIR)

    return Strip(_ABOVE + 2 * half, draw)


def _ends_at(line: Line, style: Style) -> float:
    """Where a line of text begins that ends before the answer line."""
    return LINE_LEFT - _AIR - line_width(line, style.size)


def _beside(
    canvas: TaggedCanvas, lines: list[Line], style: Style, middle: float, begin: Callable[[Line], float]
) -> None:
    y = middle + len(lines) * style.leading / 2
    for line in lines:
        canvas.text(begin(line), y - style.drop, line, style)
        y -= style.leading


def answer_line(canvas: TaggedCanvas, y: float) -> None:
    """The line and its two end ticks; from the middle of one to the middle of the other it is 100 mm."""
    drawings.rule(canvas, LINE_LEFT, LINE_RIGHT, y, THICK, INK)
    for x in (LINE_LEFT, LINE_RIGHT):
        canvas.line(x, y - _TICK / 2, x, y + _TICK / 2)


def ring_middle(step: int, steps: int, look: AnswerLook) -> float:
    """Where the ring of a step has its middle: the first and the last stand at the ends of the line."""
    return LINE_LEFT + look.ring + (step - 1) * (100 * MM - 2 * look.ring) / (steps - 1)


def _rings(canvas: TaggedCanvas, y: float, steps: int, look: AnswerLook) -> None:
    for step in range(1, steps + 1):
        x = ring_middle(step, steps, look)
        drawings.ring(canvas, x, y, look.ring, INK, 0.3 * MM)
        number = one_line(str(step), look.ends, 40)
        half = line_width(number, look.ends.size) / 2
        canvas.text(x - half, y - look.ends.size * 0.357, number, look.ends)


def control_ruler(canvas: TaggedCanvas, y: float, said: str, words: Element, figure: Element) -> None:
    """Exactly 100 mm in steps of ten, to be measured where a printer may have scaled the paper."""
    canvas.mark(words)
    _beside(canvas, text_lines(said, _RULER, LINE_LEFT - _AIR - LEFT), _RULER, y - 2, lambda ln: _ends_at(ln, _RULER))
    canvas.mark(figure)
    drawings.rule(canvas, LINE_LEFT, LINE_RIGHT, y, THICK, INK)
    for step in range(11):
        x = LINE_LEFT + step * 10 * MM
        canvas.line(x, y, x, y - (_LONG if step % 5 == 0 else _SHORT))
        number = one_line(str(step * 10), _RULER_NUMBER, 40)
        half = line_width(number, _RULER_NUMBER.size) / 2
        canvas.text(x - half, y - _LONG - 8.5, number, _RULER_NUMBER)
    figure.box = (LINE_LEFT - THICK, y - _LONG - 11, LINE_RIGHT + THICK, y + THICK)
