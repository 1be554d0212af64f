"""Verbs on private notes. The only module that reads their table; prints and exchange may not import it."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.private_notes import PrivateKind, PrivateNote

from .straight import reader, run
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
    rest = "FROM private_note AS n WHERE n.mentee_id = ? ORDER BY n.event_date DESC, n.created_at DESC"
    return tuple(reader(PrivateNote, PrivateNoteRow, "n").read(session, rest, mentee_id.bytes))


def move_private_notes(session: Session, session_id: UUID, mentee_id: UUID) -> None:
    """The private notes of a contact go with it to the person it was about."""
    for row in session.scalars(select(PrivateNoteRow).where(PrivateNoteRow.session_id == session_id)):
        row.mentee_id = mentee_id


def persons_with_notes(session: Session) -> int:
    """About how many persons there is a private note: a figure for the report of a loss, and nothing else."""
    return int(run(session, "SELECT count(DISTINCT mentee_id) FROM private_note").fetchone()[0])
