"""The municipality's youth duty (KAA): times in its register, who takes over, and the list for the register itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.occupation import (
    DutyEnd,
    Occupation,
    OccupationPeriod,
    YouthDuty,
    check_duty,
    duty_end,
    occupation_on,
)

from .settings import get_settings
from .tables import value_of
from .tables.mentees import MenteeRow
from .tables.network import ContactRow
from .tables.occupation import OccupationPeriodRow, YouthDutyRow

_LINES = frozenset({"municipality", "receiver_name"})
_FIELDS = _LINES | {"from_date", "to_date", "receiver_contact_id", "handed_over_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """A person in the register as the municipality's list has it. A protected person is an alias without a place."""

    mentee_id: UUID
    name: str
    is_protected: bool
    birth_date: date | None
    birth_year: int | None
    municipality: str
    from_date: date
    to_date: date | None
    occupation: Occupation
    occupation_from: date | None
    ends_by_age: date | None
    receiver: str
    handed_over_on: date | None


def add_youth_duty(session: Session, mentee_id: UUID, from_date: date, **details: Any) -> UUID:
    """`details` are fields of `YouthDuty`. InputError where the time cannot be."""
    row = YouthDutyRow(mentee_id=mentee_id, from_date=from_date)
    _set(row, details)
    _check(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_youth_duty(session: Session, duty_id: UUID, **changes: Any) -> None:
    row = _row(session, duty_id)
    _set(row, changes)
    _check(session, row)


def hand_over(session: Session, duty_id: UUID, on: date) -> None:
    """Somebody else has taken over: the time in the register ends that day."""
    change_youth_duty(session, duty_id, handed_over_on=on, to_date=on)


def remove_youth_duty(session: Session, duty_id: UUID) -> None:
    session.delete(_row(session, duty_id))


def list_youth_duties(session: Session, mentee_id: UUID) -> tuple[YouthDuty, ...]:
    """Newest first."""
    query = select(YouthDutyRow).where(YouthDutyRow.mentee_id == mentee_id)
    return tuple(value_of(YouthDuty, row) for row in session.scalars(query.order_by(YouthDutyRow.from_date.desc())))


def current_youth_duty(session: Session, mentee_id: UUID) -> YouthDuty | None:
    today = session.info["clock"].today()
    return next((duty for duty in list_youth_duties(session, mentee_id) if duty.holds(today)), None)


def duty_end_of(session: Session, mentee_id: UUID) -> DutyEnd | None:
    """For the reminder before the duty ends by age (E24)."""
    duty, mentee = current_youth_duty(session, mentee_id), session.get(MenteeRow, mentee_id)
    if duty is None or mentee is None:
        return None
    return duty_end(duty, mentee.birth_date, session.info["clock"].today(), get_settings(session).youth_duty_age)


def list_register(session: Session) -> tuple[RegisterLine, ...]:
    """Everybody who is in the register today, by first day (E23)."""
    today, age = session.info["clock"].today(), get_settings(session).youth_duty_age
    query = (
        select(YouthDutyRow, MenteeRow, ContactRow.name)
        .join(MenteeRow, MenteeRow.id == YouthDutyRow.mentee_id)
        .outerjoin(ContactRow, ContactRow.id == YouthDutyRow.receiver_contact_id)
        .order_by(YouthDutyRow.from_date, MenteeRow.display_alias)
    )
    occupations = _occupations(session)
    found = []
    for row, mentee, contact in session.execute(query):
        duty = value_of(YouthDuty, row)
        if duty.holds(today):
            period = occupation_on(occupations.get(mentee.id, ()), today)
            found.append(_line(duty, mentee, contact or "", period, duty_end(duty, mentee.birth_date, today, age)))
    return tuple(found)


def _line(
    duty: YouthDuty, mentee: MenteeRow, contact: str, period: OccupationPeriod | None, end: DutyEnd | None
) -> RegisterLine:
    is_protected = mentee.protected_identity.value != "none"
    name = mentee.display_alias if is_protected else f"{mentee.preferred_name} {mentee.family_name}".strip()
    return RegisterLine(
        mentee_id=mentee.id,
        name=name,
        is_protected=is_protected,
        birth_date=None if is_protected else mentee.birth_date,
        birth_year=mentee.birth_date.year if mentee.birth_date else mentee.birth_year,
        municipality="" if is_protected else duty.municipality,
        from_date=duty.from_date,
        to_date=duty.to_date,
        occupation=period.occupation if period else Occupation.UNKNOWN,
        occupation_from=period.from_date if period else None,
        ends_by_age=end.on if end else None,
        receiver="" if is_protected else contact or duty.receiver_name,
        handed_over_on=duty.handed_over_on,
    )


def _occupations(session: Session) -> dict[UUID, list[OccupationPeriod]]:
    found: dict[UUID, list[OccupationPeriod]] = {}
    for row in session.scalars(select(OccupationPeriodRow)):
        found.setdefault(row.mentee_id, []).append(value_of(OccupationPeriod, row))
    return found


def _set(row: YouthDutyRow, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name not in _FIELDS:
            raise TypeError(f"a youth duty has no field {name}")
        setattr(row, name, wording.line(name, value) if name in _LINES else value)


def _check(session: Session, row: YouthDutyRow) -> None:
    with session.no_autoflush:
        mentee = session.get(MenteeRow, row.mentee_id)
        if mentee is None:
            raise NotFoundError("mentee_unknown")
        others = [duty for duty in list_youth_duties(session, row.mentee_id) if duty.id != row.id]
        age = get_settings(session).youth_duty_age
    duty = YouthDuty(
        id=row.id,
        mentee_id=row.mentee_id,
        from_date=row.from_date,
        to_date=row.to_date,
        handed_over_on=row.handed_over_on,
    )
    check_duty(duty, mentee.birth_date, session.info["clock"].today(), others, age)


def _row(session: Session, duty_id: UUID) -> YouthDutyRow:
    row = session.get(YouthDutyRow, duty_id)
    if row is None:
        raise NotFoundError("row_unknown")
    return row
