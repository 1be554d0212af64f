"""P20 "Allt på en gång": a picture with one lane for each actor, and the same as a table."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from mentorapp.domain.geometry import DayScale
from mentorapp.domain.lanes_sheet import LANES, AxisBlock, ContactsBlock, LanesSheet, SpanBlock
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts, full_date

from . import drawings
from .flow import Block, Strip, nothing
from .lines import beginning, one_line
from .page import render
from .passages import spaced, text_strips
from .personal import personal_paper, title_block
from .plan_words import Words
from .styles import INK, LEFT, ORDINARY, RIGHT, RULE, SECOND, SPRUCE, SPRUCE_TINT, WIDTH, Style
from .tables import Cell, Column, label_rows, table_head, table_rows
from .tagging import Element, TaggedCanvas

_NAMES = 112.0
_LANE = 25.0
_HEAD = 20.0
_SMALL = Style(8.5, 11, colour=SECOND)
_NAME = Style(9.5, 12, bold=True)
_ON_BAR = Style(8.5, 11)
_BAR = 15.0


def render_lanes(released: Released[LanesSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The lanes as PDF/UA-1 and PDF/A-2a."""
    if not isinstance(released, Released) or not isinstance(released.sheet, LanesSheet):
        raise TypeError("render_lanes takes a released LanesSheet")
    if released.template.code != LANES.code:
        raise ValueError(f"{released.template.code} is not {LANES.code}")
    sheet, words = released.sheet, Words(texts, printed_on)
    root = Element("Document")
    title = texts("print.title_lanes")
    blocks = [title_block(root, title, sheet.person)]
    if sheet.axis:
        blocks.append(_picture(root, sheet, sheet.axis, words))
    blocks += _table(root, sheet, words)
    blocks += _facts(root, sheet, words)
    paper = personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.lanes_are_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )
    return render(paper, root, blocks, Strip(0, nothing))


def _rows(spans: Sequence[SpanBlock]) -> list[tuple[str, list[SpanBlock]]]:
    """Lanes by name in the order they come; a second row where two things go on at the same time."""
    rows: list[tuple[str, list[SpanBlock]]] = []
    for span in spans:
        place = next((row for name, row in rows if name == span.lane and not any(_meet(span, o) for o in row)), None)
        if place is None:
            last = max((at for at, (name, _row) in enumerate(rows) if name == span.lane), default=len(rows) - 1)
            rows.insert(last + 1, (span.lane, [span]))
        else:
            place.append(span)
    return [(name, sorted(row, key=lambda span: span.first or date.min)) for name, row in rows]


def _meet(one: SpanBlock, other: SpanBlock) -> bool:
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (one.last or date.max)


def _picture(root: Element, sheet: LanesSheet, axis: AxisBlock, words: Words) -> Block:
    """The whole picture is one figure; what it shows stands in the table below."""
    rows = _rows(sheet.spans)
    lanes = len(rows) + (sheet.contacts is not None)
    figure = root.add("Figure", alt=words.texts("print.lanes_alt", count=lanes))
    scale = DayScale(axis.first, axis.last)
    tall = _HEAD + max(1, lanes) * _LANE + 6

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(figure)
        figure.box = (LEFT, y - tall, RIGHT, y)
        _axis(canvas, scale, y, tall, words)
        at = y - _HEAD
        if sheet.contacts:
            _contacts(canvas, scale, at, sheet.contacts)
            at -= _LANE
        before = ""
        for name, row in rows:
            if name != before:
                canvas.text(LEFT, at - _LANE / 2 - 3, one_line(name, _NAME, _NAMES - 8), _NAME)
            before = name
            for span, following in zip_longest(row, row[1:]):
                _span(canvas, scale, at, span, RIGHT if following is None else _left(scale, following))
            at -= _LANE

    return Block([Strip(tall, draw)], gap=14)


def _x(share: float) -> float:
    return LEFT + _NAMES + share * (WIDTH - _NAMES)


def _axis(canvas: TaggedCanvas, scale: DayScale, y: float, tall: float, words: Words) -> None:
    months = scale.months()
    every = 1 if len(months) <= 9 else 2
    for place, (day, share) in enumerate(months):
        drawings.pen(canvas, RULE, 0.5)
        canvas.line(_x(share), y - _HEAD + 4, _x(share), y - tall)
        if place % every == 0:
            said = words.texts(f"calendar.month_{day.month}")[:3]
            if day.month == 1 or place == 0:
                said = f"{said} {day.year % 100:02}"
            canvas.text(_x(share) + 2, y - 12, one_line(said, _SMALL, 40), _SMALL)
    today = _x(scale.clipped(words.printed_on))
    drawings.pen(canvas, INK, 1.2)
    canvas.line(today, y - _HEAD + 4, today, y - tall)


def _contacts(canvas: TaggedCanvas, scale: DayScale, top: float, contacts: ContactsBlock) -> None:
    """Filled when held, hollow when not."""
    canvas.text(LEFT, top - _LANE / 2 - 3, one_line(contacts.lane, _NAME, _NAMES - 8), _NAME)
    drawings.pen(canvas, SPRUCE, 1.0)
    middle = top - _LANE / 2
    for days, fill in ((contacts.held, 1), (contacts.missed, 0)):
        canvas.ink(SPRUCE)
        for day in days:
            canvas.circle(_x(scale.clipped(day)), middle, 2.6, stroke=1, fill=fill)


def _left(scale: DayScale, span: SpanBlock) -> float:
    ends = scale.span(span.first, span.last)
    return RIGHT if ends is None else _x(ends[0])


def _span(canvas: TaggedCanvas, scale: DayScale, top: float, span: SpanBlock, until: float) -> None:
    """A bar with its words on it, or after it where it is short, up to what comes next; dashed when pending, brackets
    round a gap."""
    ends = scale.span(span.first, span.last)
    if ends is None:
        return
    left, right = _x(ends[0]), max(_x(ends[1]), _x(ends[0]) + 3)
    y = top - _LANE / 2 - _BAR / 2
    if span.percent is not None:
        _step(canvas, left, right, top, span)
        return
    if span.gap:
        _brackets(canvas, left, right, y)
    else:
        drawings.pen(canvas, SPRUCE, 0.9)
        canvas.setDash(*((3, 2.5) if span.pending else ()))
        canvas.setFillColorRGB(*((1, 1, 1) if span.pending else SPRUCE_TINT))
        canvas.roundRect(left, y, right - left, _BAR, 3, stroke=1, fill=1)
        canvas.setDash()
    canvas.ink(INK)
    inside = right - left > 60
    room = (right - left - 8) if inside else (until - right - 6)
    if room > 24 and (inside or not span.gap):
        x = left + 4 if inside else right + 4
        canvas.text(x, y + 4.4, one_line(beginning(span.words, 60), _ON_BAR, room), _ON_BAR)


def _step(canvas: TaggedCanvas, left: float, right: float, top: float, span: SpanBlock) -> None:
    """As high as it is per cent, with a tread on top; the figure stands over the tread, or under it at full height."""
    assert span.percent is not None
    foot, most = top - _LANE + 3, _LANE - 6
    tall = max(3.0, min(1.0, span.percent / 100) * most)
    canvas.setFillColorRGB(*SPRUCE_TINT)
    canvas.rect(left, foot, right - left - 1, tall, stroke=0, fill=1)
    drawings.pen(canvas, SPRUCE, 1.6)
    canvas.line(left, foot + tall, right - 1, foot + tall)
    canvas.ink(INK)
    if right - left > 22:
        over = foot + tall + 2.5
        at = over if over + _ON_BAR.size * 0.75 <= top else foot + tall - _ON_BAR.size
        canvas.text(left + 3, at, one_line(span.short, _ON_BAR, right - left - 4), _ON_BAR)


def _brackets(canvas: TaggedCanvas, left: float, right: float, y: float) -> None:
    drawings.pen(canvas, INK, 1.0)
    canvas.setDash(1, 2.2)
    for x, way in ((left, 4), (right, -4)):
        canvas.line(x, y, x, y + _BAR)
        canvas.line(x, y, x + way, y)
        canvas.line(x, y + _BAR, x + way, y + _BAR)
    canvas.setDash()


def _facts(root: Element, sheet: LanesSheet, words: Words) -> list[Block]:
    """The enrolment from when to when, and what the mentee has lived on."""
    texts, pairs = words.texts, []
    if sheet.period:
        period = sheet.period
        since = texts("print.period", programme=period.programme, date=full_date(texts, period.started_on))
        pairs.append((texts("print.period_start"), since))
        if period.closed_on:
            reason = texts(f"codes.close_reason_{period.reason}") if period.reason else ""
            day = full_date(texts, period.closed_on)
            pairs.append((texts("print.period_end"), ", ".join(part for part in (day, reason) if part)))
    if sheet.lived_on:
        unknown = texts("print.lived_on_unknown")
        later = "print.lived_on_end" if sheet.lived_on.ended else "print.lived_on_now"
        pairs.append((texts("print.lived_on_start"), sheet.lived_on.at_start or unknown))
        pairs.append((texts(later), sheet.lived_on.later or unknown))
    if not pairs:
        return []
    return [Block(spaced(label_rows(pairs, ORDINARY, root.add("L"), label_width=150), 4), gap=16)]


def _table(root: Element, sheet: LanesSheet, words: Words) -> list[Block]:
    texts = words.texts
    rows: list[list[Cell]] = [
        [span.lane, span.words, words.day(span.first) if span.first else "", words.day(span.last) if span.last else ""]
        for span in sheet.spans
    ]
    if sheet.contacts:
        counted = texts("print.lanes_contacts", held=len(sheet.contacts.held), missed=len(sheet.contacts.missed))
        rows.insert(0, [sheet.contacts.lane, counted, "", ""])
    if not rows:
        return [Block(text_strips(texts("print.lanes_none"), ORDINARY.body, root.add("P")), gap=13)]
    columns = [
        Column(texts("print.column_who"), 0, 110),
        Column(texts("print.column_what"), 118, 190),
        Column(texts("print.column_from"), 316, 80),
        Column(texts("print.column_to"), 404, WIDTH - 404),
    ]
    table = root.add("Table")
    head = table_head(columns, ORDINARY, table.add("TR"))
    again = table_head(columns, ORDINARY, None)
    strips = [head, *table_rows(columns, rows, ORDINARY, table)]
    return [Block(spaced(strips, 4), gap=16, again=again, again_from=2)]
