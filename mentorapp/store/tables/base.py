"""What every table has: an identifier that sorts by time, and when the row was made and changed."""

from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, TypeVar, cast
from uuid import UUID

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mentorapp.domain.identifiers import new_id

from .types import ANNOTATIONS

V = TypeVar("V")

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """The base of all tables. `journaled` is false for what undo must not touch: drafts, the print log, the journal."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = ANNOTATIONS
    journaled: ClassVar[bool] = True


class Row(Table):
    """A row with an identifier of its own. The journal fills in the two moments, by the clock of the store."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def value_of(kind: type[V], row: object, **given: object) -> V:
    """The frozen value of that kind from a row whose attributes bear the same names; `given` overrides."""
    values = {name: getattr(row, name) for name in _names(cast("Any", kind)) if name not in given}
    return kind(**values, **given)
