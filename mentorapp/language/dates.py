"""Dates and times as a person would write them, in the language of the texts."""

from datetime import date, time

from .texts import Texts

_NEAR_DAYS = 180


def day_and_month(texts: Texts, day: date) -> str:
    """25 november."""
    return texts("calendar.day_month", day=day.day, month=texts(f"calendar.month_{day.month}"))


def full_date(texts: Texts, day: date) -> str:
    """25 november 2026."""
    return f"{day_and_month(texts, day)} {day.year}"


def long_date(texts: Texts, day: date) -> str:
    """onsdag 25 november."""
    return f"{texts(f'calendar.weekday_{day.isoweekday()}')} {day_and_month(texts, day)}"


def short_date(texts: Texts, day: date) -> str:
    """25 nov."""
    return texts("calendar.day_month", day=day.day, month=texts(f"calendar.mon_{day.month}"))


def short_weekday_date(texts: Texts, day: date) -> str:
    """ons 25 nov."""
    return f"{texts(f'calendar.wd_{day.isoweekday()}')} {short_date(texts, day)}"


def day_said(texts: Texts, day: date, today: date) -> str:
    """12 nov; with the year when it is far away."""
    words = short_date(texts, day)
    return words if _is_near(day, today) else f"{words} {day.year}"


def day_in_full(texts: Texts, day: date, today: date) -> str:
    """12 november; with the year when it is far away."""
    return day_and_month(texts, day) if _is_near(day, today) else full_date(texts, day)


def time_of_day(texts: Texts, at: time) -> str:
    """13.00 in Swedish, 13:00 in English."""
    return at.strftime(texts("calendar.time_format"))


def _is_near(day: date, today: date) -> bool:
    return day.year == today.year or abs((day - today).days) < _NEAR_DAYS
