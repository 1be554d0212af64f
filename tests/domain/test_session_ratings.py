"""ORS and SRS: the age on the day, the limits exactly, and what a form gives reason to ask about (B.8)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.scale_changes import Trend
from mentorapp.domain.session_ratings import (
    SHIPPED,
    RatingSign,
    SessionLimits,
    Total,
    crossed,
    cut_off,
    is_below,
    ors_signs,
    reliable,
    srs_signs,
)

DAY = date(2026, 6, 1)
CELLS = st.integers(0, 400)
BIRTHS = st.dates(date(1990, 1, 1), date(2015, 12, 31))


def tenths(number: int) -> Decimal:
    return Decimal(number) / 10


def total(number: int, days: int = 0) -> Total:
    return Total(DAY + timedelta(days=days), tenths(number))


def birthdays(born: date, day: date) -> int:
    """How many birthdays there have been, counted one by one; a leap-day one is on 28 February in other years."""
    count = 0
    for year in range(born.year + 1, day.year + 1):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        its = date(year, 2, 28) if (born.month, born.day) == (2, 29) and not leap else date(year, born.month, born.day)
        count += its <= day
    return count


@given(BIRTHS, st.integers(0, 365 * 25))
def test_the_cut_off_is_that_of_the_age_on_the_day_of_the_rating(born: date, days: int) -> None:
    on = born + timedelta(days=days)
    assert cut_off(SHIPPED, born, on) == (28 if birthdays(born, on) < 18 else 25)


def test_the_cut_off_steps_down_on_the_eighteenth_birthday() -> None:
    born = date(2008, 6, 1)
    assert cut_off(SHIPPED, born, date(2026, 5, 31)) == 28
    assert cut_off(SHIPPED, born, date(2026, 6, 1)) == 25
    assert cut_off(SHIPPED, None, date(2026, 6, 1)) == 25


def test_born_on_a_leap_day_one_is_eighteen_on_28_february() -> None:
    born = date(2008, 2, 29)
    assert cut_off(SHIPPED, born, date(2026, 2, 27)) == 28
    assert cut_off(SHIPPED, born, date(2026, 2, 28)) == 25
    assert cut_off(SHIPPED, born, date(2026, 3, 1)) == 25


def test_the_limits_are_settings() -> None:
    limits = SessionLimits(ors_cut_off_adult=Decimal(24), ors_cut_off_young=Decimal(30), adult_from=16,
                           reliable_change=Decimal("6.5"))  # fmt: skip
    assert cut_off(limits, date(2010, 6, 2), DAY) == 30
    assert cut_off(limits, date(2010, 6, 1), DAY) == 24
    assert reliable(Decimal(10), Decimal("16.4"), limits) is Trend.SAME
    assert reliable(Decimal(10), Decimal("16.5"), limits) is Trend.UP


@given(CELLS, CELLS)
def test_a_change_of_exactly_five_counts_and_one_tenth_less_does_not(first: int, last: int) -> None:
    by = last - first
    assert reliable(tenths(first), tenths(last)) is (Trend.UP if by >= 50 else Trend.DOWN if by <= -50 else Trend.SAME)


@pytest.mark.parametrize(("by", "said"), [("5.0", Trend.UP), ("4.9", Trend.SAME), ("-4.9", Trend.SAME),
                                          ("-5.0", Trend.DOWN)])  # fmt: skip
def test_five_counts_both_ways(by: str, said: Trend) -> None:
    assert reliable(Decimal("20.3"), Decimal("20.3") + Decimal(by)) is said


@given(CELLS)
def test_srs_is_low_below_thirty_six_and_not_at_it(number: int) -> None:
    assert is_below(tenths(number), SHIPPED.srs_limit) is (number < 360)
    signs = {one.sign for one in srs_signs([total(number)])}
    assert signs == ({RatingSign.SRS_LOW} if number < 360 else set())


@given(CELLS, CELLS, BIRTHS, st.integers(0, 800), st.integers(0, 800))
def test_who_began_below_has_crossed_at_the_cut_off_of_each_day(
    first: int, last: int, born: date, day: int, later: int
) -> None:
    begun, ended = total(first, day), total(last, day + later)
    limits = [280 if birthdays(born, one.on) < 18 else 250 for one in (begun, ended)]
    assert crossed(begun, ended, SHIPPED, born) is (first < limits[0] and last >= limits[1])


@given(st.lists(st.tuples(CELLS, st.integers(0, 120)), max_size=8))
def test_ors_gives_reason_to_ask_when_it_fell_from_the_last_or_the_best_of_ninety_days(
    steps: list[tuple[int, int]],
) -> None:
    numbers, days, at = [], [], 0
    for number, later in steps:
        at += later
        numbers.append(number)
        days.append(at)
    signs = ors_signs([total(n, d) for n, d in zip(numbers, days, strict=True)])
    if len(numbers) < 2:
        assert signs == ()
        return
    recent = [n for n, d in zip(numbers[:-1], days[:-1], strict=True) if days[-1] - d <= 90]
    if numbers[-2] - numbers[-1] >= 50:
        expected: list[tuple[RatingSign, int]] = [(RatingSign.ORS_FALLEN, numbers[-2])]
    elif recent and max(recent) - numbers[-1] >= 50:
        expected = [(RatingSign.ORS_BELOW_BEST, max(recent))]
    else:
        expected = []
    assert [(one.sign, 0 if one.before is None else int(one.before.value * 10)) for one in signs] == expected
    assert all(one.at.value == tenths(numbers[-1]) for one in signs)


def test_the_best_of_ninety_days_is_no_longer_held_against_the_ninety_first() -> None:
    best, middle = total(300), total(260, 50)
    assert ors_signs([best, middle, total(250, 90)])[0].sign is RatingSign.ORS_BELOW_BEST
    assert ors_signs([best, middle, total(250, 91)]) == ()
    assert ors_signs([best, total(251, 91)]) == ()


@given(st.lists(CELLS, max_size=5))
def test_srs_may_be_low_and_fallen_at_once(numbers: list[int]) -> None:
    signs = srs_signs([total(n, d) for d, n in enumerate(numbers)])
    expected = []
    if numbers and numbers[-1] < 360:
        expected.append((RatingSign.SRS_LOW, numbers[-2] if len(numbers) > 1 else None))
    if len(numbers) > 1 and numbers[-2] - numbers[-1] >= 50:
        expected.append((RatingSign.SRS_FALLEN, numbers[-2]))
    assert [(one.sign, None if one.before is None else one.before.value * 10) for one in signs] == expected
