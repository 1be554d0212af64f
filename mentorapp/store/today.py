"""What Idag needs from the store: bookings, what waits to be written up, standings, promises, good news."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain.dates_ahead import DateAhead, dates_ahead
from mentorapp.domain.enrolments import Direction, EnrolmentStatus
from mentorapp.domain.plans import Commitment, CommitmentState
from mentorapp.domain.reminders import Booking, Limits, Person, Promise, Standing
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.watch import Watch, to_watch

from .overviews import MenteeLine, list_lines
from .reminder_settings import get_rules
from .settings import get_settings
from .snoozes import list_put_away
from .tables import value_of
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.milestones import MilestoneRow
from .tables.plans import CommitmentRow, GoalRow, PlanRow, StepRow
from .tables.programmes import LevelRow, ProgrammeRow
from .tables.sessions import SessionRow
from .today_facts import read_facts

_SESSION = cast("Any", SessionRow.__table__)
_WRITE_UP_DAYS = 60
_GOOD_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodThing:
    """A ticked step, a milestone or a level in its own words; `label` is a key of the texts for one that has none."""

    person: Person
    text: str
    on: date
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everything Idag is computed from, read in one go."""

    today: date
    bookings: tuple[Booking, ...]
    tomorrow: tuple[Booking, ...]
    to_write_up: tuple[Booking, ...]
    standings: tuple[Standing, ...]
    promises: tuple[Promise, ...]
    kept_today: tuple[Promise, ...]
    good_things: tuple[GoodThing, ...]
    limits: Limits
    dates: tuple[DateAhead, ...] = ()
    watches: tuple[Watch, ...] = ()
    put_away: frozenset[tuple[UUID | None, str, str]] = frozenset()

    def is_put_away(self, person: Person, rule: str, subject: str) -> bool:
        """Whether the mentor has said that this is to wait, or is dealt with."""
        return (person.mentee_id, rule, subject) in self.put_away


def read_day(session: Session) -> Day:
    """The day as the store knows it. Bookings of today in order of time; those passed are to be written up."""
    today = session.info["clock"].today()
    settings = get_settings(session)
    lines = list_lines(session)
    people = {line.mentee_id: _person(line) for line in lines}
    booked = _booked(session, people, today)
    promises = _promises(session, people, today)
    rules = get_rules(session)
    away = frozenset((one.mentee_id, one.rule, one.subject) for one in list_put_away(session))
    people_dated, people_watched = read_facts(session, lines, people, settings)
    dated = dates_ahead(people_dated, rules, today, settings.youth_duty_age)
    asked = [p for p in promises if p.commitment.state is CommitmentState.OPEN]
    watches = to_watch(people_watched, asked, rules, today)
    return Day(
        today=today,
        bookings=tuple(b for b in booked if b.on == today),
        tomorrow=tuple(b for b in booked if b.on == today + timedelta(days=1)),
        to_write_up=tuple(b for b in booked if b.on < today),
        standings=_standings(session, lines, people, today),
        promises=tuple(p for p in promises if p.commitment.state is CommitmentState.OPEN),
        kept_today=tuple(p for p in promises if p.commitment.state is CommitmentState.DONE),
        good_things=_good_things(session, people, today),
        limits=Limits(
            first_level=settings.contact_days_first_level,
            otherwise=settings.contact_days,
            after_support=settings.contact_days_after_support,
            paused=settings.contact_days_paused,
        ),
        dates=tuple(d for d in dated if (d.person.mentee_id, d.rule.value, d.subject) not in away),
        watches=tuple(w for w in watches if (w.person.mentee_id, w.rule.value, w.subject) not in away),
        put_away=away,
    )


def _person(line: MenteeLine) -> Person:
    return Person(mentee_id=line.mentee_id, name=line.full_name, alias=line.alias)


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
    )


def _standings(
    session: Session, lines: tuple[MenteeLine, ...], people: dict[UUID, Person], today: date
) -> tuple[Standing, ...]:
    intervals = {row.id: row.contact_interval_days for row in session.scalars(select(ProgrammeRow))}
    reviews = _reviews(session)
    open_lines = [line for line in lines if line.status not in (None, EnrolmentStatus.CLOSED)]
    attempts = _attempts(session, today)
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


def _promises(session: Session, people: dict[UUID, Person], today: date) -> tuple[Promise, ...]:
    """Open promises of open enrolments, and those kept today."""
    kept_today = (CommitmentRow.state == CommitmentState.DONE) & (CommitmentRow.state_on == today)
    query = (
        select(CommitmentRow, EnrolmentRow.mentee_id)
        .join(EnrolmentRow, EnrolmentRow.id == CommitmentRow.enrolment_id)
        .where(EnrolmentRow.status != EnrolmentStatus.CLOSED)
        .where((CommitmentRow.state == CommitmentState.OPEN) | kept_today)
        .order_by(CommitmentRow.by.is_(None), CommitmentRow.by)
    )
    return tuple(
        Promise(person=people[mentee_id], commitment=value_of(Commitment, row))
        for row, mentee_id in session.execute(query)
    )


def _good_things(session: Session, people: dict[UUID, Person], today: date) -> tuple[GoodThing, ...]:
    """Steps ticked during the last week in current plans, newest first; each text once a person."""
    query = (
        select(StepRow.text, StepRow.done_on, EnrolmentRow.mentee_id)
        .join(GoalRow, GoalRow.id == StepRow.goal_id)
        .join(PlanRow, PlanRow.id == GoalRow.plan_id)
        .join(EnrolmentRow, EnrolmentRow.id == PlanRow.enrolment_id)
        .where(StepRow.done_on > today - timedelta(days=_GOOD_DAYS), StepRow.dropped_at.is_(None))
        .order_by(StepRow.done_on.desc(), PlanRow.version.desc())
    )
    found = {(r.mentee_id, r.text): GoodThing(person=people[r.mentee_id], text=r.text, on=r.done_on)
             for r in session.execute(query)}  # fmt: skip
    every = [*found.values(), *_milestones(session, people, today), *_levels_reached(session, people, today)]
    return tuple(sorted(every, key=lambda good: good.on, reverse=True))


def _milestones(session: Session, people: dict[UUID, Person], today: date) -> Iterator[GoodThing]:
    query = select(MilestoneRow).where(
        MilestoneRow.event_date > today - timedelta(days=_GOOD_DAYS), MilestoneRow.event_date <= today
    )
    for row in session.scalars(query):
        label = f"codes.milestone_kind_{row.kind.value}"
        yield GoodThing(person=people[row.mentee_id], text=row.note or row.kind_other, on=row.event_date, label=label)


def _levels_reached(session: Session, people: dict[UUID, Person], today: date) -> Iterator[GoodThing]:
    """Moves up the ladder; a move down is said nowhere here."""
    query = (
        select(LevelEntryRow.entered_on, LevelRow.name_sv, EnrolmentRow.mentee_id)
        .join(LevelRow, LevelRow.id == LevelEntryRow.level_id)
        .join(EnrolmentRow, EnrolmentRow.id == LevelEntryRow.enrolment_id)
        .where(
            LevelEntryRow.entered_on > today - timedelta(days=_GOOD_DAYS),
            LevelEntryRow.direction.in_((Direction.UP, Direction.SKIP)),
        )
    )
    for entered_on, name, mentee_id in session.execute(query):
        yield GoodThing(person=people[mentee_id], text=name, on=entered_on, label="today.level_reached")
