"""Bra saker: steps that were ticked, milestones, and levels reached lately. The mentor needs it too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Direction
from mentorapp.domain.reminders import Person

from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.milestones import MilestoneRow
from .tables.plans import GoalRow, PlanRow, StepRow
from .tables.programmes import LevelRow

_Living = Mapping[UUID, Person]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodThing:
    """A ticked step, a milestone or a level in its own words; `label` is a key of the texts for one that has none."""

    person: Person
    text: str
    on: date
    label: str = ""


def good_things(session: Session, people: _Living, today: date, days: int) -> tuple[GoodThing, ...]:
    """Of so many days, newest first; each text once a person."""
    after = today - timedelta(days=days)
    every = [
        *_steps(session, people, after),
        *_milestones(session, people, after, today),
        *_levels_reached(session, people, after),
    ]
    return tuple(sorted(every, key=lambda good: good.on, reverse=True))


def _steps(session: Session, people: _Living, after: date) -> Iterator[GoodThing]:
    query = (
        select(StepRow.text, StepRow.done_on, EnrolmentRow.mentee_id)
        .join(GoalRow, GoalRow.id == StepRow.goal_id)
        .join(PlanRow, PlanRow.id == GoalRow.plan_id)
        .join(EnrolmentRow, EnrolmentRow.id == PlanRow.enrolment_id)
        .where(StepRow.done_on > after, StepRow.dropped_at.is_(None))
        .order_by(StepRow.done_on.desc(), PlanRow.version.desc())
    )
    rows = [row for row in session.execute(query) if row.mentee_id in people]
    found = {(r.mentee_id, r.text): GoodThing(person=people[r.mentee_id], text=r.text, on=r.done_on) for r in rows}
    yield from found.values()


def _milestones(session: Session, people: _Living, after: date, today: date) -> Iterator[GoodThing]:
    query = select(MilestoneRow).where(MilestoneRow.event_date > after, MilestoneRow.event_date <= today)
    for row in session.scalars(query):
        if row.mentee_id in people:
            label = f"codes.milestone_kind_{row.kind.value}"
            yield GoodThing(
                person=people[row.mentee_id], text=row.note or row.kind_other, on=row.event_date, label=label
            )


def _levels_reached(session: Session, people: _Living, after: date) -> Iterator[GoodThing]:
    """Moves up the ladder; a move down is said nowhere here."""
    query = (
        select(LevelEntryRow.entered_on, LevelRow.name_sv, EnrolmentRow.mentee_id)
        .join(LevelRow, LevelRow.id == LevelEntryRow.level_id)
        .join(EnrolmentRow, EnrolmentRow.id == LevelEntryRow.enrolment_id)
        .where(LevelEntryRow.entered_on > after, LevelEntryRow.direction.in_((Direction.UP, Direction.SKIP)))
    )
    for entered_on, name, mentee_id in session.execute(query):
        if mentee_id in people:
            yield GoodThing(person=people[mentee_id], text=name, on=entered_on, label="today.level_reached")
