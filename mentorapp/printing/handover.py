"""P11 "Överlämning": what a new mentor needs to go on with; at the foot the two mentors and the mentee sign."""

from dataclasses import replace
from datetime import date

from mentorapp.domain.handover_sheet import HANDOVER, HandoverSheet
from mentorapp.domain.record_sheet import PartBlock
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from .flow import Strip, nothing
from .meeting_parts import Made, title
from .outward import outward_paper
from .page import render
from .passages import signatures
from .plan_words import Words
from .record import part_blocks
from .styles import ORDINARY, SECOND, Style
from .tagging import Element

_SIGNED = Style(10, 14, bold=True)
_ROLE = Style(10, 14, colour=SECOND)


def render_handover(released: Released[HandoverSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The handover as PDF/UA-1 and PDF/A-2a: headings only for what is there."""
    if not isinstance(released, Released) or not isinstance(released.sheet, HandoverSheet):
        raise TypeError("render_handover takes a released HandoverSheet")
    if released.template.code != HANDOVER.code:
        raise ValueError(f"{released.template.code} is not {HANDOVER.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), ORDINARY)
    heading = texts("handover.title")
    blocks = [title(made, heading, [sheet.person.full_name] if sheet.person else [])]
    for part in sheet.parts:
        blocks += part_blocks(made.root, _without_empty_columns(part), texts, HANDOVER.code)
    paper = outward_paper(sheet.to, sheet.mentor, title=heading, texts=texts, number=number, printed_on=printed_on)
    signed = len(blocks) > 1 and sheet.person is not None
    return render(paper, made.root, blocks, _signed(made, sheet) if signed else Strip(0, nothing))


def _without_empty_columns(part: PartBlock) -> PartBlock:
    """A column of which nothing is there gives its room to the others."""
    kept = [place for place, _ in enumerate(part.columns) if any(row.cells[place] for row in part.rows)]
    if len(kept) == len(part.columns) or not kept:
        return part
    room = sum(part.shares[place] for place in kept)
    return replace(
        part,
        columns=tuple(part.columns[place] for place in kept),
        shares=tuple(part.shares[place] / room for place in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in part.rows),
    )


def _signed(made: Made, sheet: HandoverSheet) -> Strip:
    texts = made.texts
    names = [
        (sheet.mentor.name if sheet.mentor else "", texts("handover.hands_over")),
        (sheet.to.name if sheet.to else "", texts("handover.takes_over")),
        (sheet.person.full_name if sheet.person else "", texts("papers.role_mentee")),
    ]
    strip = signatures(made.root, names, name=_SIGNED, role=_ROLE, gap=22.5)
    strip.gap = 38
    return strip
