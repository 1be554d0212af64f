"""People in a real store, and the screen Deltagare in an open window."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import add_enrolment, change_level, change_status
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.store import Store
from ui.screens.mentees import MenteesScreen
from ui.theme import Theme

AddPerson = Callable[..., UUID]
Open = Callable[..., MenteesScreen]
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Hand:
    """Presses keys where the focus is; a modifier counts as one more stroke, words do not count."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        focused = QApplication.focusWidget
        for _ in range(times):
            self.strokes += 1 + bin(modifier.value).count("1")
            stop = focused()
            assert stop is not None
            QTest.keyClick(stop, key, modifier)

    def words(self, text: str) -> None:
        for character in text:
            stop = QApplication.focusWidget()
            assert stop is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(stop, event)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def programme(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_programme(session, "Level Up", get_ladder("level_up"))


@pytest.fixture
def add_person(store: Store, programme: UUID, day: date) -> AddPerson:
    """A person who began so many days ago, on a level, with a status; `status=None` is not enrolled at all."""

    def add(
        name: str,
        family: str = "",
        *,
        began: int = 30,
        level: int | None = None,
        status: EnrolmentStatus | None = EnrolmentStatus.ACTIVE,
        **details: Any,
    ) -> UUID:
        start = day - timedelta(days=began)
        with store.write("mentee_added") as session:
            mentee = add_mentee(session, name, family_name=family, **details)
            if status is None:
                return mentee
            waits = status in (EnrolmentStatus.INTEREST, EnrolmentStatus.OFFERED)
            first = status if waits else EnrolmentStatus.ACTIVE
            enrolment = add_enrolment(session, mentee, programme, status=first, started_on=None if waits else start)
            if level is not None:
                levels = {one.order: one.id for one in get_programme(session, programme).levels}
                change_level(session, enrolment, levels[level], start)
            if not waits and status is not EnrolmentStatus.ACTIVE:
                closed = day if status is EnrolmentStatus.CLOSED else None
                change_status(session, enrolment, status, closed_on=closed)
        return mentee

    return add


@pytest.fixture
def open_list(qtbot: QtBot, store: Store, texts: Texts, theme: Theme) -> Open:
    def show(width: int = 1366, height: int = 714) -> MenteesScreen:
        screen = MenteesScreen(store, texts, theme)
        store.on_change(screen.note_change)
        qtbot.addWidget(screen)
        theme.dress(screen)
        screen.resize(width, height)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.focus_first()
        return screen

    return show
