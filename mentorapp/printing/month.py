"""P12 "Månadsavstämning": the month of each of a caseworker's mentees; who is not told of leaves no trace."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from mentorapp.domain.month_sheet import MONTH, MonthSheet
from mentorapp.domain.record_sheet import FactBlock
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from .flow import Block, Strip, nothing
from .meeting_parts import Made, title
from .outward import outward_paper
from .page import render
from .passages import spaced, text_strips
from .plan_words import Words
from .styles import ORDINARY
from .tables import label_rows
from .tagging import Element

_LABEL = 118.0
_LINE = 64


def render_month(
    released: Sequence[Released[MonthSheet]], *, month: date, texts: Texts, number: str, printed_on: date
) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-2a; every sheet of it is for the same recipient."""
    if not released or not all(isinstance(one, Released) and isinstance(one.sheet, MonthSheet) for one in released):
        raise TypeError("render_month takes released MonthSheets")
    if any(one.template.code != MONTH.code or one.recipients != released[0].recipients for one in released):
        raise ValueError(f"not {MONTH.code} for one recipient")
    made = Made(Element("Document"), Words(texts, printed_on), ORDINARY)
    heading = texts("month.title")
    said = texts("month.of", month=texts(f"calendar.month_{month.month}"), year=month.year)
    blocks = [title(made, heading, [said])]
    told = [one.sheet for one in released if one.sheet.says_something]
    blocks += [_person(made, sheet) for sheet in told] or [_nobody(made)]
    head = released[0].sheet
    paper = outward_paper(head.to, head.mentor, title=heading, texts=texts, number=number, printed_on=printed_on)
    return render(paper, made.root, blocks, Strip(0, nothing))


def _nobody(made: Made) -> Block:
    return Block(made.text(made.texts("month.nothing")), gap=14)


def _person(made: Made, sheet: MonthSheet) -> Block:
    name = sheet.person.full_name if sheet.person else ""
    strips = text_strips(name, made.style.heading, made.root.add("H2"), keep=True)
    rows = label_rows(_rows(sheet.facts), made.style, made.root.add("L"), label_width=_LABEL)
    for row in rows[:2]:
        row.glue = True
    return Block([*strips, *spaced(rows, 3)], gap=18)


def _rows(facts: Sequence[FactBlock]) -> list[tuple[str, str]]:
    """What is short stands on one line; a line each for what is not."""
    found = []
    for label, group in groupby(facts, key=lambda one: one.label):
        values = [one.value for one in group]
        together = " · ".join(values)
        found.append((label, together if len(together) <= _LINE else "\n".join(values)))
    return found
