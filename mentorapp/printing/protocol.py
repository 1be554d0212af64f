"""P08 "Det här kom vi överens om": who was there, what was said, who does what by when, and a line for each to sign."""

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.meeting_sheets import PROTOCOL, DecisionBlock, PartyBlock, ProtocolSheet
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Strip, nothing
from .lines import Span
from .meeting_parts import Made, doer, numbered, party_block, title, under_heading
from .outward import outward_paper
from .page import render
from .passages import signatures, spaced, text_strips
from .plan_words import Words
from .styles import EASY, LEFT, ORDINARY, RIGHT, SECOND, WIDTH
from .tables import Cell, Column, Tick, table_head, table_rows
from .tagging import DECORATION, Element, TaggedCanvas

_ROOM_FOR_A_HAND = 34.0
_A_ROW = 3
_EMPTY_LINES, _EMPTY_ROWS = 6, 5
_LINE = 25.0
_CARD = 18.0


def render_protocol(
    released: Released[ProtocolSheet], *, texts: Texts, easy: bool, number: str, printed_on: date
) -> bytes:
    """The protocol as PDF/UA-1 and PDF/A-2a. Before the meeting it is a paper to write on by hand."""
    if not isinstance(released, Released) or not isinstance(released.sheet, ProtocolSheet):
        raise TypeError("render_protocol takes a released ProtocolSheet")
    if released.template.code != PROTOCOL.code:
        raise ValueError(f"{released.template.code} is not {PROTOCOL.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), EASY if easy else ORDINARY)
    heading = texts("papers.title_protocol")
    below = [texts("papers.protocol_of", when=made.when(sheet.when))] if sheet.when else []
    blocks = [title(made, heading, below), *party_block(made, "papers.present", sheet.parties, boxes=True)]
    blocks += [*_points(made, sheet), *_decisions(made, sheet), *_next(made, sheet)]
    signing = _signatures(made, sheet.parties)
    paper = outward_paper(
        None, sheet.mentor, title=heading, texts=texts, number=number, printed_on=printed_on, everybody=True
    )
    return render(paper, made.root, blocks, signing)


def _points(made: Made, sheet: ProtocolSheet) -> list[Block]:
    if not sheet.points:
        return [Block([*made.heading("papers.talked_about"), *_to_write_on(_EMPTY_LINES)], gap=18)]
    entries = [(one.text, "") for one in sheet.points]
    return under_heading(made.heading("papers.talked_about"), numbered(made, entries))


def _to_write_on(count: int) -> list[Strip]:
    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(DECORATION)
        drawings.rule(canvas, LEFT, RIGHT, y - _LINE, 0.7, SECOND)

    return [Strip(_LINE, draw, glue=number < count - 1) for number in range(count)]


def _decisions(made: Made, sheet: ProtocolSheet) -> list[Block]:
    """The table of who does what. Nothing decided yet gives empty rows to write in."""
    needs = not sheet.decisions or any(one.need for one in sheet.decisions)
    columns = _columns(made, needs)
    rows: list[list[Cell]] = [_row(made, one, needs) for one in sheet.decisions]
    empty = 0 if rows else _EMPTY_ROWS
    rows += [[*[""] * (len(columns) - 1), Tick(False, made.texts("print.box_open"))] for _ in range(empty)]
    table = made.root.add("Table")
    head = table_head(columns, made.style, table.add("TR"))
    again = table_head(columns, made.style, None)
    strips = made.heading("papers.who_does_what")
    body = table_rows(columns, rows, made.style, table)
    if empty:
        for strip in body:
            strip.gap = 8
    return [Block([*strips, *spaced([head], 3), *body], gap=18, again=again, again_from=len(strips) + 1)]


def _columns(made: Made, needs: bool) -> tuple[Column, ...]:
    """Need, action, who, by when and done (S11); where nobody said a need, who stands first and has its room."""
    texts, by = made.texts, 346.0 if made.style is EASY else 364.0
    who, what = texts("print.column_who"), texts("print.column_what")
    first = (
        (Column(texts("papers.column_need"), 0, 100), Column(what, 108, by - 212), Column(who, by - 96, 90))
        if needs
        else (Column(who, 0, 112), Column(what, 120, by - 128))
    )
    return (
        *first,
        Column(texts("print.column_by"), by, 440 - by),
        Column(texts("print.column_done"), 446, WIDTH - 446),
    )


def _row(made: Made, one: DecisionBlock, needs: bool) -> list[Cell]:
    by = made.words.day(one.by) if one.by else ""
    what = made.texts("papers.since_earlier", what=one.what) if one.earlier else one.what
    first = [one.need, what, doer(one)] if needs else [doer(one), what]
    return [*first, by, Tick(one.done, made.texts("print.box_done" if one.done else "print.box_open"))]


def _next(made: Made, sheet: ProtocolSheet) -> list[Block]:
    """A card with the next day, or a line to write it on."""
    lead = made.texts("papers.meet_again")
    spans = (Span(lead, True), Span(f" {made.when(sheet.next_on)}")) if sheet.next_on else (Span(lead, True),)
    strips = text_strips(
        spans, made.style.body, made.root.add("P"), x=LEFT + _CARD, width=WIDTH - 2 * _CARD, chars=made.style.chars
    )
    return [Block(strips, gap=20, frame=_card, pad=(11, 11))]


def _card(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.card(canvas, LEFT, top, RIGHT, bottom)


def _signatures(made: Made, parties: Sequence[PartyBlock]) -> Strip:
    """A line for each who was there, or may come: three beside one another, with room for a hand above."""
    signing = [one for one in parties if one.signs and one.came is not False]
    if not signing:
        return Strip(0, nothing)
    parent = made.root.add("Sect")
    rows = [signing[place : place + _A_ROW] for place in range(0, len(signing), _A_ROW)]
    strips = [
        signatures(
            parent, [(one.name, one.said) for one in row], name=made.style.strong, role=made.style.second, gap=18
        )
        for row in rows
    ]
    for strip in strips:
        strip.gap = _ROOM_FOR_A_HAND

    def draw(canvas: TaggedCanvas, y: float) -> None:
        at = y
        for strip in strips:
            at -= strip.gap
            strip.draw(canvas, at)
            at -= strip.height

    return Strip(sum(one.gap + one.height for one in strips), draw)
