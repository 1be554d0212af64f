"""Reads across many mentees, for the list and for Idag.

Plain queries past the ORM, each over an index that ends in the date; a test holds their plans.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.sessions import Attendance, SessionKind

from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.mentees import MenteeRow, MunicipalityRow
from .tables.programmes import LevelRow, ProgrammeRow
from .tables.sessions import SessionRow

_MENTEE = cast("Any", MenteeRow.__table__)
_ENROLMENT = cast("Any", EnrolmentRow.__table__)
_ENTRY = cast("Any", LevelEntryRow.__table__)
_LEVEL = cast("Any", LevelRow.__table__)
_PROGRAMME = cast("Any", ProgrammeRow.__table__)
_PLACE = cast("Any", MunicipalityRow.__table__)
_SESSION = cast("Any", SessionRow.__table__)

OPEN_FIRST = {
    EnrolmentStatus.ACTIVE: 0,
    EnrolmentStatus.AFTER_SUPPORT: 1,
    EnrolmentStatus.PAUSED: 2,
    EnrolmentStatus.OFFERED: 3,
    EnrolmentStatus.INTEREST: 4,
    EnrolmentStatus.CLOSED: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderPlace:
    """Where an enrolment stands: its current level if any, the orders of levels that have been, how many there are."""

    level_id: UUID | None = None
    order: int | None = None
    code: str = ""
    name_sv: str = ""
    name_en: str = ""
    planned_weeks: int | None = None
    since: date | None = None
    been: tuple[int, ...] = ()
    levels: int = 0
    goal_order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeLine:
    """One person with the enrolment that matters now, as the list shows it."""

    mentee_id: UUID
    preferred_name: str
    family_name: str
    alias: str
    birth_date: date | None
    birth_year: int | None
    protected_identity: ProtectedIdentity
    needs_easy_read: bool
    interpreter_language: str
    municipality: str
    enrolments: int
    enrolment_id: UUID | None
    status: EnrolmentStatus | None
    started_on: date | None
    programme_id: UUID | None
    programme: str
    place: LadderPlace
    last_contact_on: date | None
    last_contact_kind: SessionKind | None
    next_on: date | None
    next_at: time | None
    next_kind: SessionKind | None

    @property
    def full_name(self) -> str:
        return f"{self.preferred_name} {self.family_name}".strip()


def list_lines(session: Session) -> tuple[MenteeLine, ...]:
    """Every person, by name. Five queries, whatever the number of persons."""
    today = session.info["clock"].today()
    enrolments = _enrolments(session)
    places = _ladder_places(session)
    municipalities = _municipalities(session, today)
    bookings = _bookings(session, today)
    lines = []
    for row in session.execute(_persons()):
        periods = enrolments.get(row.id, ())
        current = min(periods, key=lambda e: OPEN_FIRST[e.status], default=None)
        booked = bookings.get(row.id)
        lines.append(
            MenteeLine(
                mentee_id=row.id,
                preferred_name=row.preferred_name,
                family_name=row.family_name,
                alias=row.display_alias,
                birth_date=row.birth_date,
                birth_year=row.birth_year,
                protected_identity=row.protected_identity,
                needs_easy_read=row.needs_easy_read,
                interpreter_language=row.interpreter_language,
                municipality=municipalities.get(row.id, ""),
                enrolments=len(periods),
                enrolment_id=current.id if current else None,
                status=current.status if current else None,
                started_on=current.started_on if current else None,
                programme_id=current.programme_id if current else None,
                programme=current.name if current else "",
                place=places.get(current.id, LadderPlace()) if current else LadderPlace(),
                last_contact_on=row.last_on,
                last_contact_kind=row.last_kind,
                next_on=booked.event_date if booked else None,
                next_at=booked.start_time if booked else None,
                next_kind=booked.kind if booked else None,
            )
        )
    return tuple(lines)


def _persons() -> Any:
    last = (
        select(_SESSION.c.id)
        .where(_SESSION.c.mentee_id == _MENTEE.c.id, _SESSION.c.is_contact.is_(True))
        .order_by(_SESSION.c.event_date.desc())
        .limit(1)
        .correlate(_MENTEE)
        .scalar_subquery()
    )
    return (
        select(
            _MENTEE.c.id,
            _MENTEE.c.preferred_name,
            _MENTEE.c.family_name,
            _MENTEE.c.display_alias,
            _MENTEE.c.birth_date,
            _MENTEE.c.birth_year,
            _MENTEE.c.protected_identity,
            _MENTEE.c.needs_easy_read,
            _MENTEE.c.interpreter_language,
            _SESSION.c.event_date.label("last_on"),
            _SESSION.c.kind.label("last_kind"),
        )
        .select_from(_MENTEE.outerjoin(_SESSION, _SESSION.c.id == last))
        .order_by(_MENTEE.c.preferred_name, _MENTEE.c.family_name)
    )


def _enrolments(session: Session) -> dict[UUID, list[Any]]:
    query = (
        select(
            _ENROLMENT.c.id,
            _ENROLMENT.c.mentee_id,
            _ENROLMENT.c.status,
            _ENROLMENT.c.started_on,
            _ENROLMENT.c.programme_id,
            _PROGRAMME.c.name,
        )
        .join_from(_ENROLMENT, _PROGRAMME)
        .order_by(_ENROLMENT.c.started_on.desc())
    )
    return _grouped(session.execute(query))


def _grouped(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    groups: dict[UUID, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.mentee_id, []).append(row)
    return groups


def _ladder_places(session: Session) -> dict[UUID, LadderPlace]:
    levels = {row.id: row for row in session.execute(select(_LEVEL))}
    sizes: dict[UUID, int] = {}
    goals: dict[UUID, int] = {}
    for level in levels.values():
        sizes[level.programme_id] = sizes.get(level.programme_id, 0) + 1
        if level.is_goal:
            goals[level.programme_id] = level.order
    stays: dict[UUID, list[Any]] = {}
    query = select(_ENTRY.c.enrolment_id, _ENTRY.c.level_id, _ENTRY.c.entered_on, _ENTRY.c.left_on)
    for row in session.execute(query.order_by(_ENTRY.c.enrolment_id, _ENTRY.c.entered_on)):
        stays.setdefault(row.enrolment_id, []).append(row)
    places = {key: _place(rows, levels, sizes, goals) for key, rows in stays.items()}
    programmes = session.execute(select(_ENROLMENT.c.id, _ENROLMENT.c.programme_id))
    for enrolment_id, programme_id in programmes:
        if enrolment_id not in places:
            places[enrolment_id] = LadderPlace(levels=sizes.get(programme_id, 0), goal_order=goals.get(programme_id))
    return places


def _place(rows: list[Any], levels: dict[UUID, Any], sizes: dict[UUID, int], goals: dict[UUID, int]) -> LadderPlace:
    here = next((row for row in reversed(rows) if row.left_on is None), None)
    programme_id = levels[rows[-1].level_id].programme_id
    orders = {levels[row.level_id].order for row in rows}
    size, goal = sizes[programme_id], goals.get(programme_id)
    if here is None:
        return LadderPlace(been=tuple(sorted(orders)), levels=size, goal_order=goal)
    level = levels[here.level_id]
    return LadderPlace(
        level_id=level.id,
        order=level.order,
        code=level.code,
        name_sv=level.name_sv,
        name_en=level.name_en,
        planned_weeks=level.planned_weeks,
        since=here.entered_on,
        been=tuple(sorted(order for order in orders if order < level.order)),
        levels=size,
        goal_order=goal,
    )


def _municipalities(session: Session, today: date) -> dict[UUID, str]:
    query = select(_PLACE.c.mentee_id, _PLACE.c.name, _PLACE.c.from_date).order_by(_PLACE.c.from_date)
    return {row.mentee_id: row.name for row in session.execute(query) if not row.from_date or row.from_date <= today}


def _bookings(session: Session, today: date) -> dict[UUID, Any]:
    """The first booking of each person from today on."""
    query = (
        select(_SESSION.c.mentee_id, _SESSION.c.event_date, _SESSION.c.start_time, _SESSION.c.kind)
        .where(
            _SESSION.c.attendance == Attendance.PLANNED,
            _SESSION.c.event_date >= today,
            _SESSION.c.voided_at.is_(None),
        )
        .order_by(_SESSION.c.event_date.desc(), _SESSION.c.start_time.desc())
    )
    return {row.mentee_id: row for row in session.execute(query)}
