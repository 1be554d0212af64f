"""Time by kind of support and level: parts that add up, on the level of the day."""

from datetime import date, timedelta
from typing import Any

from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.support_time import TimeShare, divided
from mentorapp.store.enrolments import change_level
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.support_time import read_time


def test_minutes_are_divided_without_losing_any() -> None:
    assert divided(50, ("a", "b", "c")) == (("a", 17), ("b", 17), ("c", 16))
    assert divided(50, ()) == (("", 50),)


def test_time_is_summed_by_level_and_kind(store: Store, household: Any, day: date) -> None:
    def add(days: int, minutes: int | None, *kinds: str, attendance: Attendance = Attendance.HELD) -> None:
        with store.write("note_saved") as session:
            add_session(
                session,
                NewSession(
                    mentee_id=household.mentee,
                    enrolment_id=household.enrolment,
                    kind=SessionKind.OFFICE,
                    event_date=day - timedelta(days=days),
                    duration_min=minutes,
                    support_kinds=kinds,
                    attendance=attendance,
                ),
            )

    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=20))
    add(200, 10, "cv")
    add(50, 60, "self_esteem", "society")
    add(20, 30, "society")
    add(5, 45)
    add(5, 45, "cv", attendance=Attendance.NO_SHOW)
    add(5, None, "cv")
    with store.read() as session:
        shares = read_time(session, household.enrolment)
    assert set(shares) == {
        TimeShare(None, "cv", 10),
        TimeShare(household.levels[0], "self_esteem", 30),
        TimeShare(household.levels[0], "society", 30),
        TimeShare(household.levels[1], "society", 30),
        TimeShare(household.levels[1], "", 45),
    }
    assert shares[0].minutes == 45
