"""Gaps in what somebody lives on, days that are paid, and months in public support."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.livelihood import IncomeGap, gap_now, income_gaps, months_in_public_support, paid
from mentorapp.domain.periods import Period
from mentorapp.domain.support import IncomePeriod, IncomeSource, IncomeState, IncomeStateOn

TODAY = date(2026, 11, 25)
LONG_AGO = date(2024, 1, 1)
MENTEE = uuid4()


def income(
    first: date,
    last: date | None = None,
    *,
    source: IncomeSource = IncomeSource.ACTIVITY_BENEFIT,
    until: date | None = None,
    states: tuple[tuple[IncomeState, date], ...] = (),
    state: IncomeState = IncomeState.GRANTED,
) -> IncomePeriod:
    said = tuple(IncomeStateOn(state=one, since=day) for one, day in states)
    return IncomePeriod(
        id=uuid4(), mentee_id=MENTEE, source=source, from_date=first, to_date=last, decision_until=until,
        state=said[-1].state if said else state, states=said,
    )  # fmt: skip


def test_nothing_known_is_no_gap() -> None:
    assert income_gaps((), LONG_AGO, TODAY) == ()


def test_an_income_without_end_has_no_gap_after_it() -> None:
    one = income(date(2026, 1, 1))
    assert paid(one) == (Period(date(2026, 1, 1), date.max),)
    assert income_gaps((one, income(date(2026, 6, 1), source=IncomeSource.WAGE)), LONG_AGO, TODAY) == ()


def test_what_was_before_the_first_thing_known_is_no_gap() -> None:
    assert income_gaps((income(date(2026, 11, 1)),), LONG_AGO, TODAY) == ()


def test_days_between_two_periods_are_a_gap_that_is_over() -> None:
    found = income_gaps((income(date(2026, 1, 1), date(2026, 3, 31)), income(date(2026, 5, 1))), LONG_AGO, TODAY)
    assert found == (IncomeGap(first=date(2026, 4, 1), until=date(2026, 4, 30), ahead=False),)
    assert found[0].is_over(TODAY)
    assert gap_now(found, TODAY) is None


def test_a_gap_before_the_enrolment_is_not_counted() -> None:
    periods = (income(date(2026, 1, 1), date(2026, 3, 31)), income(date(2026, 5, 1)))
    assert income_gaps(periods, date(2026, 6, 1), TODAY) == ()


def test_an_end_within_sixty_days_is_a_gap_to_come() -> None:
    last = TODAY + timedelta(days=59)
    found = income_gaps((income(date(2026, 1, 1), until=last),), LONG_AGO, TODAY)
    assert found == (IncomeGap(first=TODAY + timedelta(days=60), until=None, ahead=True),)
    assert gap_now(found, TODAY) == found[0]


def test_an_end_beyond_sixty_days_is_not_said_yet() -> None:
    last = TODAY + timedelta(days=60)
    assert income_gaps((income(date(2026, 1, 1), until=last),), LONG_AGO, TODAY) == ()


def test_what_is_granted_later_than_sixty_days_ends_a_gap() -> None:
    later = income(TODAY + timedelta(days=90), source=IncomeSource.STUDENT_AID)
    found = income_gaps((income(date(2026, 1, 1), TODAY), later), LONG_AGO, TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert found == (IncomeGap(first=tomorrow, until=TODAY + timedelta(days=89), ahead=True),)


def test_an_application_alone_is_a_gap_from_its_day() -> None:
    asked = income(date(2026, 12, 1), states=((IncomeState.APPLIED, date(2026, 11, 2)),))
    found = income_gaps((asked,), LONG_AGO, TODAY)
    assert found == (IncomeGap(first=date(2026, 11, 2), until=None, ahead=False),)


def test_no_income_that_is_said_is_a_gap_from_that_day() -> None:
    none = income(date(2026, 10, 1), source=IncomeSource.NONE)
    assert paid(none) == ()
    assert income_gaps((none,), LONG_AGO, TODAY)[0].first == date(2026, 10, 1)


def test_a_first_decision_holds_back_to_the_first_day() -> None:
    one = income(
        date(2026, 6, 1),
        date(2026, 12, 31),
        states=((IncomeState.APPLIED, date(2026, 6, 1)), (IncomeState.GRANTED, date(2026, 8, 15))),
    )
    assert paid(one) == (Period(date(2026, 6, 1), date(2026, 12, 31)),)


def test_a_benefit_that_rests_pays_again_when_it_wakes() -> None:
    one = income(
        date(2026, 1, 1),
        states=(
            (IncomeState.GRANTED, date(2026, 1, 1)),
            (IncomeState.DORMANT, date(2026, 4, 1)),
            (IncomeState.GRANTED, date(2026, 9, 1)),
        ),
    )
    assert paid(one) == (Period(date(2026, 1, 1), date(2026, 3, 31)), Period(date(2026, 9, 1), date.max))


def test_a_grant_taken_back_the_same_day_pays_nothing() -> None:
    day = date(2026, 2, 1)
    assert paid(income(day, states=((IncomeState.GRANTED, day), (IncomeState.REFUSED, day)))) == ()


def test_what_is_refused_after_its_end_is_cut_there() -> None:
    one = income(
        date(2026, 1, 1),
        date(2026, 1, 31),
        states=((IncomeState.GRANTED, date(2026, 1, 1)), (IncomeState.DORMANT, date(2026, 2, 5)),
                (IncomeState.GRANTED, date(2026, 3, 1))),
    )  # fmt: skip
    assert paid(one) == (Period(date(2026, 1, 1), date(2026, 1, 31)),)


START = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("periods", "months"),
    [
        ((), 0),
        ((income(date(2024, 6, 15)),), 24),
        ((income(date(2024, 6, 16)),), 23),
        ((income(date(2023, 1, 1), date(2024, 1, 1)), income(date(2025, 6, 15))), 12),
        ((income(date(2024, 6, 15), date(2025, 10, 31)), income(date(2025, 12, 1))), 24),
        ((income(date(2024, 6, 15), date(2025, 10, 31)), income(date(2025, 12, 2))), 6),
        ((income(date(2025, 6, 15), date(2026, 5, 20)),), 11),
        ((income(date(2025, 6, 15), date(2026, 4, 30)),), 0),
        ((income(date(2025, 6, 15), source=IncomeSource.PARENTAL),), 0),
        ((income(date(2026, 7, 1)),), 0),
    ],
    ids=[
        "nothing", "two years", "a day less", "a long break", "a break of a month", "a break of a month and a day",
        "ended less than a month before", "ended long before", "parental is not public support", "after the start",
    ],
)  # fmt: skip
def test_months_in_public_support_look_past_breaks_of_a_month(periods: tuple[IncomePeriod, ...], months: int) -> None:
    assert months_in_public_support(periods, START) == months


def test_the_same_day_in_two_benefits_counts_once() -> None:
    two = (income(date(2025, 6, 15)), income(date(2025, 12, 15), source=IncomeSource.SOCIAL_ASSISTANCE))
    assert months_in_public_support(two, START) == 12
    assert isinstance(two[0].id, UUID)
