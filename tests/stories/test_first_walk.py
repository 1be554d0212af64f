"""The main job from unlocking to the plan in the hand, by keyboard alone, through the whole program."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.plans import Step
from mentorapp.store.enrolments import add_enrolment, current_enrolment
from mentorapp.store.keys import FLOOR
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.opening import create_store
from mentorapp.store.plans import add_goal, add_plan, get_current_plan, set_main_goal
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.steps import add_step
from ui.app import Program
from ui.screens.mentee_page.timeline_view import TimelineView
from ui.widgets.delegates import LINES_ROLE

PHRASE = "granit paraply mossa kanot trumpet"
NOTE = "Gick runt sjön. Birk åkte buss själv för första gången."
NEXT = "Fråga Sture om tiderna"
_CTRL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Presses keys where the focus is, and counts them: a modifier is one more, words are not counted."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.strokes += 1 + modifier.value.bit_count()
            QTest.keyClick(_focused(), key, modifier)

    def choose(self, letters: str) -> None:
        self.strokes += len(letters)
        self.write(letters)

    def write(self, words: str) -> None:
        """A character at a time, as from a Swedish keyboard; QTest knows no å."""
        for character in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(_focused(), event)

    def tab_until(self, there: Callable[[QWidget], bool]) -> None:
        for _ in range(80):
            if there(_focused()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("Tab never comes there")


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


@dataclass(frozen=True)
class Birk:
    mentee: UUID
    path: Path


@pytest.fixture
def birk(profile: Path, parts: Any) -> Birk:
    """Birk Provare with a plan of two steps, in a store where the program looks for one."""
    profile.mkdir()
    opened = create_store(profile / "mentor.mentor", PHRASE, clock=parts.clock, cost=FLOOR)
    today = parts.clock.today()
    with opened.store.write("mentee_added") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk", family_name="Provare")
        enrolment = add_enrolment(session, mentee, programme, started_on=today - timedelta(days=90))
        plan = add_plan(session, enrolment, today)
        set_main_goal(session, plan, "Ett jobb där jag får använda händerna.")
        goal = add_goal(session, plan, "Klara vardagen runt jobbet")
        for text in ("Åka buss dit själv", "Prova ett helt pass"):
            add_step(session, goal, text)
    opened.close()
    return Birk(mentee, opened.store.path)


def _steps(program: Program, mentee: UUID) -> tuple[Step, ...]:
    rooms = program.stay.rooms
    assert rooms is not None
    with rooms.store.read() as session:
        enrolment = current_enrolment(session, mentee)
        assert enrolment is not None
        plan = get_current_plan(session, enrolment.id)
    assert plan is not None
    return plan.active_goals[0].steps


def test_a_walk_is_written_up_a_step_ticked_and_the_plan_seen_by_keyboard_alone(
    qtbot: QtBot, start: Callable[..., Program], birk: Birk, parts: Any
) -> None:
    hand = Hand()
    program = start()

    # Unlock.
    hand.write(PHRASE)
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=30_000)
    rooms = program.stay.rooms
    assert rooms is not None
    qtbot.waitUntil(lambda: rooms.today.isVisible())

    # The walk: whom, what happened, the next step, saved.
    hand.strokes = 0
    hand.press(Qt.Key.Key_N, modifier=_CTRL)
    hand.choose("bir")
    hand.press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    hand.write(NOTE)
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    hand.write(NEXT)
    hand.press(Qt.Key.Key_Return, modifier=_CTRL)
    qtbot.waitUntil(lambda: not rooms.note.is_open)
    assert hand.strokes == 13
    assert hand.strokes <= 25

    # There it is, first in the timeline of the person.
    hand.press(Qt.Key.Key_2, modifier=_CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTableView))
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rooms.page.isVisible())
    (timeline,) = (view for view in rooms.page.findChildren(TimelineView) if view.isVisible())
    lines = timeline.model().index(0, 0).data(LINES_ROLE)
    assert lines.second == NOTE

    # A step is ticked in the plan, and the tick taken back.
    for _ in range(12):
        if rooms.page.tabs.current() != "plan":
            hand.press(Qt.Key.Key_Tab, modifier=_CTRL)
    hand.tab_until(lambda focused: "Åka buss dit själv" in focused.accessibleName())
    hand.press(Qt.Key.Key_Space)
    assert [step.is_done for step in _steps(program, birk.mentee)] == [True, False]
    hand.press(Qt.Key.Key_Z, modifier=_CTRL)
    assert [step.is_done for step in _steps(program, birk.mentee)] == [False, False]

    # The plan, as it will be printed.
    hand.press(Qt.Key.Key_P, modifier=_CTRL)
    qtbot.waitUntil(lambda: rooms.preview.isVisible())
    qtbot.waitUntil(lambda: [p.pageCount() for p in rooms.preview.findChildren(QPdfDocument)] == [1], timeout=20_000)
    assert "Åka buss dit själv" in rooms.preview.findChildren(QPdfDocument)[0].getAllText(0).text()
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: rooms.page.isVisible())
