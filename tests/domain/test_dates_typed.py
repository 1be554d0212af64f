"""Dates as they are typed; today is Wednesday 25 November 2026."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.dates_typed import Lean, parse_day, parse_when
from mentorapp.domain.errors import InputError

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", date(2026, 11, 25)),
        ("  I  DAG ", date(2026, 11, 25)),
        ("today", date(2026, 11, 25)),
        ("i morgon", date(2026, 11, 26)),
        ("övermorgon", date(2026, 11, 27)),
        ("igår", date(2026, 11, 24)),
        ("i förrgår", date(2026, 11, 23)),
        ("2026-11-25", date(2026, 11, 25)),
        ("20261125", date(2026, 11, 25)),
        ("261125", date(2026, 11, 25)),
        ("25/11", date(2026, 11, 25)),
        ("5/1", date(2027, 1, 5)),
        ("5/10", date(2026, 10, 5)),
        ("25.11", date(2026, 11, 25)),
        ("25/11-26", date(2026, 11, 25)),
        ("25/11 2027", date(2027, 11, 25)),
        ("25 nov", date(2026, 11, 25)),
        ("den 3 december", date(2026, 12, 3)),
        ("3:e dec", date(2026, 12, 3)),
        ("5 mars 2027", date(2027, 3, 5)),
        ("november 30", date(2026, 11, 30)),
        ("nov 30, 2027", date(2027, 11, 30)),
        ("ons", date(2026, 11, 25)),
        ("tors", date(2026, 11, 26)),
        ("tisdag", date(2026, 12, 1)),
        ("på onsdag", date(2026, 12, 2)),
        ("nästa fredag", date(2026, 11, 27)),
        ("i måndags", date(2026, 11, 23)),
        ("i onsdags", date(2026, 11, 18)),
        ("förra tisdag", date(2026, 11, 24)),
        ("last monday", date(2026, 11, 23)),
        ("28", date(2026, 11, 28)),
        ("den 2", date(2026, 12, 2)),
        ("+3", date(2026, 11, 28)),
        ("-2", date(2026, 11, 23)),
        ("+2v", date(2026, 12, 9)),
        ("om 3 dagar", date(2026, 11, 28)),
        ("om en vecka", date(2026, 12, 2)),
        ("in two weeks", date(2026, 12, 9)),
        ("om 3 månader", date(2027, 2, 25)),
        ("för 2 dagar sedan", date(2026, 11, 23)),
        ("3 weeks ago", date(2026, 11, 4)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_what_people_type_is_read_as_a_date(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "lean", "day"),
    [
        ("5/1", Lean.BACK, date(2026, 1, 5)),
        ("5/1", Lean.AHEAD, date(2027, 1, 5)),
        ("25/11", Lean.AHEAD, TODAY),
        ("25/11", Lean.BACK, TODAY),
        ("5/10", Lean.AHEAD, date(2027, 10, 5)),
        ("tisdag", Lean.BACK, date(2026, 11, 24)),
        ("ons", Lean.BACK, TODAY),
        ("30", Lean.BACK, date(2026, 10, 30)),
        ("3", Lean.AHEAD, date(2026, 12, 3)),
        ("31", Lean.AHEAD, date(2026, 12, 31)),
        ("29/2", Lean.BACK, date(2024, 2, 29)),
    ],
)
def test_a_missing_year_or_week_follows_what_the_field_is_about(typed: str, lean: Lean, day: date) -> None:
    assert parse_day(typed, TODAY, lean) == day


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("31/11", "date_impossible"),
        ("30 februari", "date_impossible"),
        ("2027-02-29", "date_impossible"),
        ("29/2 2027", "date_impossible"),
        ("0/5", "date_impossible"),
        ("12/13", "month_impossible"),
        ("2026-13-01", "month_impossible"),
        ("0000-01-01", "date_unreadable"),
        ("", "date_unreadable"),
        ("32", "date_unreadable"),
        ("snart", "date_unreadable"),
        ("5 nånting", "date_unreadable"),
        ("blah 5", "date_unreadable"),
        ("om flera dagar", "date_unreadable"),
        ("om 3 år", "date_unreadable"),
        ("om 9999 dagar", "date_unreadable"),
        ("kanske onsdag", "date_unreadable"),
    ],
)
def test_what_is_no_date_is_refused_with_the_sentence_that_fits(typed: str, key: str) -> None:
    with pytest.raises(InputError) as refusal:
        parse_day(typed, TODAY)
    assert refusal.value.key == key
    assert refusal.value.field == "date"


def test_the_sentence_knows_the_last_day_of_the_month() -> None:
    with pytest.raises(InputError) as common:
        parse_day("29/2 2027", TODAY)
    with pytest.raises(InputError) as unknown:
        parse_day("30/2", TODAY)
    assert common.value.values == {"day": 29, "month": 2, "last": 28}
    assert unknown.value.values["last"] == 29


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("i dag 10.30", (TODAY, time(10, 30))),
        ("25/11 kl 9", (TODAY, time(9))),
        ("10:05", (TODAY, time(10, 5))),
        ("kl 14", (TODAY, time(14))),
        ("i går", (date(2026, 11, 24), None)),
        ("25.11", (TODAY, None)),
        ("2026-12-01 klockan 8.15", (date(2026, 12, 1), time(8, 15))),
    ],
)
def test_a_time_may_follow_the_date_or_stand_alone(typed: str, when: tuple[date, time | None]) -> None:
    assert parse_when(typed, TODAY) == when


@given(st.text(max_size=40), st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(Lean))
def test_anything_at_all_gives_a_date_or_a_sentence(typed: str, today: date, lean: Lean) -> None:
    assert _outcome(typed, today, lean) in {"date", "date_unreadable", "date_impossible", "month_impossible"}


def _outcome(typed: str, today: date, lean: Lean) -> str:
    try:
        return type(parse_day(typed, today, lean)).__name__
    except InputError as refusal:
        return refusal.key


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_back_from_how_it_is_written(today: date, day: date) -> None:
    for typed in (
        day.isoformat(),
        f"{day:%y%m%d}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day}/{day.month}-{day:%y}",
    ):
        assert parse_day(typed, today) == day
