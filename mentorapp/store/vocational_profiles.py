"""Verbs on the vocational profile: a change on another day begins the next version, so that each stands as it was."""

from dataclasses import fields
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.mapping import VocationalProfile

from .tables import value_of
from .tables.mapping import VocationalProfileRow

PROFILE_FIELDS = tuple(
    f.name for f in fields(VocationalProfile) if f.name not in ("id", "mentee_id", "version", "made_on")
)


def change_vocational_profile(session: Session, mentee_id: UUID, **changes: str) -> UUID:
    """Changes the texts named in `changes` (PROFILE_FIELDS): in today's version, or in a new one."""
    unknown = next((name for name in changes if name not in PROFILE_FIELDS), None)
    if unknown:
        raise TypeError(f"a vocational profile has no {unknown}")
    texts = {name: wording.text(name, text) for name, text in changes.items()}
    today = session.info["clock"].today()
    row = session.scalars(_newest_first(mentee_id).limit(1)).first()
    if row is None or row.made_on != today:
        earlier = {name: getattr(row, name) if row else "" for name in PROFILE_FIELDS}
        version = row.version + 1 if row else 1
        row = VocationalProfileRow(mentee_id=mentee_id, version=version, made_on=today, **earlier)
        session.add(row)
    for name, text in texts.items():
        setattr(row, name, text)
    session.flush()
    return row.id


def get_vocational_profile(session: Session, mentee_id: UUID) -> VocationalProfile | None:
    """The newest version, or None before the first."""
    row = session.scalars(_newest_first(mentee_id).limit(1)).first()
    return None if row is None else value_of(VocationalProfile, row)


def list_vocational_profiles(session: Session, mentee_id: UUID) -> tuple[VocationalProfile, ...]:
    """All versions, newest first."""
    return tuple(value_of(VocationalProfile, row) for row in session.scalars(_newest_first(mentee_id)))


def _newest_first(mentee_id: UUID) -> Select[VocationalProfileRow]:
    query = select(VocationalProfileRow).where(VocationalProfileRow.mentee_id == mentee_id)
    return query.order_by(VocationalProfileRow.version.desc())
