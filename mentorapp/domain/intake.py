"""Before an enrolment: interest, outreach and thinking time. A no is kept as a count only, without a case (E8, E26)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .enrolments import Enrolment, EnrolmentStatus
from .errors import InputError
from .fields import entity, internal
from .mentees import Gender
from .periods import check_after_birth, check_not_future

THINKING_DAYS = 7
ERASE_DAYS = 30
SENT_MAX = 10_000


class IntakeStage(StrEnum):
    """How far somebody is who has not begun. DECLINED waits to be erased."""

    OUTREACH = "outreach"
    INTEREST = "interest"
    THINKING = "thinking"
    DECLINED = "declined"


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


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many have said no for a reason, and of which gender."""

    reason: str
    count: int
    genders: tuple[tuple[Gender, int], ...]


@dataclass(frozen=True, slots=True)
class ReferrerCount:
    """Enrolments that have begun by way and gender; `own initiative` is a way like the others (E3)."""

    referrer_type: str
    gender: Gender
    enrolments: int


@dataclass(frozen=True, slots=True)
class IntakeCounts:
    """Reached and enrolled are two counts (E6). `came_by_outreach` are those enrolled whom outreach led here."""

    sent: int
    reached: int
    came_by_outreach: int
    interested: int
    thinking: int
    noes: tuple[ReasonCount, ...]

    @property
    def declined(self) -> int:
        return sum(one.count for one in self.noes)


def stage_of(enrolment: Enrolment | None) -> IntakeStage | None:
    """None once somebody has begun. A no is an enrolment that was closed before it began."""
    if enrolment is None:
        return IntakeStage.OUTREACH
    if enrolment.status is EnrolmentStatus.OFFERED:
        return IntakeStage.THINKING
    if enrolment.status is EnrolmentStatus.INTEREST:
        return IntakeStage.OUTREACH if enrolment.interest_on is None else IntakeStage.INTEREST
    said_no = enrolment.status is EnrolmentStatus.CLOSED and enrolment.started_on is None
    return IntakeStage.DECLINED if said_no else None


def check_interest(on: date, birth_date: date | None, today: date) -> None:
    check_not_future("interest_on", on, today)
    check_after_birth("interest_on", on, birth_date)


def check_offer(on: date, answer_day: date, interest_on: date | None, today: date) -> None:
    """The offer follows the interest, and the day to ask again follows the offer."""
    check_not_future("offered_on", on, today)
    if interest_on is not None and on < interest_on:
        raise InputError("offered_on", "offer_before_interest")
    if answer_day < on:
        raise InputError("answer_by", "answer_before_offer")


def check_outreach(event_date: date, sent: int, reached: int, today: date) -> None:
    check_not_future("event_date", event_date, today)
    if not 1 <= sent <= SENT_MAX:
        raise InputError("sent", "outreach_sent_range", highest=SENT_MAX)
    if not 0 <= reached <= sent:
        raise InputError("reached", "outreach_reached_range", highest=sent)
