"""Verbs on obstacles: what is in the way, who takes it on, and when it was gone."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.obstacles import Obstacle, ObstacleKind, check_obstacle, obstacle_class
from mentorapp.domain.plans import Who

from .address_book import contact_row
from .tables import value_of
from .tables.support import ObstacleRow

_PLAIN = ("since", "cleared_on", "info_class")


def add_obstacle(session: Session, mentee_id: UUID, text: str, kind: ObstacleKind, **details: Any) -> UUID:
    """An obstacle since today unless `since` says another day; `details` are fields of `Obstacle`."""
    row = ObstacleRow(
        mentee_id=mentee_id, text=wording.line("obstacle", text, required=True), kind=kind, kind_other="",
        since=session.info["clock"].today(), info_class=obstacle_class(kind),
    )  # fmt: skip
    _set(session, row, details)
    session.add(row)
    session.flush()
    return row.id


def change_obstacle(session: Session, obstacle_id: UUID, **details: Any) -> None:
    """Changes the given fields. The class follows the kind as long as nobody has chosen another."""
    row = _row(session, obstacle_id)
    if "text" in details:
        row.text = wording.line("obstacle", details.pop("text"), required=True)
    kind = details.pop("kind", row.kind)
    if row.info_class is obstacle_class(row.kind):
        row.info_class = obstacle_class(kind)
    row.kind = kind
    _set(session, row, details)


def clear_obstacle(session: Session, obstacle_id: UUID, on: date | None) -> None:
    """Out of the way since that day; None when it is still there after all."""
    row = _row(session, obstacle_id)
    check_obstacle(row.since, on, session.info["clock"].today())
    row.cleared_on = on


def remove_obstacle(session: Session, obstacle_id: UUID) -> None:
    """For what was written by mistake; what is out of the way is cleared."""
    session.delete(_row(session, obstacle_id))


def get_obstacle(session: Session, obstacle_id: UUID) -> Obstacle:
    return value_of(Obstacle, _row(session, obstacle_id))


def list_obstacles(session: Session, mentee_id: UUID) -> tuple[Obstacle, ...]:
    """Those in the way first, the oldest of them first; then those that are gone, the latest first."""
    query = select(ObstacleRow).where(ObstacleRow.mentee_id == mentee_id).order_by(ObstacleRow.created_at)
    found = [value_of(Obstacle, row) for row in session.scalars(query)]
    there = sorted((one for one in found if one.is_open), key=lambda one: one.since)
    gone = sorted((one for one in found if one.cleared_on), key=lambda one: one.cleared_on or date.min, reverse=True)
    return (*there, *gone)


def _row(session: Session, obstacle_id: UUID) -> ObstacleRow:
    row = session.get(ObstacleRow, obstacle_id)
    if row is None:
        raise NotFoundError("obstacle_unknown")
    return row


def _set(session: Session, row: ObstacleRow, details: Mapping[str, Any]) -> None:
    given = dict(details)
    if "owner" in given:
        _set_owner(session, row, given.pop("owner"), given.pop("owner_contact_id", None), given.pop("owner_name", ""))
    if "kind_other" in given:
        row.kind_other = wording.line("kind_other", given.pop("kind_other"))
    for name, value in given.items():
        if name not in _PLAIN:
            raise TypeError(f"an obstacle has no field {name}")
        setattr(row, name, value)
    if row.kind is ObstacleKind.OTHER:
        row.kind_other = wording.other("kind_other", row.kind_other)
    check_obstacle(row.since, row.cleared_on, session.info["clock"].today())


def _set_owner(session: Session, row: ObstacleRow, owner: Who | None, contact_id: UUID | None, name: str) -> None:
    """Another than mentee and mentor is somebody of the register, or a name alone."""
    row.owner, row.owner_contact_id, row.owner_name = owner, None, ""
    if owner is Who.CONTACT:
        row.owner_contact_id = contact_id
        given = contact_row(session, contact_id).name if contact_id else name
        row.owner_name = wording.line("owner_name", given, required=True)
