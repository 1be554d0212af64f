"""The mentor's work days: on a day off nothing new speaks up on Idag; it waits until the mentor is back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .profile import WEEKDAYS, MentorProfile

_LONGEST = 366


@dataclass(frozen=True, slots=True)
class WorkDays:
    """ISO weekdays, and holidays as (first day, last day). Without any weekday chosen every day is one of work."""

    weekdays: tuple[int, ...] = WEEKDAYS
    holidays: tuple[tuple[date, date], ...] = ()

    def holds(self, day: date) -> bool:
        """Whether the mentor is at work on that day."""
        return (not self.weekdays or day.isoweekday() in self.weekdays) and not self.is_holiday(day)

    def is_holiday(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.holidays)

    def latest(self, day: date) -> date:
        """The day itself or the last day of work before it; the day itself where there is none within a year."""
        return self._seek((day - timedelta(days=n) for n in range(_LONGEST)), day)

    def after(self, day: date) -> date:
        """The first day of work after a day."""
        return self._seek((day + timedelta(days=n) for n in range(1, _LONGEST)), day + timedelta(days=1))

    def next_week(self, day: date) -> date:
        """The first day of work from the Monday to come."""
        sunday = day + timedelta(days=7 - day.isoweekday())
        return self.after(sunday)

    def holidays_between(self, after: date, until: date) -> int:
        """How many days of holiday there are after one day, up to and with another. Days that are free anyway count
        too: they are what a limit in calendar days has counted."""
        days = range(1, (until - after).days + 1) if self.holidays else range(0)
        return sum(self.is_holiday(after + timedelta(days=n)) for n in days)

    def _seek(self, days: Iterable[date], otherwise: date) -> date:
        return next((day for day in days if self.holds(day)), otherwise)


EVERY_DAY = WorkDays(weekdays=())


def work_days(profile: MentorProfile) -> WorkDays:
    return WorkDays(profile.work_days, profile.holidays)
