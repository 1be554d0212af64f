"""Verbs on promises: who does what by when. Plan, contacts and Idag all show these same rows."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.plans import Commitment, CommitmentState, Origin, Who
from mentorapp.domain.sharing import InfoClass

from .address_book import contact_row
from .enrolments import current_enrolment
from .tables import value_of
from .tables.plans import CommitmentRow


def add_commitment(
    session: Session,
    enrolment_id: UUID,
    what: str,
    *,
    who: Who | None,
    who_name: str = "",
    contact_id: UUID | None = None,
    by: date | None = None,
    origin: Origin = Origin.PLAN,
    origin_id: UUID | None = None,
    info_class: InfoClass = InfoClass.PLAN,
    since: date | None = None,
    need: str = "",
) -> UUID:
    """A promise by mentee, mentor, a contact of the register, or somebody named in `who_name`; None is nobody yet."""
    row = CommitmentRow(
        enrolment_id=enrolment_id,
        what=wording.line("what", what, required=True),
        by=by,
        origin=origin,
        origin_id=origin_id,
        info_class=info_class,
        since=since or session.info["clock"].today(),
        need=wording.line("need", need),
    )
    _promise_by(session, row, who, who_name, contact_id)
    session.add(row)
    session.flush()
    return row.id


def change_commitment(session: Session, commitment_id: UUID, **details: Any) -> None:
    """Changes `what`, `need`, `who` with `who_name` or `contact_id`, `info_class`, and `by`: a day that is moved is
    counted."""
    row = _row(session, commitment_id)
    if "what" in details:
        row.what = wording.line("what", details.pop("what"), required=True)
    if "need" in details:
        row.need = wording.line("need", details.pop("need"))
    if "who" in details:
        _promise_by(session, row, details.pop("who"), details.pop("who_name", ""), details.pop("contact_id", None))
    row.info_class = details.pop("info_class", row.info_class)
    by = details.pop("by", row.by)
    if details:
        raise TypeError(f"a promise has no field {next(iter(details))}")
    if by != row.by:
        row.moved_count += row.by is not None  # a first day is no move
        row.by = by


def set_commitment_state(session: Session, commitment_id: UUID, state: CommitmentState) -> None:
    """Done, dropped, or open again, as of today."""
    row = _row(session, commitment_id)
    row.state = state
    row.state_on = None if state is CommitmentState.OPEN else session.info["clock"].today()


def move_commitment(session: Session, commitment_id: UUID, by: date) -> None:
    """A new day for a promise; how often it was moved is counted."""
    row = _row(session, commitment_id)
    row.by, row.moved_count = by, row.moved_count + 1


def list_commitments(session: Session, enrolment_id: UUID, *, open_only: bool = False) -> tuple[Commitment, ...]:
    """The promises of an enrolment: by day, those without a day last."""
    query = select(CommitmentRow).where(CommitmentRow.enrolment_id == enrolment_id)
    if open_only:
        query = query.where(CommitmentRow.state == CommitmentState.OPEN)
    query = query.order_by(CommitmentRow.by.is_(None), CommitmentRow.by, CommitmentRow.created_at)
    return tuple(value_of(Commitment, row) for row in session.scalars(query))


def list_nobodys(session: Session, mentee_id: UUID) -> tuple[Commitment, ...]:
    """The open promises of a mentee that nobody has taken on, to be said before they are printed (S15)."""
    enrolment = current_enrolment(session, mentee_id)
    promises = list_commitments(session, enrolment.id, open_only=True) if enrolment else ()
    return tuple(promise for promise in promises if promise.is_nobodys)


def _row(session: Session, commitment_id: UUID) -> CommitmentRow:
    row = session.get(CommitmentRow, commitment_id)
    if row is None:
        raise NotFoundError("commitment_unknown")
    return row


def _promise_by(session: Session, row: CommitmentRow, who: Who | None, who_name: str, contact_id: UUID | None) -> None:
    """Nobody yet is another without a name."""
    row.who, row.contact_id, row.who_name = who or Who.CONTACT, None, ""
    if who is Who.CONTACT:
        row.contact_id = contact_id
        given = contact_row(session, contact_id).name if contact_id else who_name
        row.who_name = wording.line("who_name", given, required=True)
