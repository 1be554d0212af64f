"""What the mentor has said about a derived reminder: shown again from a day, or dealt with. The rule is not stored."""

from datetime import date
from uuid import UUID

from .fields import entity, internal


@entity
class Snooze:
    """`until` None means dealt with. `subject` tells two occasions of a rule apart (a date, an identifier)."""

    id: UUID = internal()
    mentee_id: UUID | None = internal(default=None)
    rule: str = internal()
    subject: str = internal()
    until: date | None = internal(default=None)
    reason: str = internal(default="")
