"""Möten is a place of the window: on the rail and by Ctrl+3, and what was begun there goes on from Idag."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.store.drafts import keep_draft
from mentorapp.store.meetings import add_meeting, set_meeting_status
from mentorapp.store.mentees import add_mentee
from ui.app import Program
from ui.requests import BookingRequest, DraftRequest, WizardRequest
from ui.rooms import Rooms
from ui.screens.meetings import MeetingsScreen
from ui.screens.meetings.booking_sheet import BookingSheet
from ui.widgets.form_sheet import FormSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    return rooms


def test_ctrl_3_and_the_rail_lead_there(rooms: Rooms, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_3, modifier=CTRL)
    assert rooms.frame.here is not None
    assert rooms.frame.here.key == "meetings"
    assert rooms.frame.rail.button("meetings").isChecked()


def test_a_booking_that_was_begun_is_gone_on_with_from_idag(rooms: Rooms) -> None:
    with rooms.store.write("draft_kept") as session:
        keep_draft(session, "meetings.booking", None, {"purpose": "Kan tiden ökas?"})
    rooms.frame.go("today")
    rooms.open_draft(DraftRequest(None, "meetings.booking"))
    QApplication.processEvents()
    (sheet,) = [one for one in rooms.frame.window().findChildren(FormSheet) if one.isVisible()]
    assert sheet.values()["purpose"] == "Kan tiden ökas?"
    sheet.close_over()


def test_a_booked_meeting_opens_the_wizard(rooms: Rooms) -> None:
    with rooms.store.write("meeting_added") as session:
        mentee = add_mentee(session, "Birk")
        day = rooms.store.clock.today() + timedelta(days=2)
        key = add_meeting(session, mentee, MeetingKind.PLAN_REVIEW, day)
    rooms.frame.go("meetings")
    screen = rooms.frame.current
    assert isinstance(screen, MeetingsScreen)
    screen.rows[key].button.click()
    assert rooms.frame.here is not None
    assert (rooms.frame.here.key, rooms.frame.here.subject) == ("wizard", WizardRequest(mentee, key))


def test_a_meeting_on_a_persons_page_leads_to_the_meeting(rooms: Rooms) -> None:
    day = rooms.store.clock.today()
    with rooms.store.write("meeting_added") as session:
        mentee = add_mentee(session, "Birk")
        key = add_meeting(session, mentee, MeetingKind.PLAN_REVIEW, day + timedelta(days=2))
    rooms.frame.go("mentee", mentee)
    rooms.page.card.meeting.papers.click()
    assert rooms.frame.here is not None
    assert (rooms.frame.here.key, rooms.frame.here.subject) == ("wizard", WizardRequest(mentee, key))


def test_what_comes_back_is_booked_from_idag(rooms: Rooms) -> None:
    day = rooms.store.clock.today()
    with rooms.store.write("meeting_added") as session:
        mentee = add_mentee(session, "Birk")
        key = add_meeting(session, mentee, MeetingKind.SIP, day - timedelta(days=30), repeat_days=28)
        set_meeting_status(session, key, MeetingStatus.HELD)
    rooms.today.booking_wanted.emit(BookingRequest(mentee, key))
    QApplication.processEvents()
    (sheet,) = [one for one in rooms.frame.window().findChildren(FormSheet) if one.isVisible()]
    assert isinstance(sheet, BookingSheet)
    assert (sheet.kind.currentData(), sheet.when.day()) == (MeetingKind.SIP, day)
    sheet.close_over()
