"""Promises round everybody with an open enrolment, as Idag needs them: with whom they are about and how to reach who
made them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.plans import Commitment, CommitmentState
from mentorapp.domain.reminders import Person, Promise

from .tables import value_of
from .tables.enrolments import EnrolmentRow
from .tables.network import ContactRow
from .tables.plans import CommitmentRow


def read_promises(session: Session, people: Mapping[UUID, Person], today: date) -> tuple[Promise, ...]:
    """Open promises of open enrolments, and those kept today."""
    kept_today = (CommitmentRow.state == CommitmentState.DONE) & (CommitmentRow.state_on == today)
    query = (
        select(CommitmentRow, EnrolmentRow.mentee_id, ContactRow.phone)
        .join(EnrolmentRow, EnrolmentRow.id == CommitmentRow.enrolment_id)
        .outerjoin(ContactRow, ContactRow.id == CommitmentRow.contact_id)
        .where(EnrolmentRow.status != EnrolmentStatus.CLOSED)
        .where((CommitmentRow.state == CommitmentState.OPEN) | kept_today)
        .order_by(CommitmentRow.by.is_(None), CommitmentRow.by)
    )
    return tuple(
        Promise(person=people[mentee_id], commitment=value_of(Commitment, row), phone=phone or "")
        for row, mentee_id, phone in session.execute(query)
        if mentee_id in people
    )
