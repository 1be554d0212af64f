"""Numbers as they are typed, and what cannot be read as one."""

from decimal import Decimal

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.numbers_typed import days_of_weeks, hours_a_week, kilometres, tenths, whole


@pytest.mark.parametrize(("typed", "number"), [("", None), ("  ", None), (" 12 ", 12), ("0", 0), ("99999", 99999)])
def test_a_whole_number_is_read(typed: str, number: int | None) -> None:
    assert whole("minutes", typed) == number


@pytest.mark.parametrize("typed", ["tolv", "-1", "1,5", "100000", "²", "1 0"])
def test_what_is_no_whole_number_is_said_of_its_field(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        whole("minutes", typed)
    assert (caught.value.field, caught.value.key) == ("minutes", "number_unreadable")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("", None), ("3", "3.0"), (" 3,24 ", "3.2"), ("0.05", "0.0"), ("4.26", "4.3"), ("1000.55", "1000.55")],
)
def test_kilometres_have_one_decimal_by_comma_or_point(typed: str, number: str | None) -> None:
    """What is too long to be true is left as it stands, for the field to refuse."""
    assert kilometres(typed) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("typed", ["långt", "NaN", "Infinity", "1,2,3"])
def test_what_is_no_distance_is_said_of_its_field(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        kilometres(typed)
    assert (caught.value.field, caught.value.key) == ("distance_km", "number_unreadable")


@pytest.mark.parametrize(
    ("typed", "number"), [("", None), (" ", None), ("25", 250), (" 25,5 ", 255), ("28.0", 280), ("0,1", 1)]
)
def test_tenths_are_read_with_comma_or_point(typed: str, number: int | None) -> None:
    assert tenths("srs_limit", typed) == number


@pytest.mark.parametrize("typed", ["25,55", "-1", "25,", ",5", "många", "1 0", "²", "10000", "1e2"])
def test_what_is_no_number_with_one_decimal_is_said_of_its_field(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        tenths("srs_limit", typed)
    assert (caught.value.field, caught.value.key) == ("srs_limit", "number_one_decimal")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("", None), ("20", "20"), (" 17,5 ", "17.5"), ("20 h", "20"), ("50 %", "20.0"), ("33%", "13.2"), ("41", "41")],
)
def test_hours_a_week_are_read_as_hours_or_as_per_cent_of_full_time(typed: str, hours: str | None) -> None:
    assert hours_a_week(typed) == (None if hours is None else Decimal(hours))


@pytest.mark.parametrize("typed", ["mycket", "NaN", "1e9", "halv %"])
def test_what_are_no_hours_is_said_of_their_field(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        hours_a_week(typed)
    assert (caught.value.field, caught.value.key) == ("hours_per_week", "number_unreadable")


@pytest.mark.parametrize(("typed", "days"), [("", None), ("1", 7), (" 6 ", 42), ("104", 728)])
def test_weeks_are_read_as_days(typed: str, days: int | None) -> None:
    assert days_of_weeks("weeks", typed) == days


@pytest.mark.parametrize("typed", ["0", "105"])
def test_no_week_and_more_than_two_years_of_them_are_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        days_of_weeks("weeks", typed)
    assert (caught.value.field, caught.value.key) == ("weeks", "weeks_range")
