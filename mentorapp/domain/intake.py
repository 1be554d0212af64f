"""Before an enrolment: interest, outreach and thinking time. A no is kept as a count only, without a case (E8, E26)."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .fields import entity, internal
from .mentees import Gender

THINKING_DAYS = 7


class OutreachKind(StrEnum):
    LETTER = "letter"
    VISIT = "visit"
    CALL = "call"
    DIGITAL = "digital"


@entity
class Decline:
    """Somebody said no: the month, how they came and why, and the gender; nobody can be found again from it."""

    id: UUID = internal()
    month: str = internal()
    reason: str = internal()
    source: str = internal(default="")
    gender: Gender = internal(default=Gender.UNDISCLOSED)


@entity
class OutreachEffort:
    """A round of letters, visits or calls: how many were sent out to and how many were reached (E6)."""

    id: UUID = internal()
    event_date: date = internal()
    kind: OutreachKind = internal()
    sent: int = internal()
    reached: int = internal(default=0)
    note: str = internal(default="")


def answer_by(offered_on: date, days: int = THINKING_DAYS) -> date:
    """The day to ask again after the thinking time."""
    return offered_on + timedelta(days=days)


def month_of(day: date) -> str:
    return f"{day:%Y-%m}"
