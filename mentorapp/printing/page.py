"""The paper: blocks placed, pages drawn with their header and footer, the file finished."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import drawings, structure
from .flow import Block, Strip, pages
from .lines import line_width, one_line
from .structure import Facts
from .styles import BOTTOM, FOOT_RULE, FOOTER, LEFT, RIGHT, TOP, WIDTH
from .tagging import DECORATION, Element, TaggedCanvas

_FOOTER_GAP = 18.0


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands in the margins. `header` draws the head of a page, the first being 0; `bottom` is how far down the
    blocks may go."""

    facts: Facts
    foot_left: tuple[str, ...]
    foot_right: Callable[[int, int], str]
    header: Callable[[TaggedCanvas, int], None]
    first_top: float = TOP
    next_top: float = TOP
    bottom: float = BOTTOM


def render(paper: Paper, root: Element, blocks: Sequence[Block], foot: Strip) -> bytes:
    """The finished file: `foot` stands at the bottom of the last page, `root` has every element of the blocks."""
    placed = pages(blocks, first_top=paper.first_top, next_top=paper.next_top, bottom=paper.bottom, foot=foot)
    canvas = TaggedCanvas(paper.facts.language)
    for index, page in enumerate(placed):
        canvas.mark(DECORATION)
        paper.header(canvas, index)
        _footer(canvas, paper, index + 1, len(placed))
        page.draw(canvas)
        canvas.showPage()
    return structure.tagged(canvas.finished(), root, canvas.marked[: len(placed)], paper.facts)


def _footer(canvas: TaggedCanvas, paper: Paper, page: int, count: int) -> None:
    drawings.rule(canvas, LEFT, RIGHT, FOOT_RULE, 0.5, FOOTER.colour)
    baseline = FOOT_RULE - 14.6
    x = LEFT
    for text in paper.foot_left:
        line = one_line(text, FOOTER, WIDTH / 2)
        canvas.text(x, baseline, line, FOOTER)
        x += line_width(line, FOOTER.size) + _FOOTER_GAP
    right = one_line(paper.foot_right(page, count), FOOTER, WIDTH / 2)
    canvas.text(RIGHT - line_width(right, FOOTER.size), baseline, right, FOOTER)
