"""Frozen values of the domain straight from the driver, past the ORM that takes a millisecond for each read.

Columns and their types come from the tables, so a field that a value gains is read here as it is everywhere.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from .tables import Table
from .tables.types import Code, Identifier

V = TypeVar("V")
_Convert = Callable[[Any], Any]

_CONNECTION = "driver_connection"
_DIALECT: Dialect = sqlite.dialect()
_READERS: dict[tuple[type, str, tuple[str, ...]], "Reader[Any]"] = {}


def run(session: Session, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> Any:
    """The driver's own cursor, in the session's transaction: SQLAlchemy describes the columns of every result anew.

    What a write has changed and not yet sent is sent first, as before any query. A session that only looks asks for its
    connection once.
    """
    connection: Any = session.info.get(_CONNECTION)
    if connection is None:
        if session.autoflush:
            session.flush()
        connection = session.connection().connection.driver_connection
        if not session.autoflush:
            session.info[_CONNECTION] = connection
    return connection.execute(statement, values)


def forget_connection(session: Session) -> None:
    """When the session ends: its connection is given to others."""
    session.info.pop(_CONNECTION, None)


@dataclass(frozen=True, slots=True)
class Reader(Generic[V]):
    """Reads values of `kind` from `table`. Fields named in `given` are not columns: they are handed to `make`.

    `prefix` stands before the column of every field, where one row holds two values.
    """

    kind: type[V]
    columns: str
    names: tuple[str, ...]
    converts: tuple[_Convert | None, ...]

    def read(self, session: Session, rest: str, *values: object, **given: object) -> list[V]:
        """`rest` is the statement from FROM on, with a question mark for each value."""
        return [self.make(row, **given) for row in self.rows(session, rest, *values)]

    def rows(self, session: Session, rest: str, *values: object, first: str = "") -> Any:
        """Rows as the driver gives them, to be made into values; `first` are columns that stand before theirs."""
        statement = f"SELECT {first}{self.columns} {rest}"
        return run(session, statement, values)

    def make(self, row: tuple[Any, ...], **given: object) -> V:
        cells = [
            cell if convert is None or cell is None else convert(cell)
            for cell, convert in zip(row, self.converts, strict=True)
        ]
        return self.kind(**dict(zip(self.names, cells, strict=True)), **given)


def reader(kind: type[V], table: type[Table], alias: str, *given: str, prefix: str = "") -> Reader[V]:
    """How `kind` is read from a table that bears `alias` in the statement; made once."""
    key = (kind, alias, given)
    if key not in _READERS:
        _READERS[key] = _reader(kind, table, alias, given, prefix)
    return _READERS[key]


def _reader(kind: type[V], table: type[Table], alias: str, given: tuple[str, ...], prefix: str) -> Reader[V]:
    names = tuple(f.name for f in fields(cast("Any", kind)) if f.name not in given)
    columns = [cast("Any", table).__table__.c[prefix + name] for name in names]
    return Reader(
        kind,
        ", ".join(f'{alias}."{column.name}"' for column in columns),
        names,
        tuple(_convert(column.type) for column in columns),
    )


def _convert(kind: Any) -> _Convert | None:
    """What SQLAlchemy would do to a cell, without its way round over the cells that are NULL."""
    if isinstance(kind, Code):
        return _code(kind.codes)
    if isinstance(kind, Identifier):
        return _identifier
    convert: _Convert | None = kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    return convert


def _code(codes: type[StrEnum]) -> _Convert:
    """A code that is none raises ValueError, as the enumeration does."""
    known = {one.value: one for one in codes}
    return lambda value: known[value] if value in known else codes(value)


def _identifier(value: bytes) -> UUID:
    return UUID(bytes=value)
