"""Stretches of time with a first and a last day: their order, their overlaps and the gaps between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .errors import InputError

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def check_order(field: str, first: date | None, last: date | None) -> None:
    """Refuses a last day before the first."""
    if first is not None and last is not None and last < first:
        raise InputError(field, "ends_before_start")


def check_not_future(field: str, day: date | None, today: date) -> None:
    if day is not None and day > today:
        raise InputError(field, "date_in_future")


def check_after_birth(field: str, day: date | None, birth_date: date | None) -> None:
    if day is not None and birth_date is not None and day < birth_date:
        raise InputError(field, "before_birth")


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The days that any period covers, as few periods as possible, oldest first."""
    found: list[Period] = []
    for period in sorted(periods):
        if found and period.first <= _after(found[-1].last):
            found[-1] = Period(found[-1].first, max(found[-1].last, period.last))
        else:
            found.append(period)
    return tuple(found)


def gaps(periods: Iterable[Period], within: Period) -> tuple[Period, ...]:
    """The stretches of `within` that no period covers, oldest first."""
    found, at = [], within.first
    for period in merged(periods):
        if period.last < at:
            continue
        if period.first > within.last:
            break
        if period.first > at:
            found.append(Period(at, period.first - _DAY))
        if period.last >= within.last:
            return tuple(found)
        at = _after(period.last)
    return (*found, Period(at, within.last))


def clipped(period: Period, within: Period) -> Period | None:
    """What of a period lies inside another; None when nothing does."""
    first, last = max(period.first, within.first), min(period.last, within.last)
    return Period(first, last) if first <= last else None


def _after(day: date) -> date:
    """The next day; `date.max` stands for "no end" and has none."""
    return day if day == date.max else day + _DAY
