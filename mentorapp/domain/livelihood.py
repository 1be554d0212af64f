"""What follows from the periods of income: days that are paid, gaps, and the months in public support before a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import add_months
from .periods import Period, clipped, gaps, merged
from .support import PUBLIC_SUPPORT, IncomePeriod, IncomeSource, IncomeState, IncomeStateOn

ENDING_DAYS = 60
"""A period or intervention that ends within so many days and is followed by nothing is a gap to come (B.10)."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeGap:
    """Days without a known source. `ahead` when it has not begun yet; `until` None while nothing is known to end it."""

    first: date
    until: date | None
    ahead: bool

    def is_over(self, today: date) -> bool:
        return self.until is not None and self.until < today


def paid(income: IncomePeriod) -> tuple[Period, ...]:
    """The days that a period pays for, oldest first.

    A first decision holds back to `from_date`; a benefit that lies dormant pays again from the day it wakes.
    """
    if income.source is IncomeSource.NONE:
        return ()
    whole = Period(income.from_date, max(income.from_date, income.last_known or date.max))
    found: list[Period] = []
    began: date | None = None
    for state, since in _changes(income):
        if state is IncomeState.GRANTED and began is None:
            began = since if found else income.from_date
        elif state is not IncomeState.GRANTED and began is not None:
            if since > began:
                found.append(Period(began, since - _DAY))
            began = None
    if began is not None:
        found.append(Period(began, date.max))
    return tuple(part for one in found if (part := clipped(one, whole)) is not None)


def _changes(income: IncomePeriod) -> tuple[tuple[IncomeState, date], ...]:
    states = income.states or (IncomeStateOn(state=income.state, since=income.state_on or income.from_date),)
    return tuple((one.state, one.since) for one in states)


def income_gaps(
    incomes: Iterable[IncomePeriod], since: date, today: date, ahead: int = ENDING_DAYS
) -> tuple[IncomeGap, ...]:
    """Gaps from `since` to today, and one to come when the last source ends within `ahead` days; oldest first.

    What was before the first thing known is not known to be a gap. Without any period at all nothing is said.
    """
    known = tuple(incomes)
    periods = [part for one in known for part in paid(one)]
    beginnings = [p.first for p in periods] + [_known_since(one) for one in known if not paid(one)]
    if not beginnings:
        return ()
    first = max(since, min(beginnings))
    horizon = today + timedelta(days=ahead)
    found = gaps(periods, Period(first, date.max))
    return tuple(
        IncomeGap(first=g.first, until=None if g.last == date.max else g.last, ahead=g.first > today)
        for g in found
        if g.first <= horizon
    )


def _known_since(income: IncomePeriod) -> date:
    """From when a period that pays nothing says that there is nothing: an application from its own day."""
    if income.source is IncomeSource.NONE:
        return income.from_date
    return min(since for _state, since in _changes(income))


def gap_now(gaps_found: Iterable[IncomeGap], today: date) -> IncomeGap | None:
    """The gap that goes on or comes next; None when money is known for the time ahead."""
    return next((gap for gap in gaps_found if not gap.is_over(today)), None)


def months_in_public_support(incomes: Iterable[IncomePeriod], start: date) -> int:
    """Whole months in public support up to the start of an enrolment (E16).

    Breaks of at most a month are looked past; parental benefit, wages and studies are not public support (B.10).
    """
    periods = merged(part for one in incomes if one.source in PUBLIC_SUPPORT for part in paid(one))
    before = [part for one in periods if one.first < start and (part := clipped(one, Period(one.first, start - _DAY)))]
    if not before or _breaks_off(before[-1].last, start):
        return 0
    first = before[-1].first
    for one in reversed(before[:-1]):
        if _breaks_off(one.last, first):
            break
        first = one.first
    return _whole_months(first, before[-1].last + _DAY)


def _breaks_off(last: date, following: date) -> bool:
    """Whether more than a month lies between a last day and the next first one."""
    return add_months(last, 1) + _DAY < following


def _whole_months(first: date, until: date) -> int:
    months = (until.year - first.year) * 12 + until.month - first.month
    return months if add_months(first, months) <= until else months - 1
