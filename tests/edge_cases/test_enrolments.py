"""Edge cases of the course of an enrolment: coming back, moving away, going back, two destinations, death, rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import CloseReason, Destination, Heading, NewClosure
from mentorapp.domain.enrolments import Direction, EnrolmentStatus
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import Municipality
from mentorapp.domain.reminders import phases_ending, silences
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.stays import highest_reached
from mentorapp.store.after_support import list_after_support, start_work
from mentorapp.store.closings import close_enrolment, get_closure
from mentorapp.store.enrolments import (
    add_enrolment,
    change_level,
    change_status,
    current_enrolment,
    get_enrolment,
    list_enrolments,
    list_level_entries,
)
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mappings import current_mapping
from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.pauses import add_pause
from mentorapp.store.plans import add_plan, get_current_plan
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.re_enrolment import re_enrol
from mentorapp.store.sessions import add_session, list_sessions
from mentorapp.store.store import Store
from mentorapp.store.today import read_day


@dataclass(frozen=True)
class Way:
    mentee: UUID
    programme: UUID
    enrolment: UUID
    levels: tuple[UUID, ...]


@pytest.fixture
def way(store: Store, day: date) -> Way:
    """Birk, a hundred days in Level Up, on the second level."""
    start = day - timedelta(days=100)
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = tuple(level.id for level in get_programme(session, programme).levels)
        place = (Municipality(name="Provköping"),)
        mentee = add_mentee(session, "Birk", family_name="Provare", birth_date=date(2002, 3, 1), municipalities=place)
        enrolment = add_enrolment(session, mentee, programme, started_on=start)
        change_level(session, enrolment, levels[0], start)
        change_level(session, enrolment, levels[1], start + timedelta(days=50))
    return Way(mentee, programme, enrolment, levels)


def close(store: Store, enrolment: UUID, on: date, detail: str, *destinations: Destination, **more: Any) -> None:
    headings = tuple(Heading(destination=one, primary=place == 0) for place, one in enumerate(destinations))
    with store.write("enrolment_closed") as session:
        close_enrolment(session, enrolment, NewClosure(closed_on=on, detail=detail, headings=headings, **more))


def test_f1_who_comes_back_has_a_new_enrolment_and_keeps_the_old_notes(store: Store, way: Way, day: date) -> None:
    with store.write("note_saved") as session:
        add_plan(session, way.enrolment, day - timedelta(days=90))
        note = NewSession(
            mentee_id=way.mentee,
            enrolment_id=way.enrolment,
            kind=SessionKind.OFFICE,
            event_date=day - timedelta(days=9),
        )
        add_session(session, note)
    close(store, way.enrolment, day - timedelta(days=5), "moved", Destination.UNKNOWN)
    with store.write("came_back") as session:
        new = re_enrol(session, way.enrolment, day)
    with store.read() as session:
        assert [one.ordinal for one in list_enrolments(session, way.mentee)] == [2, 1]
        current = current_enrolment(session, way.mentee)
        assert current is not None
        assert current.id == new
        assert len(list_sessions(session, way.mentee)) == 1
        assert get_current_plan(session, new) is None
        assert get_current_plan(session, way.enrolment) is not None
        assert current_mapping(session, new) is None
        closure = get_closure(session, way.enrolment)
        assert closure is not None


def test_f2_who_moved_is_closed_as_moved_and_counted_where_they_began(store: Store, way: Way, day: date) -> None:
    close(store, way.enrolment, day, "moved", Destination.UNKNOWN)
    with store.write("mentee_changed") as session:
        change_mentee(session, way.mentee, municipalities=(Municipality(name="Testfors", from_date=day),))
    with store.read() as session:
        closure, mentee = get_closure(session, way.enrolment), get_mentee(session, way.mentee)
        enrolment = get_enrolment(session, way.enrolment)
    assert closure is not None
    assert closure.reason is CloseReason.MOVED_AWAY
    assert enrolment.started_on is not None
    assert mentee.municipality_on(enrolment.started_on) == "Provköping"
    assert mentee.municipality_on(day) == "Testfors"


def test_f16_backwards_and_past_a_level_are_moves_as_any(store: Store, way: Way, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(session, way.enrolment, way.levels[3], day - timedelta(days=20))
        change_level(session, way.enrolment, way.levels[1], day)
    with store.read() as session:
        stays = list_level_entries(session, way.enrolment)
    assert [one.direction for one in stays[2:]] == [Direction.SKIP, Direction.DOWN]
    assert all(one.reason == "" for one in stays)
    order = {level: number for number, level in enumerate(way.levels, start=1)}
    assert highest_reached([order[one.level_id] for one in stays]) == 4


def test_f17_job_and_studies_are_two_destinations(store: Store, way: Way, day: date) -> None:
    with store.write("work_started") as session:
        start_work(session, way.enrolment, Destination.EMPLOYMENT_SUBSIDISED, day, extent_percent=50)
        start_work(session, way.enrolment, Destination.STUDIES_REGULAR, day, extent_percent=75)
    both = (Destination.EMPLOYMENT_SUBSIDISED, Destination.STUDIES_REGULAR)
    close(store, way.enrolment, day, "work_subsidised", *both)
    with store.read() as session:
        closure, given = get_closure(session, way.enrolment), list_after_support(session, way.enrolment)
    assert closure is not None
    assert tuple(one.destination for one in closure.headings) == both
    assert [one.extent_percent for one in given] == [50, 75]


def test_f32_out_of_reach_for_weeks_there_is_a_rest_before_the_end(store: Store, way: Way, day: date) -> None:
    for days in (10, 5):
        with store.write("note_saved") as session:
            add_session(
                session,
                NewSession(
                    mentee_id=way.mentee,
                    kind=SessionKind.PHONE,
                    event_date=day - timedelta(days=days),
                    attendance=Attendance.NOT_REACHED,
                ),
            )
    with pytest.raises(InputError) as caught:
        close(store, way.enrolment, day, "not_reachable", Destination.UNKNOWN, manager_talk_on=day)
    assert caught.value.key == "attempts_missing"
    assert caught.value.values == {"attempts": 5, "kinds": 2, "days": 30}
    with store.write("pause_added") as session:
        add_pause(session, way.enrolment, day, who_keeps_contact="Moa")
    with store.read() as session:
        assert get_enrolment(session, way.enrolment).status is EnrolmentStatus.PAUSED


def test_f33_after_a_death_nothing_reminds_and_nothing_goes_on(store: Store, way: Way, clock: Any, day: date) -> None:
    with store.write("trial") as session:
        start_work(session, way.enrolment, Destination.STUDIES_REGULAR, day - timedelta(days=3))
        add_session(
            session,
            NewSession(
                mentee_id=way.mentee,
                kind=SessionKind.OFFICE,
                event_date=day + timedelta(days=3),
                attendance=Attendance.PLANNED,
            ),
        )
    close(store, way.enrolment, day, "deceased", Destination.NONE_KNOWN, contact_after=True)
    with store.read() as session:
        assert get_mentee(session, way.mentee).deceased_on == day
        assert [one.ended_on for one in list_after_support(session, way.enrolment)] == [day]
        assert list_outcome_checks(session, way.enrolment) == ()
        assert [one.attendance for one in list_sessions(session, way.mentee)] == [Attendance.CANCELLED_MENTOR]
    clock.pass_days(200)
    with store.read() as session:
        today = read_day(session)
    assert (today.standings, today.bookings, today.to_write_up) == ((), (), ())


def test_f34_forced_out_by_rules_contact_goes_on_in_a_free_enrolment(store: Store, way: Way, day: date) -> None:
    close(store, way.enrolment, day, "af_programme", Destination.EMPLOYMENT_SERVICE)
    with store.write("came_back") as session:
        free = add_programme(session, "Fri", get_ladder("free"))
        new = re_enrol(session, way.enrolment, day, programme_id=free)
    with store.read() as session:
        closure, now = get_closure(session, way.enrolment), get_enrolment(session, new)
    assert closure is not None
    assert closure.reason is CloseReason.RULES_FORCED
    assert (now.status, now.ordinal, now.programme_id) == (EnrolmentStatus.ACTIVE, 1, free)


def test_f37_both_views_of_a_level_are_kept(store: Store, way: Way, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(
            session, way.enrolment, way.levels[2], day, mentee_words="Jag är klar", mentor_view="Lite till, tror jag"
        )
    with store.read() as session:
        last = list_level_entries(session, way.enrolment)[-1]
    assert (last.mentee_words, last.mentor_view) == ("Jag är klar", "Lite till, tror jag")


def test_p22_somebody_enrolled_for_years_is_nothing_to_remind_of(store: Store, way: Way, clock: Any, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(session, way.enrolment, way.levels[0], day)
    clock.pass_days(6 * 365)
    with store.write("note_saved") as session:
        add_session(session, NewSession(mentee_id=way.mentee, kind=SessionKind.PHONE, event_date=clock.today()))
    with store.read() as session:
        today = read_day(session)
    assert phases_ending(today.standings, clock.today()) == ()
    assert silences(today.standings, today.limits, clock.today()) == ()
    with store.write("enrolment_closed") as session:
        change_status(session, way.enrolment, EnrolmentStatus.CLOSED, closed_on=clock.today())
