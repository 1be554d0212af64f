"""One step of the journal taken back as a new step: what Ctrl+Z no longer reaches, since the store was locked between.

Past steps are never touched: the new step can itself be undone.
"""

import json
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapper, Session

from mentorapp.domain.errors import MentorError

from .journal import from_plain
from .tables import Row, Table
from .tables.own import JournalChangeRow, JournalStepRow

_STEP = cast("Any", JournalStepRow.__table__)
_CHANGE = cast("Any", JournalChangeRow.__table__)


def step_that_made(session: Session, row: Row) -> Any:
    """The number and the moment of the step in which a row came to be; None where the journal does not know."""
    key = json.dumps({"hex": row.id.hex})
    query = (
        select(_STEP.c.number, _STEP.c.at)
        .join(_CHANGE, _CHANGE.c.step_number == _STEP.c.number)
        .where(
            _CHANGE.c.table_name == row.__tablename__,
            _CHANGE.c.row_key == key,
            _CHANGE.c.before.is_(None),
            _STEP.c.undone_at.is_(None),
        )
        .order_by(_STEP.c.number.desc())
    )
    return session.execute(query.limit(1)).first()


def revert_step(session: Session, number: int) -> None:
    """Puts every row of a step back. MentorError when one of them has been changed since."""
    query = select(_CHANGE).where(_CHANGE.c.step_number == number).order_by(_CHANGE.c.number.desc())
    for change in session.execute(query).all():
        try:
            _put_back(session, change)
            session.flush()
        except IntegrityError as error:
            raise MentorError("undo_depends") from error


def _put_back(session: Session, change: Any) -> None:
    mapper = _mapper(change.table_name)
    before, after = _values(session, mapper, change.before), _values(session, mapper, change.after)
    key = from_plain(json.loads(change.row_key))
    row = session.get(mapper.class_, UUID(bytes=key) if isinstance(key, bytes) else key, populate_existing=True)
    if (row is None) is not (after is None) or any(
        getattr(row, name) != value for name, value in (after or {}).items()
    ):
        raise MentorError("undo_depends")
    if before is None:
        session.delete(row)
    elif row is None:
        session.add(mapper.class_(**before))
    else:
        for name, value in before.items():
            setattr(row, name, value)


def _values(session: Session, mapper: Mapper[Any], text: str | None) -> dict[str, Any] | None:
    """By attribute, as the program knows them; when a row was changed is the new step's own."""
    if text is None:
        return None
    dialect = session.get_bind().dialect
    found = {}
    for name, raw in json.loads(text).items():
        column = mapper.local_table.c[name]
        decode = column.type.dialect_impl(dialect).result_processor(dialect, None)
        value = from_plain(raw)
        found[mapper.get_property_by_column(column).key] = decode(value) if decode else value
    found.pop("updated_at", None)
    return found


def _mapper(table: str) -> Mapper[Any]:
    return next(one for one in Table.registry.mappers if one.local_table.description == table)
