"""Verbs on programmes: a new one copies a ladder, and from then on the copy is the user's own."""

from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.programmes import Ladder, LegalProfile, Level, Programme, Target, check_intervals, check_programme

from .tables import value_of
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.lists import ProgrammeTargetRow
from .tables.programmes import LevelRow, ProgrammeRow

_CHECKED = (
    "age_min", "age_max", "starts", "ends", "contact_interval_days", "referrer_checkin_days", "after_support_months",
    "retention_months",
)  # fmt: skip
_CHANGED = frozenset(_CHECKED) | {
    "legal_profile", "requires_benefit", "outcome_definition", "ladder_exclusive", "criteria", "target_groups",
}  # fmt: skip
_TARGET_MAX = 10_000
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
    _refuse_known_name(session, name)
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


def change_programme(session: Session, programme_id: UUID, **details: Any) -> None:
    """Changes its facts. InputError `stays_overlap` when levels are to be one at a time and somebody is on several."""
    row = _row(session, programme_id)
    values = {name: details.get(name, getattr(row, name)) for name in _CHECKED}
    check_programme(values["age_min"], values["age_max"], values["starts"], values["ends"])
    check_intervals(
        values["contact_interval_days"],
        values["referrer_checkin_days"],
        values["after_support_months"],
        values["retention_months"],
    )
    if details.get("ladder_exclusive") and _has_several_open_stays(session, programme_id):
        raise InputError("ladder_exclusive", "stays_overlap")
    for name, value in details.items():
        if name == "name":
            value = wording.line("programme_name", value, required=True)
            _refuse_known_name(session, value, programme_id)
        elif name == "owner":
            value = wording.line(name, value)
        elif name not in _CHANGED:
            raise TypeError(f"a programme has no {name} to change")
        setattr(row, name, value)


def set_target(session: Session, programme_id: UUID, indicator: str, value: int | None) -> None:
    """What the programme aims at for one indicator; None takes the target away."""
    if value is not None and not 0 <= value <= _TARGET_MAX:
        raise InputError("target", "number_range", lowest=0, highest=_TARGET_MAX)
    query = select(ProgrammeTargetRow).where(
        ProgrammeTargetRow.programme_id == programme_id, ProgrammeTargetRow.indicator == indicator
    )
    row = session.scalars(query).first()
    if value is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(ProgrammeTargetRow(programme_id=programme_id, indicator=indicator, value=value))
    else:
        row.value = value


def _has_several_open_stays(session: Session, programme_id: UUID) -> bool:
    query = (
        select(LevelEntryRow.enrolment_id)
        .join(EnrolmentRow, EnrolmentRow.id == LevelEntryRow.enrolment_id)
        .where(EnrolmentRow.programme_id == programme_id, LevelEntryRow.left_on.is_(None))
        .group_by(LevelEntryRow.enrolment_id)
        .having(func.count() > 1)
    )
    return session.scalars(query).first() is not None


def _refuse_known_name(session: Session, name: str, other_than: UUID | None = None) -> None:
    known = session.scalar(select(ProgrammeRow.id).where(ProgrammeRow.name == name))
    if known is not None and known != other_than:
        raise InputError("programme_name", "programme_exists")


def list_programmes(session: Session) -> tuple[Programme, ...]:
    query = select(ProgrammeRow).options(selectinload(ProgrammeRow.levels)).order_by(ProgrammeRow.name)
    return tuple(_programme(session, row) for row in session.scalars(query))


def get_programme(session: Session, programme_id: UUID) -> Programme:
    return _programme(session, _row(session, programme_id))


def _row(session: Session, programme_id: UUID) -> ProgrammeRow:
    row = session.get(ProgrammeRow, programme_id, options=[selectinload(ProgrammeRow.levels)])
    if row is None:
        raise NotFoundError("programme_unknown")
    return row


def _programme(session: Session, row: ProgrammeRow) -> Programme:
    levels: tuple[Any, ...] = tuple(value_of(Level, one) for one in row.levels)
    aimed = select(ProgrammeTargetRow).where(ProgrammeTargetRow.programme_id == row.id)
    targets = tuple(value_of(Target, one) for one in session.scalars(aimed.order_by(ProgrammeTargetRow.indicator)))
    return value_of(Programme, row, levels=levels, targets=targets)
