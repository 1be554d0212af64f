"""Birthdays at which something changes: 18, 20, 25 and 30. Worked out from the local date, never stored.

A leap-day birthday counts on 28 February in other years (F 40), so every such birthday has a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .calendar import birthday_in, days_between

MAJORITY = 18
AGE_LIMITS = (MAJORITY, 20, 25, 30)
"""The guardian's role ends; the youth duty ends; the upper ages of programmes and benefits."""


@dataclass(frozen=True, slots=True)
class ComingBirthday:
    """`age` is reached on `on`, so many days from today; 0 is today."""

    age: int
    on: date
    days: int


def day_of_turning(birth_date: date, age: int) -> date:
    """The day on which that age is reached."""
    return birthday_in(birth_date, birth_date.year + age)


def birthdays_ahead(birth_date: date | None, ages: Iterable[int], today: date) -> tuple[ComingBirthday, ...]:
    """Those of the ages that are reached today or later, the nearest first; none when the birth date is not known."""
    if birth_date is None:
        return ()
    days = sorted((day_of_turning(birth_date, age), age) for age in set(ages))
    return tuple(ComingBirthday(age, day, days_between(today, day)) for day, age in days if day >= today)
