"""Settings that live in the store: one typed table. What is law or local habit is here, never in code."""

import json
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_changes import CHANGE_MM
from mentorapp.domain.session_ratings import SHIPPED, SessionLimits

from .tables.own import SettingRow


def _tenths(value: Decimal) -> int:
    return int(value * 10)


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The limits are days since the last held two-way contact (C.0); lock_minutes is the idle time before locking.

    The closing_attempts ones are what must have been tried before somebody is closed as not reachable (S6). Those of
    ORS and SRS are in whole tenths of a centimetre, but for the age; `kasam_permission` is a reference on paper, and
    without one KASAM is not offered at all (B.8).
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
    session_rating_licence: bool = False
    kasam_permission: str = ""
    change_mm: int = CHANGE_MM
    ors_cut_off_adult: int = _tenths(SHIPPED.ors_cut_off_adult)
    ors_cut_off_young: int = _tenths(SHIPPED.ors_cut_off_young)
    ors_adult_from: int = SHIPPED.adult_from
    ors_reliable_change: int = _tenths(SHIPPED.reliable_change)
    srs_limit: int = _tenths(SHIPPED.srs_limit)
    consent_usual_months: int = 6
    consent_most_months: int = 12
    internal_handover: bool = False
    meeting_mode_passphrase: bool = False

    @property
    def session_limits(self) -> SessionLimits:
        """The limits of ORS and SRS in centimetres of total."""
        return SessionLimits(
            ors_cut_off_adult=Decimal(self.ors_cut_off_adult) / 10,
            ors_cut_off_young=Decimal(self.ors_cut_off_young) / 10,
            adult_from=self.ors_adult_from,
            reliable_change=Decimal(self.ors_reliable_change) / 10,
            srs_limit=Decimal(self.srs_limit) / 10,
        )


_RANGES = {
    "lock_minutes": (1, 15),
    "youth_duty_age": (16, 25),
    "benefit_age": (19, 40),
    "decline_erase_days": (0, 365),
    "closing_attempts": (1, 20),
    "closing_attempt_kinds": (1, 5),
    "change_mm": (1, 50),
    "ors_cut_off_adult": (0, 400),
    "ors_cut_off_young": (0, 400),
    "ors_adult_from": (12, 25),
    "ors_reliable_change": (10, 200),
    "srs_limit": (0, 400),
}
_DAYS = (1, 365)
TENTHS = ("ors_cut_off_adult", "ors_cut_off_young", "ors_reliable_change", "srs_limit")
"""Stored in tenths, said in whole."""


def get_settings(session: Session) -> StoreSettings:
    """The settings, with the shipped value where none is stored."""
    known = {f.name for f in fields(StoreSettings)}
    stored = {row.name: json.loads(row.value) for row in session.scalars(select(SettingRow)) if row.name in known}
    return replace(StoreSettings(), **stored)


def change_setting(session: Session, name: str, value: int | bool | str) -> None:
    """Sets one; InputError outside its range. Those in `TENTHS` are given in tenths."""
    if name not in {f.name for f in fields(StoreSettings)}:
        raise TypeError(f"there is no setting {name}")
    if type(value) is not type(getattr(StoreSettings(), name)):
        raise TypeError(f"{name} is no {type(value).__name__}")
    if isinstance(value, str):
        value = wording.line(name, value)
    elif not isinstance(value, bool):
        lowest, highest = _RANGES.get(name, _DAYS)
        if not lowest <= value <= highest:
            if name in TENTHS:
                lowest, highest = lowest // 10, highest // 10
            raise InputError(name, "number_range", lowest=lowest, highest=highest)
    row = session.get(SettingRow, name)
    if row is None:
        session.add(SettingRow(name=name, value=json.dumps(value)))
    else:
        row.value = json.dumps(value)
