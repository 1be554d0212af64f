"""P07 "Dagordning": when and where, the question of the meeting, who comes, and what to talk about."""

from datetime import date

from mentorapp.domain.meeting_sheets import AGENDA, AgendaSheet
from mentorapp.domain.sharing import Audience, Released
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Strip, nothing
from .meeting_parts import Made, numbered, party_block, said, title, under_heading
from .outward import outward_paper
from .page import render
from .passages import text_strips
from .plan_words import Words
from .styles import EASY, LEFT, ORDINARY, WIDTH
from .tagging import DECORATION, Element, TaggedCanvas

_INSET = 16.0


def render_agenda(released: Released[AgendaSheet], *, texts: Texts, easy: bool, number: str, printed_on: date) -> bytes:
    """The agenda as PDF/UA-1 and PDF/A-2a. Without consent it is when and where, and looks like a whole paper."""
    if not isinstance(released, Released) or not isinstance(released.sheet, AgendaSheet):
        raise TypeError("render_agenda takes a released AgendaSheet")
    if released.template.code != AGENDA.code:
        raise ValueError(f"{released.template.code} is not {AGENDA.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), EASY if easy else ORDINARY)
    heading = texts("papers.title_agenda" if sheet.items else "papers.title_invitation")
    below = [said(made.when(sheet.when))] if sheet.when else []
    if sheet.person and sheet.person.full_name:
        below.append(texts("papers.meeting_about", name=sheet.person.full_name))
    blocks = [title(made, heading, below), *_question(made, sheet), *_raised(made, sheet)]
    blocks += [*party_block(made, "papers.parties", sheet.parties, boxes=False), *_items(made, sheet)]
    paper = outward_paper(
        sheet.to, sheet.mentor, title=heading, texts=texts, number=number, printed_on=printed_on,
        own=released.audience is Audience.MENTEE,
    )  # fmt: skip
    return render(paper, made.root, blocks, Strip(0, nothing))


def _question(made: Made, sheet: AgendaSheet) -> list[Block]:
    """What the meeting is to answer, set off as the one thing to remember."""
    if sheet.question is None:
        return []
    x = LEFT + _INSET
    strips = text_strips(made.texts("papers.question"), made.style.heading, made.root.add("H2"), x=x, keep=True)
    strips += text_strips(
        sheet.question.text, made.style.words, made.root.add("P"), x=x, width=WIDTH - _INSET,
        chars=made.style.words_chars, phrases=True,
    )  # fmt: skip
    return [Block(strips, gap=16, frame=_bar)]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _raised(made: Made, sheet: AgendaSheet) -> list[Block]:
    if sheet.raised is None:
        return []
    name = sheet.person.preferred_name if sheet.person else ""
    key = "papers.wants_raised" if name else "papers.wants_raised_unnamed"
    words = made.texts(key, name=name) if name else made.texts(key)
    head = text_strips(words, made.style.heading, made.root.add("H2"), keep=True)
    return [Block([*head, *made.text(sheet.raised.text)], gap=16)]


def _items(made: Made, sheet: AgendaSheet) -> list[Block]:
    entries = []
    for item in sheet.items:
        minutes = made.texts("papers.minutes", count=item.minutes) if item.minutes else ""
        owner = made.texts("papers.item_owner", name=item.owner) if item.owner else ""
        entries.append((item.title, ", ".join(part for part in (owner, minutes) if part)))
    return under_heading(made.heading("papers.items"), numbered(made, entries, gap=8))
