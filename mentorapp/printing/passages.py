"""Strips of running text: a text line by line, columns side by side, signature lines."""

from collections.abc import Sequence
from functools import partial

from . import drawings
from .flow import Strip
from .lines import NO_LIMIT, Line, Span, one_line, text_lines, wrapped
from .styles import INK, LEFT, WIDTH, Style
from .tagging import DECORATION, Element, TaggedCanvas


def text_strips(
    text: str | tuple[Span, ...],
    style: Style,
    element: Element,
    *,
    x: float = LEFT,
    width: float = WIDTH,
    chars: int = NO_LIMIT,
    phrases: bool = False,
    keep: bool = False,
) -> list[Strip]:
    """A text line by line: its first two lines stay together, its last two, and with `keep` the last and what follows.

    Content of `element`, or decoration.
    """
    spans = (Span(text, style.bold),) if isinstance(text, str) else text
    lines = wrapped(spans, style, width, chars=chars, phrases=phrases)
    last = len(lines) - 1
    return [
        Strip(
            style.leading,
            partial(_draw_line, x=x, line=line, style=style, element=element),
            glue=keep if number == last else number in (0, last - 1),
        )
        for number, line in enumerate(lines)
    ]


def _draw_line(canvas: TaggedCanvas, y: float, *, x: float, line: Line, style: Style, element: Element) -> None:
    canvas.mark(element)
    canvas.text(x, y - style.drop, line, style)


def spaced(strips: list[Strip], gap: float) -> list[Strip]:
    """The same with air above the first."""
    if strips:
        strips[0].gap = gap
    return strips


def height(strips: Sequence[Strip]) -> float:
    return sum(strip.height + strip.gap for strip in strips)


def side_by_side(columns: Sequence[list[Strip]]) -> Strip:
    """Columns as one strip that never breaks."""

    def draw(canvas: TaggedCanvas, y: float) -> None:
        for column in columns:
            at = y
            for strip in column:
                at -= strip.gap
                strip.draw(canvas, at)
                at -= strip.height

    return Strip(max(height(column) for column in columns), draw)


def signatures(
    parent: Element, signers: Sequence[tuple[str, str]], *, name: Style, role: Style | None, gap: float
) -> Strip:
    """A line for each to sign on; name and role under it, on two lines when the role has a style of its own."""
    wide = (WIDTH - gap * (len(signers) - 1)) / max(2, len(signers))
    labels = [_label(who, as_what, name, role, wide) for who, as_what in signers]
    elements = [parent.add("P") for _ in signers]
    tall = max((sum(style.leading for _, style in label) for label in labels), default=0.0)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        for number, (label, element) in enumerate(zip(labels, elements, strict=True)):
            x = LEFT + number * (wide + gap)
            canvas.mark(DECORATION)
            drawings.rule(canvas, x, x + wide, y, 0.7, INK)
            canvas.mark(element)
            at = y
            for line, style in label:
                canvas.text(x, at - style.drop, line, style)
                at -= style.leading

    return Strip(tall + 4, draw)


def _label(who: str, as_what: str, name: Style, role: Style | None, wide: float) -> list[tuple[Line, Style]]:
    if role is None:
        said = ", ".join(part for part in (who, as_what) if part)
        lines = text_lines(said, name, wide)
        if len(lines) <= 2:
            return [(line, name) for line in lines]
    label = [(one_line(who, name, wide), name), (one_line(as_what, role or name, wide), role or name)]
    return [(line, style) for line, style in label if line]
