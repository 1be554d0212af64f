"""Words at the border: keys in, Swedish or English out. The core below knows keys only."""

from .dates import day_and_month, full_date, long_date, short_date, short_weekday_date, time_of_day
from .second import SECOND_LANGUAGES, SecondLanguage, second_of
from .texts import LANGUAGES, Texts

__all__ = [
    "LANGUAGES",
    "SECOND_LANGUAGES",
    "SecondLanguage",
    "Texts",
    "day_and_month",
    "full_date",
    "long_date",
    "second_of",
    "short_date",
    "short_weekday_date",
    "time_of_day",
]
