"""Likely doubles: those already here who may be the same person, shown as a question and never merged."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.likeness import Known, alike, alike_any

from .tables.mentees import FormerNameRow, MenteeRow


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody already in the store who may be the same person."""

    mentee_id: UUID
    full_name: str
    birth_date: date | None
    birth_year: int | None


def likely_doubles(
    session: Session,
    preferred_name: str,
    family_name: str = "",
    *,
    birth_date: date | None = None,
    birth_year: int | None = None,
    but_not: UUID | None = None,
) -> tuple[Likeness, ...]:
    """Those whose name, or a former one, fits and whose birth does not contradict; `but_not` is the person at hand."""
    wanted = Known(preferred_name, family_name, birth_date, birth_year)
    table, former = cast("Any", MenteeRow.__table__).c, _former_names(session)
    columns = (table.id, table.preferred_name, table.family_name, table.birth_date, table.birth_year)
    found = []
    for key, preferred, family, born, year in session.execute(select(*columns)):
        if key == but_not:
            continue
        earlier = (_known(name, born, year) for name in former.get(key, ()))
        if alike(wanted, Known(preferred, family, born, year)) or alike_any(wanted, earlier):
            found.append(Likeness(key, f"{preferred} {family}".strip(), born, year))
    return tuple(found)


def _known(full_name: str, born: date | None, year: int | None) -> Known:
    preferred, _, family = full_name.partition(" ")
    return Known(preferred, family, born, year)


def _former_names(session: Session) -> dict[UUID, list[str]]:
    table = cast("Any", FormerNameRow.__table__).c
    found: dict[UUID, list[str]] = {}
    for mentee_id, name in session.execute(select(table.mentee_id, table.name)):
        found.setdefault(mentee_id, []).append(name)
    return found
