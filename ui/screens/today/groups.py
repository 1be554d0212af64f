"""The groups of Idag that come from what the mentor has written: bookings, notes to write, silence, promises, good
things."""

from collections.abc import Callable
from datetime import time, timedelta
from functools import partial

from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.reminders import Booking, Promise, Silence
from mentorapp.domain.sessions import SessionKind
from mentorapp.language import Texts, time_of_day
from mentorapp.store.today_good import GoodThing
from ui.requests import NoteRequest
from ui.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.kind_icons import kind_family, kind_icon
from ui.widgets.tick_box import TickBox
from ui.widgets.tile import Tile

from . import words
from .group import Entry, Group, Pending
from .meetings import meeting_rows, meetings_to_write
from .reading import KeptDraft, Reading
from .row_maker import Acts, RowMaker
from .rows import GoodRow, PromiseRow

_WRITE_UP = "write_up"
"""What is put off of a contact that has passed; no rule of the settings."""


class Groups(RowMaker):
    """The bookings of the day and all that is told of by what the mentor has written."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        acts: Acts,
        reading: Reading,
        names_shown: bool,
        thrown: tuple[KeptDraft, ...] = (),
    ) -> None:
        super().__init__(theme, texts, acts, reading, names_shown)
        self._thrown = thrown

    def bookings(self) -> Group | None:
        day, texts = self._day, self._texts
        coming = self._coming()
        made = [
            *((b.on, b.at, Pending(partial(self._booking, b, b is coming))) for b in day.bookings),
            *((b.on, b.at, Pending(partial(self._tomorrow, b))) for b in day.tomorrow),
            *meeting_rows(self, self._reading.meetings),
        ]
        made.sort(key=lambda one: (one[0], one[1] or time.max))
        days = [on for on, _, _ in made]
        counts = [
            texts(key, count=days.count(on))
            for key, on in (
                ("today.bookings_today", day.today),
                ("today.bookings_tomorrow", day.today + timedelta(days=1)),
            )
            if on in days
        ]
        rows = [one for _, _, one in made]
        return self._group("bookings", "cal", rows, right=words.DOT.join(counts))

    def to_write_up(self) -> Group | None:
        booked = {b.session_id for b in (*self._day.bookings, *self._day.to_write_up)}
        loose = [draft for draft in self._reading.drafts if draft.booking_id not in booked]
        rows = [
            Pending(partial(self._passed, booking))
            for booking in self._day.to_write_up
            if not self._day.is_put_away(booking.person, _WRITE_UP, str(booking.session_id))
        ]
        rows += meetings_to_write(self, self._reading.meetings)
        rows += [Pending(partial(self._draft if draft.is_note else self._begun, draft)) for draft in loose]
        rows += [Pending(partial(self._begun, draft)) for draft in self._thrown]
        return self._group("to_write_up", "pencil", rows)

    def silences(self) -> Group | None:
        rows = [Pending(partial(self._silence, one)) for one in self._day.silences()]
        return self._group("silences", "phone", rows)

    def promises(self) -> Group | None:
        """Mine first. What was ticked today stays in its place until tomorrow."""
        rows = [
            Pending(partial(self._promise, promise), settled=promise.commitment.state is CommitmentState.DONE)
            for promise in self._day.promises_due()
        ]
        return self._group("promises", "hand", rows, right=self._texts("today.mine_first"))

    def good_things(self) -> Group | None:
        rows = [Pending(partial(self._good, good)) for good in self._day.good_things]
        return self._group("good_things", "star", rows, tone="ok")

    def _coming(self) -> Booking | None:
        """The booking that is going on or comes next: its row has a ground of its own."""
        now = self._reading.now
        starts = [(words.starts_at(b, now), b) for b in self._day.bookings]
        return next((b for start, b in starts if start is not None and start >= now), None)

    def _booking(self, booking: Booking, coming: bool) -> Entry:
        now = self._reading.now if coming else None
        said = words.booking_words(self._texts, booking, self._needs(booking), now)
        if self._reading.draft_of(booking.session_id) is not None:
            said += words.DOT + self._texts("today.has_draft")
        lead = time_of_day(self._texts, booking.at) if booking.at else self._texts("today.no_time")
        return self._entry(
            f"booking:{booking.session_id}",
            booking.person,
            (self._naming.of(booking.person), said),
            self._write_up(booking),
            why=self._texts("today.why_booking"),
            lead=(lead, ""),
            tile=self._kind(booking),
            primary=coming,
        )

    def _tomorrow(self, booking: Booking) -> Entry:
        said = words.booking_words(self._texts, booking, self._needs(booking))
        at = time_of_day(self._texts, booking.at) if booking.at else ""
        return self._entry(
            f"booking:{booking.session_id}",
            booking.person,
            (self._naming.of(booking.person), said),
            self._opening(booking.person),
            why=self._texts("today.why_booking"),
            lead=(self._texts("today.tomorrow_lead"), at or " "),
            tile=self._kind(booking),
        )

    def _passed(self, booking: Booking) -> Entry:
        said = words.passed_words(self._texts, booking, self._needs(booking), self._day.today)
        if self._reading.draft_of(booking.session_id) is not None:
            said += words.DOT + self._texts("today.has_draft")
        return self._entry(
            f"booking:{booking.session_id}",
            booking.person,
            (self._naming.of(booking.person), said),
            self._write_up(booking),
            why=self._texts("today.why_to_write_up"),
            tile=self._face(booking.person),
            later=self._later(booking.person, _WRITE_UP, str(booking.session_id)),
        )

    def _draft(self, draft: KeptDraft) -> Entry:
        person = draft.person
        said = words.draft_words(self._texts, draft.changed_at, self._day.today)
        request = NoteRequest(mentee_id=person.mentee_id if person else None, booking_id=draft.booking_id)
        who = self._naming.of(person) if person else self._texts("today.draft_nobody")
        return self._entry(
            f"draft:{request.mentee_id}:{draft.booking_id}",
            person,
            (who, said),
            (self._texts("today.continue"), "pencil", lambda: self._acts.write_note(request)),
            why=self._texts("today.why_to_write_up"),
            tile=self._face(person) if person else Tile(self._theme, "pencil"),
            throw=partial(self._acts.throw, draft),
        )

    def _begun(self, draft: KeptDraft) -> Entry:
        """Another form than a note: what it is and whose. One that was thrown away can be had back in its place."""
        person, request, texts = draft.person, draft.request, self._texts
        what, said = words.begun_words(texts, draft.form, draft.changed_at, self._day.today)
        act = (texts("today.continue"), "pencil", partial(self._acts.open_draft, request))
        if draft.thrown:
            said = texts("today.draft_gone")
            act = (texts("today.take_back"), "undo", partial(self._acts.take_back, request))
        return self._entry(
            f"{'gone' if draft.thrown else 'draft'}:{request.mentee_id}:{draft.form}",
            person,
            (self._naming.of(person), what + words.DOT + said) if person else (what, said),
            act,
            why=texts("today.why_draft_gone" if draft.thrown else "today.why_to_write_up"),
            tile=self._face(person) if person else Tile(self._theme, "pencil"),
            throw=None if draft.thrown else partial(self._acts.throw, draft),
        )

    def _silence(self, silence: Silence) -> Entry:
        person = silence.person
        key = "try_again" if silence.attempts else "call"
        return self._entry(
            f"silence:{person.mentee_id}",
            person,
            (self._naming.of(person), words.silence_words(self._texts, silence)),
            self._calling(person, SessionKind.PHONE, key, "phone"),
            why=self._texts("today.why_silence", count=silence.limit),
            tile=self._face(person),
            later=self._later(person, Rule.SILENCE, silence.subject),
        )

    def _good(self, good: GoodThing) -> Entry:
        what = words.good_words(self._texts, good)
        said = self._texts("today.good", who=self._naming.of(good.person), what=what)
        row = GoodRow(self._theme, said, last=good is self._day.good_things[-1])
        opening = partial(self._acts.open_mentee, good.person.mentee_id)
        row.opened.connect(opening)
        return Entry(
            f"good:{good.person.mentee_id}:{good.label}{good.text}",
            row,
            row,
            open=opening,
            why=self._why(Rule.GOOD),
        )

    def _promise(self, promise: Promise) -> Entry:
        who, commitment = self._naming.of(promise.person), promise.commitment
        said = words.promise_words(self._texts, promise, who, self._day.today)
        chip = None
        if not promise.is_mine:
            by = words.promised_by(self._texts, promise)
            if promise.phone:
                by = self._texts("today.others_reach", by=by, phone=promise.phone)
                said += words.DOT + by
            chip = Chip(self._theme, self._texts("today.others"), "people", description=by)
        box = TickBox(self._theme, commitment.what, said, strike=True)
        box.setChecked(commitment.state is CommitmentState.DONE)
        row = PromiseRow(box, chip)
        box.toggled.connect(partial(self._acts.tick, commitment.id))
        return Entry(
            f"promise:{commitment.id}",
            row,
            box,
            open=partial(self._acts.open_mentee, promise.person.mentee_id),
            why=self._why(Rule.PROMISE),
            later=self._later(promise.person, Rule.PROMISE, promise.subject),
        )

    def _write_up(self, booking: Booking) -> tuple[str, str, Callable[[], None]]:
        request = NoteRequest(mentee_id=booking.person.mentee_id, booking_id=booking.session_id)
        return self._texts("today.write_up"), "pencil", lambda: self._acts.write_note(request)

    def _kind(self, booking: Booking) -> Tile:
        return Tile(self._theme, kind_icon(booking.kind), kind_family(booking.kind))

    def _needs(self, booking: Booking) -> words.Needs:
        return self._reading.needs.get(booking.person.mentee_id, words.Needs())
