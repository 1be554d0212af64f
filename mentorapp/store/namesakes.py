"""Whether somebody else has the same name: then a print is confirmed by the year of birth (F 26)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from .overviews import MenteeLine, list_lines


@dataclass(frozen=True, slots=True)
class Namesake:
    """One of those who share a name, by what tells them apart."""

    name: str
    alias: str
    birth_year: int | None
    municipality: str


@dataclass(frozen=True, slots=True)
class SharedName:
    """Whose print it is, and the others of that name."""

    this: Namesake
    others: tuple[Namesake, ...]


def shared_name(session: Session, mentee_id: UUID) -> SharedName | None:
    """None where the name is somebody's own."""
    lines = list_lines(session)
    this = next((one for one in lines if one.mentee_id == mentee_id), None)
    if this is None:
        return None
    name = this.full_name.casefold()
    others = [one for one in lines if one.mentee_id != mentee_id and one.full_name.casefold() == name]
    return SharedName(_told(this), tuple(_told(one) for one in others)) if others else None


def _told(line: MenteeLine) -> Namesake:
    """Where a protected person lives is never said (F 5)."""
    place = "" if line.protected_identity != "none" else line.municipality
    year = line.birth_date.year if line.birth_date else line.birth_year
    return Namesake(line.full_name, line.alias, year, place)
