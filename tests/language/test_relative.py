"""Days and hours in words, in both languages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mentorapp.language.relative import ago, ahead, capital, in_days, in_time, span_ago
from mentorapp.language.texts import Texts

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("days", "swedish", "english"),
    [
        (0, "i dag", "today"),
        (1, "i går", "yesterday"),
        (2, "i måndags", "last Monday"),
        (3, "i söndags", "last Sunday"),
        (4, "4 dagar sedan", "4 days ago"),
        (31, "31 dagar sedan", "31 days ago"),
        (60, "60 dagar sedan", "60 days ago"),
        (61, "2 månader sedan", "2 months ago"),
        (365, "12 månader sedan", "12 months ago"),
        (735, "2 år sedan", "2 years ago"),
        (-1, "i morgon", "tomorrow"),
    ],
)
def test_a_day_that_was_is_said_from_here(days: int, swedish: str, english: str) -> None:
    day = TODAY - timedelta(days=days)
    assert (ago(Texts("sv"), day, TODAY), ago(Texts("en"), day, TODAY)) == (swedish, english)


@pytest.mark.parametrize(
    ("days", "swedish", "english"),
    [
        (0, "i dag", "today"),
        (1, "i morgon", "tomorrow"),
        (8, "3 december", "3 December"),
        (-1, "i går", "yesterday"),
        (-5, "20 november", "20 November"),
        (400, "30 december 2027", "30 December 2027"),
    ],
)
def test_a_day_to_come_is_a_date_beyond_tomorrow(days: int, swedish: str, english: str) -> None:
    day = TODAY + timedelta(days=days)
    assert (ahead(Texts("sv"), day, TODAY), ahead(Texts("en"), day, TODAY)) == (swedish, english)


@pytest.mark.parametrize(
    ("minutes", "swedish"),
    [
        (-5, ""),
        (0, "nu"),
        (2, "nu"),
        (20, "om 20 minuter"),
        (50, "om 50 minuter"),
        (62, "om en timme"),
        (100, "om två timmar"),
        (12 * 60, "om tolv timmar"),
        (13 * 60, ""),
    ],
)
def test_an_hour_to_come_is_said_in_words(minutes: int, swedish: str) -> None:
    now = datetime(2026, 11, 25, 11, 58, tzinfo=UTC)
    assert in_time(Texts("sv"), now + timedelta(minutes=minutes), now) == swedish
    assert bool(in_time(Texts("en"), now + timedelta(minutes=minutes), now)) == bool(swedish)


def test_one_of_a_kind_has_its_own_form() -> None:
    assert span_ago(Texts("sv"), 1) == "en dag sedan"
    assert in_days(Texts("sv"), 35) == "om 35 dagar"
    assert in_days(Texts("sv"), 1) == "i morgon"
    assert in_days(Texts("en"), -2) == "today"


def test_a_sentence_begins_with_a_capital() -> None:
    assert capital("i dag 13.00") == "I dag 13.00"
    assert capital("å andra sidan") == "Å andra sidan"
    assert capital("") == ""
