"""What a person does over time: works, studies, both or neither, each from a day (E25)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.occupation import Occupation, OccupationPeriod, check_occupation, occupation_on

from .tables import value_of
from .tables.mentees import MenteeRow
from .tables.occupation import OccupationPeriodRow

_FIELDS = frozenset({"occupation", "from_date", "to_date", "note"})


def add_occupation(
    session: Session,
    mentee_id: UUID,
    occupation: Occupation,
    from_date: date,
    *,
    to_date: date | None = None,
    note: str = "",
) -> UUID:
    """From that day. What was before ends where this begins, without being changed."""
    row = OccupationPeriodRow(
        mentee_id=mentee_id,
        occupation=occupation,
        from_date=from_date,
        to_date=to_date,
        note=wording.line("note", note),
    )
    _check(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_occupation(session: Session, occupation_id: UUID, **changes: Any) -> None:
    """Changes occupation, from_date, to_date or note."""
    row = _row(session, occupation_id)
    for name, value in changes.items():
        if name not in _FIELDS:
            raise TypeError(f"an occupation has no field {name}")
        setattr(row, name, wording.line("note", value) if name == "note" else value)
    _check(session, row)


def remove_occupation(session: Session, occupation_id: UUID) -> None:
    session.delete(_row(session, occupation_id))


def list_occupations(session: Session, mentee_id: UUID) -> tuple[OccupationPeriod, ...]:
    """Newest first."""
    query = select(OccupationPeriodRow).where(OccupationPeriodRow.mentee_id == mentee_id)
    rows = session.scalars(query.order_by(OccupationPeriodRow.from_date.desc()))
    return tuple(value_of(OccupationPeriod, row) for row in rows)


def current_occupation(session: Session, mentee_id: UUID) -> Occupation:
    """What holds today."""
    period = occupation_on(list_occupations(session, mentee_id), session.info["clock"].today())
    return period.occupation if period is not None else Occupation.UNKNOWN


def _check(session: Session, row: OccupationPeriodRow) -> None:
    with session.no_autoflush:
        mentee = session.get(MenteeRow, row.mentee_id)
        if mentee is None:
            raise NotFoundError("mentee_unknown")
        others = [one.from_date for one in list_occupations(session, row.mentee_id) if one.id != row.id]
    check_occupation(row.from_date, row.to_date, mentee.birth_date, session.info["clock"].today(), others)


def _row(session: Session, occupation_id: UUID) -> OccupationPeriodRow:
    row = session.get(OccupationPeriodRow, occupation_id)
    if row is None:
        raise NotFoundError("row_unknown")
    return row
