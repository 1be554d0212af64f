"""What a closing does around itself: interventions get somebody who follows them, bookings are called off."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.closing import Receiver
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.sessions import Session as Contact
from mentorapp.domain.support import ParallelIntervention

from .enrolment_rows import after_support_rows, enrolment_row
from .tables import value_of
from .tables.enrolments import EnrolmentRow
from .tables.mentees import MenteeRow
from .tables.sessions import SessionRow
from .tables.support import ParallelInterventionRow


def open_interventions(session: Session, mentee_id: UUID) -> tuple[ParallelIntervention, ...]:
    """What goes on around somebody and needs a receiver when the mentor leaves; oldest first."""
    query = select(ParallelInterventionRow).where(ParallelInterventionRow.mentee_id == mentee_id)
    rows = session.scalars(query.order_by(ParallelInterventionRow.from_date, ParallelInterventionRow.created_at))
    found = (value_of(ParallelIntervention, row, states=()) for row in rows)
    return tuple(one for one in found if one.is_open)


def give_over(session: Session, mentee_id: UUID, receivers: Mapping[UUID, Receiver]) -> None:
    """Writes down who follows each intervention."""
    known = {one.id for one in open_interventions(session, mentee_id)}
    for intervention_id, receiver in receivers.items():
        if intervention_id in known:
            row = session.get_one(ParallelInterventionRow, intervention_id)
            row.receiver_contact_id = receiver.contact_id
            row.receiver_name = wording.line("receiver_name", receiver.name)
    session.flush()


def called_off_by(session: Session, enrolment_id: UUID, closed_on: date, *, death: bool = False) -> tuple[Contact, ...]:
    """The bookings that a closing on that day calls off, the next first."""
    enrolment = enrolment_row(session, enrolment_id)
    return tuple(value_of(Contact, row, segments=()) for row in _bookings(session, enrolment, closed_on, death))


def call_off(session: Session, enrolment: EnrolmentRow, closed_on: date, *, death: bool) -> None:
    """They stay to be seen, as called off by the mentor."""
    for row in _bookings(session, enrolment, closed_on, death):
        row.attendance = Attendance.CANCELLED_MENTOR


def _bookings(session: Session, enrolment: EnrolmentRow, closed_on: date, death: bool) -> list[SessionRow]:
    """Booked after the closing and still ahead. Those within the after-support stay; after a death none does."""
    today = session.info["clock"].today()
    given = (
        [] if death else [one.planned_until for one in after_support_rows(session, enrolment.id) if not one.ended_on]
    )
    kept_until = max([closed_on, *given])
    mine = SessionRow.enrolment_id == enrolment.id
    if not _has_other_open(session, enrolment):
        mine = or_(mine, SessionRow.enrolment_id.is_(None))
    query = select(SessionRow).where(
        SessionRow.mentee_id == enrolment.mentee_id,
        mine,
        SessionRow.attendance == Attendance.PLANNED,
        SessionRow.event_date > kept_until,
        SessionRow.event_date >= today,
        SessionRow.voided_at.is_(None),
    )
    return list(session.scalars(query.order_by(SessionRow.event_date, SessionRow.start_time)))


def note_death(session: Session, enrolment: EnrolmentRow, on: date) -> None:
    """No reminder, letter or after-support goes on (F33)."""
    mentee = session.get_one(MenteeRow, enrolment.mentee_id)
    mentee.deceased_on = mentee.deceased_on or on
    for given in after_support_rows(session, enrolment.id):
        given.ended_on = given.ended_on or on


def _has_other_open(session: Session, enrolment: EnrolmentRow) -> bool:
    query = select(EnrolmentRow.id).where(
        EnrolmentRow.mentee_id == enrolment.mentee_id,
        EnrolmentRow.id != enrolment.id,
        EnrolmentRow.status != EnrolmentStatus.CLOSED,
    )
    return session.scalar(query) is not None
