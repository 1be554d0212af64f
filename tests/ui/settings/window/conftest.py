"""The whole program on its settings, and hands that type any letter."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorapp.domain.scale_marks import FilledHow
from mentorapp.store.mentees import add_mentee
from mentorapp.store.scale_responses import NewResponse, add_response
from tests.program import keys, parts, passphrase, profile, sealed, start, stored, tab_to, unlocked
from ui.app import Program
from ui.rooms import Rooms

__all__ = ["keys", "parts", "passphrase", "profile", "sealed", "start", "stored", "tab_to", "unlocked"]

Hand = Callable[..., None]


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    rooms.frame.go("settings")
    return rooms


@pytest.fixture
def hand() -> Hand:
    """Presses keys and types words where the focus is, å, ä and ö too."""

    def do(*pressed: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for one in pressed:
            stop = QApplication.focusWidget()
            assert stop is not None
            if not isinstance(one, str):
                QTest.keyClick(stop, one, held)
                continue
            for letter in one:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(stop, QKeyEvent(kind, 0, held, letter))

    return do


@pytest.fixture
def fill(rooms: Rooms) -> Callable[[str], None]:
    """Somebody answers a form, so that its newest version is used from then on."""

    def answer(code: str) -> None:
        with rooms.store.write("scale_filled") as session:
            mentee = add_mentee(session, f"Alva {code}")
            day = rooms.store.clock.today() - timedelta(days=1)
            new = NewResponse(mentee_id=mentee, code=code, event_date=day, filled_how=FilledHow.ORAL, oral_note="Bra.")
            add_response(session, new)

    return answer
