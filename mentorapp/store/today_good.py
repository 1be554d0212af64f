"""Bra saker: steps that were ticked, milestones, levels reached, and what went forward at work and in studies lately.
The mentor needs it too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Direction
from mentorapp.domain.placements import PAID, PlacementType
from mentorapp.domain.reminders import Person

from .straight import run
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.milestones import MilestoneRow
from .tables.plans import GoalRow, PlanRow, StepRow
from .tables.programmes import LevelRow

_ADAPTATIONS = """
SELECT p.mentee_id, a.text, a.works_on FROM adaptation AS a JOIN placement AS p ON p.id = a.placement_id
WHERE a.works_on > ? ORDER BY a.works_on, a.id
"""
_BEGUN = """
SELECT p.mentee_id, w.name, p.type, p.from_date FROM placement AS p JOIN workplace AS w ON w.id = p.workplace_id
WHERE p.from_date > ? AND p.from_date <= ? AND p.type != 'study_visit' ORDER BY p.from_date, p.id
"""
_MORE_HOURS = """
SELECT p.mentee_id, w.name, h.from_date, h.hours_per_week
FROM placement_hours AS h JOIN placement AS p ON p.id = h.placement_id JOIN workplace AS w ON w.id = p.workplace_id
WHERE h.from_date > ? AND h.from_date <= ? AND h.hours_per_week > (
    SELECT b.hours_per_week FROM placement_hours AS b WHERE b.placement_id = h.placement_id
    AND b.from_date < h.from_date ORDER BY b.from_date DESC LIMIT 1)
ORDER BY h.from_date, h.id
"""
_STUDY_DATES = """
SELECT e.mentee_id, d.text, s.course, d.kind, d.done_on FROM study_date AS d
JOIN education_support AS s ON s.id = d.education_support_id JOIN enrolment AS e ON e.id = s.enrolment_id
WHERE d.done_on > ? ORDER BY d.done_on, d.id
"""

_Living = Mapping[UUID, Person]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodThing:
    """A ticked step, a milestone or a level in its own words; `label` is a key of the texts for one that has none, or
    for the words round it. `kind` is the code of a placement or of a date of studies, `hours` those a week."""

    person: Person
    text: str
    on: date
    label: str = ""
    kind: str = ""
    hours: Decimal | None = None


def good_things(session: Session, people: _Living, today: date, days: int) -> tuple[GoodThing, ...]:
    """Of so many days, newest first; each text once a person."""
    after = today - timedelta(days=days)
    every = [
        *_steps(session, people, after),
        *_milestones(session, people, after, today),
        *_levels_reached(session, people, after),
        *_adaptations(session, people, after),
        *_begun(session, people, after, today),
        *_more_hours(session, people, after, today),
        *_study_dates(session, people, after),
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


def _adaptations(session: Session, people: _Living, after: date) -> Iterator[GoodThing]:
    for person, text, on in _rows(session, people, _ADAPTATIONS, after):
        yield GoodThing(person=person, text=text, on=date.fromisoformat(on), label="today.good_works")


def _begun(session: Session, people: _Living, after: date, today: date) -> Iterator[GoodThing]:
    """A placement that has begun; a paid one is said as what it is."""
    for person, name, kind, on in _rows(session, people, _BEGUN, after, today):
        label = "today.good_job" if PlacementType(kind) in PAID else "today.good_begun"
        yield GoodThing(person=person, text=name, on=date.fromisoformat(on), label=label, kind=kind)


def _more_hours(session: Session, people: _Living, after: date, today: date) -> Iterator[GoodThing]:
    for person, name, on, tenths in _rows(session, people, _MORE_HOURS, after, today):
        hours = Decimal(tenths) / 10
        yield GoodThing(person=person, text=name, on=date.fromisoformat(on), label="today.good_hours", hours=hours)


def _study_dates(session: Session, people: _Living, after: date) -> Iterator[GoodThing]:
    for person, text, course, kind, on in _rows(session, people, _STUDY_DATES, after):
        yield GoodThing(
            person=person, text=text or course, on=date.fromisoformat(on), label="today.good_study_date", kind=kind
        )


def _rows(session: Session, people: _Living, statement: str, *days: date) -> Iterator[tuple[Any, ...]]:
    """The rows of the living, with the person in the place of the identifier."""
    for key, *row in run(session, statement, [day.isoformat() for day in days]):
        person = people.get(UUID(bytes=key))
        if person is not None:
            yield person, *row
