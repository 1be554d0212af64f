"""Paragraphs of our own words, and short lists of advice: what the papers for the mentor's own use are made of."""

from collections.abc import Sequence

from .flow import Block, Strip
from .lines import one_line
from .markup import paragraph
from .passages import spaced, text_strips
from .styles import LEFT, ORDINARY, WIDTH
from .tagging import Element, TaggedCanvas


def running(text: str, element: Element, x: float, width: float) -> Strip:
    """A paragraph of our own words."""
    made = paragraph(text, ORDINARY.body)
    height = made.wrap(width, 10_000)[1]

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(element)
        made.drawOn(canvas, x, y - height)

    return Strip(height, draw)


def advice(root: Element, heading: str, sentences: Sequence[str], *, numbered: bool) -> Block:
    """A heading with short pieces of advice, all on one page."""
    strips = text_strips(heading, ORDINARY.heading, root.add("H2"), keep=True)
    parent = root.add("L")
    for number, sentence in enumerate(sentences, 1):
        item = parent.add("LI")
        sign = item.add("Lbl")
        said = running(sentence, item.add("LBody"), LEFT + 16, WIDTH - 16)
        led = _led(f"{number}" if numbered else "\u2013", sign, said)
        strips += spaced([led], 3 if number == 1 else 0)
    for strip in strips[:-1]:
        strip.glue = True
    return Block(strips, gap=16)


def _led(sign: str, element: Element, said: Strip) -> Strip:
    """A paragraph with a number or a dash before it."""

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(element)
        canvas.text(LEFT, y - ORDINARY.body.size, one_line(sign, ORDINARY.body, 14), ORDINARY.body)
        said.draw(canvas, y)

    return Strip(said.height + 2, draw)
