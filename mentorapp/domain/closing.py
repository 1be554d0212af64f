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
from .support import IncomePeriod, IncomeSource

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
_COMPLETED = frozenset({CloseReason.GOAL_REACHED, CloseReason.PLANNED_END, CloseReason.OTHER_SUPPORT})
_REFERRERS = {
    "social_insurance": Destination.SOCIAL_INSURANCE,
    "employment_service": Destination.EMPLOYMENT_SERVICE,
    "social_services": Destination.SOCIAL_SERVICES,
    "psychiatry": Destination.HEALTH_CARE,
    "primary_care": Destination.HEALTH_CARE,
    "evi": Destination.EVI,
    "kaa": Destination.MUNICIPAL_LABOUR_UNIT,
    "labour_unit": Destination.MUNICIPAL_LABOUR_UNIT,
    "self": Destination.NONE_KNOWN,
    "relative": Destination.NONE_KNOWN,
    "outreach": Destination.NONE_KNOWN,
}
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
    detail_class: C = internal(default=C.PLAN)

    @property
    def counts_as_closed(self) -> bool:
        return self.reason not in NOT_COUNTED

    @property
    def info_class(self) -> C:
        """The class of why and whereto; of a sensitive one prints say "annat" (B.1, C4)."""
        found = closure_class(self.reason, (h.destination for h in self.headings))
        return self.detail_class if found is C.PLAN else found

    @property
    def primary(self) -> Heading | None:
        return next((heading for heading in self.headings if heading.primary), None)

    @property
    def printed_reason(self) -> CloseReason:
        """The reason as it may stand on paper: a sensitive one is "annat" (C4)."""
        return self.reason if self.info_class is C.PLAN else CloseReason.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClosure:
    """What is decided when an enrolment ends; `detail` is a code of the list of reasons."""

    closed_on: date
    detail: str
    headings: tuple[Heading, ...]
    reason_other: str = ""
    known_from: str = ""
    farewell_held: bool = False
    last_scale_done: bool = False
    mentee_words: str = ""
    contact_after: bool | None = None
    manager_talk_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Who follows an intervention when the mentor no longer does."""

    contact_id: UUID | None = None
    name: str = ""


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

    @property
    def last_day(self) -> date:
        """Its end, or the day it is planned to."""
        return self.ended_on or self.planned_until

    def covers(self, day: date) -> bool:
        return self.started_on <= day <= self.last_day

    def goes_on(self, today: date) -> bool:
        return today <= self.last_day


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


class ContactTime(StrEnum):
    """When a contact was, seen from the enrolment (P17, P19)."""

    BEFORE = "before"
    DURING = "during"
    AFTER_SUPPORT = "after_support"
    AFTER_CLOSING = "after_closing"


def contact_time(
    on: date, started_on: date | None, closed_on: date | None, given: Iterable[AfterSupport]
) -> ContactTime:
    """From the first day of job or studies a contact is after-support, also when the enrolment has been closed."""
    if any(one.covers(on) for one in given):
        return ContactTime.AFTER_SUPPORT
    if closed_on is not None and on > closed_on:
        return ContactTime.AFTER_CLOSING
    return ContactTime.BEFORE if started_on is None or on < started_on else ContactTime.DURING


def mode_of(reason: CloseReason) -> CloseMode:
    """Completed where the way through was walked, administrative where nothing ended for the person."""
    if reason in NOT_COUNTED:
        return CloseMode.ADMINISTRATIVE
    return CloseMode.COMPLETED if reason in _COMPLETED else CloseMode.INTERRUPTED


def needs_receivers(reason: CloseReason) -> bool:
    """Whether every open intervention needs somebody who takes over; not after a death or where nothing ends."""
    return reason not in NOT_COUNTED | {CloseReason.DECEASED}


def has_checks(reason: CloseReason, contact_after: bool | None) -> bool:
    """Whether there are follow-ups after six and twelve months: only with the mentee's yes to contact afterwards."""
    return bool(contact_after) and needs_receivers(reason)


def referrer_destination(referrer_type: str) -> Destination:
    """Where somebody goes who goes back to the referrer."""
    return _REFERRERS.get(referrer_type, Destination.OTHER if referrer_type else Destination.UNKNOWN)


def still_there(checks: Iterable[OutcomeCheck], months: int) -> tuple[int, int]:
    """(in work or studies, reached) of the follow-ups so many months after; those not reached are in neither (C15)."""
    reached = [one for one in checks if one.months == months and one.state is CheckState.REACHED]
    return sum(one.destination in POSITIVE for one in reached), len(reached)


def incomes_on(incomes: Iterable[IncomePeriod], day: date) -> tuple[IncomePeriod, ...]:
    """What the mentee lived on that day, as far as it is known (E17)."""
    return tuple(one for one in incomes if one.pays and one.from_date <= day <= (one.last_known or date.max))


def incomes_kept(at_start: Iterable[IncomePeriod], at_close: Iterable[IncomePeriod]) -> frozenset[IncomeSource]:
    """The sources that were there at the start and still at the close."""
    return frozenset(one.source for one in at_start) & frozenset(one.source for one in at_close)


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
