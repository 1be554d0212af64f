"""Identity numbers: off unless the unit wants them, checked by the published rules, and kept even when they fail."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import FormerNumber, IdNumberType

from .tables import value_of
from .tables.mentees import FormerNumberRow, MenteeRow

_PASSING = frozenset({IdNumberType.SAMORDNINGSNUMMER, IdNumberType.RESERVE})
"""Numbers that somebody has for a time, until they get a personnummer."""


def checked_number(row: MenteeRow, values: Mapping[str, Any]) -> dict[str, Any]:
    """The number and whether it failed its check. `id_number_unchecked=True` is the user's "spara ändå"."""
    number = wording.line("id_number", values.get("id_number", row.id_number) or "")
    kind = _kind(row, values)
    if not number or kind in (IdNumberType.NONE, IdNumberType.RESERVE):
        return {"id_number": number, "id_number_unchecked": False}
    good = is_valid(number, kind)
    if not good and not values.get("id_number_unchecked"):
        raise InputError("id_number", "id_number_fails")
    return {"id_number": number, "id_number_unchecked": not good}


def keep_former_number(session: Session, row: MenteeRow, values: Mapping[str, Any]) -> None:
    """A samordningsnummer that gives way to a personnummer stays with the person; a slip put right does not (F 4)."""
    if row.id_number and row.id_number_type in _PASSING and _kind(row, values) is not row.id_number_type:
        until = session.info["clock"].today()
        kind, number = row.id_number_type, row.id_number
        session.add(FormerNumberRow(mentee_id=row.id, id_number_type=kind, id_number=number, until=until))


def list_former_numbers(session: Session, mentee_id: UUID) -> tuple[FormerNumber, ...]:
    """Oldest first."""
    query = select(FormerNumberRow).where(FormerNumberRow.mentee_id == mentee_id)
    return tuple(value_of(FormerNumber, one) for one in session.scalars(query.order_by(FormerNumberRow.until)))


def is_valid(number: str, kind: IdNumberType) -> bool:
    """Real date and check digit; a samordningsnummer has 60 added to its day."""
    from personnummer import personnummer

    if not personnummer.valid(number):
        return False
    coordination = personnummer.parse(number).is_coordination_number()
    return bool(coordination) == (kind is IdNumberType.SAMORDNINGSNUMMER)


def _kind(row: MenteeRow, values: Mapping[str, Any]) -> IdNumberType:
    return IdNumberType(values.get("id_number_type", row.id_number_type) or IdNumberType.NONE)
