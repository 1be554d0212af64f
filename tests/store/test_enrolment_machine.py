"""Enrolments under any order of acts: enrol, move, rest, go on, begin work, close, come back, undo and do again.

Whatever is done or refused, every invariant of B.3 and B.12 holds after each step, and undo gives back what was.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.enrolments import Direction, Enrolment, EnrolmentStatus
from mentorapp.domain.errors import InputError, MentorError
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.stays import pause_on
from mentorapp.store import cipher
from mentorapp.store.after_support import end_after_support, list_after_support, remove_after_support, start_work
from mentorapp.store.closings import can_reopen, change_closure, close_enrolment, get_closure, reopen_enrolment
from mentorapp.store.enrolments import (
    add_enrolment,
    change_enrolment,
    change_level,
    list_enrolments,
    list_level_entries,
)
from mentorapp.store.keys import database_key, new_root
from mentorapp.store.ladders import get_ladder
from mentorapp.store.level_entries import change_level_entry, leave_level, remove_level_entry
from mentorapp.store.mentees import add_mentee
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.overviews import list_lines
from mentorapp.store.pauses import add_pause, change_pause, list_pauses, remove_pause, resume
from mentorapp.store.persons import enrolments_of
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.re_enrolment import re_enrol
from mentorapp.store.sessions import add_session, list_sessions
from mentorapp.store.store import Store, engine_on
from mentorapp.store.tables import Table

FIRST = date(2026, 1, 1)
WORK = (Destination.EMPLOYMENT_REGULAR, Destination.STUDIES_REGULAR)
REASONS = ("moved", "work_regular", "completed", "not_reachable", "deceased", "admin_transfer")
DAYS = strategies.integers(0, 40)


class MovingClock:
    """Noon of a day that goes on."""

    day = FIRST

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.day


class EnrolmentsUnderWay(RuleBasedStateMachine):
    """One person, an exclusive ladder and one whose stages overlap."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        path, key = Path(self.folder.name) / "prov.mentor", database_key(new_root())
        cipher.create_file(path, key)
        engine = engine_on(lambda: cipher.connect(path, key))
        with engine.begin() as connection:
            Table.metadata.create_all(connection)
        engine.dispose()
        self.clock = MovingClock()
        self.store = Store(lambda: cipher.connect(path, key), path, self.clock)
        with self.store.write("start") as session:
            stairs = add_programme(session, "Trappa", get_ladder("level_up"))
            stages = add_programme(session, "SE", get_ladder("se"))
            self.mentee = add_mentee(session, "Birk")
            self.programmes = {key: get_programme(session, key) for key in (stairs, stages)}
        self.start = self.store.undo_label
        self.past: list[Any] = []
        self.future: list[Any] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    # What there is

    def every(self) -> tuple[Enrolment, ...]:
        with self.store.read() as session:
            return list_enrolments(session, self.mentee)

    def known(self, read: Any) -> list[Any]:
        with self.store.read() as session:
            return [one for enrolment in list_enrolments(session, self.mentee) for one in read(session, enrolment.id)]

    def shown(self) -> Any:
        with self.store.read() as session:
            every = list_enrolments(session, self.mentee)
            reads = (list_level_entries, list_pauses, list_after_support, list_outcome_checks, get_closure)
            return (
                every,
                [[read(session, one.id) for read in reads] for one in every],
                list_sessions(session, self.mentee),
            )

    def drawn(self, data: Any, things: list[Any]) -> Any:
        return data.draw(strategies.sampled_from(things))

    def back(self, days: int) -> date:
        return self.clock.day - timedelta(days=days)

    @contextmanager
    def trial(self) -> Iterator[Any]:
        """An act that may be refused; then nothing has changed."""
        before = self.shown()
        try:
            with self.store.write("trial") as session:
                yield session
        except (InputError, MentorError):
            self.is_unchanged(before)
            return
        if self.store.redo_label is None:
            self.future.clear()
        if self.shown() != before:
            self.past.append(before)

    def is_unchanged(self, before: Any) -> None:
        assert self.shown() == before

    # What may happen

    @rule(days=strategies.integers(1, 20))
    def time_passes(self, days: int) -> None:
        """What had been undone or done before is no longer compared: statuses follow the day."""
        self.clock.day += timedelta(days=days)
        self.past, self.future = [], []

    @rule(data=strategies.data(), days=DAYS)
    def enrol(self, data: Any, days: int) -> None:
        programme = self.drawn(data, list(self.programmes.values()))
        with self.trial() as session:
            enrolment = add_enrolment(session, self.mentee, programme.id, started_on=self.back(days))
            change_level(session, enrolment, programme.levels[0].id, self.back(days))

    @precondition(lambda self: self.every())
    @rule(data=strategies.data(), days=DAYS)
    def change_the_level(self, data: Any, days: int) -> None:
        enrolment = self.drawn(data, list(self.every()))
        level = self.drawn(data, list(self.programmes[enrolment.programme_id].levels))
        with self.trial() as session:
            change_level(session, enrolment.id, level.id, self.back(days))

    @precondition(lambda self: self.known(list_level_entries))
    @rule(data=strategies.data(), days=DAYS, act=strategies.sampled_from(["from", "to", "level", "leave", "remove"]))
    def put_a_stay_right(self, data: Any, days: int, act: str) -> None:
        stay = self.drawn(data, self.known(list_level_entries))
        enrolment = next(one for one in self.every() if one.id == stay.enrolment_id)
        with self.trial() as session:
            if act == "from":
                change_level_entry(session, stay.id, entered_on=self.back(days))
            elif act == "to":
                change_level_entry(session, stay.id, left_on=self.back(days))
            elif act == "level":
                level = self.drawn(data, list(self.programmes[enrolment.programme_id].levels))
                change_level_entry(session, stay.id, level_id=level.id)
            elif act == "leave":
                leave_level(session, stay.id, self.back(days))
            else:
                remove_level_entry(session, stay.id)

    @precondition(lambda self: self.every())
    @rule(data=strategies.data(), days=DAYS, length=strategies.none() | strategies.integers(0, 30))
    def rest(self, data: Any, days: int, length: int | None) -> None:
        last = None if length is None else self.back(days) + timedelta(days=length)
        with self.trial() as session:
            add_pause(session, self.drawn(data, list(self.every())).id, self.back(days), to_date=last)

    @precondition(lambda self: self.every())
    @rule(data=strategies.data(), days=DAYS)
    def go_on(self, data: Any, days: int) -> None:
        with self.trial() as session:
            resume(session, self.drawn(data, list(self.every())).id, self.back(days))

    @precondition(lambda self: self.known(list_pauses))
    @rule(data=strategies.data(), days=DAYS, act=strategies.sampled_from(["from", "to", "remove"]))
    def put_a_rest_right(self, data: Any, days: int, act: str) -> None:
        rest = self.drawn(data, self.known(list_pauses))
        with self.trial() as session:
            if act == "remove":
                remove_pause(session, rest.id)
            else:
                change_pause(session, rest.id, **{f"{act}_date": self.back(days)})

    @precondition(lambda self: self.every())
    @rule(data=strategies.data(), days=DAYS)
    def begin_to_work(self, data: Any, days: int) -> None:
        with self.trial() as session:
            start_work(session, self.drawn(data, list(self.every())).id, self.drawn(data, list(WORK)), self.back(days))

    @precondition(lambda self: self.known(list_after_support))
    @rule(data=strategies.data(), days=DAYS, gone=strategies.booleans())
    def end_the_support(self, data: Any, days: int, gone: bool) -> None:
        given = self.drawn(data, self.known(list_after_support))
        with self.trial() as session:
            if gone:
                remove_after_support(session, given.id)
            else:
                end_after_support(session, given.id, self.back(days))

    @rule(ahead=strategies.integers(-3, 120))
    def book(self, ahead: int) -> None:
        kind, planned = SessionKind.OFFICE, Attendance.PLANNED
        with self.trial() as session:
            day = self.clock.day + timedelta(days=ahead)
            add_session(session, NewSession(mentee_id=self.mentee, kind=kind, event_date=day, attendance=planned))

    @precondition(lambda self: self.every())
    @rule(data=strategies.data(), days=DAYS)
    def move_the_start(self, data: Any, days: int) -> None:
        with self.trial() as session:
            change_enrolment(session, self.drawn(data, list(self.every())).id, started_on=self.back(days))

    @precondition(lambda self: self.every())
    @rule(
        data=strategies.data(),
        days=strategies.integers(0, 5),
        detail=strategies.sampled_from(REASONS),
        after=strategies.sampled_from([None, True, False]),
    )
    def close(self, data: Any, days: int, detail: str, after: bool | None) -> None:
        headings = (Heading(destination=Destination.UNKNOWN, primary=True),)
        new = NewClosure(closed_on=self.back(days), detail=detail, headings=headings, contact_after=after)
        with self.trial() as session:
            close_enrolment(session, self.drawn(data, list(self.every())).id, new)

    @precondition(lambda self: any(one.status is EnrolmentStatus.CLOSED for one in self.every()))
    @rule(data=strategies.data(), act=strategies.sampled_from(["back", "back", "reopen", "yes", "no"]))
    def after_the_end(self, data: Any, act: str) -> None:
        closed = [one.id for one in self.every() if one.status is EnrolmentStatus.CLOSED]
        enrolment: UUID = self.drawn(data, closed)
        with self.trial() as session:
            if act == "back":
                re_enrol(session, enrolment, self.clock.day)
            elif act == "reopen":
                reopen_enrolment(session, enrolment)
                assert not can_reopen(session, enrolment)
            else:
                change_closure(session, enrolment, contact_after=act == "yes")

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        now = self.shown()
        while self.shown() == now:
            assert self.store.undo() is not None
        self.future.append(now)
        assert self.shown() == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        now = self.shown()
        while self.shown() == now:
            assert self.store.redo() is not None
        self.past.append(now)
        assert self.shown() == self.future.pop()

    # What always holds

    @invariant()
    def one_open_enrolment_a_programme_and_ordinals_in_a_row(self) -> None:
        for programme in self.programmes if hasattr(self, "store") else ():
            mine = [one for one in self.every() if one.programme_id == programme]
            assert sum(one.status is not EnrolmentStatus.CLOSED for one in mine) <= 1
            assert sorted(one.ordinal for one in mine) == list(range(1, len(mine) + 1))

    @invariant()
    def dates_are_in_order(self) -> None:
        for one in self.every() if hasattr(self, "store") else ():
            assert one.started_on is not None
            assert one.started_on <= self.clock.day
            assert (one.closed_on is not None) == (one.status is EnrolmentStatus.CLOSED)
            assert one.closed_on is None or one.started_on <= one.closed_on <= self.clock.day

    @invariant()
    def stays_lie_inside_and_beside_each_other(self) -> None:
        for enrolment in self.every() if hasattr(self, "store") else ():
            programme = self.programmes[enrolment.programme_id]
            with self.store.read() as session:
                stays = list_level_entries(session, enrolment.id)
            last = enrolment.closed_on or self.clock.day
            for stay in stays:
                assert enrolment.started_on is not None
                assert enrolment.started_on <= stay.entered_on <= (stay.left_on or last) <= last
                assert enrolment.closed_on is None or stay.left_on is not None
            assert not stays or stays[0].direction is Direction.INITIAL
            levels = {stay.level_id for stay in stays}
            lanes = (
                [stays] if programme.ladder_exclusive else [[s for s in stays if s.level_id == one] for one in levels]
            )
            for lane in lanes:
                in_order = sorted(lane, key=lambda one: (one.entered_on, one.left_on or date.max))
                assert all(a.left_on is not None and a.left_on <= b.entered_on for a, b in pairwise(in_order))

    @invariant()
    def the_status_is_what_the_day_says_everywhere(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.read() as session:
            every = list_enrolments(session, self.mentee)
            assert {one.id: one.status for one in enrolments_of(session, self.mentee)} == {
                one.id: one.status for one in every
            }
            shown = list_lines(session)[0]
            assert not every or any((one.id, one.status) == (shown.enrolment_id, shown.status) for one in every)
            for one in every:
                pauses, given = list_pauses(session, one.id), list_after_support(session, one.id)
                for a, b in pairwise(pauses):
                    assert a.to_date is not None
                    assert a.to_date < b.from_date
                assert one.closed_on is None or all(p.to_date and p.to_date <= one.closed_on for p in pauses)
                if one.status is EnrolmentStatus.CLOSED:
                    continue
                expected = EnrolmentStatus.AFTER_SUPPORT if any(g.ended_on is None for g in given) else None
                if pause_on(pauses, self.clock.day):
                    expected = EnrolmentStatus.PAUSED
                assert one.status is (expected or EnrolmentStatus.ACTIVE)

    @invariant()
    def a_closing_has_one_primary_destination_and_its_follow_ups(self) -> None:
        for enrolment in self.every() if hasattr(self, "store") else ():
            with self.store.read() as session:
                closure, checks = get_closure(session, enrolment.id), list_outcome_checks(session, enrolment.id)
            assert (closure is not None) == (enrolment.status is EnrolmentStatus.CLOSED)
            if closure is None:
                assert checks == ()
                continue
            assert closure.closed_on == enrolment.closed_on
            assert sum(heading.primary for heading in closure.headings) == 1
            assert closure.detail != "not_reachable"  # nobody has been tried for
            wanted = bool(closure.contact_after) and closure.detail not in ("deceased", "admin_transfer")
            assert [one.months for one in checks] == ([6, 12] if wanted else [])

    @invariant()
    def the_file_is_whole(self) -> None:
        if hasattr(self, "store"):
            with self.store.raw() as connection:
                assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


class ManyEnrolmentsUnderWay(EnrolmentsUnderWay):
    """The same for longer, where time allows."""


_HASTE = [HealthCheck.too_slow]
EnrolmentsUnderWay.TestCase.settings = settings(
    max_examples=4, stateful_step_count=20, deadline=None, suppress_health_check=_HASTE
)
ManyEnrolmentsUnderWay.TestCase.settings = settings(
    max_examples=30, stateful_step_count=35, deadline=None, suppress_health_check=_HASTE
)
TestEnrolmentsUnderWay = EnrolmentsUnderWay.TestCase
TestManyEnrolmentsUnderWay = pytest.mark.long(ManyEnrolmentsUnderWay.TestCase)
