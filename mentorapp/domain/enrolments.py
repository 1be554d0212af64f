"""Enrolments and the way up, down and along the ladder."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .programmes import Level
from .sharing import InfoClass as C


class EnrolmentStatus(StrEnum):
    INTEREST = "interest"
    OFFERED = "offered"
    ACTIVE = "active"
    PAUSED = "paused"
    AFTER_SUPPORT = "after_support"
    CLOSED = "closed"


STARTED = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.PAUSED, EnrolmentStatus.AFTER_SUPPORT})


class ReferralSource(StrEnum):
    """How the person came; SELF is "eget initiativ", a value of its own and never an empty field (E3)."""

    SELF = "self"
    RELATIVE = "relative"
    OUTREACH = "outreach"
    CASEWORKER = "caseworker"
    KAA = "kaa"
    SCHOOL = "school"
    CARE = "care"
    INTERNAL = "internal"
    OTHER = "other"


class Direction(StrEnum):
    INITIAL = "initial"
    UP = "up"
    DOWN = "down"
    SKIP = "skip"
    RESTART = "restart"


class Track(StrEnum):
    """What a level is used for (P15): towards studies or towards work."""

    NONE = "none"
    STUDY = "study"
    WORK = "work"


class DecidedBy(StrEnum):
    TOGETHER = "together"
    MENTEE = "mentee"
    MENTOR = "mentor"
    EXTERNAL = "external"


@entity
class Referral:
    """How and from whom the person came; the reason is SOCIAL, the referrer's expectation PLAN."""

    source: ReferralSource | None = classed(C.PLAN, default=None)
    source_other: str = classed(C.PLAN, default="")
    referrer_type: str = classed(C.PLAN, default="")
    organisation_id: UUID | None = internal(default=None)
    contact_id: UUID | None = internal(default=None)
    organisation: str = classed(C.PLAN, default="")
    contact: str = classed(C.PLAN, default="")
    on: date | None = classed(C.PLAN, default=None)
    reason_text: str = classed(C.SOCIAL, default="")
    expectation: str = classed(C.PLAN, default="")


@entity
class Enrolment:
    """One period in a programme; `ordinal` counts the person's periods in it from 1."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    programme_id: UUID = internal()
    status: EnrolmentStatus = classed(C.PLAN)
    ordinal: int = classed(C.PLAN)
    referral: Referral = classed(C.PLAN)
    interest_on: date | None = classed(C.PLAN, default=None)
    offered_on: date | None = classed(C.PLAN, default=None)
    answer_by: date | None = classed(C.PLAN, default=None)
    started_on: date | None = classed(C.PLAN, default=None)
    closed_on: date | None = classed(C.PLAN, default=None)
    mentor_name: str = classed(C.PLAN, default="")
    counts_in_statistics: bool = internal(default=True)
    transferred_in_from: str = classed(C.PLAN, default="")
    registered_in_followup_system: bool = internal(default=False)
    registration_consent_id: UUID | None = internal(default=None)
    criteria: tuple[str, ...] = classed(C.SOCIAL, default=())


@entity
class LevelEntry:
    """A stay on a level, half-open: from `entered_on` up to but not on `left_on`."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    level_id: UUID = internal()
    entered_on: date = classed(C.PLAN)
    left_on: date | None = classed(C.PLAN, default=None)
    direction: Direction = classed(C.PLAN)
    decided_by: DecidedBy = classed(C.PLAN, default=DecidedBy.TOGETHER)
    reason: str = classed(C.PLAN, default="")
    mentee_words: str = classed(C.PLAN, default="")
    mentor_view: str = classed(C.PLAN, default="")
    track: Track = classed(C.PLAN, default=Track.NONE)
    track_text: str = classed(C.PLAN, default="")


@entity
class Pause:
    """A rest in the enrolment, [from_date, to_date]; open-ended while `to_date` is None."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    from_date: date = classed(C.PLAN)
    to_date: date | None = classed(C.PLAN, default=None)
    reason: str = classed(C.SOCIAL, default="")
    who_keeps_contact: str = classed(C.PLAN, default="")


@entity
class TargetGroupPeriod:
    """The target group an enrolment belongs to from a day on; a rule change does not rewrite old cases (E11)."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    target_group: str = classed(C.PLAN)
    from_date: date = classed(C.PLAN)


def target_group_on(periods: Sequence[TargetGroupPeriod], day: date) -> str:
    """The group an enrolment belonged to on a day; empty before the first."""
    begun = [one for one in periods if one.from_date <= day]
    return max(begun, key=lambda one: one.from_date).target_group if begun else ""


def criteria_counted(enrolments: Iterable[Enrolment]) -> dict[str, int]:
    """How many enrolments meet each criterion; one may meet several (E9)."""
    return dict(Counter(code for enrolment in enrolments for code in frozenset(enrolment.criteria)))


def people_and_enrolments(enrolments: Iterable[Enrolment]) -> tuple[int, int]:
    """Both counts: persons, and their enrolments (E12)."""
    every = tuple(enrolments)
    return len({enrolment.mentee_id for enrolment in every}), len(every)


class StepState(StrEnum):
    """How a level is drawn: been here, is here now, ahead."""

    BEEN = "been"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One level as the staircase shows it; `since` is the first day of the latest stay."""

    level: Level
    state: StepState
    since: date | None


def ladder_steps(levels: Sequence[Level], entries: Sequence[LevelEntry]) -> tuple[LadderStep, ...]:
    """The staircase of an enrolment. A skipped level looks like one ahead; a move down looks like a move up."""
    latest = {e.level_id: e for e in sorted(entries, key=lambda e: e.entered_on)}
    steps = []
    for level in sorted(levels, key=lambda one: one.order):
        entry = latest.get(level.id)
        state = StepState.AHEAD if entry is None else StepState.HERE if entry.left_on is None else StepState.BEEN
        steps.append(LadderStep(level, state, entry.entered_on if entry else None))
    here = max((s.level.order for s in steps if s.state is StepState.HERE), default=None)
    return tuple(_drawn(step, here) for step in steps)


def _drawn(step: LadderStep, here: int | None) -> LadderStep:
    """After a move downwards the higher levels lie ahead again."""
    if here is not None and step.state is StepState.BEEN and step.level.order > here:
        return LadderStep(step.level, StepState.AHEAD, step.since)
    return step


def direction_of(earlier: Sequence[int], order: int) -> Direction:
    """The direction of a move to the level `order`, given the orders of all earlier stays, oldest first."""
    if not earlier:
        return Direction.INITIAL
    last = earlier[-1]
    if order == last:
        return Direction.RESTART
    if order < last:
        return Direction.RESTART if order == min(earlier) == 1 else Direction.DOWN
    return Direction.UP if order == last + 1 else Direction.SKIP


def check_started(started_on: date | None, closed_on: date | None, today: date) -> None:
    if started_on and started_on > today:
        raise InputError("started_on", "start_in_future")
    if started_on and closed_on and closed_on < started_on:
        raise InputError("closed_on", "closed_before_start")
