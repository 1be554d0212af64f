"""Measurements made by others with instruments of their own: name, day, value, perhaps a file (I18). Nothing is known
of what they mean, so nothing is said about it."""

from datetime import date
from uuid import UUID

from .fields import classed, entity, internal
from .sharing import InfoClass as C


@entity
class ExternalMeasurement:
    """`value` is what stands on the paper, as it stands there."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    name: str = classed(C.HEALTH)
    event_date: date = classed(C.HEALTH)
    value: str = classed(C.HEALTH, default="")
    note: str = classed(C.HEALTH, default="")
    attachment_id: UUID | None = internal(default=None)
    info_class: C = internal(default=C.HEALTH)
