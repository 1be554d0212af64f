"""The mentor's own memory: never printed, never exported, in a table of its own."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from .fields import entity, internal


class PrivateKind(StrEnum):
    NOTE = "note"
    SAFETY = "safety"


@entity
class PrivateNote:
    """No field has a class that any consent could open."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    session_id: UUID | None = internal(default=None)
    event_date: date = internal()
    kind: PrivateKind = internal(default=PrivateKind.NOTE)
    text: str = internal()
    created_at: datetime = internal()
