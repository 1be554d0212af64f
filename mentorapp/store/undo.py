"""Undo and redo: the journal's last step taken back row by row, or done again.

Rows are put back in the database's own values, past the mapper: what the journal holds is what stood there.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from mentorapp.domain.errors import MentorError

from .journal import from_plain
from .tables import Table
from .tables.own import JournalChangeRow, JournalStepRow

_STEP = cast("Any", JournalStepRow.__table__)
_CHANGE = cast("Any", JournalChangeRow.__table__)


@dataclass(frozen=True, slots=True)
class JournalStep:
    number: int
    label: str


def last_number(connection: Connection) -> int:
    """The number of the newest step; steps of earlier unlockings are history and are not undone by Ctrl+Z."""
    return connection.execute(select(_STEP.c.number).order_by(_STEP.c.number.desc()).limit(1)).scalar() or 0


def next_undo(connection: Connection, after: int) -> JournalStep | None:
    """The step that undo would take back: the newest one done since `after`."""
    query = select(_STEP.c.number, _STEP.c.label).where(_STEP.c.undone_at.is_(None), _STEP.c.number > after)
    return _first(connection, query.order_by(_STEP.c.number.desc()))


def next_redo(connection: Connection, after: int) -> JournalStep | None:
    """The step that redo would do again: the oldest one undone whose place no newer step has taken."""
    undone = _STEP.c.undone_at.is_not(None) & _STEP.c.discarded.is_(False)
    query = select(_STEP.c.number, _STEP.c.label).where(undone, _STEP.c.number > after)
    return _first(connection, query.order_by(_STEP.c.number))


def _first(connection: Connection, query: Any) -> JournalStep | None:
    row = connection.execute(query.limit(1)).first()
    return None if row is None else JournalStep(row.number, row.label)


@dataclass(frozen=True, slots=True)
class Touched:
    tables: frozenset[str]
    mentees: frozenset[UUID]


def take_back(connection: Connection, step: JournalStep, at: datetime) -> Touched:
    changes = _changes(connection, step)
    for change in reversed(changes):
        _put(connection, change.table_name, change.row_key, expected=change.after, wanted=change.before)
    connection.execute(update(_STEP).where(_STEP.c.number == step.number).values(undone_at=at))
    return _touched(changes)


def do_again(connection: Connection, step: JournalStep) -> Touched:
    changes = _changes(connection, step)
    for change in changes:
        _put(connection, change.table_name, change.row_key, expected=change.before, wanted=change.after)
    connection.execute(update(_STEP).where(_STEP.c.number == step.number).values(undone_at=None))
    return _touched(changes)


def _changes(connection: Connection, step: JournalStep) -> list[Any]:
    query = select(_CHANGE).where(_CHANGE.c.step_number == step.number).order_by(_CHANGE.c.number)
    return list(connection.execute(query))


def _touched(changes: Iterable[Any]) -> Touched:
    rows = list(changes)
    return Touched(frozenset(r.table_name for r in rows), frozenset(r.mentee_id for r in rows if r.mentee_id))


def _put(connection: Connection, table: str, key: str, *, expected: str | None, wanted: str | None) -> None:
    """Makes the row of `key` what `wanted` says, having seen that it is still what `expected` says."""
    name = _primary_key(table)
    where = (f'"{name}" = ?', from_plain(json.loads(key)))
    now = _values(expected)
    then = _values(wanted)
    if now is not None and not _stands(connection, table, where, now):
        raise MentorError("undo_depends")
    try:
        if then is None:
            connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE {where[0]}', (where[1],))  # noqa: S608
        elif now is None:
            _insert(connection, table, then)
        else:
            _change(connection, table, where, then)
    except IntegrityError as error:
        raise MentorError("undo_depends") from error


def _values(text: str | None) -> dict[str, Any] | None:
    return None if text is None else {name: from_plain(value) for name, value in json.loads(text).items()}


def _stands(connection: Connection, table: str, where: tuple[str, Any], values: Mapping[str, Any]) -> bool:
    same = " AND ".join(f'"{name}" IS ?' for name in values)
    query = f'SELECT 1 FROM "{table}" WHERE {where[0]} AND {same}'  # noqa: S608 - names come from our own tables
    return connection.exec_driver_sql(query, (where[1], *values.values())).first() is not None


def _insert(connection: Connection, table: str, values: Mapping[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))  # noqa: S608


def _change(connection: Connection, table: str, where: tuple[str, Any], values: Mapping[str, Any]) -> None:
    settings = ", ".join(f'"{name}" = ?' for name in values)
    statement = f'UPDATE "{table}" SET {settings} WHERE {where[0]}'  # noqa: S608
    connection.exec_driver_sql(statement, (*values.values(), where[1]))


def _primary_key(table: str) -> str:
    return next(iter(Table.metadata.tables[table].primary_key.columns)).name
