"""What a young person does over time, and the municipality's youth duty (KAA): both are dated, so that a way out shows.

The duty ends at 20 (the ordinance on it is a point of law; the limit is a setting of the store).
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .sharing import InfoClass as C


class Occupation(StrEnum):
    """NEITHER is what statistics call UVAS."""

    UNKNOWN = "unknown"
    WORKS = "works"
    STUDIES = "studies"
    WORKS_AND_STUDIES = "works_and_studies"
    NEITHER = "neither"


@entity
class OccupationPeriod:
    """Works, studies or neither, from a day until the next period begins or `to_date`."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    occupation: Occupation = classed(C.PLAN)
    from_date: date = classed(C.PLAN)
    to_date: date | None = classed(C.PLAN, default=None)
    note: str = classed(C.PLAN, default="")


@entity
class YouthDuty:
    """A time in the municipality's register. `receiver_*` names who takes over when the duty ends (E24)."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    from_date: date = classed(C.PLAN)
    to_date: date | None = classed(C.PLAN, default=None)
    municipality: str = classed(C.CONTACT, default="")
    receiver_contact_id: UUID | None = internal(default=None)
    receiver_name: str = classed(C.PLAN, default="")
    handed_over_on: date | None = classed(C.PLAN, default=None)

    @property
    def has_receiver(self) -> bool:
        return bool(self.receiver_contact_id or self.receiver_name)
