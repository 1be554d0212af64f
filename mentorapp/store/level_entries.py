"""Verbs on stays that are there already: left, put right, taken away. Moving to a level is in `enrolments`."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import LevelEntry, Track, direction_of
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.stays import check_stays

from .enrolment_rows import bounds_of, enrolment_row, entry_rows, open_row, stays_of
from .programmes import get_programme
from .tables import value_of
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.programmes import LevelRow

_TEXTS = ("reason", "mentee_words", "mentor_view")
_PLAIN = {"entered_on", "left_on", "decided_by", "track", "direction"}


def level_of(session: Session, enrolment: EnrolmentRow, level_id: UUID) -> LevelRow:
    """NotFoundError when the level is not one of the enrolment's programme."""
    level = session.get(LevelRow, level_id)
    if level is None or level.programme_id != enrolment.programme_id:
        raise NotFoundError("level_unknown")
    return level


def get_level_entry(session: Session, entry_id: UUID) -> LevelEntry:
    return value_of(LevelEntry, _row(session, entry_id))


def leave_level(session: Session, entry_id: UUID, on: date) -> None:
    """Ends a stay without beginning another, as where stages overlap."""
    row = _row(session, entry_id)
    open_row(session, row.enrolment_id)
    row.left_on = on
    _check(session, row.enrolment_id)


def change_level_entry(session: Session, entry_id: UUID, **changes: Any) -> None:
    """Puts a stay right. A neighbour that touches it gives way or follows, so that no day is lost or counted twice."""
    row = _row(session, entry_id)
    enrolment = enrolment_row(session, row.enrolment_id)
    rows = entry_rows(session, row.enrolment_id)
    moved = bool({"level_id", "entered_on"} & set(changes)) and "direction" not in changes
    if "level_id" in changes:
        row.level_id = level_of(session, enrolment, changes.pop("level_id")).id
    if _is_exclusive(session, enrolment):
        _move_neighbours(rows, row, changes)
    for name, value in changes.items():
        setattr(row, name, _cleaned(name, value))
    if row.track is Track.NONE:
        row.track_text = ""
    _check(session, row.enrolment_id, row)
    if moved:
        followed = rows[rows.index(row) + 1 :][:1]
        for one in (row, *followed):
            turn(session, row.enrolment_id, one)


def remove_level_entry(session: Session, entry_id: UUID) -> None:
    """Takes away a stay that never was; the one before it goes on to where this one ended."""
    row = _row(session, entry_id)
    enrolment = enrolment_row(session, row.enrolment_id)
    rows = entry_rows(session, row.enrolment_id)
    at = rows.index(row)
    if at and _is_exclusive(session, enrolment) and rows[at - 1].left_on == row.entered_on:
        rows[at - 1].left_on = row.left_on
    session.delete(row)
    _check(session, enrolment.id)
    if at + 1 < len(rows):
        turn(session, enrolment.id, rows[at + 1])


def turn(session: Session, enrolment_id: UUID, row: LevelEntryRow) -> None:
    """The directions of this stay and the next anew; others may have been put right by hand."""
    rows = entry_rows(session, enrolment_id)
    orders = [session.get_one(LevelRow, one.level_id).order for one in rows]
    at = rows.index(row)
    for place in range(at, min(at + 2, len(rows))):
        rows[place].direction = direction_of(orders[:place], orders[place])


def _move_neighbours(rows: list[LevelEntryRow], row: LevelEntryRow, changes: dict[str, Any]) -> None:
    at = rows.index(row)
    entered, left = changes.get("entered_on"), changes.get("left_on")
    if entered is not None and at and rows[at - 1].left_on == row.entered_on:
        if entered < rows[at - 1].entered_on:
            raise InputError("entered_on", "level_before_earlier")
        rows[at - 1].left_on = entered
    if left is not None and at + 1 < len(rows) and rows[at + 1].entered_on == row.left_on:
        if left > (rows[at + 1].left_on or left):
            raise InputError("left_on", "level_overlaps")
        rows[at + 1].entered_on = left


def _cleaned(name: str, value: Any) -> Any:
    if name in _TEXTS:
        return wording.text(name, value)
    if name == "track_text":
        return wording.line(name, value)
    if name not in _PLAIN:
        raise TypeError(f"a stay has no {name}")
    return value


def _is_exclusive(session: Session, enrolment: EnrolmentRow) -> bool:
    return get_programme(session, enrolment.programme_id).ladder_exclusive


def _check(session: Session, enrolment_id: UUID, changed: LevelEntryRow | None = None) -> None:
    """What was changed is looked at on its own first, so that the sentence is about it and not about a neighbour."""
    session.flush()
    enrolment = enrolment_row(session, enrolment_id)
    bounds, exclusive = bounds_of(session, enrolment), _is_exclusive(session, enrolment)
    if changed is not None:
        check_stays(stays_of([changed]), bounds, exclusive=exclusive)
    check_stays(stays_of(entry_rows(session, enrolment_id)), bounds, exclusive=exclusive)


def _row(session: Session, entry_id: UUID) -> LevelEntryRow:
    row = session.get(LevelEntryRow, entry_id)
    if row is None:
        raise NotFoundError("stay_unknown")
    return row
