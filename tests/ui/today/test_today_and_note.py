"""From Idag to the quick note and back, by keyboard."""

from collections.abc import Callable, Iterator
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.store.sessions import add_session, list_sessions
from mentorapp.store.store import Store
from ui.screens.quick_note import QuickNote
from ui.screens.today import TodayScreen
from ui.theme import Theme

AddPerson = Callable[..., tuple[UUID, UUID]]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def today(qtbot: QtBot, store: Store, texts: Texts, theme: Theme) -> Iterator[TodayScreen]:
    """Idag in a window, with a quick note over it that opens when it is asked for. The fixture holds the window."""
    window = QWidget()
    theme.dress(window)
    screen = TodayScreen(store, texts, theme)
    store.on_change(screen.note_change)
    QVBoxLayout(window).addWidget(screen)
    note = QuickNote(store, texts, theme, window)
    screen.note_wanted.connect(note.open)
    qtbot.addWidget(window)
    window.resize(1366, 741)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield screen
    window.close()


def book(store: Store, mentee: UUID, on: date, at: time) -> None:
    new = NewSession(
        mentee_id=mentee, kind=SessionKind.OFFICE, event_date=on, start_time=at, attendance=Attendance.PLANNED
    )
    with store.write("booking_made") as session:
        add_session(session, new)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def focused_name() -> str:
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.accessibleName()


def test_the_focus_comes_back_to_the_row_that_took_the_place(
    today: TodayScreen, store: Store, add_person: AddPerson, day: date
) -> None:
    people = [add_person(name, display_alias=f"AA {number}")[0] for number, name in enumerate(("Alva", "Birk", "Cleo"))]
    for hour, mentee in enumerate(people, start=9):
        book(store, mentee, day, time(hour))
    today.focus_first()
    press(Qt.Key.Key_Down)
    assert focused_name() == "Skriv upp: AA 1"
    press(Qt.Key.Key_Space)
    assert focused_name() == "Vad hände?"
    write("Gick bra.")
    press(Qt.Key.Key_Return, CTRL)
    assert focused_name() == "Skriv upp: AA 2"
    with store.read() as session:
        assert [c.attendance for c in list_sessions(session, people[1])] == [Attendance.HELD]


def test_a_draft_shows_at_once_under_skriv_klart_and_can_be_finished(
    today: TodayScreen, store: Store, add_person: AddPerson, day: date
) -> None:
    alva, _ = add_person("Alva", began=30, display_alias="AA 1")
    today.focus_first()
    assert focused_name() == "Ring: AA 1"
    press(Qt.Key.Key_Space)
    write("Ringde")
    press(Qt.Key.Key_Escape)
    assert focused_name() == "Ring: AA 1"
    press(Qt.Key.Key_Up)
    assert focused_name() == "Skriv klart: AA 1"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    with store.read() as session:
        (call,) = list_sessions(session, alva)
    assert (call.kind, call.segments[0].text) == (SessionKind.PHONE, "Ringde")
    assert [group.key for group in today._groups] == []
