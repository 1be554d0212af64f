"""People to write about in a real store, the note over a window, and a hand that counts its keystrokes."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_goal, add_plan
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.sessions import add_session
from mentorapp.store.steps import add_step
from mentorapp.store.store import Store
from ui.screens.quick_note import QuickNote
from ui.theme import Theme

AddPerson = Callable[..., UUID]


class Hand:
    """Presses keys where the focus is. `strokes` counts them, a modifier as one more; words are not counted."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            self.strokes += 1 + bin(modifier.value).count("1")
            QTest.keyClick(self._focused(), key, modifier)

    def letters(self, text: str) -> None:
        """Keys that count: letters that choose."""
        self.strokes += len(text)
        self.words(text)

    def words(self, text: str) -> None:
        """A character at a time, as from a Swedish keyboard; QTest knows no å."""
        for character in text:
            focused = self._focused()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(focused, event)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """An open window with something in it that has the focus."""
    made = QWidget()
    theme.dress(made)
    column = QVBoxLayout(made)
    behind = QLineEdit()
    behind.setObjectName("behind")
    column.addWidget(behind)
    qtbot.addWidget(made)
    made.resize(1366, 741)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    behind.setFocus()
    return made


@pytest.fixture
def note(store: Store, texts: Texts, theme: Theme, window: QWidget) -> QuickNote:
    return QuickNote(store, texts, theme, window)


@pytest.fixture
def programme(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        change_profile(session, name="Moa Mentorsson")
        return add_programme(session, "Level Up", get_ladder("level_up"))


@pytest.fixture
def youth_duty(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)


@pytest.fixture
def add_person(store: Store, programme: UUID, day: date) -> AddPerson:
    """Somebody enrolled since a month, with the given steps in the plan."""

    def add(
        name: str, family: str = "", *, steps: tuple[str, ...] = (), into: UUID | None = None, **details: Any
    ) -> UUID:
        began = day - timedelta(days=30)
        with store.write("mentee_added") as session:
            mentee = add_mentee(session, name, family_name=family, **details)
            enrolment = add_enrolment(
                session, mentee, into or programme, status=EnrolmentStatus.ACTIVE, started_on=began
            )
            if steps:
                goal = add_goal(session, add_plan(session, enrolment, began), "Ta körkort")
                for step in steps:
                    add_step(session, goal, step)
        return mentee

    return add


@pytest.fixture
def book(store: Store) -> Callable[..., UUID]:
    def make(mentee: UUID, on: date, at: time | None = None, **details: Any) -> UUID:
        kind = details.pop("kind", SessionKind.WALK_AND_TALK)
        new = NewSession(
            mentee_id=mentee, kind=kind, event_date=on, start_time=at, attendance=Attendance.PLANNED, **details
        )
        with store.write("booking_made") as session:
            return add_session(session, new)

    return make
