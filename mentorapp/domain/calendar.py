"""Dates, ages and the clock. Ages are computed on a date, never stored."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where the program takes its time from; tests hand in their own."""

    def now(self) -> datetime:
        """The time now, with time zone UTC."""

    def today(self) -> date:
        """The local date."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()


def age_on(birth_date: date, day: date) -> int:
    """Whole years on `day`. A leap-day birthday counts on 28 February in other years (F.40)."""
    return day.year - birth_date.year - (day < birthday_in(birth_date, day.year))


def birthday_in(birth_date: date, year: int) -> date:
    """The birthday of that year; 28 February for a leap-day birthday in a common year."""
    return birth_date.replace(year=year, day=min(birth_date.day, monthrange(year, birth_date.month)[1]))


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def days_between(earlier: date, later: date) -> int:
    return (later - earlier).days


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
