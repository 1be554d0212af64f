"""Stays on levels and rests between: what may stand beside what, how long a level is planned, which way it went.

A stay is half-open, [entered, left); a pause has a first and a last day. A planned length is a help, never a limit:
nothing here tells that somebody has been enrolled for too long (P22).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from .calendar import days_between
from .closing import AfterSupport
from .enrolments import STARTED, EnrolmentStatus, LevelEntry, Pause
from .errors import InputError
from .periods import check_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the stays and pauses of an enrolment must lie within. Closed, none of them is open."""

    started_on: date | None
    closed_on: date | None
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """How many moves along a ladder went forward, stood still (the level begun anew) and went back (P20)."""

    forward: int = 0
    still: int = 0
    back: int = 0


def check_stays(stays: Iterable[LevelEntry], bounds: Bounds, *, exclusive: bool) -> None:
    """Refuses stays outside the enrolment, and two at a time: of any level, or of the same where stages overlap."""
    in_order = sorted(stays, key=lambda one: (one.entered_on, one.left_on or date.max))
    for stay in in_order:
        _check_stay(stay, bounds)
    for group in [in_order] if exclusive else _by_level(in_order):
        for one, following in pairwise(group):
            if one.left_on is None or one.left_on > following.entered_on:
                raise InputError("entered_on", "level_overlaps")


def _check_stay(stay: LevelEntry, bounds: Bounds) -> None:
    if stay.entered_on > bounds.today:
        raise InputError("entered_on", "level_in_future")
    if bounds.started_on and stay.entered_on < bounds.started_on:
        raise InputError("entered_on", "level_before_start")
    check_order("left_on", stay.entered_on, stay.left_on)
    last = bounds.closed_on or bounds.today
    if stay.left_on is not None and stay.left_on > last:
        raise InputError("left_on", "level_after_close" if bounds.closed_on else "level_in_future")
    if bounds.closed_on and stay.left_on is None:
        raise InputError("left_on", "level_after_close")


def _by_level(stays: Sequence[LevelEntry]) -> list[list[LevelEntry]]:
    return [[one for one in stays if one.level_id == level] for level in {one.level_id for one in stays}]


def check_pauses(pauses: Iterable[Pause], bounds: Bounds) -> None:
    """Refuses a pause outside the enrolment, one that is still ahead, and two at a time."""
    in_order = sorted(pauses, key=lambda one: one.from_date)
    for pause in in_order:
        if bounds.started_on and pause.from_date < bounds.started_on:
            raise InputError("from_date", "pause_before_start")
        if pause.from_date > bounds.today:
            raise InputError("from_date", "pause_in_future")
        check_order("to_date", pause.from_date, pause.to_date)
        if bounds.closed_on and (pause.to_date is None or pause.to_date > bounds.closed_on):
            raise InputError("to_date", "pause_after_close")
    for one, following in pairwise(in_order):
        if one.to_date is None or one.to_date >= following.from_date:
            raise InputError("from_date", "pause_overlaps")


def pause_on(pauses: Iterable[Pause], day: date) -> Pause | None:
    """The pause that holds on a day."""
    return next((p for p in pauses if p.from_date <= day and (p.to_date is None or day <= p.to_date)), None)


def standing(
    status: EnrolmentStatus, pauses: Sequence[Pause], given: Sequence[AfterSupport], today: date
) -> EnrolmentStatus:
    """The status of a started enrolment on a day. A pause whose last day has passed is over without being ended.

    A status that came without its pause or after-support, from before those were written down, stays what it is.
    """
    if status not in STARTED:
        return status
    if pause_on(pauses, today) or (status is EnrolmentStatus.PAUSED and not pauses):
        return EnrolmentStatus.PAUSED
    if any(one.ended_on is None for one in given) or (status is EnrolmentStatus.AFTER_SUPPORT and not given):
        return EnrolmentStatus.AFTER_SUPPORT
    return EnrolmentStatus.ACTIVE


def planned_end(entered_on: date, weeks: int | None, pauses: Iterable[Pause], today: date) -> date | None:
    """The first day after the planned weeks; each day of a pause on the way moves it by one (P13)."""
    if weeks is None:
        return None
    end = entered_on + timedelta(weeks=weeks)
    for pause in sorted(pauses, key=lambda one: one.from_date):
        first, last = max(pause.from_date, entered_on), pause.to_date or today
        if first < end and first <= last:
            end += timedelta(days=days_between(first, last) + 1)
    return end


def level_week(entered_on: date, day: date, pauses: Iterable[Pause]) -> int:
    """The week of a stay on a day, from 1; days of a pause are not counted."""
    rested = sum(_rested(pause, entered_on, day) for pause in pauses)
    return max(0, days_between(entered_on, day) - rested) // 7 + 1


def _rested(pause: Pause, first: date, before: date) -> int:
    """Days of the pause from `first` up to but not on `before`."""
    start, end = (
        max(pause.from_date, first),
        min(pause.to_date + timedelta(days=1) if pause.to_date else before, before),
    )
    return max(0, days_between(start, end))


def moves(orders: Sequence[int]) -> Moves:
    """Every move of one enrolment, given the orders of its levels, oldest first."""
    steps = [following - one for one, following in pairwise(orders)]
    return Moves(
        forward=sum(step > 0 for step in steps),
        still=sum(step == 0 for step in steps),
        back=sum(step < 0 for step in steps),
    )


def moved(ladders: Iterable[Sequence[int]]) -> Moves:
    """Enrolments by where they stand against where they began: forward, still and back, each enrolment once (P20)."""
    ways = [orders[-1] - orders[0] for orders in ladders if orders]
    return Moves(
        forward=sum(way > 0 for way in ways), still=sum(way == 0 for way in ways), back=sum(way < 0 for way in ways)
    )


def highest_reached(orders: Iterable[int]) -> int | None:
    """The highest level ever entered; a move back does not take it away (F16)."""
    return max(orders, default=None)
