"""Verbs on promises: who does what by when. Plan, contacts and Idag all show these same rows."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.plans import Commitment, CommitmentState, Origin, Who
from mentorapp.domain.sharing import InfoClass

from .tables import value_of
from .tables.plans import CommitmentRow


def add_commitment(
    session: Session,
    enrolment_id: UUID,
    what: str,
    *,
    who: Who,
    who_name: str = "",
    by: date | None = None,
    origin: Origin = Origin.PLAN,
    origin_id: UUID | None = None,
    info_class: InfoClass = InfoClass.PLAN,
    since: date | None = None,
) -> UUID:
    """A promise. Another person than mentee and mentor is named in `who_name`."""
    row = CommitmentRow(
        enrolment_id=enrolment_id,
        who=who,
        who_name=wording.line("who_name", who_name, required=who is Who.CONTACT),
        what=wording.line("what", what, required=True),
        by=by,
        origin=origin,
        origin_id=origin_id,
        info_class=info_class,
        since=since or session.info["clock"].today(),
    )
    session.add(row)
    session.flush()
    return row.id


def set_commitment_state(session: Session, commitment_id: UUID, state: CommitmentState) -> None:
    """Done, dropped, or open again, as of today."""
    row = session.get_one(CommitmentRow, commitment_id)
    row.state = state
    row.state_on = None if state is CommitmentState.OPEN else session.info["clock"].today()


def move_commitment(session: Session, commitment_id: UUID, by: date) -> None:
    """A new day for a promise; how often it was moved is counted."""
    row = session.get_one(CommitmentRow, commitment_id)
    row.by, row.moved_count = by, row.moved_count + 1


def list_commitments(session: Session, enrolment_id: UUID, *, open_only: bool = False) -> tuple[Commitment, ...]:
    """The promises of an enrolment: by day, those without a day last."""
    query = select(CommitmentRow).where(CommitmentRow.enrolment_id == enrolment_id)
    if open_only:
        query = query.where(CommitmentRow.state == CommitmentState.OPEN)
    query = query.order_by(CommitmentRow.by.is_(None), CommitmentRow.by, CommitmentRow.created_at)
    return tuple(value_of(Commitment, row) for row in session.scalars(query))
