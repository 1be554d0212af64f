"""Verbs on programmes: a new one copies a ladder, and from then on the copy is the user's own."""

from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.programmes import Ladder, LegalProfile, Level, Programme, Target, check_programme

from .tables import value_of
from .tables.lists import ProgrammeTargetRow
from .tables.programmes import LevelRow, ProgrammeRow

_LEVEL_FIELDS = tuple(f.name for f in fields(Level) if f.name != "id")


def add_programme(
    session: Session,
    name: str,
    ladder: Ladder,
    *,
    owner: str = "",
    legal_profile: LegalProfile = LegalProfile.LABOUR_UNIT,
    age_min: int | None = None,
    age_max: int | None = None,
    requires_benefit: bool = False,
    starts: date | None = None,
    ends: date | None = None,
    contact_interval_days: int | None = None,
    retention_months: int | None = None,
) -> UUID:
    """A new programme with its own copy of the ladder's levels."""
    name = wording.line("programme_name", name, required=True)
    check_programme(age_min, age_max, starts, ends)
    if session.scalar(select(ProgrammeRow.id).where(ProgrammeRow.name == name)) is not None:
        raise InputError("programme_name", "programme_exists")
    row = ProgrammeRow(
        name=name,
        owner=wording.line("owner", owner),
        legal_profile=legal_profile,
        age_min=age_min,
        age_max=age_max,
        requires_benefit=requires_benefit,
        starts=starts,
        ends=ends,
        contact_interval_days=contact_interval_days,
        retention_months=retention_months,
        ladder_code=ladder.code,
        ladder_exclusive=ladder.exclusive,
        after_support_months=ladder.after_support_months,
        levels=[LevelRow(**{f: getattr(level, f) for f in _LEVEL_FIELDS}) for level in ladder.levels],
    )
    session.add(row)
    session.flush()
    return row.id


def list_programmes(session: Session) -> tuple[Programme, ...]:
    query = select(ProgrammeRow).options(selectinload(ProgrammeRow.levels)).order_by(ProgrammeRow.name)
    return tuple(_programme(session, row) for row in session.scalars(query))


def get_programme(session: Session, programme_id: UUID) -> Programme:
    row = session.get(ProgrammeRow, programme_id, options=[selectinload(ProgrammeRow.levels)])
    if row is None:
        raise NotFoundError("programme_unknown")
    return _programme(session, row)


def _programme(session: Session, row: ProgrammeRow) -> Programme:
    levels: tuple[Any, ...] = tuple(value_of(Level, one) for one in row.levels)
    aimed = select(ProgrammeTargetRow).where(ProgrammeTargetRow.programme_id == row.id)
    targets = tuple(value_of(Target, one) for one in session.scalars(aimed.order_by(ProgrammeTargetRow.indicator)))
    return value_of(Programme, row, levels=levels, targets=targets)
