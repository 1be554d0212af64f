"""Undo and redo against a plain model: whatever is done, undone and done again, the store shows what the model says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mentorapp.domain.calendar import SystemClock
from mentorapp.store import cipher
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.keys import database_key, new_root
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_goal, add_plan, change_goal, get_current_plan
from mentorapp.store.programmes import add_programme
from mentorapp.store.steps import add_step, change_step, drop_step, move_step, tick_step, untick_step
from mentorapp.store.store import Store, engine_on
from mentorapp.store.tables import Table

_WORDS = strategies.text(strategies.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12).map(
    lambda text: f"x{text}"
)
Shown = tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


class PlanUnderUndo(RuleBasedStateMachine):
    """Goals and steps are added, changed, moved, ticked and struck out; `past` and `future` are the model's stacks."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        path, key = Path(self.folder.name) / "prov.mentor", database_key(new_root())
        cipher.create_file(path, key)
        engine = engine_on(lambda: cipher.connect(path, key))
        with engine.begin() as connection:
            Table.metadata.create_all(connection)
        engine.dispose()
        self.store = Store(lambda: cipher.connect(path, key), path, SystemClock())
        with self.store.write("start") as session:
            programme = add_programme(session, "Fri", get_ladder("free"))
            mentee = add_mentee(session, "Birk")
            self.enrolment = add_enrolment(session, mentee, programme, started_on=date(2026, 1, 1))
            self.plan = add_plan(session, self.enrolment, date(2026, 1, 1))
        self.past: list[Shown] = []
        self.future: list[Shown] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def shown(self) -> Shown:
        with self.store.read() as session:
            plan = get_current_plan(session, self.enrolment)
        assert plan is not None
        return tuple((g.wording, tuple((s.text, s.is_done) for s in g.steps)) for g in plan.goals)

    @contextmanager
    def step(self) -> Iterator[Any]:
        before = self.shown()
        with self.store.write("trial") as session:
            yield session
        if self.shown() != before:
            self.past.append(before)
        if self.store.redo_label is None:
            self.future.clear()

    def goals(self) -> list[Any]:
        with self.store.read() as session:
            plan = get_current_plan(session, self.enrolment)
        assert plan is not None
        return list(plan.goals)

    def steps(self) -> list[Any]:
        return [step for goal in self.goals() for step in goal.steps]

    @rule(words=_WORDS)
    def add_a_goal(self, words: str) -> None:
        with self.step() as session:
            add_goal(session, self.plan, words)

    @precondition(lambda self: self.goals())
    @rule(data=strategies.data(), words=_WORDS)
    def add_a_step(self, data: Any, words: str) -> None:
        goal = data.draw(strategies.sampled_from(self.goals()))
        with self.step() as session:
            add_step(session, goal.id, words)

    @precondition(lambda self: self.goals())
    @rule(data=strategies.data(), words=_WORDS)
    def reword_a_goal(self, data: Any, words: str) -> None:
        goal = data.draw(strategies.sampled_from(self.goals()))
        with self.step() as session:
            change_goal(session, goal.id, wording=words)

    @precondition(lambda self: self.steps())
    @rule(data=strategies.data(), act=strategies.sampled_from(["tick", "reword", "up", "drop"]), words=_WORDS)
    def change_a_step(self, data: Any, act: str, words: str) -> None:
        step = data.draw(strategies.sampled_from(self.steps()))
        with self.step() as session:
            if act == "tick":
                (untick_step if step.is_done else tick_step)(session, step.id)
            elif act == "reword":
                change_step(session, step.id, text=words)
            elif act == "up":
                move_step(session, step.id, -1)
            else:
                drop_step(session, step.id)

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

    @invariant()
    def the_file_is_whole(self) -> None:
        if hasattr(self, "store"):
            with self.store.raw() as connection:
                assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


class PlansUnderUndo(PlanUnderUndo):
    """The same for longer, where time allows."""


_HASTE = [HealthCheck.too_slow]
PlanUnderUndo.TestCase.settings = settings(
    max_examples=3, stateful_step_count=20, deadline=None, suppress_health_check=_HASTE
)
PlansUnderUndo.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=_HASTE
)
TestPlanUnderUndo = PlanUnderUndo.TestCase
TestPlansUnderUndo = pytest.mark.long(PlansUnderUndo.TestCase)
