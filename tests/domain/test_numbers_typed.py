"""Numbers as they are typed, and what cannot be read as one."""

from decimal import Decimal

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.numbers_typed import kilometres, whole


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
