"""Dates and times as a person would write them, in the language of the texts."""

from datetime import date, time

from .texts import Texts


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


def time_of_day(texts: Texts, at: time) -> str:
    """13.00 in Swedish, 13:00 in English."""
    return at.strftime(texts("calendar.time_format"))
