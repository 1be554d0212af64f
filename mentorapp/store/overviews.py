"""Everybody at a glance, for the list and for Idag: one line a person, read past the ORM in five queries.

The rows are taken as the driver gives them, and only what a line holds is made into values: with five hundred people
that is the difference between a paint and a pause. The statements go over indices that end in the date; a test holds
their plans.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.sessions import SessionKind

from .straight import run

_PERSONS = """
SELECT m.id, m.preferred_name, m.family_name, m.display_alias, m.birth_date, m.birth_year, m.protected_identity,
       m.needs_easy_read, m.interpreter_language, s.event_date, s.kind
FROM mentee AS m LEFT JOIN session AS s ON s.id = (
    SELECT id FROM session WHERE mentee_id = m.id AND is_contact = 1 ORDER BY event_date DESC LIMIT 1)
ORDER BY m.preferred_name, m.family_name
"""
_ENROLMENTS = """
SELECT e.mentee_id, e.id, e.status, e.started_on, e.programme_id, p.name
FROM (SELECT id, mentee_id, started_on, programme_id, CASE
        WHEN status = 'paused' AND EXISTS (SELECT 1 FROM pause WHERE enrolment_id = enrolment.id)
             AND NOT EXISTS (SELECT 1 FROM pause WHERE enrolment_id = enrolment.id AND from_date <= ?1
                                                   AND (to_date IS NULL OR to_date >= ?1))
        THEN CASE WHEN EXISTS (SELECT 1 FROM after_support WHERE enrolment_id = enrolment.id AND ended_on IS NULL)
             THEN 'after_support' ELSE 'active' END
        ELSE status END AS status FROM enrolment) AS e JOIN programme AS p ON p.id = e.programme_id
ORDER BY CASE e.status WHEN 'active' THEN 0 WHEN 'after_support' THEN 1 WHEN 'paused' THEN 2 WHEN 'offered' THEN 3
         WHEN 'interest' THEN 4 ELSE 5 END, e.started_on DESC
"""
"""A rest whose last day has passed is over, as `domain.stays.standing` says it."""
_STAYS = "SELECT enrolment_id, level_id, entered_on, left_on FROM level_entry ORDER BY enrolment_id, entered_on"
_LEVELS = 'SELECT id, programme_id, "order", code, name_sv, name_en, planned_weeks, is_goal FROM level'
_PLACES = """
SELECT mentee_id, name FROM mentee_municipality WHERE from_date IS NULL OR from_date <= ? ORDER BY from_date
"""
_BOOKINGS = """
SELECT mentee_id, event_date, start_time, kind FROM session
WHERE attendance = 'planned' AND event_date >= ? AND voided_at IS NULL
      AND NOT (event_date = ? AND ifnull(start_time < ?, 0))
ORDER BY event_date DESC, start_time DESC
"""
"""A booking that has begun waits to be written up: it is no longer the next one."""

_STATUS = {status.value: status for status in EnrolmentStatus}
_KIND = {kind.value: kind for kind in SessionKind}
_PROTECTION = {kind.value: kind for kind in ProtectedIdentity}


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


_NOWHERE = LadderPlace()
_Rows = Iterable[tuple[Any, ...]]


def list_lines(session: Session) -> tuple[MenteeLine, ...]:
    """Every person, by name. As many queries for five thousand as for one."""
    return Lines().read(session)


class Lines:
    """For whoever lists the same people again and again: a line whose rows are as before is the one that was made."""

    def __init__(self) -> None:
        self._levels: list[tuple[Any, ...]] = []
        self._kept: dict[bytes, tuple[tuple[Any, ...], MenteeLine]] = {}

    def read(self, session: Session) -> tuple[MenteeLine, ...]:
        """As `list_lines`."""

        def rows(statement: str, *values: str) -> Any:
            return run(session, statement, values)

        clock = session.info["clock"]
        today, now = clock.today().isoformat(), clock.now().astimezone().time().isoformat("microseconds")
        levels = rows(_LEVELS).fetchall()
        before = self._kept if levels == self._levels else {}
        self._levels, self._kept = levels, {}
        ladders = _Ladders(levels)
        enrolments = _grouped(rows(_ENROLMENTS, today))
        stays = _grouped(rows(_STAYS))
        places = dict(rows(_PLACES, today))
        bookings = {row[0]: row for row in rows(_BOOKINGS, today, today, now)}
        for row in rows(_PERSONS):
            key = row[0]
            periods = enrolments.get(key, ())
            own_stays = stays.get(periods[0][1], ()) if periods else ()
            signs = row, periods, own_stays, places.get(key, ""), bookings.get(key)
            kept = before.get(key)
            if kept is None or kept[0] != signs:
                kept = signs, _line(row, periods, own_stays, ladders, *signs[3:])
            self._kept[key] = kept
        return tuple(line for _, line in self._kept.values())


def _line(
    row: tuple[Any, ...],
    periods: list[tuple[Any, ...]] | tuple[()],
    stays: Iterable[tuple[Any, ...]],
    ladders: "_Ladders",
    municipality: str,
    booked: tuple[Any, ...] | None,
) -> MenteeLine:
    _, enrolment, status, started, programme_id, programme = periods[0] if periods else (None,) * 6
    _, next_on, next_at, next_kind = booked or (None,) * 4
    return MenteeLine(
        mentee_id=UUID(bytes=row[0]),
        preferred_name=row[1],
        family_name=row[2],
        alias=row[3],
        birth_date=_date(row[4]),
        birth_year=row[5],
        protected_identity=_PROTECTION[row[6]],
        needs_easy_read=bool(row[7]),
        interpreter_language=row[8],
        municipality=municipality,
        enrolments=len(periods),
        enrolment_id=UUID(bytes=enrolment) if enrolment else None,
        status=_STATUS[status] if status else None,
        started_on=_date(started),
        programme_id=ladders.identifier(programme_id) if programme_id else None,
        programme=programme or "",
        place=ladders.place(programme_id, stays) if enrolment else _NOWHERE,
        last_contact_on=_date(row[9]),
        last_contact_kind=_KIND[row[10]] if row[10] else None,
        next_on=_date(next_on),
        next_at=time.fromisoformat(next_at) if next_at else None,
        next_kind=_KIND[next_kind] if next_kind else None,
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _grouped(rows: _Rows) -> dict[bytes, list[tuple[Any, ...]]]:
    groups: dict[bytes, list[tuple[Any, ...]]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)
    return groups


class _Ladders:
    """The levels of all programmes, and where on them an enrolment stands."""

    def __init__(self, rows: _Rows) -> None:
        self._levels = {row[0]: row for row in rows}
        self._identifiers: dict[bytes, UUID] = {}
        self._sizes: dict[bytes, int] = {}
        self._goals: dict[bytes, int] = {}
        for _, programme_id, order, *_, is_goal in self._levels.values():
            self._sizes[programme_id] = self._sizes.get(programme_id, 0) + 1
            if is_goal:
                self._goals[programme_id] = order

    def identifier(self, key: bytes) -> UUID:
        """A few identifiers stand on every line: each is made once."""
        if key not in self._identifiers:
            self._identifiers[key] = UUID(bytes=key)
        return self._identifiers[key]

    def place(self, programme_id: bytes, stays: Iterable[tuple[Any, ...]]) -> LadderPlace:
        size, goal = self._sizes.get(programme_id, 0), self._goals.get(programme_id)
        orders, here = set(), None
        for stay in stays:
            orders.add(self._levels[stay[1]][2])
            if stay[3] is None:
                here = stay
        if here is None:
            return LadderPlace(been=tuple(sorted(orders)), levels=size, goal_order=goal)
        level_id, _, order, code, name_sv, name_en, weeks, _ = self._levels[here[1]]
        return LadderPlace(
            level_id=self.identifier(level_id),
            order=order,
            code=code,
            name_sv=name_sv,
            name_en=name_en,
            planned_weeks=weeks,
            since=date.fromisoformat(here[2]),
            been=tuple(sorted(one for one in orders if one < order)),
            levels=size,
            goal_order=goal,
        )
