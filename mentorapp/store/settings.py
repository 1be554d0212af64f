"""Settings that live in the store: one typed table. What is law or local habit is here, never in code."""

import json
from dataclasses import dataclass, fields, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError

from .tables.own import SettingRow


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The limits are days since the last held two-way contact (C.0); lock_minutes is the idle time before locking.

    The closing_attempts ones are what must have been tried before somebody is closed as not reachable (S6).
    """

    lock_minutes: int = 5
    contact_days_first_level: int = 7
    contact_days: int = 14
    contact_days_after_support: int = 21
    contact_days_paused: int = 30
    recovery_sheet_proved: bool = False
    closing_attempts: int = 5
    closing_attempt_kinds: int = 2
    closing_attempt_days: int = 30
    youth_duty_age: int = 20
    benefit_age: int = 30
    thinking_days: int = 7
    decline_erase_days: int = 30
    show_id_number: bool = False


_RANGES = {
    "lock_minutes": (1, 15),
    "youth_duty_age": (16, 25),
    "benefit_age": (19, 40),
    "decline_erase_days": (0, 365),
    "closing_attempts": (1, 20),
    "closing_attempt_kinds": (1, 5),
}
_DAYS = (1, 365)


def get_settings(session: Session) -> StoreSettings:
    """The settings, with the shipped value where none is stored."""
    known = {f.name for f in fields(StoreSettings)}
    stored = {row.name: json.loads(row.value) for row in session.scalars(select(SettingRow)) if row.name in known}
    return replace(StoreSettings(), **stored)


def change_setting(session: Session, name: str, value: int | bool) -> None:
    """Sets one; InputError outside its range."""
    if name not in {f.name for f in fields(StoreSettings)}:
        raise TypeError(f"there is no setting {name}")
    if not isinstance(value, bool):
        lowest, highest = _RANGES.get(name, _DAYS)
        if not lowest <= value <= highest:
            raise InputError(name, "number_range", lowest=lowest, highest=highest)
    row = session.get(SettingRow, name)
    if row is None:
        session.add(SettingRow(name=name, value=json.dumps(value)))
    else:
        row.value = json.dumps(value)
