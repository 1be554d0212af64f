"""The groups of Idag made from what was read: which rows there are, what they say, and what their button does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.reminders import Booking, Person, Promise, phases_ending, promises_due, reviews_due, silences
from mentorapp.domain.sessions import SessionKind
from mentorapp.language import Texts, time_of_day
from ui.requests import NoteRequest
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.chip import Chip
from ui.widgets.kind_icons import kind_family, kind_icon
from ui.widgets.row import Row
from ui.widgets.tick_box import TickBox
from ui.widgets.tile import Tile

from . import words
from .group import Entry, Group
from .reading import KeptDraft, Reading
from .rows import GoodRow, PromiseRow
from .words import Naming


@dataclass(frozen=True, slots=True)
class Acts:
    """What a row can ask for."""

    open_mentee: Callable[[UUID], None]
    write_note: Callable[[NoteRequest], None]
    tick: Callable[[UUID, bool], None]


class Groups:
    """Makes each group, or None when it has no rows: a group without rows is not drawn."""

    def __init__(self, theme: Theme, texts: Texts, acts: Acts, reading: Reading, names_shown: bool) -> None:
        self._theme, self._texts, self._acts, self._reading = theme, texts, acts, reading
        self._day = reading.day
        self._naming = Naming(names_shown, words.shared_names(reading.people))

    def bookings(self) -> Group | None:
        day, texts = self._day, self._texts
        counts = [
            texts(key, count=len(rows))
            for key, rows in (("today.bookings_today", day.bookings), ("today.bookings_tomorrow", day.tomorrow))
            if rows
        ]
        coming = self._coming()
        entries = [self._booking(booking, booking is coming) for booking in day.bookings]
        entries += [self._tomorrow(booking) for booking in day.tomorrow]
        return self._group("bookings", "cal", entries, right=words.DOT.join(counts))

    def to_write_up(self) -> Group | None:
        booked = {b.session_id for b in (*self._day.bookings, *self._day.to_write_up)}
        loose = [draft for draft in self._reading.drafts if draft.booking_id not in booked]
        entries = [self._passed(booking) for booking in self._day.to_write_up]
        return self._group("to_write_up", "pencil", [*entries, *(self._draft(draft) for draft in loose)])

    def silences(self) -> Group | None:
        day, entries = self._day, []
        for silence in silences(day.standings, day.limits, day.today):
            person = silence.person
            again = silence.attempts > 0
            act_words = self._texts("today.try_again" if again else "today.call")
            request = NoteRequest(mentee_id=person.mentee_id, kind=SessionKind.PHONE)
            entries.append(
                self._entry(
                    f"silence:{person.mentee_id}",
                    person,
                    (self._naming.of(person), words.silence_words(self._texts, silence)),
                    (act_words, "phone", partial(self._acts.write_note, request)),
                    why=self._texts("today.why_silence", count=silence.limit),
                    tile=self._face(person),
                )
            )
        return self._group("silences", "phone", entries)

    def promises(self) -> Group | None:
        """Mine first. What was ticked today stays in its place until tomorrow."""
        day = self._day
        entries = [
            self._promise(promise.person, *self._promise_box(promise), promise.commitment.id)
            for promise in promises_due((*day.promises, *day.kept_today), day.today)
        ]
        return self._group("promises", "hand", entries, right=self._texts("today.mine_first"))

    def follow_ups(self) -> Group | None:
        day, texts, naming = self._day, self._texts, self._naming
        entries = []
        for phase in phases_ending(day.standings, day.today):
            said = (words.phase_words(texts, phase, naming.of(phase.person)), texts("today.phase_why"))
            entries.append(
                self._follow_up(f"phase:{phase.person.mentee_id}", phase.person, said, "stairs", "today.why_phase")
            )
        for review in reviews_due(day.standings, day.today):
            said = (naming.of(review.person), words.review_words(texts, review, day.today))
            entries.append(
                self._follow_up(f"review:{review.person.mentee_id}", review.person, said, "tree", "today.why_review")
            )
        return self._group("follow_ups", "flag", entries)

    def good_things(self) -> Group | None:
        things, texts = self._day.good_things, self._texts
        entries = []
        for number, good in enumerate(things):
            said = texts("today.good", who=self._naming.of(good.person), what=good.text)
            row = GoodRow(self._theme, said, last=number == len(things) - 1)
            mentee_id = good.person.mentee_id
            entry = Entry(
                f"good:{mentee_id}:{good.text}",
                row,
                row,
                open=partial(self._acts.open_mentee, mentee_id),
                why=texts("today.why_good"),
            )
            row.opened.connect(entry.open)
            entries.append(entry)
        return self._group("good_things", "star", entries, tone="ok")

    def _group(self, key: str, icon: str, entries: list[Entry], right: str = "", tone: str = "") -> Group | None:
        if not entries:
            return None
        group = Group(self._theme, self._texts, key, self._texts(f"today.{key}"), icon, right=right, tone=tone)
        group.fill(entries)
        return group

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
        )

    def _follow_up(self, key: str, person: Person, said: tuple[str, str], icon: str, why: str) -> Entry:
        family = Family.RUST if icon == "stairs" else Family.OK
        tile = Tile(self._theme, icon, family)
        return self._entry(key, person, said, self._opening(person), why=self._texts(why), tile=tile)

    def _promise_box(self, promise: Promise) -> tuple[TickBox, Chip | None]:
        who = self._naming.of(promise.person)
        said = words.promise_words(self._texts, promise, who, self._day.today)
        box = TickBox(self._theme, promise.commitment.what, said, strike=True)
        box.setChecked(promise.commitment.state is CommitmentState.DONE)
        if promise.is_mine:
            return box, None
        by = words.promised_by(self._texts, promise)
        return box, Chip(self._theme, self._texts("today.others"), "people", description=by)

    def _promise(self, person: Person, box: TickBox, chip: Chip | None, commitment_id: UUID) -> Entry:
        row = PromiseRow(box, chip)
        box.toggled.connect(lambda done: self._acts.tick(commitment_id, done))
        return Entry(
            f"promise:{commitment_id}",
            row,
            box,
            open=lambda: self._acts.open_mentee(person.mentee_id),
            why=self._texts("today.why_promise"),
            settled=box.isChecked(),
        )

    def _entry(
        self,
        key: str,
        person: Person | None,
        said: tuple[str, str],
        act: tuple[str, str, Callable[[], None]],
        *,
        why: str,
        tile: Tile,
        lead: tuple[str, str] = ("", ""),
        primary: bool = False,
    ) -> Entry:
        """A row with one button. Enter opens the person; where nobody is chosen yet it does what the button does."""
        act_words, icon, then = act
        kind = Kind.PRIMARY if primary else Kind.NORMAL
        button = Button(self._theme, act_words, icon, kind=kind, size=Size.ROW, name=f"{act_words}: {said[0]}")
        button.setAccessibleDescription(said[1])
        row = Row(
            self._theme,
            *said,
            lead=lead[0],
            lead_second=lead[1],
            tile=tile,
            action=button,
            tint="soft" if primary else "",
        )
        opening = (lambda: self._acts.open_mentee(person.mentee_id)) if person else then
        entry = Entry(key, row, button, open=opening, act=then, act_words=act_words, why=why)
        button.clicked.connect(lambda: then())
        row.opened.connect(opening)
        return entry

    def _write_up(self, booking: Booking) -> tuple[str, str, Callable[[], None]]:
        request = NoteRequest(mentee_id=booking.person.mentee_id, booking_id=booking.session_id)
        return self._texts("today.write_up"), "pencil", lambda: self._acts.write_note(request)

    def _opening(self, person: Person) -> tuple[str, str, Callable[[], None]]:
        return self._texts("today.open"), "right", lambda: self._acts.open_mentee(person.mentee_id)

    def _kind(self, booking: Booking) -> Tile:
        return Tile(self._theme, kind_icon(booking.kind), kind_family(booking.kind))

    def _face(self, person: Person) -> Tile:
        letter = self._naming.letter(person)
        return Tile(self._theme, "" if letter else "tree", letter=letter)

    def _needs(self, booking: Booking) -> words.Needs:
        return self._reading.needs.get(booking.person.mentee_id, words.Needs())
