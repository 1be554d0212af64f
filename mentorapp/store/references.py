"""Who refers to a row: what is referred to cannot be taken away without leaving holes in what was."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from .subjects import mentee_of
from .tables import Row, Table


def referring_rows(session: Session, kind: type[Row], row_id: UUID) -> tuple[Table, ...]:
    """Every row with a foreign key to that one, whatever its table."""
    found: list[Table] = []
    for mapper in Table.registry.mappers:
        for column in mapper.local_table.c:
            if any(key.column.table is kind.__table__ for key in column.foreign_keys):
                found.extend(session.scalars(select(mapper.class_).where(column == row_id)))
    return tuple(found)


def is_voided(row: Table) -> bool:
    """A row that counts no more: what it refers to may go, and it stays."""
    return getattr(row, "voided_on", None) is not None


def mentees_of(session: Session, rows: tuple[Table, ...]) -> frozenset[UUID]:
    """Whom the rows are about."""
    found = (mentee_of(session, row) for row in rows)
    return frozenset(one for one in found if one is not None)
