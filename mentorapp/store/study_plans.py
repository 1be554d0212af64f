"""Verbs on what belongs to studies: dates that matter, the support team, and the talks about them (P23 to P25)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.periods import check_not_future
from mentorapp.domain.studies import (
    EducationSupport,
    StudyConference,
    StudyDate,
    StudyDateKind,
    StudyHelper,
    StudyPhaseOn,
    StudyPlan,
)

from .address_book import contact_row
from .education_supports import studies_row
from .tables import value_of
from .tables.enrolments import EnrolmentRow
from .tables.studies import (
    EducationSupportRow,
    StudyConferenceRow,
    StudyDateRow,
    StudyHelperRow,
)

_CONFERENCE_LINES = ("place", "present")
_CONFERENCE_TEXTS = ("points", "agreed")


def get_study_plan(session: Session, support_id: UUID) -> StudyPlan:
    row = studies_row(session, support_id)
    session.refresh(row)
    return _plan(row)


def list_study_plans(session: Session, mentee_id: UUID) -> tuple[StudyPlan, ...]:
    """The studies of every enrolment of a person; those without a first day first, then the newest."""
    query = (
        select(EducationSupportRow)
        .join(EnrolmentRow, EnrolmentRow.id == EducationSupportRow.enrolment_id)
        .where(EnrolmentRow.mentee_id == mentee_id)
        .options(
            selectinload(EducationSupportRow.phases),
            selectinload(EducationSupportRow.dates),
            selectinload(EducationSupportRow.team),
            selectinload(EducationSupportRow.conferences),
        )
    )
    found = [_plan(row) for row in session.scalars(query)]
    return tuple(sorted(found, key=lambda one: (one.studies.from_date or date.max, one.studies.id), reverse=True))


def add_study_date(session: Session, support_id: UUID, kind: StudyDateKind, on: date, text: str = "") -> UUID:
    """A last day to apply, an exam. What is OTHER needs words."""
    studies_row(session, support_id)
    row = StudyDateRow(education_support_id=support_id, kind=kind, on=on)
    row.text = _date_words(kind, text)
    session.add(row)
    session.flush()
    return row.id


def change_study_date(session: Session, date_id: UUID, kind: StudyDateKind, on: date, text: str = "") -> None:
    row = _date(session, date_id)
    row.kind, row.on, row.text = kind, on, _date_words(kind, text)


def set_study_date_done(session: Session, date_id: UUID, done: bool = True) -> None:
    """Applied, sat, paid: as of today. Or not yet."""
    _date(session, date_id).done_on = session.info["clock"].today() if done else None


def remove_study_date(session: Session, date_id: UUID) -> None:
    session.delete(_date(session, date_id))


def add_helper(session: Session, support_id: UUID, who: ContactChoice, does: str = "") -> UUID:
    """Somebody in the support team: of the register, or by name. InputError `name` for nobody."""
    row = studies_row(session, support_id)
    order = max((one.order for one in row.team), default=-1) + 1
    helper = StudyHelperRow(education_support_id=support_id, order=order)
    _set_helper(session, helper, who, does)
    row.team.append(helper)
    session.flush()
    return helper.id


def change_helper(session: Session, helper_id: UUID, who: ContactChoice, does: str = "") -> None:
    _set_helper(session, _helper(session, helper_id), who, does)


def remove_helper(session: Session, helper_id: UUID) -> None:
    row = _helper(session, helper_id)
    studies = studies_row(session, row.education_support_id)
    studies.team.remove(row)


def add_conference(session: Session, support_id: UUID, event_date: date, **details: Any) -> UUID:
    """A talk about the studies, ahead or held; `details` are fields of StudyConference."""
    studies_row(session, support_id)
    row = StudyConferenceRow(education_support_id=support_id, event_date=event_date, held=False)
    _set_conference(session, row, details)
    session.add(row)
    session.flush()
    return row.id


def change_conference(session: Session, conference_id: UUID, **details: Any) -> None:
    _set_conference(session, _conference(session, conference_id), details)


def remove_conference(session: Session, conference_id: UUID) -> None:
    session.delete(_conference(session, conference_id))


def _plan(row: EducationSupportRow) -> StudyPlan:
    return StudyPlan(
        studies=value_of(EducationSupport, row),
        phases=tuple(StudyPhaseOn(phase=one.phase, since=one.since) for one in row.phases),
        dates=tuple(value_of(StudyDate, one) for one in row.dates),
        team=tuple(value_of(StudyHelper, one) for one in row.team),
        conferences=tuple(value_of(StudyConference, one) for one in row.conferences),
    )


def _date_words(kind: StudyDateKind, text: str) -> str:
    return wording.other("text", text) if kind is StudyDateKind.OTHER else wording.line("text", text)


def _set_helper(session: Session, row: StudyHelperRow, who: ContactChoice, does: str) -> None:
    """The name stands here too: a contact who leaves the register is still who helped."""
    if who.is_nobody:
        raise InputError("name", "name_missing")
    row.contact_id = who.contact_id
    name = contact_row(session, who.contact_id).name if who.contact_id else who.new_name
    row.name = wording.line("name", name, required=True)
    row.does = wording.line("does", does)


def _set_conference(session: Session, row: StudyConferenceRow, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if name in _CONFERENCE_LINES:
            value = wording.line(name, value)
        elif name in _CONFERENCE_TEXTS:
            value = wording.text(name, value)
        elif name not in ("event_date", "held"):
            raise TypeError(f"a talk about studies has no {name}")
        setattr(row, name, value)
    if row.held:
        check_not_future("event_date", row.event_date, session.info["clock"].today())


def _date(session: Session, date_id: UUID) -> StudyDateRow:
    row = session.get(StudyDateRow, date_id)
    if row is None:
        raise NotFoundError("study_date_unknown")
    return row


def _helper(session: Session, helper_id: UUID) -> StudyHelperRow:
    row = session.get(StudyHelperRow, helper_id)
    if row is None:
        raise NotFoundError("study_helper_unknown")
    return row


def _conference(session: Session, conference_id: UUID) -> StudyConferenceRow:
    row = session.get(StudyConferenceRow, conference_id)
    if row is None:
        raise NotFoundError("conference_unknown")
    return row
