"""A note that was written about the wrong person goes to the right one, and leaves a trace without its words (F25)."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.plans import Origin
from mentorapp.domain.sharing import InfoClass

from .enrolments import current_enrolment
from .hidden_classes import hidden_for
from .private_notes import move_private_notes
from .tables.mentees import MenteeRow
from .tables.plans import CommitmentRow
from .tables.sessions import NoteSegmentRow, SessionRow


def move_session(db: Db, session_id: UUID, mentee_id: UUID) -> UUID:
    """Moves a contact with all its versions, private boxes and promises; gives the trace at the old place.

    The trace says that something was moved and when, never what or to whom. InputError `mentee_id` where it cannot be.
    """
    row, mentee = db.get(SessionRow, session_id), db.get(MenteeRow, mentee_id)
    if row is None or row.voided_at is not None:
        raise NotFoundError("session_unknown")
    if mentee is None:
        raise NotFoundError("mentee_unknown")
    _check(db, row, mentee)
    trace = SessionRow(
        mentee_id=row.mentee_id,
        enrolment_id=row.enrolment_id,
        kind=row.kind,
        event_date=row.event_date,
        attendance=row.attendance,
        is_contact=False,
        voided_at=db.info["clock"].now(),
        moved_on=db.info["clock"].today(),
    )
    db.add(trace)
    enrolment = current_enrolment(db, mentee_id)
    row.mentee_id, row.moved_on = mentee_id, trace.moved_on
    row.enrolment_id = None if enrolment is None else enrolment.id
    move_private_notes(db, session_id, mentee_id)
    _move_promises(db, session_id, row.enrolment_id)
    db.flush()
    return trace.id


def _check(db: Db, row: SessionRow, mentee: MenteeRow) -> None:
    if row.mentee_id == mentee.id:
        raise InputError("mentee_id", "move_same_person")
    if row.group_meeting_id is not None:
        raise InputError("mentee_id", "move_group")
    if mentee.birth_date and row.event_date < mentee.birth_date:
        raise InputError("mentee_id", "before_birth")
    if _classes(db, row) & hidden_for(db, mentee.id):
        raise InputError("mentee_id", "move_not_here")


def _classes(db: Db, row: SessionRow) -> frozenset[InfoClass]:
    """Everything the note says or has ever said."""
    query = select(NoteSegmentRow.info_class).where(NoteSegmentRow.session_id == row.id)
    felt = row.mood_in is not None or row.mood_out is not None or row.mood_word
    return frozenset(db.scalars(query)) | (frozenset({InfoClass.HEALTH}) if felt else frozenset())


def _move_promises(db: Db, session_id: UUID, enrolment_id: UUID | None) -> None:
    """A promise belongs to an enrolment; where the right person has none, its words stay as the note's next step."""
    query = select(CommitmentRow).where(CommitmentRow.origin == Origin.SESSION, CommitmentRow.origin_id == session_id)
    for promise in db.scalars(query):
        if enrolment_id is None:
            db.delete(promise)
        else:
            promise.enrolment_id = enrolment_id
