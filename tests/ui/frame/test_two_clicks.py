"""A quick turn-out is logged two clicks from the start (S25): Ny anteckning, Oplanerat."""

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QApplication

from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.sessions import list_sessions


def test_an_unplanned_turn_out_is_two_clicks_from_the_start(unlocked: Any) -> None:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    today = rooms.store.clock.today()
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Birk")
        programme = add_programme(session, "Egen", get_ladder("free"))
        add_enrolment(session, mentee, programme, started_on=today - timedelta(days=9))
    rooms.frame.go("today")
    rooms.frame.rail.main.click()
    QApplication.processEvents()
    unplanned = rooms.note.form.extras.unplanned
    assert rooms.note.is_open
    assert unplanned.isVisible()
    rooms.note.close_note()
    rooms.frame.go("mentee", mentee)
    rooms.frame.rail.main.click()
    QApplication.processEvents()
    unplanned.click()
    rooms.note.save()
    with rooms.store.read() as session:
        (contact,) = list_sessions(session, mentee)
    assert contact.unplanned
