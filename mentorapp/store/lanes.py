"""What lies on the lanes of one person: contacts, meetings, workplaces, and what others do and pay; past the ORM."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.domain.placements import HoursPeriod, Placement
from mentorapp.domain.sessions import SessionKind
from mentorapp.domain.studies import EducationSupport
from mentorapp.domain.support import (
    IncomePeriod,
    IncomeState,
    IncomeStateOn,
    InterventionState,
    ParallelIntervention,
    StateOn,
)

from .straight import reader, run
from .tables.studies import EducationSupportRow
from .tables.support import IncomePeriodRow, ParallelInterventionRow
from .tables.workplaces import HoursPeriodRow, PlacementRow

_KINDS = {one.value: one for one in SessionKind}
_CONTACTS = """
SELECT id, event_date, kind, is_contact FROM session
WHERE mentee_id = ? AND event_date BETWEEN ? AND ? AND attendance != 'planned' AND voided_at IS NULL
ORDER BY event_date, id
"""
_MEETINGS = """
SELECT id, event_date, kind, status FROM meeting
WHERE mentee_id = ? AND event_date BETWEEN ? AND ? AND status != 'cancelled' ORDER BY event_date, start_time, id
"""
_STATES = (
    "SELECT s.{key}, s.state, s.since FROM {table} AS p JOIN {states} AS s ON s.{key} = p.id WHERE p.mentee_id = ?"
)
_OF_INTERVENTIONS = _STATES.format(key="intervention_id", table="parallel_intervention", states="intervention_state")
_OF_INCOMES = _STATES.format(key="income_id", table="income_period", states="income_state")
_PLACEMENTS = """
FROM placement AS p JOIN workplace AS w ON w.id = p.workplace_id WHERE p.mentee_id = ? ORDER BY p.from_date, p.id
"""
_HOURS = """
FROM placement_hours AS h JOIN placement AS p ON p.id = h.placement_id WHERE p.mentee_id = ? ORDER BY h.from_date
"""
_IN_ORDER = " ORDER BY s.since, s.id"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A contact or an attempt on a day; `kind` None where its code cannot be read."""

    id: UUID
    day: date
    kind: SessionKind | None
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPoint:
    """A meeting with others that was held, or is booked."""

    id: UUID
    day: date
    kind: MeetingKind
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementAt:
    """A placement with the name of its workplace; the workplace itself is not read here."""

    placement: Placement
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneFacts:
    """Oldest first. Contacts and meetings are of the days asked for; the rest is whole, for gaps need all of it."""

    contacts: tuple[ContactPoint, ...]
    interventions: tuple[ParallelIntervention, ...]
    incomes: tuple[IncomePeriod, ...]
    studies: tuple[EducationSupport, ...]
    placements: tuple[PlacementAt, ...] = ()
    meetings: tuple[MeetingPoint, ...] = ()


def read_lanes(session: Session, mentee_id: UUID, first: date, last: date) -> LaneFacts:
    """Booked and voided contacts are not on the lanes; booked meetings are, for the others wait for them."""
    return LaneFacts(
        contacts=_contacts(session, mentee_id, first, last),
        interventions=_interventions(session, mentee_id),
        incomes=_incomes(session, mentee_id),
        studies=read_studies(session, mentee_id),
        placements=read_placements(session, mentee_id),
        meetings=_meetings(session, mentee_id, first, last),
    )


def _contacts(session: Session, mentee_id: UUID, first: date, last: date) -> tuple[ContactPoint, ...]:
    rows = run(session, _CONTACTS, (mentee_id.bytes, first.isoformat(), last.isoformat()))
    return tuple(
        ContactPoint(id=UUID(bytes=key), day=date.fromisoformat(day), kind=_KINDS.get(kind), held=bool(held))
        for key, day, kind, held in rows
    )


def _meetings(session: Session, mentee_id: UUID, first: date, last: date) -> tuple[MeetingPoint, ...]:
    rows = run(session, _MEETINGS, (mentee_id.bytes, first.isoformat(), last.isoformat()))
    return tuple(
        MeetingPoint(
            id=UUID(bytes=key),
            day=date.fromisoformat(day),
            kind=MeetingKind(kind),
            held=status == MeetingStatus.HELD.value,
        )
        for key, day, kind, status in rows
    )


def _interventions(session: Session, mentee_id: UUID) -> tuple[ParallelIntervention, ...]:
    states = _by_key(run(session, _OF_INTERVENTIONS + _IN_ORDER, (mentee_id.bytes,)))
    values = reader(ParallelIntervention, ParallelInterventionRow, "p", "states")
    rest = "FROM parallel_intervention AS p WHERE p.mentee_id = ? ORDER BY p.id"
    found = []
    for key, *row in values.rows(session, rest, mentee_id.bytes, first="p.id, "):
        said = (StateOn(state=InterventionState(code), since=day) for code, day in states.get(key, ()))
        found.append(values.make(tuple(row), states=tuple(said)))
    return tuple(found)


def _incomes(session: Session, mentee_id: UUID) -> tuple[IncomePeriod, ...]:
    states = _by_key(run(session, _OF_INCOMES + _IN_ORDER, (mentee_id.bytes,)))
    values = reader(IncomePeriod, IncomePeriodRow, "p", "states")
    rest = "FROM income_period AS p WHERE p.mentee_id = ? ORDER BY p.from_date, p.id"
    found = []
    for key, *row in values.rows(session, rest, mentee_id.bytes, first="p.id, "):
        said = (IncomeStateOn(state=IncomeState(code), since=day) for code, day in states.get(key, ()))
        found.append(values.make(tuple(row), states=tuple(said)))
    return tuple(found)


def read_placements(session: Session, mentee_id: UUID) -> tuple[PlacementAt, ...]:
    """Oldest first, of every enrolment."""
    hours: dict[UUID, list[HoursPeriod]] = {}
    for one in reader(HoursPeriod, HoursPeriodRow, "h").read(session, _HOURS, mentee_id.bytes):
        hours.setdefault(one.placement_id, []).append(one)
    values = reader(Placement, PlacementRow, "p", "workplace", "supervisor", "hours")
    rows = values.rows(session, _PLACEMENTS, mentee_id.bytes, first="p.id, w.name, ")
    return tuple(
        PlacementAt(
            placement=values.make(
                tuple(row), workplace=None, supervisor=None, hours=tuple(hours.get(UUID(bytes=key), ()))
            ),
            place=place,
        )
        for key, place, *row in rows
    )


def _by_key(rows: Iterable[tuple[Any, str, str]]) -> dict[Any, list[tuple[str, date]]]:
    found: dict[Any, list[tuple[str, date]]] = {}
    for key, code, day in rows:
        found.setdefault(key, []).append((code, date.fromisoformat(day)))
    return found


def read_studies(session: Session, mentee_id: UUID) -> tuple[EducationSupport, ...]:
    rest = """FROM education_support AS p JOIN enrolment AS e ON e.id = p.enrolment_id
              WHERE e.mentee_id = ? ORDER BY p.from_date IS NULL, p.from_date, p.id"""
    return tuple(reader(EducationSupport, EducationSupportRow, "p").read(session, rest, mentee_id.bytes))
