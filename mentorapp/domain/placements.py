"""Placements: a period at a workplace, with its hours over time, and the steps that placements make (B.9, P20)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .network import Contact
from .periods import check_order
from .sharing import InfoClass as C
from .stays import Moves, moved
from .studies import EducationSupport
from .workplaces import Workplace

FULL_TIME = Decimal(40)
"""Hours a week that are 100 per cent (the national convention of follow-up systems)."""
INTRO_DAYS = 14
"""Two weeks of introduction, the last day included (S22)."""


class PlacementType(StrEnum):
    STUDY_VISIT = "study_visit"
    INTRO_WEEKS = "intro_weeks"
    INTERNSHIP = "internship"
    SOCIAL_INTERNSHIP = "social_internship"
    WORK_TEST = "work_test"
    WORK_TRAINING = "work_training"
    SUMMER_JOB = "summer_job"
    STUDY_JOB = "study_job"
    SUBSIDISED_JOB = "subsidised_job"
    REGULAR_JOB = "regular_job"
    DAILY_ACTIVITY = "daily_activity"


PAID = frozenset(
    {PlacementType.SUMMER_JOB, PlacementType.STUDY_JOB, PlacementType.SUBSIDISED_JOB, PlacementType.REGULAR_JOB}
)
"""Types that give a wage: they open the proposal to say that work has begun (B.9)."""


class FormalOwner(StrEnum):
    """Who answers for the placement formally. UNKNOWN until somebody has said."""

    UNKNOWN = "unknown"
    EMPLOYMENT_SERVICE = "employment_service"
    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    OTHER = "other"


class ToldBy(StrEnum):
    """Who has told the workplace what it knows."""

    NOBODY = "nobody"
    MENTEE = "mentee"
    MENTOR = "mentor"
    TOGETHER = "together"


class EndReason(StrEnum):
    PLANNED = "planned"
    JOB = "job"
    NEXT_STEP = "next_step"
    HEALTH = "health"
    MENTEE_WISH = "mentee_wish"
    EMPLOYER_WISH = "employer_wish"
    CONFLICT = "conflict"
    OTHER = "other"


@entity
class HoursPeriod:
    """So many hours a week from a day on, until the next period."""

    id: UUID = internal()
    placement_id: UUID = internal()
    from_date: date = classed(C.WORK)
    hours_per_week: Decimal = classed(C.WORK)

    @property
    def percent(self) -> int:
        return percent_of(self.hours_per_week)


@entity
class Placement:
    """A period at a workplace, [from_date, to_date]; it goes on while `to_date` is None.

    `disclosure_words` are the mentee's own: what the employer may know. Nothing of it goes anywhere before the mentee
    has said so. `choice_reason` is why this place was chosen (W4).
    """

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID = internal()
    workplace_id: UUID = internal()
    workplace: Workplace | None = internal(default=None)
    supervisor_id: UUID | None = internal(default=None)
    supervisor: Contact | None = internal(default=None)
    type: PlacementType = classed(C.WORK)
    formal_owner: FormalOwner = classed(C.WORK, default=FormalOwner.UNKNOWN)
    formal_owner_other: str = classed(C.WORK, default="")
    from_date: date = classed(C.WORK)
    planned_to: date | None = classed(C.WORK, default=None)
    to_date: date | None = classed(C.WORK, default=None)
    schedule: str = classed(C.WORK, default="")
    tasks: str = classed(C.WORK, default="")
    instruction_form: str = classed(C.WORK, default="")
    choice_reason: str = classed(C.WORK, default="")
    disclosure_words: str = classed(C.WORK, default="")
    disclosure_told_by: ToldBy = classed(C.WORK, default=ToldBy.NOBODY)
    disclosure_told_on: date | None = classed(C.WORK, default=None)
    end_reason: EndReason | None = classed(C.WORK, default=None)
    end_reason_other: str = classed(C.WORK, default="")
    certificate_given: bool = classed(C.WORK, default=False)
    note: str = classed(C.WORK, default="")
    hours: tuple[HoursPeriod, ...] = classed(C.WORK, default=())

    def is_open(self, day: date) -> bool:
        return self.to_date is None or self.to_date >= day

    @property
    def is_one_day(self) -> bool:
        """A study visit is a day, not a period."""
        return self.type is PlacementType.STUDY_VISIT

    def stretches(self, today: date) -> tuple["Stretch", ...]:
        """The hours over time, oldest first: each to the day before the next, the last to the end that is said, or is
        planned and still to come. What has no hours is one stretch without; what went on before the first hours were
        said is one too. A study visit is its day."""
        if self.is_one_day:
            return (Stretch(self.from_date, self.from_date, None),)
        end = self._end(today)
        begins = [one for one in self.hours if end is None or one.from_date <= end]
        if not begins or begins[0].from_date > self.from_date:
            found = [Stretch(self.from_date, _before(begins, 0, end), None)]
        else:
            found = []
        for place, one in enumerate(begins):
            found.append(Stretch(one.from_date, _before(begins, place + 1, end), one.hours_per_week))
        return tuple(found)

    def _end(self, today: date) -> date | None:
        if self.to_date is not None:
            return self.to_date
        return self.planned_to if self.planned_to is not None and self.planned_to >= today else None

    def hours_on(self, day: date) -> Decimal | None:
        """Hours a week on a day; None before the first period, and when the placement is not on."""
        if not self.from_date <= day or (self.to_date is not None and day > self.to_date):
            return None
        begun = [one for one in self.hours if one.from_date <= day]
        return max(begun, key=lambda one: one.from_date).hours_per_week if begun else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another so many hours a week; `last` None while it goes on, `hours` None where unknown."""

    first: date
    last: date | None
    hours: Decimal | None


def _before(begins: Sequence[HoursPeriod], place: int, end: date | None) -> date | None:
    return begins[place].from_date - timedelta(days=1) if place < len(begins) else end


def percent_of(hours: Decimal) -> int:
    """Per cent of full time, to the nearest whole."""
    return int((hours * 100 / FULL_TIME).quantize(Decimal(1), ROUND_HALF_UP))


def check_placement(from_date: date, planned_to: date | None, to_date: date | None) -> None:
    check_order("planned_to", from_date, planned_to)
    check_order("to_date", from_date, to_date)


def check_hours(hours: Decimal) -> None:
    """0 (it rests) to 40, to one decimal. InputError `hours_per_week`."""
    if not 0 <= hours <= FULL_TIME:
        raise InputError("hours_per_week", "number_range", lowest=0, highest=int(FULL_TIME))
    if hours != hours.quantize(Decimal("0.1")):
        raise InputError("hours_per_week", "number_unreadable")


def planned_end_of(type_: PlacementType, from_date: date) -> date | None:
    """What a type brings with it: two weeks of introduction end by themselves, a study visit on its day."""
    if type_ is PlacementType.INTRO_WEEKS:
        return from_date + timedelta(days=INTRO_DAYS - 1)
    return from_date if type_ is PlacementType.STUDY_VISIT else None


@dataclass(frozen=True, slots=True)
class TooMany:
    """From this day placements and studies together come to more than full time. Allowed; it is asked about (F 17)."""

    on: date
    hours: Decimal


def hours_together(placements: Iterable[Placement], studies: Iterable[EducationSupport], day: date) -> Decimal:
    """Hours a week on a day, of all placements and of studies at their pace."""
    at_work = sum((one.hours_on(day) or Decimal(0) for one in placements), Decimal(0))
    return at_work + sum((FULL_TIME * (one.pace_on(day) or 0) / 100 for one in studies), Decimal(0))


def too_many_hours(placements: Sequence[Placement], studies: Sequence[EducationSupport] = ()) -> tuple[TooMany, ...]:
    """The days on which the sum rises above 40 hours a week, or changes above it; oldest first."""
    days = {one.from_date for one in placements}
    days |= {period.from_date for one in placements for period in one.hours}
    days |= {one.from_date for one in studies if one.from_date is not None}
    ends = {one.to_date for one in placements} | {one.to_date for one in studies}
    days |= {end + timedelta(days=1) for end in ends if end is not None and end < date.max}
    found: list[TooMany] = []
    before: Decimal | None = None
    for day in sorted(days):
        together = hours_together(placements, studies, day)
        over = together if together > FULL_TIME else None
        if over is not None and over != before:
            found.append(TooMany(day, over))
        before = over
    return tuple(found)


class ProgressStep(StrEnum):
    """The three steps of S004: praktik, arbetsträning, jobb or studies."""

    PRACTICE = "practice"
    TRAINING = "training"
    JOB_OR_STUDIES = "job_or_studies"


STEP_ORDER = tuple(ProgressStep)
_STEP_OF = {
    PlacementType.INTRO_WEEKS: ProgressStep.PRACTICE,
    PlacementType.INTERNSHIP: ProgressStep.PRACTICE,
    PlacementType.SOCIAL_INTERNSHIP: ProgressStep.PRACTICE,
    PlacementType.WORK_TEST: ProgressStep.TRAINING,
    PlacementType.WORK_TRAINING: ProgressStep.TRAINING,
    PlacementType.SUMMER_JOB: ProgressStep.JOB_OR_STUDIES,
    PlacementType.STUDY_JOB: ProgressStep.JOB_OR_STUDIES,
    PlacementType.SUBSIDISED_JOB: ProgressStep.JOB_OR_STUDIES,
    PlacementType.REGULAR_JOB: ProgressStep.JOB_OR_STUDIES,
}
"""A study visit is none of the steps, and daily activity is another way than this one."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of the progression and the day it began."""

    step: ProgressStep
    on: date


def step_of(type_: PlacementType) -> ProgressStep | None:
    return _STEP_OF.get(type_)


def progression(placements: Iterable[Placement], studies_from: Iterable[date] = ()) -> tuple[Progress, ...]:
    """The steps in the order in which they began. `studies_from` are first days of studies that are an outcome, or
    under way in the phase of keeping them; two that begin on one day stand in the order of the steps."""
    found = [Progress(step, one.from_date) for one in placements if (step := step_of(one.type)) is not None]
    found += [Progress(ProgressStep.JOB_OR_STUDIES, on) for on in studies_from]
    return tuple(sorted(found, key=lambda one: (one.on, STEP_ORDER.index(one.step))))


def progress_moves(steps: Sequence[Progress]) -> Moves:
    """Forward, still and back from one step to the next (P20)."""
    return moved((STEP_ORDER.index(one.step), STEP_ORDER.index(then.step)) for one, then in pairwise(steps))
