"""Days of the sample people: all are counted from the day of the demo, so that the set never grows old."""

import re
from datetime import UTC, date, datetime, time, timedelta

from mentorapp.domain.calendar import add_months
from mentorapp.language import Texts

_NOON = time(11, 58)
_EVENING = time(17, 40)
_WEEKDAY = re.compile(r"\{weekday:(-?\d+)\}")


class DayClock:
    """A clock that stands still: two minutes to twelve, local time, on the day of the demo."""

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        return datetime.combine(self._day, _NOON).astimezone(UTC)

    def today(self) -> date:
        return self._day


class Days:
    """Offsets of the sample files as dates."""

    def __init__(self, day: date, now: datetime) -> None:
        self.day = day
        self._now = now
        self._texts = Texts("sv")

    def at(self, offset: int) -> date:
        return self.day + timedelta(days=offset)

    def maybe(self, offset: int | None) -> date | None:
        return None if offset is None else self.at(offset)

    def birth(self, years: int, on: int) -> date:
        """Born so that the person turns `years` on that day."""
        return add_months(self.at(on), -12 * years)

    def written(self, offset: int, late: int) -> datetime:
        """When a note was written: the same evening, or `late` days after; never later than now."""
        evening = datetime.combine(self.at(offset + late), _EVENING).astimezone(UTC)
        return min(evening, self._now)

    def worded(self, text: str) -> str:
        """The text with `{weekday:6}` as the name of that day."""
        return _WEEKDAY.sub(lambda found: self._weekday(int(found[1])), text)

    def _weekday(self, offset: int) -> str:
        return self._texts(f"calendar.weekday_{self.at(offset).isoweekday()}")


def clock_time(written: str | None) -> time | None:
    """10.30 as a time."""
    if written is None:
        return None
    hour, minute = written.split(".")
    return time(int(hour), int(minute))
