"""P10, P16, P17, P26 and P27: papers that tell, part by part; a part of which nothing may be shown leaves no trace."""

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.record_sheet import (
    CERTIFICATE,
    CLOSING_SUMMARY,
    DISPOSAL,
    EXTRACT,
    SUPPORT,
    EntryBlock,
    PartBlock,
    RecordSheet,
)
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Strip, nothing
from .lines import Span
from .page import render
from .passages import signatures, spaced, text_strips
from .personal import personal_paper, title_block
from .styles import LEFT, ORDINARY, SECOND, WIDTH, Style
from .tables import Cell, Column, label_rows, table_head, table_rows
from .tagging import DECORATION, Element, TaggedCanvas

_SIGNED = Style(10, 14, bold=True)
_ROLE = Style(10, 14, colour=SECOND)
_GAP = 10.0
_WHEN = 106.0
_SHORT = 56
_LABEL = 118.0
_TOGETHER = 14
_BAR = 16
_CODES = frozenset(one.code for one in (CERTIFICATE, CLOSING_SUMMARY, DISPOSAL, EXTRACT, SUPPORT))
_SIGNED_BY_MENTOR = frozenset({CERTIFICATE.code, DISPOSAL.code})


def render_record(released: Released[RecordSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-2a; its code says what it is called."""
    if not isinstance(released, Released) or not isinstance(released.sheet, RecordSheet):
        raise TypeError("render_record takes a released RecordSheet")
    code = released.template.code
    if code not in _CODES:
        raise ValueError(f"{code} is no paper that tells")
    sheet = released.sheet
    root = Element("Document")
    title = texts(f"record.title_{code}")
    blocks = [title_block(root, title, sheet.person)]
    if sheet.lead:
        blocks.append(Block(text_strips(sheet.lead.text, ORDINARY.body, root.add("P"), chars=ORDINARY.chars), gap=10))
    parts = [block for part in sheet.parts for block in part_blocks(root, part, texts, code)]
    blocks += parts or [Block(text_strips(texts(f"record.none_{code}"), ORDINARY.body, root.add("P")), gap=14)]
    paper = personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts(f"record.owned_{code}"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )
    signed = code in _SIGNED_BY_MENTOR and bool(parts)
    return render(paper, root, blocks, _signature(root, sheet, texts) if signed else Strip(0, nothing))


def part_blocks(root: Element, part: PartBlock, texts: Texts, code: str) -> list[Block]:
    if not (part.sentences or part.facts or part.rows or part.entries or part.quoted):
        return []
    strips = text_strips(part.heading, ORDINARY.heading, root.add("H2"), keep=True)
    for sentence in part.sentences:
        made = text_strips(sentence.text, ORDINARY.body, root.add("P"), chars=ORDINARY.chars)
        strips += spaced(made, 3)
    if part.facts:
        facts = [(one.label, one.value) for one in part.facts]
        rows = label_rows(facts, ORDINARY, root.add("L"), label_width=_LABEL)
        if len(rows) <= _TOGETHER:
            for row in rows[:-1]:
                row.glue = True
        strips += spaced(rows, 3)
    if part.sentences or part.facts:
        blocks = [Block(strips, gap=16)]
        strips = []
    else:
        blocks = []
    blocks += _quoted(root, part, strips)
    if part.quoted:
        strips = []
    return blocks + _table(root, part, strips, texts, code)


def _quoted(root: Element, part: PartBlock, head: list[Strip]) -> list[Block]:
    """Somebody's own words, beside a bar."""
    if not part.quoted:
        return []
    x = LEFT + _BAR
    words = text_strips(
        part.quoted.text, ORDINARY.words, root.add("P"), x=x, width=WIDTH - _BAR, chars=ORDINARY.words_chars
    )
    said = Block(words, gap=8, frame=_bar)
    return [Block(head, gap=16), said] if head else [said]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _table(root: Element, part: PartBlock, strips: list[Strip], texts: Texts, code: str) -> list[Block]:
    """The head is said again where the table goes on."""
    if not (part.rows or part.entries):
        return []
    rows: list[list[Cell]]
    if part.entries:
        what = texts("record.column_stored" if code == EXTRACT.code else "print.column_what")
        columns = [
            Column(texts("record.column_when"), 0, _WHEN),
            Column(what, _WHEN + _GAP, WIDTH - _WHEN - _GAP),
        ]
        rows = [[entry.when, _facts(entry)] for entry in part.entries]
    else:
        columns = _columns(part.columns, part.shares)
        rows = [list(row.cells) for row in part.rows]
    table = root.add("Table")
    head = table_head(columns, ORDINARY, table.add("TR"))
    again = table_head(columns, ORDINARY, None)
    gap = 16 if strips else 8
    before = len(strips)
    whole = [*strips, *spaced([head], 3), *table_rows(columns, rows, ORDINARY, table)]
    return [Block(whole, gap=gap, again=again, again_from=before + 1)]


def _columns(titles: Sequence[str], shares: Sequence[float]) -> list[Column]:
    room = WIDTH - _GAP * (len(titles) - 1)
    columns, x = [], 0.0
    for title, share in zip(titles, shares, strict=True):
        columns.append(Column(title, x, room * share))
        x += room * share + _GAP
    return columns


def _facts(entry: EntryBlock) -> tuple[Span, ...]:
    """Short facts on one line after the other; a long one begins a line of its own."""
    spans: list[Span] = []
    for place, fact in enumerate(entry.facts):
        long = len(fact.value) > _SHORT or "\n" in fact.value
        if place:
            spans.append(Span("\n" if long or _is_long(entry.facts[place - 1].value) else "\u00a0· "))
        if fact.label:
            spans.append(Span(f"{fact.label}: ", bold=True))
        spans.append(Span(fact.value))
    return tuple(spans)


def _is_long(value: str) -> bool:
    return len(value) > _SHORT or "\n" in value


def _signature(root: Element, sheet: RecordSheet, texts: Texts) -> Strip:
    name = sheet.mentor.name if sheet.mentor else ""
    role = (sheet.mentor.title if sheet.mentor else "") or texts("print.role_mentor")
    strip = signatures(root, [(name, role)], name=_SIGNED, role=_ROLE, gap=22.5)
    strip.gap = 38
    return strip
