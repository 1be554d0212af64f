"""Writing up a contact in one step: the contact, private boxes, promises, a ticked step and the next booking."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.network import ContactChoice
from mentorapp.domain.plans import Origin, Who
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind

from .address_book import contact_from
from .commitments import add_commitment
from .enrolments import current_enrolment
from .private_notes import add_private_note
from .sessions import add_session, change_session
from .steps import tick_step


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteUp:
    """What the quick note holds. `booking` is the booked contact that this writes up, if any.

    `contact` is with whom one talked about the mentee; `safety` is about the mentor's own safety and private.
    """

    new: NewSession
    booking: UUID | None = None
    private: tuple[str, ...] = ()
    who: Who = Who.MENTOR
    who_name: str = ""
    next_step_by: date | None = None
    ticked_step: UUID | None = None
    next_contact_on: date | None = None
    next_contact_at: time | None = None
    next_contact_kind: SessionKind | None = None
    contact: ContactChoice | None = None
    safety: str = ""


def write_up(session: Session, note: WriteUp) -> UUID:
    """Everything of the note in the caller's one write; gives the contact."""
    new = note.new
    enrolment = current_enrolment(session, new.mentee_id)
    if new.enrolment_id is None and enrolment is not None:
        new = replace(new, enrolment_id=enrolment.id)
    if note.contact is not None and new.kind is SessionKind.OTHER_ACTOR:
        new = replace(new, contact_id=contact_from(session, note.contact))
    if note.booking is None:
        session_id = add_session(session, new)
    else:
        session_id = note.booking
        change_session(session, session_id, new)
    for text in note.private:
        if text.strip():
            add_private_note(session, new.mentee_id, text, new.event_date, session_id=session_id)
    if note.safety.strip():
        safety = PrivateKind.SAFETY
        add_private_note(session, new.mentee_id, note.safety, new.event_date, session_id=session_id, kind=safety)
    if new.next_step.strip() and new.enrolment_id is not None:
        add_commitment(
            session,
            new.enrolment_id,
            new.next_step,
            who=note.who,
            who_name=note.who_name,
            by=note.next_step_by,
            origin=Origin.SESSION,
            origin_id=session_id,
            since=new.event_date,
        )
    if note.ticked_step is not None:
        tick_step(session, note.ticked_step, on=min(new.event_date, session.info["clock"].today()))
    if note.next_contact_on is not None:
        _book(session, note, new, note.next_contact_on)
    return session_id


def _book(session: Session, note: WriteUp, new: NewSession, on: date) -> None:
    """The next contact; by the same kind as this one unless another is chosen."""
    add_session(
        session,
        NewSession(
            mentee_id=new.mentee_id,
            enrolment_id=new.enrolment_id,
            kind=note.next_contact_kind or new.kind,
            event_date=on,
            start_time=note.next_contact_at,
            duration_min=new.duration_min,
            attendance=Attendance.PLANNED,
        ),
    )
