"""The booking that a note is most likely about."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.store.begun_bookings import latest_begun
from mentorapp.store.mentees import add_mentee
from mentorapp.store.sessions import add_session, void_session
from mentorapp.store.store import Store

NOON = time(12)


@pytest.fixture
def booked(store: Store, day: date) -> dict[str, UUID]:
    """Alva at nine, Birk at eleven and at three, Cleo without an hour, and others that do not count."""
    with store.write("booking_made") as session:
        alva, birk, cleo = (add_mentee(session, name) for name in ("Alva", "Birk", "Cleo"))

        def book(mentee: UUID, on: date, at: time | None, attendance: Attendance = Attendance.PLANNED) -> UUID:
            new = NewSession(
                mentee_id=mentee, kind=SessionKind.OFFICE, event_date=on, start_time=at, attendance=attendance
            )
            return add_session(session, new)

        book(alva, day - timedelta(days=1), time(9))
        book(birk, day, time(11, 30), Attendance.HELD)
        void_session(session, book(birk, day, time(11, 45)), "dubbel")
        return {
            "alva": alva,
            "birk": birk,
            "cleo": cleo,
            "nine": book(alva, day, time(9)),
            "eleven": book(birk, day, time(11)),
            "three": book(birk, day, time(15)),
            "any": book(cleo, day, None),
        }


def test_the_last_one_that_has_begun_is_meant(store: Store, booked: dict[str, UUID]) -> None:
    with store.read() as session:
        assert latest_begun(session, NOON) == booked["eleven"]
        assert latest_begun(session, time(10)) == booked["nine"]
        assert latest_begun(session, time(16)) == booked["three"]


def test_it_can_be_asked_about_one_person(store: Store, booked: dict[str, UUID]) -> None:
    with store.read() as session:
        assert latest_begun(session, NOON, booked["alva"]) == booked["nine"]
        assert latest_begun(session, time(8), booked["birk"]) is None
        assert latest_begun(session, time(8), booked["cleo"]) == booked["any"]
