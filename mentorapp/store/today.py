"""What Idag needs from the store: bookings, what waits to be written up, standings, promises, good news."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.reminder_rules import SHIPPED, Group, Rule, RuleSetting
from mentorapp.domain.reminders import (
    Booking,
    Limits,
    Person,
    PhaseEnding,
    Promise,
    ReviewDue,
    Silence,
    Standing,
    phases_ending,
    promises_due,
    reviews_due,
    silences,
)
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.watch import Watch
from mentorapp.domain.work_days import WorkDays

from .attention import Key, Ruled, person_of
from .overviews import MenteeLine, list_lines
from .promises import read_promises
from .rests import read_rests
from .straight import run
from .tables.plans import PlanRow
from .tables.programmes import ProgrammeRow
from .tables.sessions import SessionRow
from .today_good import GoodThing, good_things

_SESSION = cast("Any", SessionRow.__table__)
_WRITE_UP_DAYS = 60
_DEAD = "SELECT id FROM mentee WHERE deceased_on IS NOT NULL"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everything Idag is computed from, read in one go. `faults` are the groups that could not be worked out."""

    today: date
    bookings: tuple[Booking, ...]
    tomorrow: tuple[Booking, ...]
    to_write_up: tuple[Booking, ...]
    standings: tuple[Standing, ...]
    promises: tuple[Promise, ...]
    kept_today: tuple[Promise, ...]
    good_things: tuple[GoodThing, ...]
    limits: Limits
    follow_ups: tuple[DateAhead, ...] = ()
    dates: tuple[DateAhead, ...] = ()
    watches: tuple[Watch, ...] = ()
    put_away: frozenset[Key] = frozenset()
    rules: Mapping[Rule, RuleSetting] = field(default_factory=lambda: SHIPPED)
    work: WorkDays = field(default_factory=WorkDays)
    faults: Mapping[Group, Exception] = field(default_factory=dict)

    def is_put_away(self, person: Person, rule: str, subject: str) -> bool:
        """Whether the mentor has said that this is to wait, or is dealt with."""
        return (person.mentee_id, rule, subject) in self.put_away

    def silences(self) -> tuple[Silence, ...]:
        found = silences(self.standings, self.limits, self.today, self.work) if self.rules[Rule.SILENCE].on else ()
        return tuple(one for one in found if not self.is_put_away(one.person, Rule.SILENCE, one.subject))

    def promises_due(self) -> tuple[Promise, ...]:
        """Those kept today stay in their place until tomorrow."""
        setting = self.rules[Rule.PROMISE]
        every = (*self.promises, *self.kept_today) if setting.on else ()
        found = promises_due(every, self.today, setting.days[0], self.work)
        return tuple(one for one in found if not self.is_put_away(one.person, Rule.PROMISE, one.subject))

    def phases_ending(self) -> tuple[PhaseEnding, ...]:
        setting = self.rules[Rule.PHASE]
        found = phases_ending(self.standings, self.today, setting.days[0], self.work) if setting.on else ()
        return tuple(one for one in found if not self.is_put_away(one.person, Rule.PHASE, one.subject))

    def reviews_due(self) -> tuple[ReviewDue, ...]:
        setting = self.rules[Rule.REVIEW]
        found = reviews_due(self.standings, self.today, setting.days[0], self.work) if setting.on else ()
        return tuple(one for one in found if not self.is_put_away(one.person, Rule.REVIEW, one.subject))


class _Parts:
    """Parts of the day that are worked out each by itself: one that cannot be leaves the others standing."""

    def __init__(self) -> None:
        self.faults: dict[Group, Exception] = {}

    def of(self, group: Group, read: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        try:
            return read()
        except Exception as fault:  # noqa: BLE001 - shown in the place of the group; its button raises it again
            self.faults[group] = fault
            return ()


def read_day(session: Session) -> Day:
    """The day as the store knows it. Bookings of today in order of time; those passed are to be written up.

    Of somebody who has died nothing is said (F33).
    """
    today = session.info["clock"].today()
    dead = {UUID(bytes=row[0]) for row in run(session, _DEAD)}
    lines = tuple(line for line in list_lines(session) if line.mentee_id not in dead)
    people = {line.mentee_id: person_of(line) for line in lines}
    ruled, parts = Ruled(session, lines, people), _Parts()
    settings, good = ruled.settings, ruled.rules[Rule.GOOD]
    booked = parts.of(Group.BOOKINGS, lambda: _booked(session, people, today))
    promises = parts.of(Group.PROMISES, lambda: read_promises(session, people, today))
    return Day(
        today=today,
        bookings=tuple(b for b in booked if b.on == today),
        tomorrow=tuple(b for b in booked if b.on == today + timedelta(days=1)),
        to_write_up=tuple(b for b in booked if b.on < today),
        standings=_standings(session, lines, people, today),
        promises=tuple(p for p in promises if p.commitment.state is CommitmentState.OPEN),
        kept_today=tuple(p for p in promises if p.commitment.state is CommitmentState.DONE),
        good_things=parts.of(Group.GOOD, lambda: good_things(session, people, today, good.days[0]) if good.on else ()),
        limits=Limits(
            first_level=settings.contact_days_first_level,
            otherwise=settings.contact_days,
            after_support=settings.contact_days_after_support,
            paused=settings.contact_days_paused,
        ),
        follow_ups=parts.of(Group.FOLLOW_UPS, lambda: ruled.dates(Group.FOLLOW_UPS)),
        dates=parts.of(Group.DATES, lambda: ruled.dates(Group.DATES)),
        watches=parts.of(Group.WATCH, lambda: ruled.watches(promises)),
        put_away=ruled.put_away,
        rules=ruled.rules,
        work=ruled.work,
        faults=parts.faults,
    )


def _booked(session: Session, people: dict[UUID, Person], today: date) -> tuple[Booking, ...]:
    query = (
        select(_SESSION)
        .where(
            _SESSION.c.attendance == Attendance.PLANNED,
            _SESSION.c.event_date.between(today - timedelta(days=_WRITE_UP_DAYS), today + timedelta(days=1)),
            _SESSION.c.voided_at.is_(None),
        )
        .order_by(_SESSION.c.event_date, _SESSION.c.start_time)
    )
    return tuple(
        Booking(
            session_id=row.id,
            person=people[row.mentee_id],
            kind=row.kind,
            on=row.event_date,
            at=row.start_time,
            duration_min=row.duration_min,
            place=row.place,
            with_interpreter=row.with_interpreter,
        )
        for row in session.execute(query)
        if row.mentee_id in people
    )


def _standings(
    session: Session, lines: tuple[MenteeLine, ...], people: dict[UUID, Person], today: date
) -> tuple[Standing, ...]:
    intervals = {row.id: row.contact_interval_days for row in session.scalars(select(ProgrammeRow))}
    reviews = _reviews(session)
    open_lines = [line for line in lines if line.status not in (None, EnrolmentStatus.CLOSED)]
    attempts = _attempts(session, today)
    pauses = read_rests(session)
    return tuple(
        Standing(
            person=people[line.mentee_id],
            status=cast("EnrolmentStatus", line.status),
            started_on=line.started_on,
            level_order=line.place.order,
            level_since=line.place.since,
            level_weeks=line.place.planned_weeks,
            interval_days=intervals.get(cast("UUID", line.programme_id)),
            last_contact_on=line.last_contact_on,
            attempts_since=_since(attempts.get(line.mentee_id, ()), line.last_contact_on),
            next_booked_on=line.next_on,
            review_on=reviews.get(cast("UUID", line.enrolment_id)),
            pauses=pauses.get(cast("UUID", line.enrolment_id), ()),
        )
        for line in open_lines
    )


def _since(days: Any, last_contact_on: date | None) -> int:
    return sum(last_contact_on is None or day > last_contact_on for day in days)


def _attempts(session: Session, today: date) -> dict[UUID, list[date]]:
    """The days of attempts of the last half year, by person. Two indexed reads: by attendance, and by kind."""
    recent = _SESSION.c.event_date > today - timedelta(days=180)
    found: dict[UUID, list[date]] = {}
    query = select(_SESSION.c.mentee_id, _SESSION.c.event_date).where(
        recent, _SESSION.c.attendance == Attendance.NOT_REACHED, _SESSION.c.voided_at.is_(None)
    )
    held = select(_SESSION.c.mentee_id, _SESSION.c.event_date).where(
        recent,
        _SESSION.c.attendance == Attendance.HELD,
        _SESSION.c.kind == SessionKind.CONTACT_ATTEMPT,
        _SESSION.c.voided_at.is_(None),
    )
    for mentee_id, day in (*session.execute(query), *session.execute(held)):
        found.setdefault(mentee_id, []).append(day)
    return found


def _reviews(session: Session) -> dict[UUID, date]:
    newest = select(PlanRow.enrolment_id, func.max(PlanRow.version).label("version")).group_by(PlanRow.enrolment_id)
    latest = newest.subquery()
    query = select(PlanRow.enrolment_id, PlanRow.review_on).join(
        latest, (latest.c.enrolment_id == PlanRow.enrolment_id) & (latest.c.version == PlanRow.version)
    )
    return {row.enrolment_id: row.review_on for row in session.execute(query)}
