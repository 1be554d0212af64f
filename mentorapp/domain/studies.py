"""Supported Education: what somebody wants to study, what stood in the way, who helps, and which dates matter (B.10).

Not limited in time, and begun from the person's own choice. Studies that are an outcome stand with after-support.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .calendar import add_months
from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

PACES = (1, 100)
_SATURDAY = 5


class StudyPhase(StrEnum):
    PREPARE = "prepare"
    CHOOSE = "choose"
    GET = "get"
    KEEP = "keep"
    COMPLETED = "completed"
    INTERRUPTED = "interrupted"


WAY = (StudyPhase.PREPARE, StudyPhase.CHOOSE, StudyPhase.GET, StudyPhase.KEEP)
"""The four phases as they are drawn; the other two are ends."""


class CsnState(StrEnum):
    """Where the money for studies stands; the program never decides it."""

    UNKNOWN = "unknown"
    NOT_NEEDED = "not_needed"
    TO_APPLY = "to_apply"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


class StudyDateKind(StrEnum):
    APPLICATION = "application"
    EXAM = "exam"
    MONEY = "money"
    START = "start"
    OTHER = "other"


@entity
class StudyDate:
    """A last day to apply, an exam: reminded of until it is done (P25)."""

    id: UUID = internal()
    education_support_id: UUID = internal()
    kind: StudyDateKind = classed(C.EDU)
    on: date = classed(C.EDU)
    text: str = classed(C.EDU, default="")
    done_on: date | None = classed(C.EDU, default=None)


@entity
class StudyHelper:
    """Somebody in the support team and what they do (P23). `name` where the person is not in the register."""

    id: UUID = internal()
    education_support_id: UUID = internal()
    order: int = internal(default=0)
    contact_id: UUID | None = internal(default=None)
    name: str = classed(C.EDU, default="")
    does: str = classed(C.EDU, default="")


@entity
class StudyPhaseOn:
    """A phase and the day it began."""

    phase: StudyPhase = classed(C.EDU)
    since: date = classed(C.EDU)


@entity
class StudyConference:
    """A talk about the studies with those who help, mostly every month (P24). `points` are a line each."""

    id: UUID = internal()
    education_support_id: UUID = internal()
    event_date: date = classed(C.EDU)
    place: str = classed(C.EDU, default="")
    present: str = classed(C.EDU, default="")
    points: str = classed(C.EDU, default="")
    agreed: str = classed(C.EDU, default="")
    held: bool = classed(C.EDU, default=False)

    @property
    def agenda(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.points.splitlines() if line.strip())


@entity
class EducationSupport:
    """Studies on the way (W10, P23). `goal` is the mentee's own; `barriers` what stood in the way before;
    `accommodations` what is needed, worded as needs, a line each."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    phase: StudyPhase = classed(C.EDU)
    school: str = classed(C.EDU, default="")
    course: str = classed(C.EDU)
    level: str = classed(C.EDU, default="")
    pace_percent: int | None = classed(C.EDU, default=None)
    from_date: date | None = classed(C.EDU, default=None)
    to_date: date | None = classed(C.EDU, default=None)
    completed: bool | None = classed(C.EDU, default=None)
    certificate_on: date | None = classed(C.EDU, default=None)
    goal: str = classed(C.EDU, default="")
    barriers: str = classed(C.EDU, default="")
    accommodations: str = classed(C.EDU, default="")
    csn_state: CsnState = classed(C.INCOME, default=CsnState.UNKNOWN)
    note: str = classed(C.EDU, default="")

    def pace_on(self, day: date) -> int | None:
        """Per cent of full time on a day; None where it is unknown, and when the studies are not on."""
        if self.from_date is None or not self.from_date <= day <= (self.to_date or date.max):
            return None
        over = self.to_date is None and self.phase not in WAY
        return None if over else self.pace_percent


@entity
class StudyPlan:
    """The studies with all that belongs to them."""

    studies: EducationSupport = classed(C.EDU)
    phases: tuple[StudyPhaseOn, ...] = classed(C.EDU, default=())
    dates: tuple[StudyDate, ...] = classed(C.EDU, default=())
    team: tuple[StudyHelper, ...] = classed(C.EDU, default=())
    conferences: tuple[StudyConference, ...] = classed(C.EDU, default=())

    @property
    def next_conference(self) -> StudyConference | None:
        ahead = [one for one in self.conferences if not one.held]
        return min(ahead, key=lambda one: (one.event_date, one.id), default=None)


def open_dates(dates: Iterable[StudyDate]) -> tuple[StudyDate, ...]:
    """What is still to be done, the nearest first."""
    return tuple(sorted((one for one in dates if one.done_on is None), key=lambda one: (one.on, one.id)))


def talk_after(day: date) -> date:
    """A month later (P24); from a Saturday or a Sunday on to the Monday."""
    later = add_months(day, 1)
    return later + timedelta(days=7 - later.weekday() if later.weekday() >= _SATURDAY else 0)


def check_pace(pace: int | None) -> None:
    if pace is not None and not PACES[0] <= pace <= PACES[1]:
        raise InputError("pace_percent", "percent_range")
