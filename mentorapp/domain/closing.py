"""The end of an enrolment and what follows: two axes (why it ended, what the person goes to), after-support, checks.

The reasons a mentor picks from are a list of its own (`close_reason`); each maps to the two axes and a result class.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .calendar import add_months, days_between
from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

CHECK_MONTHS = (6, 12)
"""Six months is the long-term indicator of the social fund; a year is what the first projects interviewed after."""

AFTER_SUPPORT_EXTENTS = (25, 50, 75, 100)


class CloseMode(StrEnum):
    COMPLETED = "completed"
    INTERRUPTED = "interrupted"
    ADMINISTRATIVE = "administrative"


class CloseReason(StrEnum):
    GOAL_REACHED = "goal_reached"
    PLANNED_END = "planned_end"
    OTHER_SUPPORT = "other_support"
    MOVED_AWAY = "moved_away"
    NOT_REACHABLE = "not_reachable"
    NOT_ATTENDING = "not_attending"
    OWN_CHOICE = "own_choice"
    HEALTH = "health"
    CUSTODY = "custody"
    PARENTAL_LEAVE = "parental_leave"
    TARGET_GROUP_LOST = "target_group_lost"
    RULES_FORCED = "rules_forced"
    DECEASED = "deceased"
    ADMIN_TRANSFER = "admin_transfer"
    MISREGISTRATION = "misregistration"
    OTHER = "other"
    UNKNOWN = "unknown"


class Destination(StrEnum):
    EMPLOYMENT_REGULAR = "employment_regular"
    EMPLOYMENT_SUBSIDISED = "employment_subsidised"
    SELF_EMPLOYMENT = "self_employment"
    STUDIES_REGULAR = "studies_regular"
    INTERNSHIP_TRAINING = "internship_training"
    EMPLOYMENT_SERVICE = "employment_service"
    MUNICIPAL_LABOUR_UNIT = "municipal_labour_unit"
    SOCIAL_SERVICES = "social_services"
    HEALTH_CARE = "health_care"
    SOCIAL_INSURANCE = "social_insurance"
    HOUSING_SUPPORT = "housing_support"
    DAILY_ACTIVITY = "daily_activity"
    EVI = "evi"
    PARENTAL_LEAVE = "parental_leave"
    TREATMENT_OR_CUSTODY = "treatment_or_custody"
    CONTINUES_HERE = "continues_here"
    NONE_KNOWN = "none_known"
    OTHER = "other"
    UNKNOWN = "unknown"


class ResultClass(StrEnum):
    """What a closing counts as: ordinary activity is neither success nor drop-out (C2); "fullföljt" is its own (C5)."""

    WORK_OR_STUDIES = "work_or_studies"
    ORDINARY_ACTIVITY = "ordinary_activity"
    COMPLETED = "completed"
    OTHER_REASON = "other_reason"
    NOT_COUNTED = "not_counted"


class CheckState(StrEnum):
    PLANNED = "planned"
    REACHED = "reached"
    NOT_REACHED = "not_reached"
    DECLINED = "declined"


POSITIVE = frozenset(
    {
        Destination.EMPLOYMENT_REGULAR,
        Destination.EMPLOYMENT_SUBSIDISED,
        Destination.SELF_EMPLOYMENT,
        Destination.STUDIES_REGULAR,
    }
)
ENTRIES = tuple(sorted(POSITIVE))
NOT_COUNTED = frozenset({CloseReason.ADMIN_TRANSFER, CloseReason.MISREGISTRATION})
_SOCIAL = frozenset({CloseReason.CUSTODY})
_SOCIAL_TO = frozenset({Destination.TREATMENT_OR_CUSTODY, Destination.SOCIAL_SERVICES, Destination.HOUSING_SUPPORT})
_HEALTH_TO = frozenset({Destination.HEALTH_CARE})


@entity
class Heading:
    """A destination with how much of full time it is; exactly one is primary."""

    destination: Destination = classed(C.PLAN)
    primary: bool = classed(C.PLAN, default=False)
    extent_percent: int | None = classed(C.PLAN, default=None)
    other: str = classed(C.PLAN, default="")


@entity
class Closure:
    """`detail` is the code picked from the list of reasons; `reason` the axis it maps to."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    closed_on: date = classed(C.PLAN)
    mode: CloseMode = classed(C.PLAN)
    reason: CloseReason = classed(C.PLAN)
    reason_other: str = classed(C.PLAN, default="")
    detail: str = classed(C.PLAN, default="")
    known_from: str = classed(C.PLAN, default="")
    farewell_held: bool = classed(C.PLAN, default=False)
    last_scale_done: bool = classed(C.PLAN, default=False)
    mentee_words: str = classed(C.PLAN, default="")
    contact_after: bool | None = internal(default=None)
    manager_talk_on: date | None = internal(default=None)
    headings: tuple[Heading, ...] = classed(C.PLAN, default=())

    @property
    def counts_as_closed(self) -> bool:
        return self.reason not in NOT_COUNTED

    @property
    def info_class(self) -> C:
        """The class of why and whereto; of a sensitive one prints say "annat" (B.1)."""
        return closure_class(self.reason, (h.destination for h in self.headings))


@entity
class AfterSupport:
    """Support from the first day of job or studies, not from the closing (P17, P18).

    An employment says whether it is subsidised by its destination; `extent_percent` tells part from full time (P16).
    """

    id: UUID = internal()
    enrolment_id: UUID = internal()
    entry: Destination = classed(C.PLAN)
    started_on: date = classed(C.PLAN)
    extent_percent: int | None = classed(C.PLAN, default=None)
    place: str = classed(C.WORK, default="")
    planned_until: date = classed(C.PLAN)
    ended_on: date | None = classed(C.PLAN, default=None)
    contact_plan: str = classed(C.PLAN, default="")


@entity
class OutcomeCheck:
    """A contact so many months after the closing: still there? Needs the mentee's yes to contact afterwards."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    months: int = classed(C.PLAN)
    planned_on: date = classed(C.PLAN)
    state: CheckState = classed(C.PLAN, default=CheckState.PLANNED)
    done_on: date | None = classed(C.PLAN, default=None)
    destination: Destination | None = classed(C.PLAN, default=None)
    note: str = classed(C.PLAN, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRule:
    """What must have been tried before somebody is closed as not reachable (a setting; S6)."""

    attempts: int = 5
    kinds: int = 2
    days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to reach the mentee: the day, and the way it was made (a session kind's code)."""

    on: date
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptLog:
    """The tries since the last held contact, against the rule."""

    attempts: tuple[Attempt, ...]
    rule: AttemptRule

    @property
    def ways(self) -> int:
        return len({a.way for a in self.attempts})

    @property
    def days(self) -> int:
        """Days from the first try to the last."""
        days = [a.on for a in self.attempts]
        return days_between(min(days), max(days)) if days else 0

    @property
    def is_enough(self) -> bool:
        rule = self.rule
        return len(self.attempts) >= rule.attempts and self.ways >= rule.kinds and self.days >= rule.days


def closure_class(reason: CloseReason, destinations: Iterable[Destination]) -> C:
    """PLAN, unless the reason or a destination tells about health, care, custody or the social services."""
    to = frozenset(destinations)
    if reason is CloseReason.HEALTH or to & _HEALTH_TO:
        return C.HEALTH
    return C.SOCIAL if reason in _SOCIAL or to & _SOCIAL_TO else C.PLAN


def after_support_until(started_on: date, months: int) -> date:
    """So many months from the first day of job or studies."""
    return add_months(started_on, months)


def checks_after(closed_on: date) -> tuple[tuple[int, date], ...]:
    """(months, day) of the follow-ups after a closing."""
    return tuple((months, add_months(closed_on, months)) for months in CHECK_MONTHS)


def check_headings(headings: tuple[Heading, ...]) -> None:
    """At least one, exactly one of them primary, none twice."""
    if not headings:
        raise InputError("headings", "destination_missing")
    if len({h.destination for h in headings}) < len(headings):
        raise InputError("headings", "destination_twice")
    if sum(h.primary for h in headings) != 1:
        raise InputError("headings", "destination_primary")
    for heading in headings:
        if heading.extent_percent is not None and not 1 <= heading.extent_percent <= 100:
            raise InputError("headings", "percent_range")
