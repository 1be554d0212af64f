"""Verbs on the mentor's own profile: one row, made when first asked for in a write."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.profile import MentorProfile

from .tables import value_of
from .tables.own import MentorProfileRow


def get_profile(session: Session) -> MentorProfile:
    """The profile; an empty one before anything was written."""
    row = session.scalars(select(MentorProfileRow)).first()
    return MentorProfile() if row is None else value_of(MentorProfile, row)


def change_profile(session: Session, **details: Any) -> None:
    """Changes name, title, unit, phone, work_days, holidays or local_help."""
    row = session.scalars(select(MentorProfileRow)).first()
    if row is None:
        empty = MentorProfile()
        row = MentorProfileRow(work_days=empty.work_days, holidays=empty.holidays)
        session.add(row)
    for name, value in details.items():
        if name in ("name", "title", "unit", "phone"):
            value = wording.line(name, value)
        elif name == "local_help":
            value = wording.text(name, value)
        elif name not in ("work_days", "holidays"):
            raise TypeError(f"a profile has no {name}")
        setattr(row, name, value)
