"""Gathers the basis for a registration (P13), and which of it the consent to be registered opens."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import incomes_on
from mentorapp.domain.consents import Consent
from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.mentees import Education, Gender, Mentee
from mentorapp.domain.record_sheet import FactBlock, PartBlock
from mentorapp.domain.registration_sheet import REGISTER_WITHIN, RegistrationSheet, consent_to_register
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomeSource
from mentorapp.language import Texts, full_date

from .closing_summaries import outcome_facts
from .closings import get_closure
from .consents import list_consents
from .enrolments import list_enrolments, that_matters
from .incomes import list_incomes
from .mentees import get_mentee
from .programmes import get_programme
from .sheet_parts import mentor_block

_C = InfoClass
_ASK = frozenset({Gender.NON_BINARY, Gender.OTHER, Gender.UNDISCLOSED})
"""What a system may want is not stored here: it is asked when it is registered (F 9)."""


def registration_consent(session: Session, mentee_id: UUID) -> Consent | None:
    """What opens the registration by name today."""
    mentee = get_mentee(session, mentee_id)
    enrolment = that_matters(list_enrolments(session, mentee_id))
    return consent_to_register(
        list_consents(session, mentee_id),
        enrolment.id if enrolment else None,
        session.info["clock"].today(),
        protected=mentee.is_protected,
    )


def gather_registration(session: Session, mentee_id: UUID, *, texts: Texts) -> RegistrationSheet:
    """All of it before release."""
    mentee = get_mentee(session, mentee_id)
    enrolment = that_matters(list_enrolments(session, mentee_id))
    parts = [_part(texts("registration.person"), _person(mentee, enrolment, texts))]
    if enrolment:
        parts.append(_part(texts("registration.start"), _start(session, enrolment, texts)))
        parts.append(_part(texts("registration.end"), _end(session, enrolment, texts)))
    mentor = replace(mentor_block(session), info_class=_C.PRESENCE)
    return RegistrationSheet(mentor=mentor, parts=tuple(parts))


def _part(heading: str, facts: Iterator[FactBlock]) -> PartBlock:
    return PartBlock(info_class=_C.PRESENCE, heading=heading, facts=tuple(one for one in facts if one.value))


def _fact(info_class: InfoClass, label: str, value: str) -> FactBlock:
    return FactBlock(info_class=info_class, label=label, value=value)


def _person(mentee: Mentee, enrolment: Enrolment | None, texts: Texts) -> Iterator[FactBlock]:
    """Gender and year are what an anonymous registration has."""
    yield _fact(_C.ID, texts("registration.name"), mentee.full_name)
    yield _fact(_C.IDNUM, texts("registration.number"), mentee.id_number)
    gender = texts(f"codes.gender_{mentee.gender.value}")
    said = texts("registration.gender_ask", gender=gender) if mentee.gender in _ASK else gender
    yield _fact(_C.PRESENCE, texts("registration.gender"), said)
    year = mentee.birth_date.year if mentee.birth_date else mentee.birth_year
    yield _fact(_C.PRESENCE, texts("registration.born"), str(year or ""))
    if enrolment and enrolment.started_on:
        yield _fact(_C.CONTACT, texts("registration.municipality"), mentee.municipality_on(enrolment.started_on))
    if mentee.highest_education is not Education.UNKNOWN:
        education = texts(f"codes.education_{mentee.highest_education.value}")
        yield _fact(_C.EDU, texts("registration.education"), education)
    months = mentee.public_support_months_before
    if months is not None:
        yield _fact(_C.INCOME, texts("registration.support"), texts("registration.months", count=months))


def _start(session: Session, enrolment: Enrolment, texts: Texts) -> Iterator[FactBlock]:
    yield _fact(_C.PLAN, texts("record.programme"), get_programme(session, enrolment.programme_id).name)
    if enrolment.started_on is None:
        return
    yield from _day(enrolment.started_on, texts)
    source = enrolment.referral.source
    if source is not None:
        yield _fact(_C.PLAN, texts("registration.from"), texts(f"codes.referral_source_{source.value}"))
    yield _incomes(session, enrolment, enrolment.started_on, texts)


def _end(session: Session, enrolment: Enrolment, texts: Texts) -> Iterator[FactBlock]:
    closure = get_closure(session, enrolment.id)
    if closure is None or enrolment.closed_on is None:
        return
    yield from _day(enrolment.closed_on, texts)
    yield from outcome_facts(closure, texts)
    yield _incomes(session, enrolment, enrolment.closed_on, texts)


def _day(day: date, texts: Texts) -> Iterator[FactBlock]:
    yield _fact(_C.PLAN, texts("registration.day"), full_date(texts, day))
    yield _fact(_C.PLAN, texts("registration.within"), full_date(texts, day + REGISTER_WITHIN))


def _incomes(session: Session, enrolment: Enrolment, day: date, texts: Texts) -> FactBlock:
    names = []
    for one in incomes_on(list_incomes(session, enrolment.mentee_id), day):
        if one.source is not IncomeSource.NONE:
            name = one.source_other or texts(f"codes.income_source_{one.source.value}")
            names.append(f"{name}, {texts('print.percent', percent=one.extent)}" if one.extent else name)
    return _fact(_C.INCOME, texts("registration.income"), "\n".join(names))
