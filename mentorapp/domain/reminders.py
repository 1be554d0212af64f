"""What is due today, computed and never stored: the rules of C.0 that the first entities can answer.

Wording is another matter: here are facts (days, limits, dates) without a word of blame.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from .calendar import days_between
from .enrolments import EnrolmentStatus, Pause
from .plans import Commitment, Who
from .sessions import SessionKind
from .stays import level_week, planned_end
from .work_days import EVERY_DAY, WorkDays


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Days since the last held two-way contact after which "hör av dig" shows a person. Settings of the store."""

    first_level: int
    otherwise: int
    after_support: int
    paused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who a row is about; `name` is shown only when names are, and of a protected person never (F5)."""

    mentee_id: UUID
    name: str
    alias: str
    protected: bool = False


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
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """So many days without a held two-way contact. `days` counts from the start where there was none at all."""

    person: Person
    days: int
    limit: int
    attempts: int
    paused: bool
    never: bool
    since: date | None = None

    @property
    def subject(self) -> str:
        """What is put away when this is: the silence since that day."""
        return "" if self.since is None else self.since.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEnding:
    """Week `week` of `weeks` on a level, weeks of rest not counted."""

    person: Person
    level_order: int
    week: int
    weeks: int
    since: date

    @property
    def subject(self) -> str:
        return self.since.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue:
    person: Person
    on: date

    @property
    def subject(self) -> str:
        return self.on.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An open commitment with whom it is about, and how to reach the contact who has made it."""

    person: Person
    commitment: Commitment
    phone: str = ""

    @property
    def subject(self) -> str:
        """A promise that is moved to another day is another occasion."""
        return f"{self.commitment.id}{self.commitment.by or ''}"

    @property
    def is_mine(self) -> bool:
        return self.commitment.who is Who.MENTOR


_RULED = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.AFTER_SUPPORT, EnrolmentStatus.PAUSED})
PROMISE_DAYS_AHEAD = 7
REVIEW_DAYS_AHEAD = 7
PHASE_DAYS_AHEAD = 14
"""Two weeks before the end of a level of eight weeks it is in week 7 of 8."""


def limit_for(standing: Standing, limits: Limits) -> int:
    """The one rule for how long a silence may last; a programme's own interval comes before the general one."""
    if standing.status is EnrolmentStatus.PAUSED:
        return limits.paused
    if standing.status is EnrolmentStatus.AFTER_SUPPORT:
        return limits.after_support
    if standing.interval_days is not None:
        return standing.interval_days
    return limits.first_level if standing.level_order == 1 else limits.otherwise


def silences(
    standings: Iterable[Standing], limits: Limits, today: date, work: WorkDays = EVERY_DAY
) -> tuple[Silence, ...]:
    """Whom the mentor has not heard from for longer than the limit, the longest silence first.

    Days of the mentor's holidays are not held against anybody, and on a day off no silence begins to speak.
    """
    found = [s for s in (_silence(one, limits, today, work) for one in standings) if s is not None]
    return tuple(sorted(found, key=lambda s: s.days, reverse=True))


def _silence(standing: Standing, limits: Limits, today: date, work: WorkDays) -> Silence | None:
    since = standing.last_contact_on or standing.started_on
    if standing.status not in _RULED or since is None:
        return None
    limit, spoken_on = limit_for(standing, limits), work.latest(today)
    if days_between(since, spoken_on) - work.holidays_between(since, spoken_on) <= limit:
        return None
    return Silence(
        person=standing.person,
        days=days_between(since, today),
        limit=limit,
        attempts=standing.attempts_since,
        paused=standing.status is EnrolmentStatus.PAUSED,
        never=standing.last_contact_on is None,
        since=since,
    )


def phases_ending(
    standings: Iterable[Standing], today: date, ahead: int = PHASE_DAYS_AHEAD, work: WorkDays = EVERY_DAY
) -> tuple[PhaseEnding, ...]:
    """Levels with a planned length that ends within so many days, or is over (week 7 of 8 and on)."""
    return tuple(_phases(standings, today, ahead, work.latest(today)))


def _phases(standings: Iterable[Standing], today: date, ahead: int, spoken_on: date) -> Iterator[PhaseEnding]:
    for one in standings:
        since, weeks, order = one.level_since, one.level_weeks, one.level_order
        if one.status is not EnrolmentStatus.ACTIVE or since is None or order is None or not weeks:
            continue
        end = planned_end(since, weeks, one.pauses, today)
        if end is not None and days_between(spoken_on, end) <= ahead:
            week = level_week(since, today, one.pauses)
            yield PhaseEnding(person=one.person, level_order=order, week=week, weeks=weeks, since=since)


def reviews_due(
    standings: Iterable[Standing], today: date, ahead: int = REVIEW_DAYS_AHEAD, work: WorkDays = EVERY_DAY
) -> tuple[ReviewDue, ...]:
    """Plans to follow up within so many days, or earlier than today."""
    spoken_on = work.latest(today)
    due = (s for s in standings if s.review_on and days_between(spoken_on, s.review_on) <= ahead)
    found = [ReviewDue(person=s.person, on=s.review_on) for s in due if s.review_on and s.status in _RULED]
    return tuple(sorted(found, key=lambda r: r.on))


def promises_due(
    promises: Iterable[Promise], today: date, ahead: int = PROMISE_DAYS_AHEAD, work: WorkDays = EVERY_DAY
) -> tuple[Promise, ...]:
    """Open promises of the coming days and earlier: the mentor's own first, then others' whose day has come."""
    spoken_on = work.latest(today)
    mine = [p for p in promises if p.is_mine and _within(p, spoken_on, ahead)]
    others = [p for p in promises if not p.is_mine and _within(p, spoken_on, 0)]
    return tuple(sorted(mine, key=_day) + sorted(others, key=_day))


def _within(promise: Promise, today: date, ahead: int) -> bool:
    by = promise.commitment.by
    return promise.is_mine if by is None else days_between(today, by) <= ahead


def _day(promise: Promise) -> date:
    return promise.commitment.by or date.max
