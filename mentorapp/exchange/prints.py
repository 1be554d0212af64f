"""From a person in the store to a print in memory, and into the print log once it has really been printed or saved.

Everything goes through `release()`: what a print holds is decided there and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import MentorError
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.month_sheet import MONTH
from mentorapp.domain.prints import DeliveredHow, number_ahead
from mentorapp.domain.sharing import (
    Audience,
    Choices,
    HeldBack,
    InfoClass,
    Recipient,
    Released,
    Template,
    release_to_all,
)
from mentorapp.language import Texts, second_of
from mentorapp.store.consents import list_consents
from mentorapp.store.mentees import get_mentee
from mentorapp.store.print_log import add_print, add_subject, list_prints, next_number
from mentorapp.store.store import Store

from .addressees import To, addressee_of
from .common_text import read_common
from .month_papers import make_month
from .orders import KINDS, Kind, Order, for_whom


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePrint:
    """A print as it stands on the paper. `held_back` is for the mentor's screen and never for paper.

    `second` is the language beside the first; `not_set` are letters that no font here can set as they should be.
    `file_name` has an alias, never a name; `recipient` stays in the store. A print of nobody has neither. `subjects`
    are those that a paper about several people tells of, each with what is there by consent.
    """

    pdf: bytes
    number: str
    pages: int
    sha256: str
    template: Template
    audience: Audience
    mentee_id: UUID | None
    recipient: str
    easy: bool
    classes: frozenset[InfoClass]
    ticked: frozenset[InfoClass]
    held_back: tuple[HeldBack, ...]
    file_name: str
    asked: frozenset[InfoClass] = frozenset()
    contact_id: UUID | None = None
    organisation_id: UUID | None = None
    meeting_id: UUID | None = None
    needed_on: date | None = None
    second: str = ""
    not_set: tuple[str, ...] = ()
    names_sender: bool = False
    subjects: tuple[tuple[UUID, frozenset[InfoClass]], ...] = ()


def preview(store: Store, order: Order, *, texts: Texts, ahead: int = 0) -> MadePrint:
    """The print for whom it is ordered, under the next free number, which is taken only when the print is logged; with
    so many others `ahead` of it that are not logged yet."""
    from mentorapp.printing.files import page_count, sha256

    if order.template == MONTH.code and order.mentee_id is None:
        return _month(store, order, texts, ahead)
    kind = KINDS[order.template]
    today = store.clock.today()
    to = for_whom(order)
    with store.read() as session:
        mentee = get_mentee(session, order.mentee_id) if order.mentee_id else None
        addressee = addressee_of(session, order.mentee_id, to)
        common = read_common(session, to.meeting_id) if kind.common and to.meeting_id else None
        consents = list_consents(session, order.mentee_id) if order.mentee_id else ()
        sheet = kind.gather(session, order, texts)
        ticks = kind.opens(session, order) if kind.opens else order.ticks
        number = number_ahead(next_number(session, today), ahead)
    easy = kind.has_easy and _easy(order, mentee, addressee.recipient)
    choices = Choices(
        classes=ticks, items=order.items | (common.agreed if common else frozenset()), left_out=order.left_out
    )
    days = {today, addressee.needed_on or today}
    released: Released[Any] = release_to_all(
        sheet, kind.template, common.recipients if common else (addressee.recipient,), choices, consents, days
    )
    second = _second(order, mentee) if kind.has_second else ""
    pdf = kind.draw(released, Texts(texts.language, second) if second else texts, easy, number, today)
    return MadePrint(
        pdf=pdf,
        number=number,
        pages=page_count(pdf),
        sha256=sha256(pdf),
        template=kind.template,
        audience=addressee.recipient.audience,
        mentee_id=order.mentee_id,
        recipient=_named(texts, to, "" if kind.own else addressee.name, common is not None),
        easy=easy,
        classes=released.classes,
        ticked=ticks & released.classes,
        held_back=released.held_back,
        file_name=_file_name(kind, sheet, mentee, today),
        asked=released.asked,
        contact_id=addressee.recipient.contact_id,
        organisation_id=addressee.recipient.organisation_id,
        meeting_id=to.meeting_id,
        needed_on=addressee.needed_on,
        second=second if second != texts.language else "",
        not_set=_not_set(released.sheet),
        names_sender=getattr(released.sheet, "sender", None) is not None,
        subjects=kind.subjects(released.sheet),
    )


def _month(store: Store, order: Order, texts: Texts, ahead: int) -> MadePrint:
    """The month of all mentees of a caseworker."""
    from mentorapp.printing.files import file_name, page_count, sha256
    from mentorapp.printing.month import render_month

    made = make_month(store, order, render_month, texts=texts, ahead=ahead)
    return MadePrint(
        pdf=made.pdf,
        number=made.number,
        pages=page_count(made.pdf),
        sha256=sha256(made.pdf),
        template=MONTH,
        audience=made.recipient.audience,
        mentee_id=None,
        recipient=made.name,
        easy=False,
        classes=made.classes,
        ticked=frozenset(),
        held_back=(),
        file_name=file_name("avstämning", MONTH.code, store.clock.today()),
        contact_id=made.recipient.contact_id,
        organisation_id=made.recipient.organisation_id,
        not_set=_not_set(made.sheets),
        subjects=made.subjects,
    )


def _named(texts: Texts, to: To, name: str, together: bool) -> str:
    """For whom it was, in the log."""
    if together:
        return texts("papers.all_who_sign")
    return texts("supervision.to") if to.supervision else name


def _second(order: Order, mentee: Mentee | None) -> str:
    if order.second is not None:
        return order.second
    return second_of(mentee.interpreter_language) if mentee else ""


def _not_set(sheet: Any) -> tuple[str, ...]:
    """The letters of what was released that cannot be set, however deep they stand."""
    from mentorapp.printing.markup import not_settable

    return tuple(sorted(not_settable("\n".join(_strings(sheet)))))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _strings(getattr(value, one.name))


def _easy(order: Order, mentee: Mentee | None, recipient: Recipient) -> bool:
    """What the mentee needs decides how the mentee's own papers are to be read, and what they all sign."""
    if order.easy is not None:
        return order.easy
    return mentee is not None and mentee.needs_easy_read and recipient.audience is Audience.MENTEE


def _file_name(kind: Kind, sheet: Any, mentee: Mentee | None, day: date) -> str:
    """Of what it is, or whose it is: the alias, never the name."""
    from mentorapp.printing.files import file_name

    if kind.named:
        return file_name(*kind.named(sheet), day)
    return file_name(mentee.display_alias if mentee else "", kind.template.code, day)


def preview_plan(
    store: Store,
    mentee_id: UUID,
    *,
    texts: Texts,
    easy: bool | None,
    ticks: frozenset[InfoClass] = frozenset(),
) -> MadePrint:
    """ "Min plan" for the mentee."""
    return preview(store, Order(mentee_id=mentee_id, easy=easy, ticks=ticks), texts=texts)


def log_print(store: Store, made: MadePrint, how: DeliveredHow) -> None:
    """Takes the number and writes the print down. The same paper printed again is one line in the log.

    MentorError `print_number_taken` when another print got the number meanwhile: then it has to be made again.
    """
    log_prints(store, (made,), how)


def log_prints(store: Store, papers: Sequence[MadePrint], how: DeliveredHow) -> None:
    """The papers of one job, all of them or none; as `log_print`."""
    today = store.clock.today()
    with store.write("print_logged") as session:
        for made in papers:
            _log(session, made, how, today)


def _log(session: Session, made: MadePrint, how: DeliveredHow, today: date) -> None:
    if any((one.number, one.sha256) == (made.number, made.sha256) for one in list_prints(session, made.mentee_id)):
        return
    if next_number(session, today) != made.number:
        raise MentorError("print_number_taken")
    logged = add_print(
        session,
        number=made.number,
        template=made.template.code,
        template_version=made.template.version,
        mentee_id=made.mentee_id,
        audience=made.audience,
        recipient=made.recipient,
        classes=made.classes,
        ticked=made.ticked,
        sha256=made.sha256,
        pages=made.pages,
        printed_on=today,
        delivered_how=how,
        asked=made.asked,
        contact_id=made.contact_id,
        organisation_id=made.organisation_id,
        meeting_id=made.meeting_id,
        needed_on=made.needed_on,
    )
    for mentee_id, asked in made.subjects:
        add_subject(session, logged, mentee_id, asked)
