"""The head and foot of a paper for others: the recipient to the left, the mentor to the right, and at the foot that it
is not handed on."""

from datetime import date
from functools import partial

from mentorapp.domain.sheet_parts import AddresseeBlock, MentorBlock
from mentorapp.language import Texts, full_date

from .lines import Line, Span, one_line, wrapped
from .page import Paper
from .personal import draw_header, sender
from .structure import Facts
from .styles import SECOND, TOP, WIDTH, Style

_HEADER = Style(9.5, 13, colour=SECOND)


def outward_paper(
    to: AddresseeBlock | None,
    mentor: MentorBlock | None,
    *,
    title: str,
    texts: Texts,
    number: str,
    printed_on: date,
    everybody: bool = False,
    own: bool = False,
    foot: str = "",
) -> Paper:
    """`everybody` is a paper for all who sign it. `own` is the mentee's copy: at the foot it says whose it is. `foot`
    is said there instead of that the paper is not handed on."""
    said = foot or texts("papers.own_copy" if own else "papers.not_handed_on")
    return Paper(
        facts=Facts(title, texts.language, printed_on),
        foot_left=(texts("print.number", number=number), full_date(texts, printed_on), said),
        foot_right=lambda page, pages: texts("print.page", page=page, pages=pages),
        header=partial(draw_header, left=_left(to, texts, everybody), right=sender(mentor, texts)),
        first_top=TOP - 34,
        next_top=TOP - 42,
    )


def _left(to: AddresseeBlock | None, texts: Texts, everybody: bool) -> tuple[Line, Line]:
    if everybody:
        return one_line(texts("papers.to_all_who_sign"), _HEADER, WIDTH / 2), ()
    return addressee_line(to, texts) if to else ((), ())


def addressee_line(to: AddresseeBlock, texts: Texts) -> tuple[Line, Line]:
    """Till Fredrika, Försäkringskassan; nothing where there is no name."""
    if not to.name:
        return (), ()
    spans = (Span(f"{to.name},", True), Span(to.organisation)) if to.organisation else (Span(to.name, True),)
    lines = wrapped(spans, _HEADER, WIDTH / 2)
    return one_line(texts("print.to"), _HEADER, 60), lines[0] if lines else ()
