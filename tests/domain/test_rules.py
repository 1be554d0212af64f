"""Rules about dates, people, promises and silence, without a store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, strategies

from mentorapp.domain import calendar, wording
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError
from mentorapp.domain.fields import class_of
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.mentees import Mentee, ProtectedIdentity, new_alias
from mentorapp.domain.plans import Commitment, Goal, GoalLevel, Step, Who, goal_class
from mentorapp.domain.programmes import LegalProfile, hides_sensitive
from mentorapp.domain.reminders import (
    Limits,
    Person,
    Promise,
    Standing,
    limit_for,
    phases_ending,
    promises_due,
    reviews_due,
    silences,
)
from mentorapp.domain.sessions import Attendance, Session, SessionKind, is_attempt, is_contact
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import PersonBlock

TODAY = date(2026, 11, 25)
LIMITS = Limits(first_level=7, otherwise=14, after_support=21, paused=30)
SOMEBODY = Person(mentee_id=UUID(int=1), name="Birk Provare", alias="LM 207")


def _standing(**more: object) -> Standing:
    plain = Standing(
        person=SOMEBODY,
        status=EnrolmentStatus.ACTIVE,
        started_on=TODAY - timedelta(days=100),
        level_order=2,
        level_since=None,
        level_weeks=None,
        interval_days=None,
        last_contact_on=TODAY,
        attempts_since=0,
        next_booked_on=None,
        review_on=None,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_a_leap_day_birthday_counts_on_28_february() -> None:
    born = date(2004, 2, 29)
    assert [calendar.age_on(born, date(2022, 2, d)) for d in (27, 28)] == [17, 18]
    assert calendar.birthday_in(born, 2024) == date(2024, 2, 29)


@given(strategies.dates(date(1930, 1, 1), date(2030, 1, 1)), strategies.integers(0, 600))
def test_months_are_added_to_the_same_day_or_the_last(day: date, months: int) -> None:
    later = calendar.add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_week_begins_on_monday() -> None:
    assert calendar.monday_of(TODAY) == date(2026, 11, 23)


def test_the_clock_of_the_machine_knows_its_zone() -> None:
    clock = calendar.SystemClock()
    assert clock.now().tzinfo is UTC
    assert abs((clock.today() - datetime.now(UTC).date()).days) <= 1


def test_identifiers_are_of_version_seven_and_sort_by_time() -> None:
    ids = [new_id() for _ in range(200)]
    assert {one.version for one in ids} == {7}
    assert len(set(ids)) == 200
    assert ids[0].int >> 80 <= ids[-1].int >> 80


def test_lines_lose_their_breaks_and_texts_keep_them() -> None:
    assert wording.line("x", "  ett\n två\t") == "ett två"
    assert wording.text("x", " ett\r\ntvå\r") == "ett\ntvå"
    assert wording.other("x", "den") == "den"
    for broken in ("\x07", "\ud800"):
        with pytest.raises(InputError):
            wording.text("x", f"a{broken}b")


def test_age_comes_from_the_date_or_the_year() -> None:
    person = Mentee(id=new_id(), preferred_name="Alva", birth_year=2007)
    assert (person.age(TODAY), person.full_name, person.municipality_on(TODAY)) == (19, "Alva", "")
    assert Mentee(id=new_id(), preferred_name="Alva").age(TODAY) is None
    assert person.place_class() is InfoClass.PRESENCE
    assert replace(person, protected_identity=ProtectedIdentity.FINGERADE).place_class() is InfoClass.LOCATION


def test_an_alias_has_nothing_of_the_person() -> None:
    assert all(len(new_alias()) == 6 for _ in range(50))


def test_only_the_youth_duty_alone_hides_what_is_sensitive() -> None:
    assert hides_sensitive(frozenset({LegalProfile.KAA}))
    assert not hides_sensitive(frozenset({LegalProfile.KAA, LegalProfile.LABOUR_UNIT}))
    assert not hides_sensitive(frozenset())


def test_an_unknown_area_is_plan() -> None:
    assert goal_class("okänt") is InfoClass.PLAN
    assert class_of(Mentee, "id") is None


@pytest.mark.parametrize(
    ("more", "limit"),
    [
        ({"level_order": 1}, 7),
        ({}, 14),
        ({"level_order": None}, 14),
        ({"interval_days": 10}, 10),
        ({"status": EnrolmentStatus.AFTER_SUPPORT, "interval_days": 10}, 21),
        ({"status": EnrolmentStatus.PAUSED}, 30),
    ],
)
def test_how_long_a_silence_may_last(more: dict[str, object], limit: int) -> None:
    assert limit_for(_standing(**more), LIMITS) == limit


def test_silence_is_counted_from_the_last_contact_or_the_start() -> None:
    days = [
        _standing(last_contact_on=TODAY - timedelta(days=14)),
        _standing(last_contact_on=TODAY - timedelta(days=15), attempts_since=2),
        _standing(last_contact_on=None),
        _standing(last_contact_on=None, started_on=None),
        _standing(last_contact_on=None, status=EnrolmentStatus.OFFERED),
        _standing(last_contact_on=TODAY - timedelta(days=31), status=EnrolmentStatus.PAUSED),
    ]
    found = silences(days, LIMITS, TODAY)
    assert [(s.days, s.attempts, s.paused, s.never) for s in found] == [
        (100, 0, False, True), (31, 0, True, False), (15, 2, False, False),
    ]  # fmt: skip


def test_a_phase_of_eight_weeks_shows_from_week_seven() -> None:
    def at(days: int, **more: object) -> Standing:
        return _standing(level_since=TODAY - timedelta(days=days), level_weeks=8, **more)

    standings = [at(41), at(42), at(70), at(42, status=EnrolmentStatus.PAUSED), at(42, level_order=None), _standing()]
    assert [(p.week, p.weeks) for p in phases_ending(standings, TODAY)] == [(7, 8), (11, 8)]


def test_a_review_shows_a_week_ahead() -> None:
    standings = [
        _standing(review_on=TODAY + timedelta(days=7)),
        _standing(review_on=TODAY - timedelta(days=1)),
        _standing(review_on=TODAY + timedelta(days=8)),
        _standing(review_on=TODAY, status=EnrolmentStatus.CLOSED),
    ]
    assert [(r.on - TODAY).days for r in reviews_due(standings, TODAY)] == [-1, 7]


def _promise(who: Who, by: date | None) -> Promise:
    commitment = Commitment(id=new_id(), enrolment_id=new_id(), who=who, what="x", by=by)
    return Promise(person=SOMEBODY, commitment=commitment)


def test_my_promises_come_first_and_others_when_their_day_has_come() -> None:
    promises = [
        _promise(Who.CONTACT, TODAY),
        _promise(Who.MENTEE, TODAY + timedelta(days=1)),
        _promise(Who.CONTACT, None),
        _promise(Who.MENTOR, None),
        _promise(Who.MENTOR, TODAY + timedelta(days=7)),
        _promise(Who.MENTOR, TODAY + timedelta(days=8)),
    ]
    due = promises_due(promises, TODAY)
    assert [(p.is_mine, p.commitment.by) for p in due] == [
        (True, TODAY + timedelta(days=7)), (True, None), (False, TODAY),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", SessionKind)
@pytest.mark.parametrize("attendance", Attendance)
def test_only_a_held_two_way_contact_counts(kind: SessionKind, attendance: Attendance) -> None:
    one_way = kind in (SessionKind.LETTER, SessionKind.CONTACT_ATTEMPT, SessionKind.OTHER_ACTOR)
    assert is_contact(kind, attendance) == (attendance is Attendance.HELD and not one_way)
    attempted = kind is SessionKind.CONTACT_ATTEMPT or attendance is Attendance.NOT_REACHED
    assert is_attempt(kind, attendance) == attempted


def test_a_booking_is_never_written_late() -> None:
    booked = Session(
        id=new_id(),
        mentee_id=new_id(),
        kind=SessionKind.PHONE,
        event_date=TODAY - timedelta(days=9),
        attendance=Attendance.PLANNED,
        created_at=datetime(2026, 11, 25, tzinfo=UTC),
    )
    assert booked.written_late_days == 0


def test_a_goal_counts_the_steps_that_are_done() -> None:
    goal = Goal(id=new_id(), plan_id=new_id(), level=GoalLevel.SUB, wording="Komma ut")
    days = (TODAY, TODAY, None)
    steps = tuple(Step(id=new_id(), goal_id=goal.id, text="Gå ut", order=n, done_on=on) for n, on in enumerate(days))
    assert (goal.steps_done, replace(goal, steps=steps).steps_done) == (0, 2)


@pytest.mark.parametrize(("family", "whole"), [("Provare", "Birk Provare"), ("", "Birk")])
def test_a_person_on_paper_may_lack_a_family_name(family: str, whole: str) -> None:
    block = PersonBlock(info_class=InfoClass.ID, preferred_name="Birk", family_name=family)
    assert block.full_name == whole
