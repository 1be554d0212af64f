"""Every row change of a write, kept inside the store: undo, redo, history and erasure all read from here.

Hangs on mapper events, since the lists of a session at flush miss orphans. A change outside `Store.write` raises.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Dialect, event, insert, update
from sqlalchemy.orm import Mapper, Session, object_session
from sqlalchemy.orm.attributes import get_history

from mentorapp.domain.calendar import Clock

from .subjects import mentee_of
from .tables import Row, Table
from .tables.own import JournalChangeRow, JournalStepRow

_Encoder = tuple[str, str, Callable[[Any], Any] | None]
_ENCODERS: dict[Mapper[Any], tuple[_Encoder, ...]] = {}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a write, in the database's own values."""

    table: str
    key: str
    mentee_id: UUID | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(slots=True)
class Tracking:
    """What a writing session has changed so far. `touched` also names tables that are not journaled."""

    clock: Clock
    changes: list[RowChange]
    touched: set[str]
    mentees: set[UUID]


def begin(session: Session, clock: Clock) -> Tracking:
    tracking = Tracking(clock, [], set(), set())
    session.info["tracking"] = tracking
    return tracking


def record(session: Session, label: str, tracking: Tracking) -> None:
    """Writes the step. What had been undone can no longer be redone: the new step took its place."""
    if not tracking.changes:
        return
    connection = session.connection()
    steps = cast("Any", JournalStepRow.__table__)
    connection.execute(update(steps).where(steps.c.undone_at.is_not(None)).values(discarded=True))
    step = insert(steps).values(label=label, at=tracking.clock.now(), discarded=False)
    number = connection.execute(step.returning(steps.c.number)).scalar_one()
    rows = [_change_row(number, change) for change in tracking.changes]
    connection.execute(insert(cast("Any", JournalChangeRow.__table__)), rows)


def _change_row(step_number: int, change: RowChange) -> dict[str, Any]:
    return {
        "step_number": step_number,
        "table_name": change.table,
        "row_key": change.key,
        "mentee_id": change.mentee_id,
        "before": None if change.before is None else json.dumps(change.before, ensure_ascii=False),
        "after": None if change.after is None else json.dumps(change.after, ensure_ascii=False),
    }


def _tracking_of(target: Table) -> tuple[Session, Tracking]:
    session = object_session(target)
    tracking = None if session is None else session.info.get("tracking")
    if session is None or tracking is None:
        raise RuntimeError(f"{type(target).__name__} changed outside Store.write")
    return session, tracking


@event.listens_for(Row, "before_insert", propagate=True)
def _stamp_new(_mapper: Mapper[Any], _connection: Connection, target: Row) -> None:
    now = _tracking_of(target)[1].clock.now()
    target.created_at = target.created_at or now
    target.updated_at = now


@event.listens_for(Row, "before_update", propagate=True)
def _stamp_changed(_mapper: Mapper[Any], _connection: Connection, target: Row) -> None:
    session, tracking = _tracking_of(target)
    if session.is_modified(target, include_collections=False):
        target.updated_at = tracking.clock.now()


@event.listens_for(Table, "after_insert", propagate=True)
def _inserted(mapper: Mapper[Any], connection: Connection, target: Table) -> None:
    _keep(mapper, target, None, _whole(mapper, connection.dialect, target))


@event.listens_for(Table, "after_delete", propagate=True)
def _deleted(mapper: Mapper[Any], connection: Connection, target: Table) -> None:
    _keep(mapper, target, _whole(mapper, connection.dialect, target), None)


@event.listens_for(Table, "after_update", propagate=True)
def _updated(mapper: Mapper[Any], connection: Connection, target: Table) -> None:
    before, after = {}, {}
    for column, attribute, encode in _encoders(mapper, connection.dialect):
        history = get_history(target, attribute)
        if history.has_changes():
            # What was not given when the row was made is not in memory as long as somebody holds the row: it is NULL.
            before[column] = _plain(encode, next(iter(history.deleted), None))
            after[column] = _plain(encode, next(iter(history.added)))
    if set(after) - {"updated_at"}:
        _keep(mapper, target, before, after)


def _keep(mapper: Mapper[Any], target: Table, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    session, tracking = _tracking_of(target)
    table = mapper.local_table.description
    mentee_id = mentee_of(session, target)
    tracking.touched.add(table)
    if mentee_id is not None:
        tracking.mentees.add(mentee_id)
    if target.journaled:
        key = json.dumps(_plain_key(mapper, target))
        tracking.changes.append(RowChange(table, key, mentee_id, before, after))


def _plain_key(mapper: Mapper[Any], target: Table) -> Any:
    value = mapper.primary_key_from_instance(target)[0]
    return _plain(None, value.bytes if isinstance(value, UUID) else value)


def _whole(mapper: Mapper[Any], dialect: Dialect, target: Table) -> dict[str, Any]:
    return {c: _plain(encode, getattr(target, a)) for c, a, encode in _encoders(mapper, dialect)}


def _encoders(mapper: Mapper[Any], dialect: Dialect) -> tuple[_Encoder, ...]:
    """(column, attribute, to the database's value) of every column; worked out once a table."""
    if mapper not in _ENCODERS:
        _ENCODERS[mapper] = tuple(
            (c.name, mapper.get_property_by_column(c).key, c.type.dialect_impl(dialect).bind_processor(dialect))
            for c in mapper.local_table.c
        )
    return _ENCODERS[mapper]


def _plain(encode: Callable[[Any], Any] | None, value: Any) -> Any:
    """The database's value as JSON can hold it; bytes as {"hex": ...}."""
    raw = encode(value) if encode is not None else value
    return {"hex": raw.hex()} if isinstance(raw, bytes | memoryview) else raw


def from_plain(value: Any) -> Any:
    """Back from JSON to the database's value."""
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
