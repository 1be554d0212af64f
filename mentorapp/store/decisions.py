"""Verbs on what a meeting decides: promises with the meeting as their origin."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import Commitment, Origin

from .commitments import add_commitment
from .enrolments import current_enrolment
from .meetings import meeting_row
from .tables import value_of
from .tables.plans import CommitmentRow


def add_decision(session: Session, mentee_id: UUID, new: NewDecision, meeting_id: UUID | None = None) -> UUID:
    """A promise since today; with a meeting it is one of that meeting. InputError without an enrolment."""
    meeting = meeting_row(session, meeting_id) if meeting_id else None
    enrolment = current_enrolment(session, mentee_id)
    enrolment_id = (meeting.enrolment_id if meeting else None) or (enrolment.id if enrolment else None)
    if enrolment_id is None:
        raise InputError("what", "decision_needs_enrolment")
    return add_commitment(
        session,
        enrolment_id,
        new.what,
        who=new.who,
        who_name=new.who_name,
        contact_id=new.contact_id,
        by=new.by,
        need=new.need,
        origin=Origin.MEETING if meeting else Origin.PLAN,
        origin_id=meeting_id,
    )


def list_decisions(session: Session, meeting_id: UUID) -> tuple[Commitment, ...]:
    """What came out of a meeting, in the order in which it was said."""
    query = select(CommitmentRow).where(CommitmentRow.origin == Origin.MEETING, CommitmentRow.origin_id == meeting_id)
    rows = session.scalars(query.order_by(CommitmentRow.created_at, CommitmentRow.id))
    return tuple(value_of(Commitment, row) for row in rows)
