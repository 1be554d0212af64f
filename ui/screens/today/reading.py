"""What Idag reads from the store in one go: the day, kept drafts of quick notes, and what the head must know."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.reminders import Person
from mentorapp.store.drafts import Draft, list_drafts
from mentorapp.store.mentees import get_mentee
from mentorapp.store.overviews import list_lines
from mentorapp.store.settings import get_settings
from mentorapp.store.store import Store
from mentorapp.store.today import Day, read_day

from .words import Needs

QUICK_NOTE = "quick_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A quick note that was begun: about whom, if that was chosen, and which booking it writes up, if any."""

    person: Person | None
    booking_id: UUID | None
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`now` has the local time zone; `needs` are those of the people with bookings."""

    day: Day
    now: datetime
    drafts: tuple[KeptDraft, ...]
    needs: dict[UUID, Needs]
    anybody: bool
    sheet_proved: bool

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with an open enrolment; whether two share a name is seen among them."""
        return tuple(standing.person for standing in self.day.standings)

    def draft_of(self, booking_id: UUID) -> KeptDraft | None:
        return next((draft for draft in self.drafts if draft.booking_id == booking_id), None)


def read_screen(store: Store) -> Reading:
    with store.read() as session:
        day = read_day(session)
        booked = {b.person.mentee_id for b in (*day.bookings, *day.tomorrow, *day.to_write_up)}
        mentees = {mentee_id: get_mentee(session, mentee_id) for mentee_id in booked}
        return Reading(
            day=day,
            now=store.clock.now().astimezone(),
            drafts=tuple(_draft(session, draft) for draft in list_drafts(session) if is_quick_note(draft)),
            needs={
                key: Needs(interpreter_language=mentee.interpreter_language, protected=mentee.is_protected)
                for key, mentee in mentees.items()
            },
            anybody=bool(day.standings) or bool(list_lines(session)),
            sheet_proved=get_settings(session).recovery_sheet_proved,
        )


def draft_keys(store: Store) -> frozenset[tuple[str, UUID | None]]:
    """Which quick notes are kept: while one is written its text changes every second, but not this."""
    with store.read() as session:
        return frozenset((d.form, d.mentee_id) for d in list_drafts(session) if is_quick_note(d))


def is_quick_note(draft: Draft) -> bool:
    return draft.form.partition(":")[0] == QUICK_NOTE


def _draft(session: Session, draft: Draft) -> KeptDraft:
    """The form of a note that writes up a booking names it after a colon."""
    booking = draft.form.partition(":")[2]
    return KeptDraft(
        person=_person(session, draft.mentee_id) if draft.mentee_id else None,
        booking_id=UUID(booking) if booking else None,
        changed_at=draft.changed_at,
    )


def _person(session: Session, mentee_id: UUID) -> Person:
    mentee = get_mentee(session, mentee_id)
    return Person(mentee_id=mentee_id, name=mentee.full_name, alias=mentee.display_alias)
