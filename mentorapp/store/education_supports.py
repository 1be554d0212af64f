"""Verbs on studies during an enrolment (W10, P23). Studies that are an outcome belong to closing and after-support."""

from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.periods import check_after_birth, check_not_future, check_order
from mentorapp.domain.studies import EducationSupport, StudyPhase, check_pace

from .births import birth_of
from .tables import value_of
from .tables.enrolments import EnrolmentRow
from .tables.studies import EducationSupportRow, StudyPhaseRow

_PLAIN = ("pace_percent", "from_date", "to_date", "completed", "certificate_on", "csn_state")
_LINES = ("school", "level")
_TEXTS = ("goal", "barriers", "accommodations", "note")


def add_education_support(
    session: Session, enrolment_id: UUID, course: str, *, phase: StudyPhase = StudyPhase.CHOOSE, **details: Any
) -> UUID:
    """Studies in a phase, begun today or on `phase_since`; `details` are fields of EducationSupport. They may run
    beside a job (F 17)."""
    row = EducationSupportRow(
        enrolment_id=enrolment_id, course=wording.line("course", course, required=True), phase=phase
    )
    today = session.info["clock"].today()
    since = details.pop("phase_since", None) or today
    check_not_future("phase_since", since, today)
    _set(row, details)
    _check(session, row)
    row.phases = [StudyPhaseRow(phase=phase, since=since)]
    session.add(row)
    session.flush()
    return row.id


def change_education_support(session: Session, support_id: UUID, **details: Any) -> None:
    """Another `phase` begins today, or on `phase_since`."""
    row = studies_row(session, support_id)
    if "course" in details:
        row.course = wording.line("course", details.pop("course"), required=True)
    if "phase" in details:
        _set_phase(session, row, details.pop("phase"), details.pop("phase_since", None))
    _set(row, details)
    _check(session, row)


def remove_education_support(session: Session, support_id: UUID) -> None:
    session.delete(studies_row(session, support_id))


def list_education_supports(session: Session, mentee_id: UUID) -> tuple[EducationSupport, ...]:
    """The studies of every enrolment of a person; those without a first day first, then the newest."""
    query = (
        select(EducationSupportRow)
        .join(EnrolmentRow, EnrolmentRow.id == EducationSupportRow.enrolment_id)
        .where(EnrolmentRow.mentee_id == mentee_id)
    )
    found = [value_of(EducationSupport, row) for row in session.scalars(query)]
    return tuple(sorted(found, key=lambda one: (one.from_date or date.max, one.id), reverse=True))


def _set_phase(session: Session, row: EducationSupportRow, phase: StudyPhase, since: date | None) -> None:
    """The phase that began last is the one it is in; the same phase said again is nothing new, unless it began on
    another day than was thought."""
    today = session.info["clock"].today()
    check_not_future("phase_since", since, today)
    newest = max(row.phases, key=lambda one: one.since)
    is_same = phase is newest.phase
    if is_same and since in (None, newest.since):
        return
    day = since or today
    others = [one for one in row.phases if one.since != day and not (is_same and one is newest)]
    rows = sorted([*others, StudyPhaseRow(phase=phase, since=day)], key=lambda one: one.since)
    row.phases = rows[:1] + [one for before, one in pairwise(rows) if one.phase is not before.phase]
    row.phase = row.phases[-1].phase


def _set(row: EducationSupportRow, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if name in _LINES:
            value = wording.line(name, value)
        elif name in _TEXTS:
            value = wording.text(name, value)
        elif name not in _PLAIN:
            raise TypeError(f"studies have no {name} to set")
        setattr(row, name, value)


def _check(session: Session, row: EducationSupportRow) -> None:
    check_pace(row.pace_percent)
    enrolment = session.get(EnrolmentRow, row.enrolment_id)
    if enrolment is None:
        raise NotFoundError("enrolment_unknown")
    check_after_birth("from_date", row.from_date, birth_of(session, enrolment.mentee_id))
    check_order("to_date", row.from_date, row.to_date)


def studies_row(session: Session, support_id: UUID) -> EducationSupportRow:
    row = session.get(EducationSupportRow, support_id)
    if row is None:
        raise NotFoundError("studies_unknown")
    return row
