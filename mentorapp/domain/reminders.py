"""What is due today, computed and never stored: the rules of C.0 that the first entities can answer.

Wording is another matter: here are facts (days, limits, dates) without a word of blame.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from .calendar import days_between, week_number_since
from .enrolments import EnrolmentStatus
from .plans import Commitment, Who
from .sessions import SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Days since the last held two-way contact after which "hör av dig" shows a person. Settings of the store."""

    first_level: int
    otherwise: int
    after_support: int
    paused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who a row is about; `name` is shown only when names are."""

    mentee_id: UUID
    name: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A booked contact of the day, or one that has passed without being written up."""

    session_id: UUID
    person: Person
    kind: SessionKind
    on: date
    at: time | None
    duration_min: int | None
    place: str
    with_interpreter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a person stands, as the contact rule needs to know it. `level_order` is the current level's, from 1."""

    person: Person
    status: EnrolmentStatus
    started_on: date | None
    level_order: int | None
    level_since: date | None
    level_weeks: int | None
    interval_days: int | None
    last_contact_on: date | None
    attempts_since: int
    next_booked_on: date | None
    review_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """So many days without a held two-way contact. `days` counts from the start where there was none at all."""

    person: Person
    days: int
    limit: int
    attempts: int
    paused: bool
    never: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEnding:
    """Week `week` of `weeks` on a level."""

    person: Person
    level_order: int
    week: int
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue:
    person: Person
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An open commitment with whom it is about."""

    person: Person
    commitment: Commitment

    @property
    def is_mine(self) -> bool:
        return self.commitment.who is Who.MENTOR


_RULED = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.AFTER_SUPPORT, EnrolmentStatus.PAUSED})
PROMISE_DAYS_AHEAD = 7
REVIEW_DAYS_AHEAD = 7


def limit_for(standing: Standing, limits: Limits) -> int:
    """The one rule for how long a silence may last; a programme's own interval comes before the general one."""
    if standing.status is EnrolmentStatus.PAUSED:
        return limits.paused
    if standing.status is EnrolmentStatus.AFTER_SUPPORT:
        return limits.after_support
    if standing.interval_days is not None:
        return standing.interval_days
    return limits.first_level if standing.level_order == 1 else limits.otherwise


def silences(standings: Iterable[Standing], limits: Limits, today: date) -> tuple[Silence, ...]:
    """Whom the mentor has not heard from for longer than the limit, the longest silence first."""
    found = [s for s in (_silence(one, limits, today) for one in standings) if s is not None]
    return tuple(sorted(found, key=lambda s: s.days, reverse=True))


def _silence(standing: Standing, limits: Limits, today: date) -> Silence | None:
    since = standing.last_contact_on or standing.started_on
    if standing.status not in _RULED or since is None:
        return None
    days, limit = days_between(since, today), limit_for(standing, limits)
    if days <= limit:
        return None
    return Silence(
        person=standing.person,
        days=days,
        limit=limit,
        attempts=standing.attempts_since,
        paused=standing.status is EnrolmentStatus.PAUSED,
        never=standing.last_contact_on is None,
    )


def phases_ending(standings: Iterable[Standing], today: date) -> tuple[PhaseEnding, ...]:
    """Levels with a planned length that are in their last two weeks or past them (week 7 of 8 and on)."""
    found = []
    for standing in standings:
        if standing.status is EnrolmentStatus.ACTIVE and standing.level_since and standing.level_weeks:
            week = week_number_since(standing.level_since, today)
            if week >= standing.level_weeks - 1 and standing.level_order is not None:
                found.append(
                    PhaseEnding(
                        person=standing.person,
                        level_order=standing.level_order,
                        week=week,
                        weeks=standing.level_weeks,
                    )
                )
    return tuple(found)


def reviews_due(standings: Iterable[Standing], today: date) -> tuple[ReviewDue, ...]:
    """Plans to follow up within a week, or earlier than today."""
    due = (s for s in standings if s.review_on and days_between(today, s.review_on) <= REVIEW_DAYS_AHEAD)
    found = [ReviewDue(person=s.person, on=s.review_on) for s in due if s.review_on and s.status in _RULED]
    return tuple(sorted(found, key=lambda r: r.on))


def promises_due(promises: Iterable[Promise], today: date) -> tuple[Promise, ...]:
    """Open promises of the coming week and earlier: the mentor's own first, then others' whose day has come."""
    mine = [p for p in promises if p.is_mine and _within(p, today, PROMISE_DAYS_AHEAD)]
    others = [p for p in promises if not p.is_mine and _within(p, today, 0)]
    return tuple(sorted(mine, key=_day) + sorted(others, key=_day))


def _within(promise: Promise, today: date, ahead: int) -> bool:
    by = promise.commitment.by
    return promise.is_mine if by is None else days_between(today, by) <= ahead


def _day(promise: Promise) -> date:
    return promise.commitment.by or date.max
