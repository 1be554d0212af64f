"""The head and foot of a print about a person: the recipient by name to the left, the mentor to the right."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock
from mentorapp.language import Texts, full_date

from .flow import Block, Strip
from .lines import Line, line_width, one_line
from .page import Paper
from .passages import text_strips
from .structure import Facts
from .styles import LEFT, ORDINARY, RIGHT, SECOND, TOP, WIDTH, Sheet, Style
from .tagging import Element, TaggedCanvas

_HEADER = Style(9.5, 13, colour=SECOND)
_NAMED = Style(9.5, 13, bold=True)


def personal_paper(
    person: PersonBlock | None,
    mentor: MentorBlock | None,
    *,
    title: str,
    owned: str,
    texts: Texts,
    number: str,
    printed_on: date,
) -> Paper:
    """`title` is what the file says of itself, never a name; `owned` stands at the foot: whose paper it is."""
    return Paper(
        facts=Facts(title, texts.language, printed_on),
        foot_left=foot_left(texts, number, printed_on),
        foot_right=lambda page, pages: f"{owned} {texts('print.page', page=page, pages=pages)}",
        header=partial(draw_header, left=_recipient(person, texts), right=sender(mentor, texts)),
        first_top=TOP - 34,
        next_top=TOP - 42,
    )


def foot_left(texts: Texts, number: str, printed_on: date) -> tuple[str, ...]:
    """Number and day of the print; a plan in two languages says in the second that it is the mentee's own."""
    second = (texts.second("plan_is_yours"),) if texts.second else ()
    return (texts("print.number", number=number), full_date(texts, printed_on), *second)


def title_block(
    root: Element,
    title: str,
    person: PersonBlock | None,
    sheet: Sheet = ORDINARY,
    said: Callable[..., list[Strip]] | None = None,
) -> Block:
    """The title of the print, in two languages where `said` says so, and whose it is."""
    heading = root.add("H1")
    strips = said(sheet.title, heading, keep=True) if said else text_strips(title, sheet.title, heading, keep=True)
    if person and person.full_name:
        strips += text_strips(person.full_name, sheet.name, root.add("P"))
    return Block(strips)


def _recipient(person: PersonBlock | None, texts: Texts) -> tuple[Line, Line]:
    """Till Farah Sagolik: on one line, however long the name."""
    if not person:
        return (), ()
    return one_line(texts("print.to"), _HEADER, 60), one_line(person.full_name, _NAMED, WIDTH / 2)


def sender(mentor: MentorBlock | None, texts: Texts) -> list[Line]:
    if not mentor:
        return []
    who = ", ".join(part for part in (mentor.name, mentor.title or texts("print.role_mentor")) if part)
    return [one_line(text, _HEADER, WIDTH / 2 - 10) for text in (who, mentor.unit) if text]


def draw_header(canvas: TaggedCanvas, _page: int, *, left: tuple[Line, Line], right: Sequence[Line]) -> None:
    baseline = TOP - _HEADER.drop
    to, name = left
    canvas.text(LEFT, baseline, to, _HEADER)
    canvas.text(LEFT + line_width(to, _HEADER.size) + 3, baseline, name, _NAMED)
    for number, line in enumerate(right):
        x = RIGHT - line_width(line, _HEADER.size)
        canvas.text(x, baseline - number * _HEADER.leading, line, _HEADER)
