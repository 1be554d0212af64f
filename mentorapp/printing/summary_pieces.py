"""The pieces of a summary that can stand in one column or in two: each draws itself where it is put."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from mentorapp.domain.summary_sheet import (
    ContactsBlock,
    CountBlock,
    DoneBlock,
    PlacementBlock,
    StudyBlock,
    SummarySheet,
)
from mentorapp.language import short_date

from .charts import hours_block
from .flow import Draw, Strip
from .lines import line_width, one_line
from .meeting_parts import Made
from .passages import spaced, text_strips
from .styles import LEFT, WIDTH, Style
from .tables import draw_tick
from .tagging import Element, TaggedCanvas

Piece = Callable[[Made, float, float], list[Strip]]
"""Strips in a column that begins at a place and is so wide."""

_DAY, _BOX = 52.0, 18.0


class Said(Protocol):
    @property
    def text(self) -> str: ...


def heading_of(made: Made, words: str, x: float = LEFT, width: float = WIDTH) -> list[Strip]:
    return text_strips(words, made.style.heading, made.root.add("H2"), x=x, width=width, keep=True)


def paragraphs(key: str, lines: Sequence[Said], **values: str) -> list[Piece]:
    """A heading with a paragraph for each; nothing where there is none."""

    def piece(made: Made, x: float, width: float) -> list[Strip]:
        strips = heading_of(made, made.texts(key, **values), x, width)
        for one in lines:
            strips += spaced(_text(made, one.text, x, width), 2)
        return strips

    return [piece] if lines else []


def _text(made: Made, text: str, x: float, width: float) -> list[Strip]:
    return text_strips(text, made.style.body, made.root.add("P"), x=x, width=width, chars=made.style.chars)


def done(sheet: SummarySheet) -> list[Piece]:
    """Steps with their tick, then milestones."""
    return [
        partial(_done, key, lines)
        for key, lines in (("summary.done", sheet.steps), ("summary.milestones", sheet.milestones))
        if lines
    ]


def _done(key: str, lines: Sequence[DoneBlock], made: Made, x: float, width: float) -> list[Strip]:
    strips = heading_of(made, made.texts(key), x, width)
    listed = made.root.add("L")
    for one in lines:
        strips += spaced(_ticked(made, listed, one, x, width), 3)
    return strips


def _ticked(made: Made, listed: Element, one: DoneBlock, x: float, width: float) -> list[Strip]:
    item = listed.add("LI")
    figure = item.add("Lbl").add("Figure", alt=made.texts("print.box_done"))
    body = item.add("LBody")
    strips = text_strips(one.text, made.style.body, body, x=x + _BOX, width=width - _BOX - _DAY, chars=made.style.chars)
    day = short_date(made.texts, one.on)
    if strips:
        strips[0].draw = partial(_with_tick, made, (figure, body), day, (x, x + width), strips[0].draw)
    return strips


def _with_tick(
    made: Made, elements: tuple[Element, Element], day: str, edges: tuple[float, float], rest: Draw,
    canvas: TaggedCanvas, y: float,
) -> None:  # fmt: skip
    figure, body = elements
    left, right = edges
    draw_tick(canvas, left, y, made.style, True, figure)
    rest(canvas, y)
    style = Style(made.style.body.size, made.style.body.leading, colour=made.style.second.colour)
    line = one_line(day, style, _DAY)
    canvas.mark(body)
    canvas.text(right - line_width(line, style.size), y - style.drop, line, style)


def contacts(found: ContactsBlock | None) -> list[Piece]:
    counts = found.counts if found else ()
    return [partial(_contacts, counts)] if counts else []


def _contacts(counts: Sequence[CountBlock], made: Made, x: float, width: float) -> list[Strip]:
    """Two beside one another: what kind, and how many in bold."""
    strips = heading_of(made, made.texts("summary.contacts"), x, width)
    listed = made.root.add("L")
    half = min(width / 2, 150.0)
    for place in range(0, len(counts), 2):
        row = [_count(made, listed, one, x + at * half, half) for at, one in enumerate(counts[place : place + 2])]
        strips.append(Strip(made.style.body.leading + 2, partial(_draw_row, row)))
    for strip in strips[:-1]:
        strip.glue = True
    return strips


def _draw_row(row: Sequence[Draw], canvas: TaggedCanvas, y: float) -> None:
    for draw in row:
        draw(canvas, y)


def _count(made: Made, listed: Element, one: CountBlock, x: float, width: float) -> Draw:
    item = listed.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    plain, strong = made.style.body, made.style.strong
    key = "codes.attendance_no_show" if one.kind == "no_show" else f"codes.session_kind_{one.kind}"
    name, count = one_line(made.texts(key), plain, width - 42), one_line(str(one.count), strong, 30)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(label)
        canvas.text(x, y - plain.drop, name, plain)
        canvas.mark(body)
        canvas.text(x + width - 18 - line_width(count, strong.size), y - strong.drop, count, strong)

    return draw


def placements(sheet: SummarySheet) -> list[Piece]:
    return [partial(_placement, one) for one in sheet.placements]


def _placement(one: PlacementBlock, made: Made, x: float, width: float) -> list[Strip]:
    """The kind and the place as a heading, its hours as steps where they have changed, and what is done there."""
    kind = made.texts(f"codes.placement_type_{one.type}")
    strips = heading_of(made, ", ".join(part for part in (kind, one.place.name if one.place else "") if part), x, width)
    if len(one.curve.steps) > 1:
        chart = hours_block(made.root, one.curve, made.texts, x=x, width=width).strips
        chart[-1].glue = True
        strips += spaced(chart, 4)
    return [*strips, *spaced(_text(made, one.text, x, width), 4)]


def studies(sheet: SummarySheet) -> list[Piece]:
    return [partial(_studies, sheet.studies)] if sheet.studies else []


def _studies(lines: Sequence[StudyBlock], made: Made, x: float, width: float) -> list[Strip]:
    strips = heading_of(made, made.texts("summary.studies"), x, width)
    for one in lines:
        place = f" {one.place.name}." if one.place else ""
        strips += spaced(_text(made, f"{one.text}{place}", x, width), 2)
    return strips
