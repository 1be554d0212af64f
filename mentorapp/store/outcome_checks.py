"""Verbs on the follow-ups six and twelve months after a closing: is the person still there (C15)?"""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.closing import CheckState, Destination, OutcomeCheck, checks_after
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.periods import check_not_future

from .enrolment_rows import enrolment_row
from .tables import value_of
from .tables.closing import OutcomeCheckRow


def add_checks(session: Session, enrolment_id: UUID, closed_on: date) -> None:
    """Both follow-ups, where they are not there already."""
    known = {row.months for row in _rows(session, enrolment_id)}
    for months, day in checks_after(closed_on):
        if months not in known:
            session.add(OutcomeCheckRow(enrolment_id=enrolment_id, months=months, planned_on=day))
    session.flush()


def remove_planned_checks(session: Session, enrolment_id: UUID) -> None:
    """What has been answered stays."""
    for row in _rows(session, enrolment_id):
        if row.state is CheckState.PLANNED:
            session.delete(row)
    session.flush()


def record_check(
    session: Session,
    check_id: UUID,
    state: CheckState,
    done_on: date | None = None,
    *,
    destination: Destination | None = None,
    note: str = "",
) -> None:
    """How it went; PLANNED takes the answer back. Reached says where the person is now."""
    row = session.get(OutcomeCheckRow, check_id)
    if row is None:
        raise NotFoundError("check_unknown")
    today = session.info["clock"].today()
    if state is CheckState.PLANNED:
        done_on, destination = None, None
    else:
        done_on = done_on or today
        check_not_future("done_on", done_on, today)
        closed_on = enrolment_row(session, row.enrolment_id).closed_on
        if closed_on and done_on < closed_on:
            raise InputError("done_on", "check_before_close")
    if state is CheckState.REACHED and destination is None:
        raise InputError("destination", "check_destination_missing")
    row.state, row.done_on = state, done_on
    row.destination = destination if state is CheckState.REACHED else None
    row.note = wording.text("note", note)


def list_outcome_checks(session: Session, enrolment_id: UUID) -> tuple[OutcomeCheck, ...]:
    """The first first."""
    return tuple(value_of(OutcomeCheck, row) for row in _rows(session, enrolment_id))


def _rows(session: Session, enrolment_id: UUID) -> list[OutcomeCheckRow]:
    query = select(OutcomeCheckRow).where(OutcomeCheckRow.enrolment_id == enrolment_id)
    return list(session.scalars(query.order_by(OutcomeCheckRow.months)))
