"""Days and hours as they are said from where one stands: i går, 6 dagar sedan, i morgon, om en timme."""

from datetime import date, datetime, timedelta

from mentorapp.domain.calendar import days_between

from .dates import day_and_month, full_date
from .texts import Texts

_NAMED_DAYS = 3
_COUNTED_DAYS = 60
_DAYS_A_MONTH = 30.44
_COUNTED_MONTHS = 23
_FULL_DATE_AFTER = 300
_COUNTED_MINUTES = 50
_COUNTED_HOURS = 12


def capital(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def ago(texts: Texts, day: date, today: date) -> str:
    """i dag, i går, i måndags, 6 dagar sedan, 3 månader sedan. A day to come is said as `ahead` says it."""
    days = days_between(day, today)
    if days < 0:
        return ahead(texts, day, today)
    if days <= 1:
        return texts("relative.today" if days == 0 else "relative.yesterday")
    if days <= _NAMED_DAYS:
        return texts(f"relative.last_weekday_{day.isoweekday()}")
    return span_ago(texts, days)


def span_ago(texts: Texts, days: int) -> str:
    """So many days, months or years back, without naming the day."""
    if days <= _COUNTED_DAYS:
        return texts("relative.days_ago", count=days)
    months = round(days / _DAYS_A_MONTH)
    if months <= _COUNTED_MONTHS:
        return texts("relative.months_ago", count=months)
    return texts("relative.years_ago", count=round(months / 12))


def ahead(texts: Texts, day: date, today: date) -> str:
    """i dag, i morgon, 3 december; the year is said when it is far away. A day that was is said as a date."""
    days = days_between(today, day)
    if days in (0, 1):
        return texts("relative.today" if days == 0 else "relative.tomorrow")
    if days == -1:
        return texts("relative.yesterday")
    return day_and_month(texts, day) if abs(days) <= _FULL_DATE_AFTER else full_date(texts, day)


def in_days(texts: Texts, days: int) -> str:
    """i dag, i morgon, om 35 dagar."""
    if days <= 1:
        return texts("relative.today" if days <= 0 else "relative.tomorrow")
    return texts("relative.in_days", count=days)


def in_time(texts: Texts, at: datetime, now: datetime) -> str:
    """nu, om 20 minuter, om en timme, om två timmar; empty for what has been or is more than half a day away."""
    minutes = round((at - now) / timedelta(minutes=1))
    if minutes < 0:
        return ""
    if minutes <= 2:
        return texts("relative.now")
    if minutes <= _COUNTED_MINUTES:
        return texts("relative.in_minutes", count=minutes)
    hours = (minutes + 20) // 60 or 1
    return texts(f"relative.in_hours_{hours}") if hours <= _COUNTED_HOURS else ""
