"""Placements and studies of everybody as the rules of Idag need them: one read a subject, however many people."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.placements import PlacementType
from mentorapp.domain.reminders import Person
from mentorapp.domain.studies import StudyDate
from mentorapp.domain.watch import LeftContact
from mentorapp.domain.work_ahead import AtWork, PlacementFacts, StudyFacts
from mentorapp.domain.workplace_support import SupportIntensity, promised_day

from .straight import reader, run
from .tables.studies import StudyDateRow
from .tables.workplaces import SupportIntensityRow

T = TypeVar("T")

_OPEN = """
FROM placement AS p JOIN enrolment AS e ON e.id = p.enrolment_id AND e.status != 'closed'
JOIN workplace AS w ON w.id = p.workplace_id
"""
_GOES_ON = "WHERE (p.to_date IS NULL OR p.to_date > ?)"
_PLACEMENTS = f"""
SELECT p.mentee_id, p.id, w.name, p.type, coalesce(p.to_date, p.planned_to) {_OPEN} {_GOES_ON}
ORDER BY p.from_date, p.id
"""
_SUPERVISORS = f"""
SELECT p.mentee_id, p.id, c.id, c.name, c.works_until {_OPEN} JOIN contact AS c ON c.id = p.supervisor_id
{_GOES_ON} AND c.works_until < ? ORDER BY p.from_date, p.id
"""
_FOLLOW_UPS = "SELECT placement_id, event_date, next_on FROM workplace_follow_up ORDER BY event_date, id"
_SUPPORT = "FROM support_intensity AS s WHERE s.from_date <= ? ORDER BY s.from_date, s.id"
_STUDIES = """
SELECT e.mentee_id, s.id, s.course FROM education_support AS s
JOIN enrolment AS e ON e.id = s.enrolment_id AND e.status != 'closed'
WHERE s.phase NOT IN ('completed', 'interrupted') ORDER BY s.id
"""
_DATES = 'FROM study_date AS d WHERE d.done_on IS NULL ORDER BY d."on", d.id'
_NEXT_TALKS = """
SELECT education_support_id, min(event_date) FROM study_conference WHERE held = 0 GROUP BY education_support_id
"""
_LAST_TALKS = """
SELECT education_support_id, max(event_date) FROM study_conference WHERE held = 1 GROUP BY education_support_id
"""


def read_work(session: Session, people: Mapping[UUID, Person]) -> tuple[AtWork, ...]:
    """Those of `people` who have a placement or studies that go on in an open enrolment."""
    today = session.info["clock"].today()
    placements, studies = _placements(session, today), _studies(session)
    return tuple(
        AtWork(
            person=people[key],
            placements=tuple(placements.get(key, ())),
            studies=tuple(studies.get(key, ())),
        )
        for key in sorted(placements.keys() | studies.keys())
        if key in people
    )


def read_left_supervisors(session: Session) -> Mapping[UUID, list[LeftContact]]:
    """By mentee: supervisors of placements that go on who no longer work there."""
    today = session.info["clock"].today()
    rows = run(session, _SUPERVISORS, (today.isoformat(), today.isoformat()))
    return _by_key(
        (
            UUID(bytes=mentee),
            LeftContact(
                link_id=UUID(bytes=placement),
                placement_id=UUID(bytes=placement),
                contact_id=UUID(bytes=contact),
                name=name,
                until=date.fromisoformat(until),
            ),
        )
        for mentee, placement, contact, name, until in rows
    )


def _placements(session: Session, today: date) -> Mapping[UUID, list[PlacementFacts]]:
    rows = run(session, _PLACEMENTS, (today.isoformat(),)).fetchall()
    if not rows:
        return {}
    follow_ups = _by_key((key, (date.fromisoformat(on), _date(then))) for key, on, then in run(session, _FOLLOW_UPS))
    support = {
        one.placement_id: one
        for one in reader(SupportIntensity, SupportIntensityRow, "s").read(session, _SUPPORT, today.isoformat())
    }
    return _by_key((UUID(bytes=row[0]), _placement(row, follow_ups, support)) for row in rows)


def _placement(
    row: Any, follow_ups: Mapping[Any, list[tuple[date, date | None]]], support: Mapping[UUID, SupportIntensity]
) -> PlacementFacts:
    _, key, workplace, kind, planned_to = row
    held = follow_ups.get(key, [])
    return PlacementFacts(
        placement_id=UUID(bytes=key),
        workplace=workplace,
        type=PlacementType(kind),
        planned_to=_date(planned_to),
        last_follow_up=held[-1][0] if held else None,
        next_on=promised_day(held),
        support=support.get(UUID(bytes=key)),
    )


def _studies(session: Session) -> Mapping[UUID, list[StudyFacts]]:
    rows = run(session, _STUDIES).fetchall()
    if not rows:
        return {}
    days = _by_key(
        (one.education_support_id, one) for one in reader(StudyDate, StudyDateRow, "d").read(session, _DATES)
    )
    coming, held = dict(run(session, _NEXT_TALKS)), dict(run(session, _LAST_TALKS))
    return _by_key(
        (
            UUID(bytes=mentee),
            StudyFacts(
                studies_id=UUID(bytes=key),
                course=course,
                dates=tuple(days.get(UUID(bytes=key), ())),
                next_talk=_date(coming.get(key)),
                last_talk=_date(held.get(key)),
            ),
        )
        for mentee, key, course in rows
    )


def _by_key(pairs: Iterable[tuple[UUID, T]]) -> dict[UUID, list[T]]:
    found: dict[UUID, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
