"""Verbs on private notes. The only module that reads their table; prints and exchange may not import it."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.private_notes import PrivateKind, PrivateNote

from .tables import value_of
from .tables.private import PrivateNoteRow


def add_private_note(
    session: Session,
    mentee_id: UUID,
    text: str,
    event_date: date,
    *,
    session_id: UUID | None = None,
    kind: PrivateKind = PrivateKind.NOTE,
) -> UUID:
    row = PrivateNoteRow(
        mentee_id=mentee_id,
        session_id=session_id,
        event_date=event_date,
        kind=kind,
        text=wording.text("note", text, required=True),
    )
    session.add(row)
    session.flush()
    return row.id


def list_private_notes(session: Session, mentee_id: UUID) -> tuple[PrivateNote, ...]:
    """The private notes about a person, newest first."""
    query = select(PrivateNoteRow).where(PrivateNoteRow.mentee_id == mentee_id)
    query = query.order_by(PrivateNoteRow.event_date.desc(), PrivateNoteRow.created_at.desc())
    return tuple(value_of(PrivateNote, row) for row in session.scalars(query))
