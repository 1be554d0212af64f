"""The paper: blocks placed, pages drawn with their header and footer, the file finished."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import drawings, structure
from .flow import Block, Strip, pages
from .lines import line_width, one_line
from .structure import Facts
from .styles import BOTTOM, FOOT_RULE, FOOTER, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from .tagging import DECORATION, Element, TaggedCanvas

_FOOTER_GAP = 18.0


@dataclass(frozen=True, slots=True)
class Format:
    """The size of a page and its margins, in points."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    foot_rule: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def bottom(self) -> float:
        return self.foot_rule + 9


A4 = Format((PAGE_WIDTH, PAGE_HEIGHT), LEFT, RIGHT, TOP, FOOT_RULE)
A6 = Format((105 * MM, 148 * MM), 10 * MM, 95 * MM, 138 * MM, 14 * MM)


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
    sheet: Format = A4


def render(paper: Paper, root: Element, blocks: Sequence[Block], foot: Strip) -> bytes:
    """The finished file: `foot` stands at the bottom of the last page, `root` has every element of the blocks."""
    placed = pages(blocks, first_top=paper.first_top, next_top=paper.next_top, bottom=paper.bottom, foot=foot)
    canvas = TaggedCanvas(paper.facts.language, paper.sheet.size)
    for index, page in enumerate(placed):
        canvas.mark(DECORATION)
        paper.header(canvas, index)
        _footer(canvas, paper, index + 1, len(placed))
        page.draw(canvas)
        canvas.showPage()
    return structure.tagged(canvas.finished(), root, canvas.marked[: len(placed)], paper.facts)


def _footer(canvas: TaggedCanvas, paper: Paper, page: int, count: int) -> None:
    drawings.rule(canvas, paper.sheet.left, paper.sheet.right, paper.sheet.foot_rule, 0.5, FOOTER.colour)
    baseline = paper.sheet.foot_rule - 14.6
    x = paper.sheet.left
    for text in paper.foot_left:
        line = one_line(text, FOOTER, paper.sheet.width / 2)
        canvas.text(x, baseline, line, FOOTER)
        x += line_width(line, FOOTER.size) + _FOOTER_GAP
    right = one_line(paper.foot_right(page, count), FOOTER, paper.sheet.width / 2)
    canvas.text(paper.sheet.right - line_width(right, FOOTER.size), baseline, right, FOOTER)
