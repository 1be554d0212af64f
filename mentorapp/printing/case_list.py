"""P25 "Ärendelista": a row for each case, with level and week, contact, next step and what to think of."""

from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.case_list_sheet import CASE_LIST, CaseListSheet, CaseRowBlock, ContactCellBlock, LevelCellBlock
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts, short_date
from mentorapp.language.relative import ago, ahead, capital

from .flow import Block, Strip, nothing
from .lines import Span
from .meeting_parts import Made, title
from .outward import outward_paper
from .page import render
from .plan_words import Words
from .styles import ORDINARY, WIDTH, Style
from .tables import Cell, Column, table_head, table_rows
from .tagging import Element

_SMALL = replace(ORDINARY, body=Style(9.5, 13.5), strong=Style(9.5, 13.5, bold=True))
_PLACES = (0.0, 52.0, 148.0, 248.0, 378.0)
_GAP = 10.0


def render_case_list(released: Released[CaseListSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The list as PDF/UA-1 and PDF/A-2a; the head of the table is said again on every page."""
    if not isinstance(released, Released) or not isinstance(released.sheet, CaseListSheet):
        raise TypeError("render_case_list takes a released CaseListSheet")
    if released.template.code != CASE_LIST.code:
        raise ValueError(f"{released.template.code} is not {CASE_LIST.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), _SMALL)
    heading = texts("case_list.title")
    said = texts("case_list.count", count=len(sheet.rows)) if sheet.rows else texts("case_list.none")
    blocks = [title(made, heading, [said])]
    if sheet.rows:
        blocks.append(_table(made, sheet))
    paper = outward_paper(
        sheet.to, None, title=heading, texts=texts, number=number, printed_on=printed_on, foot=texts("supervision.foot")
    )
    return render(paper, made.root, blocks, Strip(0, nothing))


def _table(made: Made, sheet: CaseListSheet) -> Block:
    names = ("case", "level", "contact", "step", "flags")
    ends = (*_PLACES[1:], WIDTH + _GAP)
    columns = [
        Column(made.texts(f"case_list.column_{name}"), x, end - x - _GAP)
        for name, x, end in zip(names, _PLACES, ends, strict=True)
    ]
    table = made.root.add("Table")
    head = table_head(columns, made.style, table.add("TR"))
    again = table_head(columns, made.style, None)
    body = table_rows(columns, [_row(made, row) for row in sheet.rows], made.style, table)
    return Block([head, *body], gap=14, again=again)


def _row(made: Made, row: CaseRowBlock) -> list[Cell]:
    texts = made.texts
    return [
        (Span(row.alias, True),),
        _level(row.level, texts) if row.level else "",
        _contact(row.contact, texts, made.words.printed_on) if row.contact else "",
        _step(row),
        "\n".join(f"• {one.text}" for one in row.flags)
        if len(row.flags) > 1
        else "".join(one.text for one in row.flags),
    ]


def _step(row: CaseRowBlock) -> str:
    found = row.first or row.step
    return found.text if found else ""


def _flags(row: CaseRowBlock) -> str:
    """Each with a dot where there are several."""
    dot = "• " if len(row.flags) > 1 else ""
    return "\n".join(f"{dot}{one.text}" for one in row.flags)


def _level(one: LevelCellBlock, texts: Texts) -> str:
    """Nivå 2 · vecka 7, and below it what the level is called."""
    if one.status != EnrolmentStatus.ACTIVE:
        said = texts(f"codes.enrolment_status_{one.status}")
        return f"{texts('mentees.level', order=one.order)} · {said.lower()}\n{one.name}" if one.order else said
    if not one.order:
        return texts("case_list.before_first")
    return f"{texts('case_list.level', order=one.order, week=one.week)}\n{one.name}"


def _contact(one: ContactCellBlock, texts: Texts, today: date) -> str:
    """9 dagar sedan, promenad; and below it the next one."""
    if one.days is None:
        last = texts("case_list.no_contact")
    else:
        kind = texts(f"codes.session_kind_{one.kind}").lower() if one.kind else ""
        when = capital(ago(texts, today - timedelta(days=one.days), today))
        last = texts("case_list.last", when=when, kind=kind) if kind else when
    if one.next_on is None:
        return f"{last}\n{texts('case_list.nothing_booked')}"
    soon = (one.next_on - today).days <= 1
    day = ahead(texts, one.next_on, today) if soon else short_date(texts, one.next_on)
    return f"{last}\n{texts('case_list.next', day=day)}"
