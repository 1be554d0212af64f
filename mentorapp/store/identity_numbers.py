"""Identity numbers: off unless the unit wants them, checked by the published rules, and kept even when they fail."""

from collections.abc import Mapping
from typing import Any

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import IdNumberType

from .tables.mentees import MenteeRow


def checked_number(row: MenteeRow, values: Mapping[str, Any]) -> dict[str, Any]:
    """The number and whether it failed its check. `id_number_unchecked=True` is the user's "spara ändå"."""
    number = wording.line("id_number", values["id_number"])
    kind = values.get("id_number_type", row.id_number_type) or IdNumberType.NONE
    if not number or kind in (IdNumberType.NONE, IdNumberType.RESERVE):
        return {"id_number": number, "id_number_unchecked": False}
    good = is_valid(number, kind)
    if not good and not values.get("id_number_unchecked"):
        raise InputError("id_number", "id_number_fails")
    return {"id_number": number, "id_number_unchecked": not good}


def is_valid(number: str, kind: IdNumberType) -> bool:
    """Real date and check digit; a samordningsnummer has 60 added to its day."""
    from personnummer import personnummer

    if not personnummer.valid(number):
        return False
    coordination = personnummer.parse(number).is_coordination_number()
    return bool(coordination) == (kind is IdNumberType.SAMORDNINGSNUMMER)
