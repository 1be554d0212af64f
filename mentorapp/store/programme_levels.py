"""Verbs on the levels of a programme's ladder. A level somebody has been on can be renamed and moved, not removed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.programmes import check_weeks

from .scale_rounds import move_rounds
from .tables.enrolments import LevelEntryRow
from .tables.plans import GoalRow
from .tables.programmes import LevelRow, ProgrammeRow

_LINES = ("name_sv", "name_en", "short_sv", "short_en")


def add_level(session: Session, programme_id: UUID, name_sv: str, **details: Any) -> UUID:
    """A new level at the top of the ladder; `details` are fields of `Level`."""
    if session.get(ProgrammeRow, programme_id) is None:
        raise NotFoundError("programme_unknown")
    row = LevelRow(
        programme_id=programme_id,
        order=len(_rows(session, programme_id)) + 1,
        code=new_id().hex,
        name_sv=wording.line("name_sv", name_sv, required=True),
        name_en="",
    )
    _set(row, details)
    row.name_en = row.name_en or row.name_sv
    session.add(row)
    session.flush()
    return row.id


def change_level_facts(session: Session, level_id: UUID, **details: Any) -> None:
    """Changes names, weeks, what it is said to be in easy words, activities, step goals, whether it is the goal."""
    _set(_row(session, level_id), details)


def move_level(session: Session, level_id: UUID, order: int) -> None:
    """Puts the level in the place `order`, counted from 1; the others make room."""
    row = _row(session, level_id)
    others = [one for one in _rows(session, row.programme_id) if one.id != level_id]
    others.insert(max(0, min(order - 1, len(others))), row)
    _number(session, others)


def remove_level(session: Session, level_id: UUID) -> None:
    """InputError `level_in_use` when somebody has been on it, or a goal aims at it."""
    row = _row(session, level_id)
    used = select(LevelEntryRow.id).where(LevelEntryRow.level_id == level_id).limit(1)
    aimed = select(GoalRow.id).where(GoalRow.target_level_id == level_id).limit(1)
    if session.scalar(used) is not None or session.scalar(aimed) is not None:
        raise InputError("level", "level_in_use")
    programme_id = row.programme_id
    session.delete(row)
    session.flush()
    _number(session, _rows(session, programme_id))


def _number(session: Session, rows: Sequence[LevelRow]) -> None:
    """Out of the way first: two levels may not have one place even for a moment."""
    moved = {row.order: place for place, row in enumerate(rows, start=1) if row.order != place}
    if not moved:
        return
    for place, row in enumerate(rows, start=1):
        row.order = -place
    session.flush()
    for row in rows:
        row.order = -row.order
    session.flush()
    move_rounds(session, rows[0].programme_id, moved)


def _rows(session: Session, programme_id: UUID) -> list[LevelRow]:
    return list(session.scalars(select(LevelRow).where(LevelRow.programme_id == programme_id).order_by(LevelRow.order)))


def _row(session: Session, level_id: UUID) -> LevelRow:
    row = session.get(LevelRow, level_id)
    if row is None:
        raise NotFoundError("level_unknown")
    return row


def _set(row: LevelRow, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if name in _LINES:
            value = wording.line(name, value, required=name == "name_sv")
        elif name == "description_easy_sv":
            value = wording.text(name, value)
        elif name == "planned_weeks":
            check_weeks(value)
        elif name in ("typical_activities", "step_goals"):
            value = tuple(one for one in (wording.line(name, part) for part in value) if one)
        elif name not in ("is_goal", "shape"):
            raise TypeError(f"a level has no {name} to change")
        setattr(row, name, value)
