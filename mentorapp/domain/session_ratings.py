"""ORS and SRS from the mentor's own licensed paper form: totals, limits and what may be said of them (I1 to I3).

No word of the instruments is here or anywhere in the program: lines have numbers. The limits are settings of the store;
what stands here is what is shipped, with where it comes from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from .calendar import age_on
from .scale_changes import Trend

ORS, SRS = "ors", "srs"
LINES = ("line_1", "line_2", "line_3", "line_4")
TOTAL_MAX = Decimal(40)
BEST_OF_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLimits:
    """In centimetres of total. Sources, as far as they are known: adult cut-off 25 and change 5 from a secondary source
    (Hiboop); 28 for 13 to 17 years is the author's judgement, to be checked in the licensed manual; SRS 36 from a
    support article of OpenFIT. No Swedish norms exist. Settings of the store, which may say otherwise."""

    ors_cut_off_adult: Decimal = Decimal("25.0")
    ors_cut_off_young: Decimal = Decimal("28.0")
    adult_from: int = 18
    reliable_change: Decimal = Decimal("5.0")
    srs_limit: Decimal = Decimal("36.0")


SHIPPED = SessionLimits()


@dataclass(frozen=True, slots=True)
class Total:
    """The total of one form with all four lines, in centimetres 0 to 40.0."""

    on: date
    value: Decimal


class RatingSign(StrEnum):
    """What a form gives reason to ask about; the facts only, never a judgement."""

    ORS_FALLEN = "ors_fallen"
    ORS_BELOW_BEST = "ors_below_best"
    SRS_LOW = "srs_low"
    SRS_FALLEN = "srs_fallen"


@dataclass(frozen=True, slots=True)
class Sign:
    """`before` is what it is held against: the form before, or the best of the last 90 days; None for a plain limit."""

    sign: RatingSign
    at: Total
    before: Total | None = None


def cut_off(limits: SessionLimits, birth_date: date | None, on: date) -> Decimal:
    """By the age on the day of the rating; without a birth date the adult one."""
    if birth_date is not None and age_on(birth_date, on) < limits.adult_from:
        return limits.ors_cut_off_young
    return limits.ors_cut_off_adult


def is_below(total: Decimal, limit: Decimal) -> bool:
    """Below a limit, not at it: 36.0 is not below 36."""
    return total < limit


def reliable(first: Decimal, last: Decimal, limits: SessionLimits = SHIPPED) -> Trend:
    """A change of exactly 5.0 counts, one of 4.9 does not."""
    if last - first >= limits.reliable_change:
        return Trend.UP
    return Trend.DOWN if first - last >= limits.reliable_change else Trend.SAME


def crossed(first: Total, last: Total, limits: SessionLimits, birth_date: date | None) -> bool:
    """Begun below the cut-off and now at it or above, each by the age on its own day (E.2 table 9)."""
    begun_below = is_below(first.value, cut_off(limits, birth_date, first.on))
    return begun_below and not is_below(last.value, cut_off(limits, birth_date, last.on))


def ors_signs(totals: Sequence[Total], limits: SessionLimits = SHIPPED) -> tuple[Sign, ...]:
    """Of the newest ORS, oldest first in `totals`: fallen from the one before, or from the best of 90 days (C.0)."""
    if len(totals) < 2:
        return ()
    newest, before = totals[-1], totals[-2]
    if reliable(before.value, newest.value, limits) is Trend.DOWN:
        return (Sign(RatingSign.ORS_FALLEN, newest, before),)
    recent = [one for one in totals[:-1] if newest.on - one.on <= timedelta(days=BEST_OF_DAYS)]
    best = max(recent, key=lambda one: one.value, default=None)
    if best is not None and reliable(best.value, newest.value, limits) is Trend.DOWN:
        return (Sign(RatingSign.ORS_BELOW_BEST, newest, best),)
    return ()


def srs_signs(totals: Sequence[Total], limits: SessionLimits = SHIPPED) -> tuple[Sign, ...]:
    """Of the newest SRS: below its limit, or fallen by as much as counts; both may hold."""
    if not totals:
        return ()
    found = []
    newest = totals[-1]
    if is_below(newest.value, limits.srs_limit):
        found.append(Sign(RatingSign.SRS_LOW, newest, totals[-2] if len(totals) > 1 else None))
    if len(totals) > 1 and reliable(totals[-2].value, newest.value, limits) is Trend.DOWN:
        found.append(Sign(RatingSign.SRS_FALLEN, newest, totals[-2]))
    return tuple(found)
