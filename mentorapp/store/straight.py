"""Frozen values of the domain straight from the driver, past the ORM that takes a millisecond for each read.

Columns and their types come from the tables, so a field that a value gains is read here as it is everywhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from .tables import Table

V = TypeVar("V")
_Convert = Callable[[Any], Any]

_DIALECT: Dialect = sqlite.dialect()
_READERS: dict[tuple[type, str, tuple[str, ...]], "Reader[Any]"] = {}


def run(session: Session, statement: str, values: Sequence[object] = ()) -> Any:
    """The driver's own cursor, in the session's transaction: SQLAlchemy describes the columns of every result anew.

    What a write has changed and not yet sent is sent first, as before any query.
    """
    if session.autoflush:
        session.flush()
    connection: Any = session.connection().connection.driver_connection
    return connection.execute(statement, values)


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
        tuple(column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) for column in columns),
    )
