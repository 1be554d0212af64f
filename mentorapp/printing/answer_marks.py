"""Marks on the lines of a filled form: a cross where the mentee put it, a short tick where it stood the round before.

Shapes, not colours: they are told apart after a photocopy too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from . import drawings
from .answer_lines import LINE_LEFT, AnswerLook, ring_middle
from .flow import Strip
from .lines import line_width, one_line
from .styles import INK, LEFT, MM, SECOND, WIDTH, Style
from .tagging import Element, TaggedCanvas

CROSS = 1.7 * MM
_STROKE = 1.5
_TICK, _RING_TICK = 1.7 * MM, 1.1 * MM
_TICK_STROKE = 1.3
_SIGN_ROOM = 15.0
_APART = 20.0

Sign = Callable[[TaggedCanvas, float, float], None]
"""Draws a mark with its middle at x, y."""


@dataclass(frozen=True, slots=True)
class LineMarks:
    """What stands on one line, in millimetres of 100 or as a step of `steps`."""

    value: Decimal | None
    before: Decimal | None
    steps: int | None
    look: AnswerLook

    def draw(self, canvas: TaggedCanvas, y: float) -> None:
        if self.before is not None:
            self._draw_before(canvas, self._x(self.before), y)
        if self.value is not None:
            cross(canvas, self._x(self.value), y, self.look.ring if self.steps else CROSS)

    @property
    def room(self) -> float:
        """Rings have their tick below them: on them it would hide the number."""
        return 2 * _RING_TICK if self.steps and self.before is not None else 0.0

    def _draw_before(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        if self.steps:
            earlier(canvas, x, y - self.look.ring - _RING_TICK - 1, _RING_TICK)
        else:
            earlier(canvas, x, y)

    def _x(self, value: Decimal) -> float:
        return ring_middle(int(value), self.steps, self.look) if self.steps else LINE_LEFT + float(value) * MM


def cross(canvas: TaggedCanvas, x: float, y: float, reach: float = CROSS) -> None:
    """Its strokes meet at x, y. Over a ring it reaches beyond it, as a pen does."""
    drawings.pen(canvas, INK, _STROKE)
    canvas.line(x - reach, y - reach, x + reach, y + reach)
    canvas.line(x - reach, y + reach, x + reach, y - reach)


def earlier(canvas: TaggedCanvas, x: float, y: float, reach: float = _TICK) -> None:
    drawings.pen(canvas, SECOND, _TICK_STROKE)
    canvas.setLineCap(0)
    canvas.line(x, y - reach, x, y + reach)


def legend(parent: Element, signs: list[tuple[Sign, str]], style: Style) -> Strip:
    """What each mark means, side by side on one line, or below one another where there is no room."""
    lines = [one_line(said, style, WIDTH - _SIGN_ROOM) for _sign, said in signs]
    elements = [parent.add("P") for _ in signs]
    widths = [_SIGN_ROOM + line_width(line, style.size) for line in lines]
    across = sum(widths) + _APART * (len(widths) - 1) <= WIDTH
    leading = style.leading + 2
    tall = leading * (1 if across or not signs else len(signs))

    def draw(canvas: TaggedCanvas, y: float) -> None:
        x = LEFT
        for (sign, _said), line, element, width in zip(signs, lines, elements, widths, strict=True):
            canvas.mark(element)
            sign(canvas, x + 5, y - style.drop + style.size * 0.357)
            canvas.text(x + _SIGN_ROOM, y - style.drop, line, style)
            x, y = (x + width + _APART, y) if across else (x, y - leading)

    return Strip(tall, draw)
