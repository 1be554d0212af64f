"""Meetings on Idag: those of the day among the bookings, tomorrow's that need work, and those to be written up."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.language.texts import Texts
from mentorapp.store.meetings import add_meeting, set_meeting_status
from mentorapp.store.store import Store
from ui.requests import BookingRequest, WizardRequest, WriteUpRequest
from ui.screens.today import TodayScreen
from ui.theme import Theme
from ui.widgets.button import Button

from .conftest import AddPerson


@pytest.fixture
def birk(add_person: AddPerson) -> UUID:
    return add_person("Birk")[0]


def book(store: Store, mentee: UUID, on: date, **details: Any) -> UUID:
    with store.write("meeting_added") as session:
        return add_meeting(session, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, on, **details)


def test_meetings_stand_among_the_bookings_and_lead_on(
    qtbot: QtBot, store: Store, texts: Texts, theme: Theme, birk: UUID, day: date
) -> None:
    today = book(store, birk, day, start_time=time(15), place="Fantasihallen")
    tomorrow = book(store, birk, day + timedelta(days=1), start_time=time(9))
    past = book(store, birk, day - timedelta(days=1))
    book(store, birk, day + timedelta(days=2))
    screen = TodayScreen(store, texts, theme)
    qtbot.addWidget(screen)
    screen.resize(1366, 714)
    screen.show()
    asked: list[object] = []
    screen.wizard_wanted.connect(asked.append)
    screen.write_up_wanted.connect(asked.append)
    said = [label.text() for label in screen.findChildren(QLabel)]
    assert "Trepartsmöte, uppföljning · Fantasihallen · inte förberett" in said
    assert "Trepartsmöte, uppföljning i går" in said
    for button in screen.findChildren(Button):
        if button.accessibleName().startswith(("Förbered:", "Skriv klart:")):
            button.click()
    assert asked == [WizardRequest(birk, today), WizardRequest(birk, tomorrow), WriteUpRequest(birk, past)]


def test_a_meeting_that_comes_back_is_to_be_booked_again(
    qtbot: QtBot, store: Store, texts: Texts, theme: Theme, birk: UUID, day: date
) -> None:
    last = book(store, birk, day - timedelta(days=30), repeat_days=28)
    with store.write("meeting_held") as session:
        set_meeting_status(session, last, MeetingStatus.HELD)
    screen = TodayScreen(store, texts, theme)
    qtbot.addWidget(screen)
    screen.resize(1366, 714)
    screen.show()
    store.on_change(screen.note_change)
    asked: list[object] = []
    screen.booking_wanted.connect(asked.append)

    def buttons() -> list[Button]:
        every = screen.findChildren(Button)
        return [one for one in every if one.isVisible() and one.accessibleName().startswith("Boka nästa möte:")]

    said = [label.text() for label in screen.findChildren(QLabel)]
    words = "Trepartsmöte, uppföljning. Nästa skulle vara 23 november, senast sågs ni 30 dagar sedan."
    assert words in said
    (button,) = buttons()
    button.click()
    assert asked == [BookingRequest(birk, last)]
    book(store, birk, day + timedelta(days=5))
    assert buttons() == []
    store.undo()
    assert len(buttons()) == 1
