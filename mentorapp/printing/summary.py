"""P02 "Sammanfattning inför trepartsmöte": where somebody is, what is done since last time, and what to decide."""

from datetime import date

from mentorapp.domain.sharing import Released
from mentorapp.domain.summary_sheet import SUMMARY, SummarySheet
from mentorapp.language import Texts, day_and_month, full_date
from mentorapp.language.chart_words import voice_names

from .flow import Block, Strip, nothing
from .meeting_parts import Made, doer, said, title
from .outward import outward_paper
from .page import render
from .passages import spaced
from .plan_words import Words
from .ratings import ratings
from .small_stairs import small_stairs
from .styles import ORDINARY, WIDTH
from .summary_pieces import Piece, contacts, done, heading_of, paragraphs, placements, studies
from .tables import Cell, Column, table_head, table_rows
from .tagging import Element
from .two_columns import columns


def render_summary(released: Released[SummarySheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The summary as PDF/UA-1 and PDF/A-2a: headings only for what is there."""
    if not isinstance(released, Released) or not isinstance(released.sheet, SummarySheet):
        raise TypeError("render_summary takes a released SummarySheet")
    if released.template.code != SUMMARY.code:
        raise ValueError(f"{released.template.code} is not {SUMMARY.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), ORDINARY)
    name = sheet.person.preferred_name if sheet.person else ""
    heading = texts("summary.title")
    blocks = [title(made, heading, _below(made, sheet)), *_level(made, sheet, name)]
    blocks += columns(made, [*done(sheet), *contacts(sheet.contacts)], [*placements(sheet), *studies(sheet)])
    waiting = paragraphs("summary.obstacles", sheet.obstacles)
    blocks += columns(made, paragraphs("summary.income", sheet.incomes), [*_raised(sheet, name), *waiting])
    blocks += [*ratings(made, sheet.ratings, sheet.trend, voice_names(texts, name)), *_promises(made, sheet)]
    blocks += columns(made, paragraphs("summary.proposals", sheet.proposals), [])
    paper = outward_paper(sheet.to, sheet.mentor, title=heading, texts=texts, number=number, printed_on=printed_on)
    return render(paper, made.root, blocks, Strip(0, nothing))


def _below(made: Made, sheet: SummarySheet) -> list[str]:
    """Birk Provare · 26 augusti till 25 november 2026; then the meeting that it is for."""
    texts, parts = made.texts, [sheet.person.full_name if sheet.person else ""]
    if sheet.period:
        parts.append(_period(texts, sheet.period.first, sheet.period.last))
    below = [" · ".join(part for part in parts if part)]
    if sheet.when:
        below.append(texts("summary.for_meeting", when=made.when(sheet.when)))
    return [one for one in below if one]


def _period(texts: Texts, first: date, last: date) -> str:
    """The year once where it is the same."""
    end = full_date(texts, last)
    if first == last:
        return end
    begin = day_and_month(texts, first) if first.year == last.year else full_date(texts, first)
    return texts("summary.period", first=begin, last=end)


def _level(made: Made, sheet: SummarySheet, name: str) -> list[Block]:
    if sheet.level is None or not sheet.level.stairs:
        return []
    words = made.texts("summary.level", name=name) if name else made.texts("summary.level_unnamed")
    return [Block([*heading_of(made, words), small_stairs(made.root, sheet.level.stairs, made.words)], gap=14)]


def _raised(sheet: SummarySheet, name: str) -> list[Piece]:
    if sheet.raised is None:
        return []
    if name:
        return paragraphs("papers.wants_raised", (sheet.raised,), name=name)
    return paragraphs("papers.wants_raised_unnamed", (sheet.raised,))


def _promises(made: Made, sheet: SummarySheet) -> list[Block]:
    """Who does what by when."""
    if not sheet.promises:
        return []
    heads = (
        Column(made.texts("print.column_who"), 0, 122), Column(made.texts("print.column_what"), 132, 240),
        Column(made.texts("print.column_by"), 382, WIDTH - 382),
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [said(doer(one)), said(one.what), made.words.day(one.by) if one.by else ""] for one in sheet.promises
    ]
    strips = made.heading("papers.who_does_what")
    table = made.root.add("Table")
    head = table_head(heads, made.style, table.add("TR"))
    again = table_head(heads, made.style, None)
    body = table_rows(heads, rows, made.style, table)
    return [Block([*strips, *spaced([head], 3), *body], gap=16, again=again, again_from=len(strips) + 1)]
