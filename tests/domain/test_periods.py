"""Stretches of time: merged, the gaps between them, and what is refused."""

from datetime import date

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.periods import (
    Period,
    check_after_birth,
    check_not_future,
    check_order,
    clipped,
    gaps,
    merged,
)

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def month(number: int) -> Period:
    return Period(date(2026, number, 1), date(2026, number, 28))


def test_both_days_count() -> None:
    assert month(2).days == 28


def test_periods_that_touch_or_overlap_are_one() -> None:
    joined = merged((Period(date(2026, 3, 1), date(2026, 3, 9)), month(2), Period(date(2026, 2, 3), date(2026, 2, 5))))
    assert joined == (Period(date(2026, 2, 1), date(2026, 3, 9)),)


def test_a_period_without_end_swallows_later_ones() -> None:
    endless = Period(date(2026, 2, 1), date.max)
    assert merged((endless, month(5))) == (endless,)
    assert gaps((endless, month(5)), YEAR) == (Period(date(2026, 1, 1), date(2026, 1, 31)),)


def test_gaps_are_what_nothing_covers() -> None:
    found = gaps((month(2), month(4), Period(date(2025, 1, 1), date(2025, 2, 1)), month(4)), YEAR)
    assert found == (
        Period(date(2026, 1, 1), date(2026, 1, 31)),
        Period(date(2026, 3, 1), date(2026, 3, 31)),
        Period(date(2026, 4, 29), date(2026, 12, 31)),
    )


def test_what_begins_after_the_stretch_leaves_its_end_open() -> None:
    assert gaps((Period(date(2027, 2, 1), date.max),), YEAR) == (YEAR,)


def test_a_stretch_that_is_covered_has_no_gap() -> None:
    assert gaps((YEAR,), YEAR) == ()
    assert gaps((YEAR,), Period(date(2026, 2, 1), date(2026, 3, 1))) == ()


def test_a_period_is_clipped_to_what_lies_inside() -> None:
    assert clipped(Period(date(2025, 6, 1), date(2026, 2, 1)), YEAR) == Period(date(2026, 1, 1), date(2026, 2, 1))
    assert clipped(Period(date(2025, 6, 1), date(2025, 7, 1)), YEAR) is None


@pytest.mark.parametrize(("first", "last"), [(None, date(2026, 1, 1)), (date(2026, 1, 1), None), (YEAR.first,) * 2])
def test_an_order_that_is_kept_is_taken(first: date | None, last: date | None) -> None:
    check_order("to_date", first, last)


def test_an_end_before_the_start_is_refused_at_its_field() -> None:
    with pytest.raises(InputError) as refusal:
        check_order("to_date", YEAR.last, YEAR.first)
    assert (refusal.value.field, refusal.value.key) == ("to_date", "ends_before_start")


def test_days_to_come_and_days_before_birth_are_refused() -> None:
    check_not_future("since", None, YEAR.first)
    check_not_future("since", YEAR.first, YEAR.first)
    check_after_birth("since", YEAR.first, None)
    check_after_birth("since", None, YEAR.first)
    check_after_birth("since", YEAR.first, YEAR.first)
    with pytest.raises(InputError, match="date_in_future"):
        check_not_future("since", YEAR.last, YEAR.first)
    with pytest.raises(InputError, match="before_birth"):
        check_after_birth("since", YEAR.first, YEAR.last)
