"""Whom a note is about and which booking it writes up, worked out from what was asked for."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.sessions import Attendance
from mentorapp.domain.sessions import Session as Contact
from mentorapp.language import Texts, time_of_day
from mentorapp.language.relative import ago
from mentorapp.store.drafts import get_draft
from mentorapp.store.sessions import get_session
from mentorapp.store.store import Store
from ui.requests import NoteRequest

from .content import Content
from .reading import Facts, begun_booking, read_facts

FORM = "quick_note"


@dataclass(frozen=True, slots=True)
class Subject:
    """`fresh` is what the form holds before anything is typed."""

    facts: Facts | None
    booking: Contact | None
    fresh: Content

    @property
    def mentee_id(self) -> UUID | None:
        return None if self.facts is None else self.facts.mentee.id

    @property
    def form(self) -> str:
        """A note that writes up a booking is a form of its own, so that its draft never meets another contact's."""
        return FORM if self.booking is None else f"{FORM}:{self.booking.id}"

    def without_booking(self, today: date) -> "Subject":
        return Subject(self.facts, None, Content(day=today))


def subject_of(store: Store, request: NoteRequest, language: str = "sv") -> Subject:
    """A booking is written up when it is asked for, or has begun today and nothing else is meant or kept."""
    now = store.clock.now().astimezone()
    with store.read() as session:
        booking = None if request.booking_id is None else get_session(session, request.booking_id)
        if booking is not None and booking.attendance is not Attendance.PLANNED:
            booking = None
        mentee_id = request.mentee_id or (booking.mentee_id if booking else None)
        if not (request.booking_id or request.attendance or get_draft(session, FORM, mentee_id)):
            booking = begun_booking(session, mentee_id, now)
            if booking is not None and request.kind not in (None, booking.kind):
                booking = None
            mentee_id = mentee_id or (booking.mentee_id if booking else None)
        facts = None if mentee_id is None else read_facts(session, mentee_id, language)
    fresh = Content(day=store.clock.today()) if booking is None else _of_booking(booking)
    kind, attendance = request.kind or fresh.kind, request.attendance or fresh.attendance
    return Subject(facts, booking, replace(fresh, kind=kind, attendance=attendance))


def _of_booking(booking: Contact) -> Content:
    return Content(
        day=booking.event_date,
        at=booking.start_time,
        kind=booking.kind,
        minutes="" if booking.duration_min is None else str(booking.duration_min),
        place=booking.place,
        distance="" if booking.distance_km is None else f"{booking.distance_km.normalize():f}".replace(".", ","),
        with_interpreter=booking.with_interpreter,
        support_kinds=booking.support_kinds,
    )


def booking_words(texts: Texts, booking: Contact, today: date) -> str:
    """Bokningen i dag 13.00."""
    day = ago(texts, booking.event_date, today)
    at = "" if booking.start_time is None else f" {time_of_day(texts, booking.start_time)}"
    return texts("note.booking", when=f"{day}{at}")
