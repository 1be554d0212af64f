"""Blocks flow down the pages: no heading left behind, no row cut, heads drawn again where a block goes on.

A strip is what never breaks: a line, a row. Strips that hang together (`glue`) move to the next page together, unless
they are taller than a page. Everything is placed before anything is drawn, so "page x of y" is known at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from .tagging import TaggedCanvas

Draw = Callable[[TaggedCanvas, float], None]
"""Draws with its upper edge at y."""

_CLOSER = (0.6, 0.4)
"""So much of the air between blocks is left, where that saves a page."""


def nothing(canvas: TaggedCanvas, y: float) -> None:
    """Draws an empty strip."""


@dataclass(slots=True)
class Strip:
    """`glue`: never parted from the next; `gap`: air above, left out at the top of a page."""

    height: float
    draw: Draw
    glue: bool = False
    gap: float = 0.0


@dataclass(slots=True)
class Block:
    """Strips that belong together. `again` is drawn first where the block goes on after the strip `again_from`.

    `frame` gets the canvas, the upper and the lower edge of the part on one page; `pad` is its air inside.
    """

    strips: list[Strip]
    gap: float = 0.0
    again: Strip | None = None
    again_from: int = 1
    frame: Callable[[TaggedCanvas, float, float], None] | None = None
    pad: tuple[float, float] = (0.0, 0.0)


@dataclass(slots=True)
class Page:
    """What stands on a page: draw it with `y` as the upper edge."""

    placed: list[tuple[Draw, float]] = field(default_factory=list)
    frames: list[tuple[Callable[[TaggedCanvas, float, float], None], float, float]] = field(default_factory=list)

    def draw(self, canvas: TaggedCanvas) -> None:
        for frame, top, bottom in self.frames:
            frame(canvas, top, bottom)
        for draw, y in self.placed:
            draw(canvas, y)


def pages(blocks: Sequence[Block], *, first_top: float, next_top: float, bottom: float, foot: Strip) -> list[Page]:
    """The blocks on as many pages as they need; `foot` stands at the bottom of the last, never alone.

    Where a little less air between the blocks saves a page, there is less.
    """

    def placed(air: float) -> list[Page]:
        flow = _Flow(first_top, next_top, bottom)
        for block in blocks:
            reserve = foot.height + foot.gap if block is blocks[-1] else 0.0
            flow.add(replace(block, gap=block.gap * air), reserve)
        flow.page.placed.append((foot.draw, bottom + foot.height))
        return flow.pages

    best = placed(1.0)
    for air in _CLOSER:
        if len(best) == 1:
            break
        close = placed(air)
        best = close if len(close) < len(best) else best
    return best


class _Flow:
    """Where the next strip goes."""

    def __init__(self, first_top: float, next_top: float, bottom: float) -> None:
        self._next_top = next_top
        self._bottom = bottom
        self._y = first_top
        self._room = next_top - bottom
        self.pages = [Page()]

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def add(self, block: Block, reserve: float) -> None:
        """The block; its last strips leave `reserve` free below them."""
        above, below = block.pad
        around = above + below + (block.again.height if block.again else 0.0)
        self._y -= block.gap if self.page.placed else 0.0
        top: float | None = None
        for first, chain in _chains(block.strips):
            last = first + len(chain) == len(block.strips)
            whole = _tall(chain) + around + (reserve if last else 0.0) <= self._room
            for number, part in enumerate([chain] if whole else [[strip] for strip in chain]):
                need = _tall(part) + below + (above if top is None else 0.0)
                if last and (whole or number == len(chain) - 1):
                    need += reserve
                if self._y - need < self._bottom and self.page.placed:
                    self._end_frame(block, top)
                    self._new_page()
                    top = None
                if top is None:
                    top = self._begin(block, first >= block.again_from)
                self._place(part)
        self._end_frame(block, top)

    def _begin(self, block: Block, again: bool) -> float:
        top = self._y
        self._y -= block.pad[0]
        if again and block.again:
            self._place([block.again])
        return top

    def _place(self, strips: Sequence[Strip]) -> None:
        for strip in strips:
            self._y -= strip.gap if self.page.placed else 0.0
            self.page.placed.append((strip.draw, self._y))
            self._y -= strip.height

    def _end_frame(self, block: Block, top: float | None) -> None:
        if top is None:
            return
        self._y -= block.pad[1]
        if block.frame:
            self.page.frames.append((block.frame, top, self._y))

    def _new_page(self) -> None:
        self.pages.append(Page())
        self._y = self._next_top


def _tall(strips: Sequence[Strip]) -> float:
    return sum(strip.height + strip.gap for strip in strips)


def _chains(strips: Sequence[Strip]) -> Iterator[tuple[int, list[Strip]]]:
    """Strips that hang together, with the place of the first."""
    first = 0
    for index, strip in enumerate(strips):
        if not strip.glue or index == len(strips) - 1:
            yield first, list(strips[first : index + 1])
            first = index + 1
