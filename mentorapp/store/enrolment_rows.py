"""The rows of one enrolment as its verbs share them: stays, pauses, after-support, and the status that follows."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.closing import AfterSupport
from mentorapp.domain.enrolments import EnrolmentStatus, LevelEntry, Pause
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.stays import Bounds, standing

from .tables import value_of
from .tables.closing import AfterSupportRow
from .tables.enrolments import EnrolmentRow, LevelEntryRow, PauseRow


def enrolment_row(session: Session, enrolment_id: UUID) -> EnrolmentRow:
    row = session.get(EnrolmentRow, enrolment_id)
    if row is None:
        raise NotFoundError("enrolment_unknown")
    return row


def open_row(session: Session, enrolment_id: UUID) -> EnrolmentRow:
    """InputError when the enrolment has been closed."""
    row = enrolment_row(session, enrolment_id)
    if row.status is EnrolmentStatus.CLOSED:
        raise InputError("enrolment", "enrolment_closed")
    return row


def started_row(session: Session, enrolment_id: UUID) -> EnrolmentRow:
    """InputError also when it has not begun."""
    row = open_row(session, enrolment_id)
    if row.started_on is None:
        raise InputError("started_on", "start_missing")
    return row


def entry_rows(session: Session, enrolment_id: UUID) -> list[LevelEntryRow]:
    """Oldest first."""
    query = select(LevelEntryRow).where(LevelEntryRow.enrolment_id == enrolment_id)
    return list(session.scalars(query.order_by(LevelEntryRow.entered_on, LevelEntryRow.created_at, LevelEntryRow.id)))


def pause_rows(session: Session, enrolment_id: UUID) -> list[PauseRow]:
    """Oldest first."""
    query = select(PauseRow).where(PauseRow.enrolment_id == enrolment_id)
    return list(session.scalars(query.order_by(PauseRow.from_date)))


def after_support_rows(session: Session, enrolment_id: UUID) -> list[AfterSupportRow]:
    """Oldest first."""
    query = select(AfterSupportRow).where(AfterSupportRow.enrolment_id == enrolment_id)
    return list(session.scalars(query.order_by(AfterSupportRow.started_on, AfterSupportRow.created_at)))


def stays_of(rows: list[LevelEntryRow]) -> tuple[LevelEntry, ...]:
    return tuple(value_of(LevelEntry, row) for row in rows)


def bounds_of(session: Session, row: EnrolmentRow) -> Bounds:
    return Bounds(started_on=row.started_on, closed_on=row.closed_on, today=session.info["clock"].today())


def status_now(session: Session, enrolment_id: UUID, status: EnrolmentStatus) -> EnrolmentStatus:
    """The status of today, from the one stored and what is written down about pauses and after-support."""
    pauses = [value_of(Pause, one) for one in pause_rows(session, enrolment_id)]
    given = [value_of(AfterSupport, one) for one in after_support_rows(session, enrolment_id)]
    return standing(status, pauses, given, session.info["clock"].today())


def settle_status(session: Session, row: EnrolmentRow, *, lifted: bool = False) -> None:
    """Lets the status follow. `lifted`: what made it paused or after-support has just been taken away."""
    session.flush()
    if lifted and row.status is not EnrolmentStatus.CLOSED:
        row.status = EnrolmentStatus.ACTIVE
    row.status = status_now(session, row.id, row.status)
