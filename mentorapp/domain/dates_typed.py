"""Dates and times as people type them (i dag, ons, 25/11, om 3 dagar) turned into dates, in Swedish and in English."""

import re
from calendar import monthrange
from datetime import date, time, timedelta
from enum import StrEnum

from .calendar import add_months
from .errors import InputError

_MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "february"),
    ("mars", "mar", "march"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augusti", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_WEEKDAYS = (
    ("måndag", "mån", "må", "monday", "mon"),
    ("tisdag", "tis", "ti", "tuesday", "tue"),
    ("onsdag", "ons", "on", "wednesday", "wed"),
    ("torsdag", "tors", "tor", "to", "thursday", "thu"),
    ("fredag", "fre", "fr", "friday", "fri"),
    ("lördag", "lör", "lö", "saturday", "sat"),
    ("söndag", "sön", "sö", "sunday", "sun"),
)
_DAYS = {
    "i dag": 0, "idag": 0, "today": 0,
    "i morgon": 1, "imorgon": 1, "tomorrow": 1,
    "i övermorgon": 2, "övermorgon": 2, "iövermorgon": 2,
    "i går": -1, "igår": -1, "yesterday": -1,
    "i förrgår": -2, "förrgår": -2, "iförrgår": -2,
}  # fmt: skip
_COUNTS = {"en": 1, "ett": 1, "a": 1, "one": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4}
_UNITS = {
    "dag": "d", "dagar": "d", "day": "d", "days": "d", "d": "d",
    "vecka": "w", "veckor": "w", "week": "w", "weeks": "w", "v": "w",
    "månad": "m", "månader": "m", "month": "m", "months": "m", "mån": "m",
}  # fmt: skip
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_WEEKDAY_OF = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
_SLASHED = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})(?:[\s/.,-]+(\d{4}|\d\d))?\.?")
_NAMED = re.compile(r"(?:den\s+)?(\d{1,2})(?::?[ae]|st|nd|rd|th|\.)?\s+([a-zåäö]+)\.?(?:,?\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"([a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_DAY_ONLY = re.compile(r"(?:den\s+|the\s+)?(\d{1,2})(?::?[ae]|st|nd|rd|th)?")
_SIGNED = re.compile(r"([+-])\s*(\d{1,3})\s*([a-zåäö]*)")
_AHEAD = re.compile(r"(?:om|in)\s+(\w+)\s+([a-zåäö]+)")
_AGO = re.compile(r"(?:för\s+)?(\w+)\s+([a-zåäö]+)\s+(?:sedan|sen|ago)")
_TIME = re.compile(r"(?:\s+|^)(?:(?:kl|klockan|at)\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)$")
_CLOCK_HOUR = re.compile(r"(?:\s+|^)(?:kl|klockan|at)\.?\s*([01]?\d|2[0-3])$")


class Lean(StrEnum):
    """Which year or week is meant when none is typed: what comes, what was, or whichever is nearer."""

    AHEAD = "ahead"
    BACK = "back"
    NEAREST = "nearest"


def parse_day(typed: str, today: date, lean: Lean = Lean.NEAREST) -> date:
    """The date that was typed.

    Raises InputError on `date`: `date_impossible` (31 November), `date_unreadable` (anything else that is no date).
    A two-figure year lies in 2000 to 2099; a weekday is today's when it is that day.
    """
    text = _without_weekday(" ".join(typed.strip().lower().split()))
    for reading in (_by_word, _by_figures, _by_month_name, _by_distance):
        found = reading(text, today, lean)
        if found is not None:
            return found
    raise InputError("date", "date_unreadable")


def parse_when(typed: str, today: date, lean: Lean = Lean.NEAREST) -> tuple[date, time | None]:
    """A date with or without a time after it: `i dag 10.30`, `25/11 kl 9`. A time alone is today's."""
    text = typed.strip().lower()
    at: time | None = None
    if match := _TIME.search(text):
        at = time(int(match[1]), int(match[2]))
    elif match := _CLOCK_HOUR.search(text):
        at = time(int(match[1]))
    rest = text[: match.start()].strip() if match else text
    return (today if match and not rest else parse_day(rest, today, lean)), at


def _without_weekday(text: str) -> str:
    """`ons 2 dec` is how a date is shown, so it must be possible to type: the day and the month decide."""
    weekday, _, rest = text.partition(" ")
    return rest if weekday in _WEEKDAY_OF and rest[:1].isdigit() else text


def _by_word(text: str, today: date, lean: Lean) -> date | None:
    if text in _DAYS:
        return today + timedelta(days=_DAYS[text])
    first, _, word = text.rpartition(" ")
    weekday = _WEEKDAY_OF.get(word)
    if weekday is None and word.endswith("s"):  # i måndags
        weekday = _WEEKDAY_OF.get(word[:-1])
        lean = Lean.BACK
    if weekday is None or first not in ("", "på", "i", "on", "nästa", "next", "förra", "last"):
        return None
    if first in ("nästa", "next", "på", "on"):
        return _weekday(weekday, today + timedelta(days=1), Lean.AHEAD)
    if first in ("förra", "last", "i"):
        return _weekday(weekday, today - timedelta(days=1), Lean.BACK)
    return _weekday(weekday, today, lean)


def _weekday(weekday: int, today: date, lean: Lean) -> date:
    """A weekday without more words is the coming one, unless what was is meant."""
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead - 7 if lean is Lean.BACK and ahead else ahead)


def _by_figures(text: str, today: date, lean: Lean) -> date | None:
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SIX.fullmatch(text):
        return _date(2000 + int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHED.fullmatch(text):
        return _day_in_month(int(match[1]), int(match[2]), match[3], today, lean)
    if match := _DAY_ONLY.fullmatch(text):
        return _nearest_month(int(match[1]), today, lean)
    return None


def _by_month_name(text: str, today: date, lean: Lean) -> date | None:
    if (match := _NAMED.fullmatch(text)) and match[2] in _MONTH_OF:
        return _day_in_month(int(match[1]), _MONTH_OF[match[2]], match[3], today, lean)
    if (match := _NAMED_FIRST.fullmatch(text)) and match[1] in _MONTH_OF:
        return _day_in_month(int(match[2]), _MONTH_OF[match[1]], match[3], today, lean)
    return None


def _by_distance(text: str, today: date, _lean: Lean) -> date | None:
    if match := _SIGNED.fullmatch(text):
        sign, count, unit = (1 if match[1] == "+" else -1), int(match[2]), match[3] or "d"
    elif match := _AHEAD.fullmatch(text):
        sign, count, unit = 1, _count(match[1]), match[2]
    elif match := _AGO.fullmatch(text):
        sign, count, unit = -1, _count(match[1]), match[2]
    else:
        return None
    kind = _UNITS.get(unit)
    if kind is None or count < 0 or count > 999:
        return None
    if kind == "m":
        return add_months(today, sign * count)
    return today + timedelta(days=sign * count * (7 if kind == "w" else 1))


def _count(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else _COUNTS.get(word, -1)


def _day_in_month(day: int, month: int, year: str | None, today: date, lean: Lean) -> date:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]):
        raise _impossible(day, month)
    years = range(today.year - 8, today.year + 9)  # eight years always hold a leap day
    possible = [date(y, month, day) for y in years if day <= monthrange(y, month)[1]]
    return _choose(possible, today, lean)


def _nearest_month(day: int, today: date, lean: Lean) -> date:
    """A day alone: of the month that makes it come next, or lie nearest behind."""
    if not 1 <= day <= 31:
        raise InputError("date", "date_unreadable")
    firsts = [add_months(today.replace(day=1), n) for n in range(-2, 3)]
    possible = [f.replace(day=day) for f in firsts if day <= monthrange(f.year, f.month)[1]]
    return _choose(possible, today, lean)


def _choose(possible: list[date], today: date, lean: Lean) -> date:
    if lean is Lean.AHEAD:
        return min(d for d in possible if d >= today)
    if lean is Lean.BACK:
        return max(d for d in possible if d <= today)
    return min(possible, key=lambda d: (abs(d - today), d < today))


def _date(year: int, month: int, day: int) -> date:
    if not 1 <= year <= 9999:
        raise InputError("date", "date_unreadable")
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        raise _impossible(day, month, year)
    return date(year, month, day)


def _impossible(day: int, month: int, year: int = 2024) -> InputError:
    """The sentence that says where the month ends; a leap year when no year was typed."""
    if not 1 <= month <= 12:
        return InputError("date", "month_impossible", month=month)
    return InputError("date", "date_impossible", day=day, month=month, last=monthrange(year, month)[1])
