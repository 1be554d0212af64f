"""P24 "Ärendeblad för handledning": a case on one page that nobody is known by, with room for what others say."""

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.plans import Who
from mentorapp.domain.sharing import Released
from mentorapp.domain.supervision_sheet import (
    SUPERVISION,
    CaseBlock,
    PromiseBlock,
    StepOfLadderBlock,
    SupervisionSheet,
    TotalsBlock,
)
from mentorapp.language import Texts
from mentorapp.language.chart_words import VoiceNames, number_in_words, plain_number

from . import drawings
from .flow import Block, Strip, nothing
from .meeting_parts import Made, title
from .outward import outward_paper
from .page import render
from .passages import spaced, text_strips
from .plan_words import Words, capital
from .ratings import ratings
from .small_stairs import staircase
from .styles import LEFT, ORDINARY, RIGHT, SECOND, WIDTH
from .summary_pieces import Piece, contacts, paragraphs
from .supervision_pieces import done, goals
from .tables import Cell, Column, label_rows, table_head, table_rows
from .tagging import DECORATION, Element, TaggedCanvas
from .two_columns import columns

_INSET = 16.0
_LINE, _LINES = 24.0, 3
_LABEL = 118.0


def render_supervision(released: Released[SupervisionSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The case as PDF/UA-1 and PDF/A-2a; whatever is not there leaves no heading behind."""
    if not isinstance(released, Released) or not isinstance(released.sheet, SupervisionSheet):
        raise TypeError("render_supervision takes a released SupervisionSheet")
    if released.template.code != SUPERVISION.code:
        raise ValueError(f"{released.template.code} is not {SUPERVISION.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), ORDINARY)
    heading = texts("supervision.title")
    blocks = [title(made, heading, [_who(sheet.case, texts)] if sheet.case else []), *_question(made, sheet)]
    blocks += [*_ladder(made, sheet.ladder), *goals(made, sheet.goals)]
    blocks += columns(made, [*done(sheet.done), *contacts(sheet.contacts)], _around(sheet))
    blocks += columns(made, paragraphs("supervision.obstacles", sheet.obstacles), [])
    blocks += [
        *_promises(made, sheet.promises),
        *ratings(made, sheet.ratings, None, _names(texts)),
        *_totals(made, sheet.totals),
    ]
    blocks += _lines(made, "supervision.advice")
    paper = outward_paper(
        sheet.to, None, title=heading, texts=texts, number=number, printed_on=printed_on, foot=texts("supervision.foot")
    )
    return render(paper, made.root, blocks, Strip(0, nothing))


def _around(sheet: SupervisionSheet) -> list[Piece]:
    pieces: list[Piece] = []
    for key, lines in (("work", sheet.work), ("studies", sheet.studies), ("around", sheet.around)):
        pieces += paragraphs(f"supervision.{key}", lines)
    return pieces


def _who(case: CaseBlock, texts: Texts) -> str:
    """QT 412 · 20–24 år · inskriven i 7 månader."""
    parts = [case.alias]
    if case.band is not None:
        parts.append(texts(f"supervision.age_{case.band.value}"))
    if case.months is not None:
        key = "supervision.months" if case.months else "supervision.months_none"
        parts.append(texts(key, count=case.months) if case.months else texts(key))
    return " · ".join(part for part in parts if part)


def _question(made: Made, sheet: SupervisionSheet) -> list[Block]:
    """What the mentor wants help with; else lines to write it on."""
    if sheet.question is None:
        return _lines(made, "supervision.question")
    x, style = LEFT + _INSET, made.style
    strips = text_strips(made.texts("supervision.question"), style.heading, made.root.add("H2"), x=x, keep=True)
    strips += text_strips(
        sheet.question.text, style.words, made.root.add("P"), x=x, width=WIDTH - _INSET, chars=style.words_chars
    )
    return [Block(strips, gap=16, frame=_bar)]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _lines(made: Made, key: str) -> list[Block]:
    """A heading, and lines for a hand."""
    strips = made.heading(key)
    strips += [Strip(_LINE, _line, glue=number < _LINES - 1) for number in range(_LINES)]
    return [Block(strips, gap=18)]


def _line(canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(DECORATION)
    drawings.rule(canvas, LEFT, RIGHT, y - _LINE + 3, 0.6, SECOND)


def _ladder(made: Made, ladder: Sequence[StepOfLadderBlock]) -> list[Block]:
    if not ladder:
        return []
    when = [_weeks_there(one, made.texts) for one in ladder]
    return [Block([*made.heading("supervision.ladder"), staircase(made.root, ladder, when, made.words)], gap=14)]


def _weeks_there(one: StepOfLadderBlock, texts: Texts) -> str:
    return texts("summary.level_ahead") if one.weeks is None else texts("supervision.weeks", count=one.weeks)


def _promises(made: Made, promises: Sequence[PromiseBlock]) -> list[Block]:
    """Who does what by when, by role."""
    if not promises:
        return []
    heads = (
        Column(made.texts("print.column_who"), 0, 122), Column(made.texts("print.column_what"), 132, 240),
        Column(made.texts("print.column_by"), 382, WIDTH - 382),
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [_by_whom(one, made.texts), capital(one.what), _left(one, made.texts)] for one in promises
    ]
    strips = made.heading("supervision.promises")
    table = made.root.add("Table")
    head = table_head(heads, made.style, table.add("TR"))
    again = table_head(heads, made.style, None)
    body = table_rows(heads, rows, made.style, table)
    return [Block([*strips, *spaced([head], 3), *body], gap=16, again=again, again_from=len(strips) + 1)]


def _by_whom(one: PromiseBlock, texts: Texts) -> str:
    return one.role or texts(f"supervision.who_{Who(one.who).value}")


def _left(one: PromiseBlock, texts: Texts) -> str:
    if one.weeks is None:
        return ""
    if one.weeks == 0:
        return texts("supervision.this_week")
    key = "supervision.in_weeks" if one.weeks > 0 else "supervision.weeks_ago"
    return capital(texts(key, count=abs(one.weeks)))


def _names(texts: Texts) -> VoiceNames:
    return VoiceNames(texts("supervision.now"), "", texts("supervision.before"))


def _totals(made: Made, totals: Sequence[TotalsBlock]) -> list[Block]:
    if not totals:
        return []
    strips = made.heading("supervision.totals")
    facts = [(one.title, _said(one, made.texts)) for one in totals]
    return [Block([*strips, *label_rows(facts, made.style, made.root.add("L"), label_width=_LABEL)], gap=16)]


def _said(one: TotalsBlock, texts: Texts) -> str:
    """21,4 för 9 veckor sedan · 26,5 den här veckan (gränslinje 25)."""
    parts = []
    for weeks, value in one.totals:
        when = texts("supervision.weeks_ago", count=weeks) if weeks else texts("supervision.this_week")
        parts.append(f"{number_in_words(texts, value, 1)} {when}")
    return f"{' · '.join(parts)} ({texts('charts.limit', value=plain_number(texts, one.limit))})"
