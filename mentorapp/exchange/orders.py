"""Which print is wanted, of whom and how; and for each print how it is gathered, what it may hold, how it is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.at_work_sheet import AT_WORK
from mentorapp.domain.case_list_sheet import CASE_LIST
from mentorapp.domain.consent_sheet import CONSENT
from mentorapp.domain.course_sheet import COURSE
from mentorapp.domain.filled_sheet import FILLED
from mentorapp.domain.form_sheet import FORM
from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.lanes_sheet import LANES
from mentorapp.domain.mapping_sheet import MAPPING
from mentorapp.domain.meeting_sheets import AGENDA, PROTOCOL
from mentorapp.domain.month_sheet import MONTH
from mentorapp.domain.plan_sheet import MIN_PLAN
from mentorapp.domain.record_sheet import CERTIFICATE, CLOSING_SUMMARY, DISPOSAL, EXTRACT, SUPPORT
from mentorapp.domain.registration_sheet import REGISTRATION, opened_by
from mentorapp.domain.reminder_sheet import REMINDER
from mentorapp.domain.sharing import Audience, InfoClass, Released, Template
from mentorapp.domain.sheet_parts import AddresseeBlock, addressee
from mentorapp.domain.stairs_sheet import STAIRS
from mentorapp.domain.study_talk_sheet import STUDY_TALK
from mentorapp.domain.summary_sheet import SUMMARY
from mentorapp.domain.supervision_sheet import SUPERVISION
from mentorapp.language import Texts
from mentorapp.store.at_work_sheets import gather_at_work_sheet
from mentorapp.store.case_lists import gather_case_list
from mentorapp.store.certificates import gather_certificate
from mentorapp.store.closing_summaries import gather_closing_summary
from mentorapp.store.consent_sheets import gather_consent_sheet
from mentorapp.store.course_sheets import gather_course_sheet
from mentorapp.store.disposal_sheets import gather_disposal
from mentorapp.store.employer_forms import gather_employer_filled, gather_employer_form
from mentorapp.store.extracts import gather_extract
from mentorapp.store.filled_sheets import gather_filled_sheet, newest_filled
from mentorapp.store.form_sheets import gather_form_sheet
from mentorapp.store.handover_sheets import gather_handover_sheet
from mentorapp.store.lanes_sheets import gather_lanes_sheet
from mentorapp.store.mapping_sheets import gather_mapping_sheet
from mentorapp.store.meeting_sheets import gather_agenda_sheet, gather_protocol_sheet
from mentorapp.store.month_sheets import gather_month_sheet
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.registration_sheets import gather_registration, registration_consent
from mentorapp.store.reminder_sheets import gather_reminder_sheet
from mentorapp.store.stairs_sheets import gather_stairs_sheet
from mentorapp.store.study_talk_sheets import gather_study_talk_sheet, next_talk
from mentorapp.store.summary_sheets import gather_summary_sheet
from mentorapp.store.supervision_sheets import gather_supervision_sheet
from mentorapp.store.support_overviews import gather_support_overview

from . import drawn
from .addressees import IN_SUPERVISION, THE_MENTEES_OWN, To, addressee_block, addressee_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`easy` None is what the mentee needs. `about` is what a print is about where that is not the person: the group
    activity of a certificate, the version of a form, a follow-up or a filled form (None is the newest), a talk about
    studies (None is the next).

    `mentee_id` None is a print of nobody: a blank form. `ticks` are the classes that the mentee has said yes to for
    this print, `items` what was ticked one by one, `left_out` what is not to be there though it could be.
    `second` is the language beside the first on a paper that `has_second`: None is the one that the mentee has an
    interpreter for, empty is none. `bring` is what to bring, on a slip; `sender` None names the
    mentor on it where that is safe. `month` is a day of the month that a paper tells of; None is this one. Without a
    mentee such a paper is of all mentees of a caseworker.
    """

    mentee_id: UUID | None = None
    template: str = MIN_PLAN.code
    easy: bool | None = None
    ticks: frozenset[InfoClass] = frozenset()
    about: UUID | None = None
    to: To = THE_MENTEES_OWN
    items: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    second: str | None = None
    bring: str = ""
    sender: bool | None = None
    month: date | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """How one print is made. `has_easy` says that it has a reading of its own that is easy to read; `named` is what the
    file is called by, where that is not the alias of the mentee. `common` is one text for all parties of a meeting: it
    is released to all of them at once. `subjects` are those that a paper about several people tells of, and what.
    `opens` says which classes are open, where that is not what was ticked. `own` is given to nobody."""

    template: Template
    gather: Callable[[Session, Order, Texts], Any]
    draw: Callable[[Released[Any], Texts, bool, str, date], bytes]
    has_easy: bool = False
    has_second: bool = False
    named: Callable[[Any], tuple[str, str]] | None = None
    common: bool = False
    opens: Callable[[Session, Order], frozenset[InfoClass]] | None = None
    own: bool = False
    subjects: Callable[[Any], tuple[tuple[UUID, frozenset[InfoClass]], ...]] = lambda _sheet: ()


def _gather_handover(session: Session, order: Order, texts: Texts) -> Any:
    person = _person(order)
    recipient = addressee_of(session, person, order.to).recipient
    to = addressee_block(session, person, order.to)
    return gather_handover_sheet(session, person, recipient, to, texts=texts)


def _gather_month(session: Session, order: Order, texts: Texts) -> Any:
    person, contact = _person(order), order.to.contact_id
    month = order.month or session.info["clock"].today()
    to = addressee_block(session, person, order.to)
    return gather_month_sheet(session, person, contact, to, month, texts=texts)


def _registered(session: Session, order: Order) -> frozenset[InfoClass]:
    return opened_by(registration_consent(session, _person(order)), order.ticks)


def _meeting(order: Order) -> UUID:
    if order.to.meeting_id is None:
        raise TypeError(f"{order.template} is about a meeting")
    return order.to.meeting_id


def _gather_agenda(session: Session, order: Order, texts: Texts) -> Any:
    return gather_agenda_sheet(
        session, _meeting(order), addressee_block(session, _person(order), order.to), texts=texts
    )


def _gather_reminder(session: Session, order: Order, _texts: Texts) -> Any:
    about = order.about or order.to.meeting_id
    return gather_reminder_sheet(session, _person(order), meeting_id=about, bring=order.bring, sender=order.sender)


def _gather_at_work(session: Session, order: Order, texts: Texts) -> Any:
    person = _person(order)
    found = addressee_of(session, person, order.to).recipient
    block = addressee_block(session, person, order.to)
    return gather_at_work_sheet(session, person, found, block, order.to.meeting_id, texts=texts)


def _gather_summary(session: Session, order: Order, texts: Texts) -> Any:
    return gather_summary_sheet(
        session, _meeting(order), addressee_block(session, _person(order), order.to), texts=texts
    )


def _gather_supervision(session: Session, order: Order, texts: Texts) -> Any:
    person = _person(order)
    to = supervision_block(texts)
    return gather_supervision_sheet(session, person, to, order.items, texts=texts)


def supervision_block(texts: Texts) -> AddresseeBlock:
    """In the header: for supervision, and for nobody by name."""
    return addressee(None, texts("supervision.to"), "")


def _person(order: Order) -> UUID:
    if order.mentee_id is None:
        raise TypeError(f"{order.template} is about a person")
    return order.mentee_id


def _about(order: Order) -> UUID:
    if order.about is None:
        raise TypeError(f"{order.template} is about something")
    return order.about


def _gather_stairs(session: Session, order: Order, texts: Texts) -> Any:
    person = _person(order)
    named = order.to.contact_id or order.to.invitee_id
    to = addressee_block(session, person, order.to) if named else None
    return gather_stairs_sheet(session, person, texts=texts, to=to, items=order.items)


def _gather_form(session: Session, order: Order, texts: Texts) -> Any:
    """For a supervisor where one is named; else of nobody, or for the mentee."""
    if order.to.contact_id is None:
        return gather_form_sheet(session, _about(order), language=texts.language)
    to = addressee_block(session, _person(order), order.to)
    return gather_employer_form(session, order.mentee_id, _about(order), to, order.items, language=texts.language)


def _gather_filled(session: Session, order: Order, texts: Texts) -> Any:
    person = _person(order)
    if order.to.contact_id is not None:
        found = addressee_of(session, person, order.to).recipient
        to = addressee_block(session, person, order.to)
        return gather_employer_filled(session, person, found, to, order.about, language=texts.language)
    return gather_filled_sheet(session, person, order.about or newest_filled(session, person), language=texts.language)


def _gather_study_talk(session: Session, order: Order, _texts: Texts) -> Any:
    person = _person(order)
    return gather_study_talk_sheet(session, person, order.about or next_talk(session, person))


KINDS: Mapping[str, Kind] = {
    kind.template.code: kind
    for kind in (
        Kind(
            MIN_PLAN,
            lambda session, order, texts: gather_plan_sheet(session, _person(order), and_word=texts("exchange.and")),
            drawn.plan,
            has_easy=True,
            has_second=True,
        ),
        Kind(STAIRS, _gather_stairs, drawn.stairs, has_easy=True),
        Kind(
            MAPPING,
            lambda session, order, texts: gather_mapping_sheet(session, _person(order), language=texts.language),
            drawn.mapping,
            has_easy=True,
        ),
        Kind(
            LANES, lambda session, order, texts: gather_lanes_sheet(session, _person(order), texts=texts), drawn.lanes
        ),
        Kind(
            COURSE, lambda session, order, _: gather_course_sheet(session, _person(order), _about(order)), drawn.course
        ),
        Kind(
            FORM,
            _gather_form,
            drawn.form,
            has_easy=True,
            named=lambda sheet: ("blankett", sheet.form.code),
        ),
        Kind(
            CONSENT,
            lambda session, order, _: gather_consent_sheet(session, order.mentee_id, order.about),
            drawn.consent,
            has_easy=True,
        ),
        Kind(FILLED, _gather_filled, drawn.filled, has_easy=True),
        Kind(REMINDER, _gather_reminder, drawn.reminder, has_easy=True, has_second=True),
        Kind(STUDY_TALK, _gather_study_talk, drawn.study_talk, has_easy=True),
        Kind(
            CERTIFICATE,
            lambda session, order, texts: gather_certificate(session, _person(order), texts=texts),
            drawn.record,
        ),
        Kind(
            SUPPORT,
            lambda session, order, texts: gather_support_overview(session, _person(order), texts=texts),
            drawn.record,
        ),
        Kind(
            CLOSING_SUMMARY,
            lambda session, order, texts: gather_closing_summary(session, _person(order), texts=texts),
            drawn.record,
        ),
        Kind(EXTRACT, lambda session, order, texts: gather_extract(session, _person(order), texts=texts), drawn.record),
        Kind(
            DISPOSAL,
            lambda session, order, texts: gather_disposal(session, _about(order), texts=texts),
            drawn.record,
            named=lambda _sheet: ("gallring", DISPOSAL.code),
        ),
        Kind(HANDOVER, _gather_handover, drawn.handover),
        Kind(MONTH, _gather_month, drawn.month),
        Kind(
            REGISTRATION,
            lambda session, order, texts: gather_registration(session, _person(order), texts=texts),
            drawn.registration,
            named=lambda _sheet: ("registrering", REGISTRATION.code),
            opens=_registered,
            own=True,
        ),
        Kind(AT_WORK, _gather_at_work, drawn.at_work),
        Kind(SUMMARY, _gather_summary, drawn.summary),
        Kind(SUPERVISION, _gather_supervision, drawn.supervision),
        Kind(
            CASE_LIST,
            lambda session, order, texts: gather_case_list(session, supervision_block(texts), order.items, texts=texts),
            drawn.case_list,
            named=lambda _sheet: ("arenden", CASE_LIST.code),
            subjects=lambda sheet: tuple((row.mentee_id, row.classes) for row in sheet.rows),
        ),
        Kind(AGENDA, _gather_agenda, drawn.agenda, has_easy=True),
        Kind(
            PROTOCOL,
            lambda session, order, texts: gather_protocol_sheet(session, _meeting(order), texts=texts),
            drawn.protocol,
            has_easy=True,
            common=True,
        ),
    )
}
ABOUT_A_PERSON = (
    MIN_PLAN.code,
    STAIRS.code,
    REMINDER.code,
    MAPPING.code,
    LANES.code,
    SUPPORT.code,
    CERTIFICATE.code,
    CLOSING_SUMMARY.code,
    EXTRACT.code,
    REGISTRATION.code,
    SUPERVISION.code,
)
"""The prints that need no more than a person."""

TO_OTHERS = (HANDOVER.code,)
"""The prints that need the person, and to whom."""


def for_whom(order: Order) -> To:
    """With nobody named a paper is the mentee's own, but for one that is for supervision alone."""
    only = KINDS[order.template].template.audiences == frozenset({Audience.SUPERVISION})
    return IN_SUPERVISION if only and order.to == THE_MENTEES_OWN else order.to
