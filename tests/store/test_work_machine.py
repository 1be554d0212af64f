"""Placements and forms under any order of acts: place, move, fill in, change the form, void, end, undo and do again.

Whatever is done or refused, what was measured stands on the version it was filled in on, days lie inside their
placement, and undo gives back what was.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mentorapp.domain.errors import MentorError
from mentorapp.domain.placements import EndReason, Placement, PlacementType
from mentorapp.domain.scale_marks import Mark, MarkNote, ScaleResponse, check_marks
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.domain.workplace_support import AdaptationLight, SeStage
from mentorapp.store import cipher
from mentorapp.store.adaptations import add_adaptation, end_adaptation, list_adaptations, remove_adaptation, set_light
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.follow_ups import add_follow_up, list_follow_ups, remove_follow_up
from mentorapp.store.keys import database_key, new_root
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.placements import (
    add_placement,
    change_placement,
    end_placement,
    list_placements,
    remove_hours,
    remove_placement,
    reopen_placement,
    set_hours,
)
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.scale_definitions import add_scale, as_new, change_scale, get_scale, list_versions
from mentorapp.store.scale_responses import NewResponse, add_response, change_response, list_responses, void_response
from mentorapp.store.scale_rounds import list_filled
from mentorapp.store.se_stages import begin_stage, end_stage, list_stages
from mentorapp.store.store import Store, engine_on
from mentorapp.store.support_intensities import list_support, set_support
from mentorapp.store.tables import Table
from mentorapp.store.workplaces import add_workplace, list_workplaces

TODAY = date(2026, 11, 25)
START = TODAY - timedelta(days=100)
DAYS = strategies.integers(0, 60)
TENTHS = strategies.integers(0, 400).map(lambda tenths: Decimal(tenths) / 10)
CELLS = strategies.tuples(strategies.sampled_from("abc"), strategies.none() | TENTHS)
MARKS = strategies.lists(CELLS, max_size=3, unique_by=lambda one: one[0])
BOOLEANS = strategies.booleans()
SLEEP = NewScale(code="sleep", kind=ScaleKind.VAS_FORM, title_sv="Sömn", items=tuple(
    ScaleItem(code=code, text_sv=f"Fråga {code}", left_sv="nej", right_sv="ja") for code in "ab"
))  # fmt: skip


class StandingClock:
    def now(self) -> datetime:
        return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)

    def today(self) -> date:
        return TODAY


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def marks_of(cells: list[tuple[str, Decimal | None]]) -> tuple[Mark, ...]:
    return tuple(
        Mark(item=item, value=value, note=MarkNote.NONE if value is not None else MarkNote.SKIPPED)
        for item, value in cells
    )


class WorkUnderWay(RuleBasedStateMachine):
    """One person with two enrolments, two workplaces, and a form that keeps changing."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        path, key = Path(self.folder.name) / "prov.mentor", database_key(new_root())
        cipher.create_file(path, key)
        engine = engine_on(lambda: cipher.connect(path, key))
        with engine.begin() as connection:
            Table.metadata.create_all(connection)
        engine.dispose()
        self.store = Store(lambda: cipher.connect(path, key), path, StandingClock())
        with self.store.write("start") as session:
            programme = add_programme(session, "Trappa", get_ladder("level_up"))
            self.levels = get_programme(session, programme).levels
            self.mentee = add_mentee(session, "Birk", birth_date=date(2002, 3, 1))
            self.enrolment = add_enrolment(session, self.mentee, programme, started_on=START)
            change_level(session, self.enrolment, self.levels[0].id, START)
            change_level(session, self.enrolment, self.levels[1].id, back(20))
            self.places = [add_workplace(session, name) for name in ("Fantasihallen", "Café Låtsas")]
            add_scale(session, SLEEP)
        self.past: list[Any] = []
        self.future: list[Any] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    # What there is

    def placements(self) -> tuple[Placement, ...]:
        with self.store.read() as session:
            return list_placements(session, self.mentee)

    def forms(self) -> tuple[ScaleResponse, ...]:
        with self.store.read() as session:
            return list_responses(session, self.mentee, voided=True)

    def at_work(self, read: Any) -> list[Any]:
        with self.store.read() as session:
            return [one for placed in list_placements(session, self.mentee) for one in read(session, placed.id)]

    def shown(self) -> Any:
        reads = (list_adaptations, list_support, list_follow_ups)
        with self.store.read() as session:
            stages, versions = list_stages(session, self.enrolment), list_versions(session, "sleep")
            bank = list_workplaces(session)
        return self.placements(), self.forms(), [self.at_work(read) for read in reads], stages, versions, bank

    def drawn(self, data: Any, things: Any) -> Any:
        return data.draw(strategies.sampled_from(list(things)))

    @contextmanager
    def trial(self) -> Iterator[Any]:
        """An act that may be refused; then nothing has changed."""
        before = self.shown()
        try:
            with self.store.write("trial") as session:
                yield session
        except MentorError:
            assert self.shown() == before
            return
        if self.store.redo_label is None:
            self.future.clear()
        if self.shown() != before:
            self.past.append(before)

    # What may happen

    @rule(data=strategies.data(), days=DAYS, hours=strategies.none() | TENTHS)
    def place(self, data: Any, days: int, hours: Decimal | None) -> None:
        place, type_ = self.drawn(data, self.places), self.drawn(data, PlacementType)
        with self.trial() as session:
            add_placement(session, self.enrolment, place, type_, back(days), hours_per_week=hours)

    @precondition(lambda self: self.placements())
    @rule(data=strategies.data(), days=DAYS, act=strategies.sampled_from(["move", "end", "go on", "remove", "to"]))
    def put_a_placement_right(self, data: Any, days: int, act: str) -> None:
        placed = self.drawn(data, self.placements())
        with self.trial() as session:
            if act == "move":
                change_placement(session, placed.id, from_date=back(days))
            elif act == "to":
                change_placement(session, placed.id, to_date=self.drawn(data, [None, back(days)]))
            elif act == "end":
                end_placement(session, placed.id, back(days), EndReason.OTHER, other=self.drawn(data, ["", "flytt"]))
            elif act == "go on":
                reopen_placement(session, placed.id)
            else:
                remove_placement(session, placed.id)

    @precondition(lambda self: self.placements())
    @rule(data=strategies.data(), days=DAYS, hours=TENTHS, act=strategies.sampled_from(["set", "set", "remove"]))
    def say_the_hours(self, data: Any, days: int, hours: Decimal, act: str) -> None:
        placed = self.drawn(data, self.placements())
        with self.trial() as session:
            if act == "set":
                set_hours(session, placed.id, back(days), hours)
            elif placed.hours:
                remove_hours(session, self.drawn(data, placed.hours).id)

    @precondition(lambda self: self.placements())
    @rule(data=strategies.data(), days=DAYS, visits=strategies.integers(0, 14))
    def say_the_support(self, data: Any, days: int, visits: int) -> None:
        with self.trial() as session:
            set_support(session, self.drawn(data, self.placements()).id, back(days), Decimal(visits))

    @precondition(lambda self: self.placements())
    @rule(data=strategies.data(), act=strategies.sampled_from(["add", "light", "end", "remove"]))
    def adapt(self, data: Any, act: str) -> None:
        there = self.at_work(list_adaptations)
        with self.trial() as session:
            if act == "add" or not there:
                add_adaptation(session, self.drawn(data, self.placements()).id, "Raster", agreed=True)
            elif act == "light":
                set_light(session, self.drawn(data, there).id, self.drawn(data, AdaptationLight), data.draw(BOOLEANS))
            elif act == "end":
                end_adaptation(session, self.drawn(data, there).id, data.draw(BOOLEANS))
            else:
                remove_adaptation(session, self.drawn(data, there).id)

    @precondition(lambda self: self.placements())
    @rule(data=strategies.data(), days=DAYS, gone=strategies.booleans())
    def follow_up(self, data: Any, days: int, gone: bool) -> None:
        there = self.at_work(list_follow_ups)
        with self.trial() as session:
            if gone and there:
                remove_follow_up(session, self.drawn(data, there).id)
            else:
                add_follow_up(session, self.drawn(data, self.placements()).id, back(days), adaptations=("Lugn",))

    @rule(data=strategies.data(), days=DAYS, cells=MARKS, of_visit=strategies.booleans())
    def fill_in(self, data: Any, days: int, cells: list[tuple[str, Decimal | None]], of_visit: bool) -> None:
        visits = self.at_work(list_follow_ups) if of_visit else []
        with self.store.read() as session:
            scale = self.drawn(data, list_versions(session, "sleep"))
        codes = {item.code for item in scale.items}
        with self.trial() as session:
            add_response(session, NewResponse(
                mentee_id=self.mentee, enrolment_id=self.enrolment, code="sleep", version=scale.version,
                event_date=back(days), marks=marks_of([cell for cell in cells if cell[0] in codes]),
                follow_up_id=self.drawn(data, visits).id if visits else None,
            ))  # fmt: skip

    @precondition(lambda self: self.forms())
    @rule(data=strategies.data(), days=DAYS, cells=MARKS, void=strategies.booleans())
    def put_a_form_right(self, data: Any, days: int, cells: list[tuple[str, Decimal | None]], void: bool) -> None:
        form = self.drawn(data, self.forms())
        with self.store.read() as session:
            codes = {item.code for item in get_scale(session, "sleep", form.version).items}
        with self.trial() as session:
            if void:
                void_response(session, form.id, "fel")
            else:
                marks = marks_of([cell for cell in cells if cell[0] in codes])
                change_response(session, form.id, marks, event_date=back(days), line_length_mm=Decimal(94))

    @rule(codes=strategies.lists(strategies.sampled_from("abc"), unique=True), words=strategies.sampled_from("xy"))
    def change_the_form(self, codes: list[str], words: str) -> None:
        with self.trial() as session:
            items = tuple(replace(SLEEP.items[0], code=code, text_sv=f"{words} {code}") for code in codes)
            change_scale(session, "sleep", replace(as_new(get_scale(session, "sleep")), items=items))

    @rule(data=strategies.data(), days=DAYS, end=strategies.booleans())
    def go_through_stages(self, data: Any, days: int, end: bool) -> None:
        with self.store.read() as session:
            there = list_stages(session, self.enrolment)
        with self.trial() as session:
            if end and there:
                end_stage(session, self.drawn(data, there).id, back(days))
            else:
                begin_stage(session, self.enrolment, self.drawn(data, SeStage), back(days))

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
    def days_lie_inside_their_placement(self) -> None:
        for placed in self.placements() if hasattr(self, "store") else ():
            assert placed.to_date is None or placed.from_date <= placed.to_date
            assert placed.to_date is not None or placed.end_reason is None
            days = [one.from_date for one in placed.hours]
            assert days == sorted(set(days))
            with self.store.read() as session:
                support = [one.from_date for one in list_support(session, placed.id)]
                visits = [one.event_date for one in list_follow_ups(session, placed.id)]
            assert len(support) == len(set(support))
            assert all(placed.from_date <= day for day in (*days, *support, *visits))

    @invariant()
    def what_was_measured_stands_on_the_version_it_was_filled_in_on(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.read() as session:
            for form in self.forms():
                scale = get_scale(session, form.code, form.version)
                assert form.definition_id == scale.id
                check_marks(scale, form.marks, form.line_length_mm)
                assert any(mark.value is not None for mark in form.marks)

    @invariant()
    def an_occasion_has_one_form_that_counts(self) -> None:
        if hasattr(self, "store"):
            with self.store.read() as session:
                filled = list_filled(session, self.enrolment, "sleep")
            keys = [(one.kind, one.of) for one in filled if one.kind is not RoundKind.AD_HOC]
            assert len(keys) == len(set(keys))

    @invariant()
    def a_stage_goes_on_once(self) -> None:
        if hasattr(self, "store"):
            with self.store.read() as session:
                there = list_stages(session, self.enrolment)
            for stage in SeStage:
                mine = [one for one in there if one.stage is stage]
                assert all(a.to_date is not None and a.to_date < b.from_date for a, b in pairwise(mine))

    @invariant()
    def the_file_is_whole(self) -> None:
        if hasattr(self, "store"):
            with self.store.raw() as connection:
                assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


class MuchWorkUnderWay(WorkUnderWay):
    """The same for longer, where time allows."""


_HASTE = [HealthCheck.too_slow]
WorkUnderWay.TestCase.settings = settings(
    max_examples=4, stateful_step_count=20, deadline=None, suppress_health_check=_HASTE
)
MuchWorkUnderWay.TestCase.settings = settings(
    max_examples=30, stateful_step_count=35, deadline=None, suppress_health_check=_HASTE
)
TestWorkUnderWay = WorkUnderWay.TestCase
TestMuchWorkUnderWay = pytest.mark.long(MuchWorkUnderWay.TestCase)
