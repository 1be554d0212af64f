"""Days of work: on a day off nothing new speaks up, and days of holiday are held against nobody."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.dates_ahead import Dated, dates_ahead
from mentorapp.domain.enrolments import EnrolmentStatus, Pause
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.numbers_typed import whole_numbers
from mentorapp.domain.profile import MentorProfile
from mentorapp.domain.reminder_rules import SHIPPED, Rule
from mentorapp.domain.reminders import (
    Limits,
    Person,
    Standing,
    phases_ending,
    promises_due,
    reviews_due,
    silences,
)
from mentorapp.domain.work_days import EVERY_DAY, WorkDays, work_days

WEDNESDAY = date(2026, 11, 25)
SATURDAY = date(2026, 11, 28)
DAY = timedelta(days=1)
WEEK = WorkDays()
REST = WorkDays(holidays=((date(2026, 11, 23), date(2026, 11, 27)),))
LIMITS = Limits(first_level=7, otherwise=14, after_support=21, paused=30)
ALVA = Person(mentee_id=new_id(), name="Alva", alias="QT 412")


def standing(**more: object) -> Standing:
    given_: dict[str, object] = {
        "person": ALVA, "status": EnrolmentStatus.ACTIVE, "started_on": date(2026, 1, 1), "level_order": 2,
        "level_since": None, "level_weeks": None, "interval_days": None, "last_contact_on": WEDNESDAY,
        "attempts_since": 0, "next_booked_on": None, "review_on": None,
    }  # fmt: skip
    return Standing(**(given_ | more))  # type: ignore[arg-type]


def test_the_next_day_of_work_goes_past_weekends_and_holidays() -> None:
    assert WEEK.after(WEDNESDAY) == WEDNESDAY + DAY
    assert WEEK.after(date(2026, 11, 27)) == date(2026, 11, 30)
    assert WEEK.next_week(WEDNESDAY) == date(2026, 11, 30)
    assert REST.after(date(2026, 11, 20)) == date(2026, 11, 30)
    assert WEEK.latest(SATURDAY) == date(2026, 11, 27)
    assert REST.latest(WEDNESDAY) == date(2026, 11, 20)
    assert WEEK.latest(WEDNESDAY) == WEDNESDAY
    assert EVERY_DAY.latest(SATURDAY) == SATURDAY
    assert work_days(MentorProfile(work_days=(1,))).after(WEDNESDAY) == date(2026, 11, 30)


def test_a_year_of_holiday_has_no_day_of_work() -> None:
    forever = WorkDays(holidays=((date(2020, 1, 1), date(2040, 1, 1)),))
    assert (forever.latest(WEDNESDAY), forever.after(WEDNESDAY)) == (WEDNESDAY, WEDNESDAY + DAY)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_days_found_are_days_of_work(day: date) -> None:
    assert WEEK.holds(WEEK.after(day))
    assert WEEK.after(day) > day
    assert WEEK.holds(WEEK.latest(day))
    assert WEEK.latest(day) <= day
    assert WEEK.next_week(day).isoweekday() == 1
    assert WEEK.next_week(day) > day


@pytest.mark.parametrize(
    ("today", "seen"), [(date(2026, 11, 27), False), (SATURDAY, False), (date(2026, 11, 30), True)]
)
def test_a_day_that_falls_on_a_saturday_is_told_on_monday(today: date, seen: bool) -> None:
    dated = Dated(person=ALVA, safety_on=SATURDAY)
    assert bool(dates_ahead([dated], SHIPPED, today, spoken_on=WEEK.latest(today))) == seen


def test_a_silence_does_not_begin_to_speak_on_a_day_off() -> None:
    one = standing(last_contact_on=SATURDAY - 15 * DAY)
    assert silences([one], LIMITS, SATURDAY, WEEK) == ()
    assert silences([one], LIMITS, SATURDAY, EVERY_DAY)[0].days == 15
    assert silences([one], LIMITS, date(2026, 11, 30), WEEK)[0].days == 17


def test_days_of_holiday_are_held_against_nobody() -> None:
    one = standing(last_contact_on=date(2026, 11, 15))
    monday = date(2026, 11, 30)
    assert silences([one], LIMITS, monday, WEEK)[0].days == 15
    assert silences([one], LIMITS, monday, REST) == ()
    assert REST.holidays_between(date(2026, 11, 15), monday) == 5
    assert silences([one], LIMITS, date(2026, 12, 7), REST)[0].days == 22


@pytest.mark.parametrize(("days", "seen"), [(41, False), (42, True), (43, True), (70, True)])
def test_a_level_of_eight_weeks_speaks_from_its_seventh(days: int, seen: bool) -> None:
    one = standing(level_since=WEDNESDAY - days * DAY, level_weeks=8)
    found = phases_ending([one], WEDNESDAY)
    assert bool(found) == seen
    assert [phase.week for phase in found] == ([days // 7 + 1] if seen else [])


def test_a_rest_lengthens_the_level() -> None:
    since = WEDNESDAY - 49 * DAY
    rest = Pause(id=new_id(), enrolment_id=new_id(), from_date=since + 10 * DAY, to_date=since + 16 * DAY)
    one = standing(level_since=since, level_weeks=8, pauses=(rest,))
    assert phases_ending([one], WEDNESDAY - DAY) == ()
    (phase,) = phases_ending([one], WEDNESDAY)
    assert (phase.week, phase.weeks, phase.subject) == (7, 8, since.isoformat())
    assert phases_ending([standing(level_since=since, level_weeks=8, status=EnrolmentStatus.PAUSED)], WEDNESDAY) == ()
    assert phases_ending([standing(level_since=since, level_weeks=8, level_order=None)], WEDNESDAY) == ()


@pytest.mark.parametrize(("days", "seen"), [(8, False), (7, True), (0, True), (-3, True)])
def test_a_review_is_told_a_week_ahead(days: int, seen: bool) -> None:
    assert bool(reviews_due([standing(review_on=WEDNESDAY + days * DAY)], WEDNESDAY)) == seen
    assert promises_due((), WEDNESDAY) == ()


def test_a_rule_that_is_not_asked_for_says_nothing() -> None:
    dated = Dated(person=ALVA, safety_on=WEDNESDAY, erase_on=WEDNESDAY)
    only = {Rule.ERASE: SHIPPED[Rule.ERASE]}
    assert [one.rule for one in dates_ahead([dated], only, WEDNESDAY)] == [Rule.ERASE]


def test_whole_numbers_are_read_with_commas_or_spaces() -> None:
    assert whole_numbers("days", " 180, 90 30,") == (180, 90, 30)
    assert whole_numbers("days", "") == ()
