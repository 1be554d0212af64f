"""What Idag reads from the store in one go: the day, kept drafts, and what the head must know."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.meetings import PapersState, Phase
from mentorapp.domain.reminders import Person
from mentorapp.store.drafts import Draft, list_drafts
from mentorapp.store.meeting_state import DueAgain, MeetingLine, list_due_again, meeting_lines_between
from mentorapp.store.mentees import get_mentee
from mentorapp.store.overviews import list_lines
from mentorapp.store.settings import get_settings
from mentorapp.store.store import Store
from mentorapp.store.today import Day, read_day
from ui.requests import DraftRequest

from .words import Needs

QUICK_NOTE = "quick_note"
MEETING_DUE = "meeting_due"
"""What is put off of a meeting that comes back; no rule of the settings."""
_WRITE_UP_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A form that was begun: about whom, if anybody, and for a quick note which booking it writes up, if any."""

    form: str
    person: Person | None
    booking_id: UUID | None
    changed_at: datetime
    thrown: bool = False

    @property
    def request(self) -> DraftRequest:
        return DraftRequest(self.person.mentee_id if self.person else None, self.form)

    @property
    def is_note(self) -> bool:
        return self.form.partition(":")[0] == QUICK_NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`now` has the local time zone; `needs` are those of the people with bookings."""

    day: Day
    now: datetime
    drafts: tuple[KeptDraft, ...]
    needs: dict[UUID, Needs]
    meetings: tuple[MeetingLine, ...]
    due_again: tuple[DueAgain, ...]
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
            drafts=tuple(kept for draft in list_drafts(session) if (kept := _draft(session, draft)) is not None),
            needs={
                key: Needs(interpreter_language=mentee.interpreter_language, protected=mentee.is_protected)
                for key, mentee in mentees.items()
            },
            meetings=_meetings(session, day),
            due_again=_due_again(session, day),
            anybody=bool(day.standings) or bool(list_lines(session)),
            sheet_proved=get_settings(session).recovery_sheet_proved,
        )


def _meetings(session: Session, day: Day) -> tuple[MeetingLine, ...]:
    """Those of the day, those that wait to be written up, and tomorrow's whose papers need work. Of somebody who has
    died none (F 33)."""
    first, last = day.today - timedelta(days=_WRITE_UP_DAYS), day.today + timedelta(days=1)
    living = {standing.person.mentee_id for standing in day.standings}
    return tuple(
        one
        for one in meeting_lines_between(session, first, last)
        if one.phase is not Phase.EARLIER
        and one.person.mentee_id in living
        and (one.meeting.event_date <= day.today or one.papers is not PapersState.READY)
    )


def _due_again(session: Session, day: Day) -> tuple[DueAgain, ...]:
    """Meetings that come back and are not booked again, of those who are here, but for what was put off."""
    living = {standing.person.mentee_id for standing in day.standings}
    return tuple(
        one
        for one in list_due_again(session)
        if one.person.mentee_id in living and not day.is_put_away(one.person, MEETING_DUE, str(one.last.id))
    )


def draft_keys(store: Store) -> frozenset[tuple[str, UUID | None]]:
    """Which drafts are kept: while one is written its text changes every second, but not this."""
    with store.read() as session:
        return frozenset((draft.form, draft.mentee_id) for draft in list_drafts(session))


def _draft(session: Session, draft: Draft) -> KeptDraft | None:
    """The form of a note that writes up a booking names it after a colon. None for somebody who is not here."""
    person = None
    if draft.mentee_id is not None:
        try:
            mentee = get_mentee(session, draft.mentee_id)
        except NotFoundError:
            return None
        person = Person(
            mentee_id=mentee.id, name=mentee.full_name, alias=mentee.display_alias, protected=mentee.is_protected
        )
    form, _, booking = draft.form.partition(":")
    return KeptDraft(
        form=draft.form,
        person=person,
        booking_id=UUID(booking) if booking and form == QUICK_NOTE else None,
        changed_at=draft.changed_at,
    )
