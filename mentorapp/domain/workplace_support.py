"""Support at a workplace: adaptations as needs, visits that fade, follow-ups with three voices, and the stages of
Supported Employment, which may overlap (B.9, W1 to W5).

What is suggested here is a suggestion: nobody is told to come less often by a program.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .periods import check_order
from .sharing import InfoClass as C

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_WORK_DAYS = 5
FADING = (Decimal(5), Decimal(3), Decimal(1), Decimal("0.5"))
"""Contacts a week as they mostly fade; the last is every second week (B.9)."""
VISITS_MAX = Decimal(14)
FADING_AFTER_WEEKS = 4
"""How long one level of support mostly lasts before the next is suggested."""


class AdaptationLight(StrEnum):
    """The three lights of an adaptation, in their order (W5)."""

    AGREED = "agreed"
    IN_PLACE = "in_place"
    WORKS = "works"


@entity
class Adaptation:
    """What somebody needs at the workplace, worded as a need and never as a diagnosis: *en uppgift i taget*."""

    id: UUID = internal()
    placement_id: UUID = internal()
    text: str = classed(C.WORK)
    order: int = internal(default=0)
    agreed_on: date | None = classed(C.WORK, default=None)
    in_place_on: date | None = classed(C.WORK, default=None)
    works_on: date | None = classed(C.WORK, default=None)
    ended_on: date | None = classed(C.WORK, default=None)

    def lit_on(self, light: AdaptationLight) -> date | None:
        """The day a light was lit."""
        return {
            AdaptationLight.AGREED: self.agreed_on,
            AdaptationLight.IN_PLACE: self.in_place_on,
            AdaptationLight.WORKS: self.works_on,
        }[light]


SHORT_DIAGNOSES = ("adhd", "add", "npf", "ptsd", "ocd", "adhds")
"""Whole words only: *addera* is none."""
DIAGNOSES = (
    "autism", "asperger", "tourette", "bipolär", "panikångest", "utvecklingsstörning", "tvångssyndrom", "depression",
    "depressiv", "ångestsyndrom", "schizofreni", "psykos", "diagnos", "dyslexi", "dyskalkyli", "bulimi", "anorexi",
    "bipolar", "depressed", "anxiety disorder", "borderline", "utmattningssyndrom", "epilepsi",
)  # fmt: skip
"""Words that say what somebody has, where the need is what the workplace has use for."""


def sounds_like_diagnosis(text: str) -> bool:
    """Whether a text names a diagnosis rather than a need: pointed out beside the field, never refused."""
    words = " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
    found = f" {words} "
    return any(f" {word} " in found for word in SHORT_DIAGNOSES) or any(f" {word}" in found for word in DIAGNOSES)


class SupportMode(StrEnum):
    BESIDE = "beside"
    NEAR = "near"
    VISITS = "visits"
    PHONE = "phone"
    ON_CALL = "on_call"


@entity
class SupportIntensity:
    """From a day on so many planned contacts a week, in one decimal: 0.5 is every second week."""

    id: UUID = internal()
    placement_id: UUID = internal()
    from_date: date = classed(C.WORK)
    per_week: Decimal = classed(C.WORK)
    mode: SupportMode = classed(C.WORK, default=SupportMode.VISITS)


@dataclass(frozen=True, slots=True)
class FadingStep:
    """A level of support that is suggested from a day on."""

    from_date: date
    per_week: Decimal


def check_per_week(per_week: Decimal) -> None:
    """0 (on call only) to 14 a week, to one decimal. InputError `per_week`."""
    if not 0 <= per_week <= VISITS_MAX:
        raise InputError("per_week", "number_range", lowest=0, highest=int(VISITS_MAX))
    if per_week != per_week.quantize(Decimal("0.1")):
        raise InputError("per_week", "number_unreadable")


def current_support(levels: Iterable[SupportIntensity], day: date) -> SupportIntensity | None:
    begun = [one for one in levels if one.from_date <= day]
    return max(begun, key=lambda one: (one.from_date, one.id), default=None)


def next_fading(current: SupportIntensity | None, day: date) -> FadingStep | None:
    """The next step of 5, 3, 1, every second week: four weeks after the one before, never in the past. None where
    support has faded as far as is suggested. Before any level is set it is the first, from today."""
    if current is None:
        return FadingStep(day, FADING[0])
    less = next((one for one in FADING if one < current.per_week), None)
    if less is None:
        return None
    return FadingStep(max(day, current.from_date + FADING_AFTER_WEEKS * WEEK), less)


def suggested_visits(
    current: SupportIntensity | None, last_visit: date | None, day: date, weeks: int = 2
) -> tuple[date, ...]:
    """The weekdays, from `day` on and for so many weeks, on which a contact is suggested, evenly spread.

    The count runs from the last visit, so that one more or one too late moves the rest along; before any visit from the
    first weekday of the level. At most one a day.
    """
    if current is None or current.per_week <= 0:
        return ()
    gap = Fraction(_WORK_DAYS) / min(Fraction(current.per_week), Fraction(_WORK_DAYS))
    # Before the first visit the count begins on the weekday before the level, so that its first day is the first visit.
    begin, late = (last_visit, gap) if last_visit else (current.from_date - _DAY, Fraction(1))
    end = day + weeks * WEEK
    found: list[date] = []
    while (on := _weekdays_after(begin, _half_up(late))) < end:
        late += gap
        if on >= day:
            found.append(on)
    return tuple(found)


def _half_up(number: Fraction) -> int:
    return int(number + Fraction(1, 2))


def _weekdays_after(day: date, count: int) -> date:
    """So many weekdays later, at least one; from a Saturday or a Sunday counted from the Friday before."""
    friday = day - max(0, day.weekday() - (_WORK_DAYS - 1)) * _DAY
    weeks, rest = divmod(friday.weekday() + count, _WORK_DAYS)
    return friday - friday.weekday() * _DAY + weeks * WEEK + rest * _DAY


class FollowUpForm(StrEnum):
    VISIT = "visit"
    PHONE = "phone"
    THREE_PARTY = "three_party"
    FORM_ONLY = "form_only"


class AnswersBy(StrEnum):
    MENTEE = "mentee"
    SUPERVISOR = "supervisor"
    BOTH = "both"


@entity
class WorkplaceFollowUp:
    """How it goes at the workplace, in three voices: the mentee's, the supervisor's, the mentor's own observations.

    Marks on forms are ScaleResponses that point here. `oral_instead`: they would rather talk, and it counts as done.
    `keep_from_employer`: the mentee's view of the workplace stays out of what the employer gets (W8).
    """

    id: UUID = internal()
    placement_id: UUID = internal()
    event_date: date = classed(C.WORK)
    form: FollowUpForm = classed(C.WORK, default=FollowUpForm.VISIT)
    answers_by: AnswersBy = classed(C.WORK, default=AnswersBy.BOTH)
    oral_instead: bool = classed(C.WORK, default=False)
    present: str = classed(C.WORK, default="")
    mentee_words: str = classed(C.WORK, default="")
    supervisor_words: str = classed(C.WORK, default="")
    observations: str = classed(C.WORK, default="")
    agreed_changes: str = classed(C.WORK, default="")
    keep_from_employer: bool = internal(default=True)
    next_on: date | None = classed(C.WORK, default=None)


def next_follow_up(follow_ups: Iterable[WorkplaceFollowUp]) -> date | None:
    """The day that was said last, as long as nobody has been there on it or since; None where none was said."""
    in_order = sorted(follow_ups, key=lambda one: (one.event_date, one.id))
    return promised_day((one.event_date, one.next_on) for one in in_order)


def promised_day(said: Iterable[tuple[date, date | None]]) -> date | None:
    """From the days of follow-ups, oldest first, each with the next day that was said at it, if any: a follow-up at
    which no day was said leaves the day before standing, unless it was held on it or later."""
    promised: date | None = None
    for held, then in said:
        if then is not None or (promised is not None and held >= promised):
            promised = then
    return promised


class SeStage(StrEnum):
    """The five stages of Supported Employment, by the names of SFSE (W2)."""

    AGREEMENT = "agreement"
    PROFILE = "profile"
    JOB_SEARCH = "job_search"
    EMPLOYER = "employer"
    SUPPORT = "support"


@entity
class StageEntry:
    """A stretch of a stage, [from_date, to_date]; several stages may go on at once, each at most once at a time."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID = internal()
    stage: SeStage = classed(C.WORK)
    from_date: date = classed(C.WORK)
    to_date: date | None = classed(C.WORK, default=None)


class StageState(StrEnum):
    """How a stage is drawn: done, goes on (several may), ahead."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class StageNow:
    stage: SeStage
    state: StageState
    since: date | None = None
    until: date | None = None


def stages_now(entries: Iterable[StageEntry], day: date) -> tuple[StageNow, ...]:
    """Every stage in its order as it is on a day, with the dates of its newest stretch. On its last day it is done."""
    newest: dict[SeStage, StageEntry] = {}
    for one in sorted(entries, key=lambda one: one.from_date):
        if one.from_date <= day:
            newest[one.stage] = one
    found = []
    for stage in SeStage:
        entry = newest.get(stage)
        if entry is None:
            found.append(StageNow(stage, StageState.AHEAD))
        else:
            over = entry.to_date is not None and entry.to_date <= day
            state = StageState.DONE if over else StageState.CURRENT
            found.append(StageNow(stage, state, entry.from_date, entry.to_date))
    return tuple(found)


def check_stage(entries: Iterable[StageEntry], stage: SeStage, from_date: date, to_date: date | None) -> None:
    """Different stages may overlap; the same one may not go on twice at once. `entries` are the others."""
    check_order("to_date", from_date, to_date)
    for one in entries:
        if one.stage is stage and from_date <= (one.to_date or date.max) and one.from_date <= (to_date or date.max):
            raise InputError("from_date", "stage_overlaps")
