"""Support around a mentee by other actors, what the mentee lives on, studies on the way, and the gaps between.

The program keeps contact and next step only, never a record from care (H3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .periods import Period, gaps
from .sharing import InfoClass as C

EXTENTS = (25, 50, 75, 100)
ENDING_DAYS = 60
"""A period or intervention that ends within so many days and is followed by nothing is a gap to come (B.10)."""


class InterventionKind(StrEnum):
    CARE_CONTACT = "care_contact"
    NPF_ASSESSMENT = "npf_assessment"
    TREATMENT = "treatment"
    HOUSING_SUPPORT = "housing_support"
    DEBT_ADVICE = "debt_advice"
    LSS = "lss"
    AF_PROGRAMME = "af_programme"
    LANGUAGE = "language"
    KAA = "kaa"
    OTHER = "other"


class InterventionState(StrEnum):
    NEEDED = "needed"
    APPLIED = "applied"
    WAITING = "waiting"
    GRANTED = "granted"
    ONGOING = "ongoing"
    REFUSED = "refused"
    APPEALED = "appealed"
    ENDED = "ended"


class IncomeSource(StrEnum):
    ACTIVITY_BENEFIT = "activity_benefit"
    ACTIVITY_BENEFIT_SCHOOL = "activity_benefit_school"
    SICKNESS_CASH = "sickness_cash"
    SICKNESS_COMPENSATION = "sickness_compensation"
    SOCIAL_ASSISTANCE = "social_assistance"
    ACTIVITY_SUPPORT = "activity_support"
    DEVELOPMENT_ALLOWANCE = "development_allowance"
    ESTABLISHMENT = "establishment"
    UNEMPLOYMENT_FUND = "unemployment_fund"
    STUDENT_AID = "student_aid"
    WAGE = "wage"
    SUBSIDISED_WAGE = "subsidised_wage"
    PARENTAL = "parental"
    FAMILY_SUPPORTED = "family_supported"
    NONE = "none"
    OTHER = "other"


class IncomeState(StrEnum):
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    APPEALED = "appealed"
    DORMANT = "dormant"


class StudyPhase(StrEnum):
    PREPARE = "prepare"
    CHOOSE = "choose"
    GET = "get"
    KEEP = "keep"
    COMPLETED = "completed"
    INTERRUPTED = "interrupted"


INTERVENTION_CLASS = {
    InterventionKind.CARE_CONTACT: C.HEALTH,
    InterventionKind.NPF_ASSESSMENT: C.HEALTH,
    InterventionKind.TREATMENT: C.HEALTH,
    InterventionKind.HOUSING_SUPPORT: C.SOCIAL,
    InterventionKind.DEBT_ADVICE: C.SOCIAL,
    InterventionKind.LSS: C.HEALTH,
    InterventionKind.AF_PROGRAMME: C.PLAN,
    InterventionKind.LANGUAGE: C.PLAN,
    InterventionKind.KAA: C.PLAN,
    InterventionKind.OTHER: C.SOCIAL,
}
HEALTH_BENEFITS = frozenset(
    {
        IncomeSource.ACTIVITY_BENEFIT,
        IncomeSource.ACTIVITY_BENEFIT_SCHOOL,
        IncomeSource.SICKNESS_CASH,
        IncomeSource.SICKNESS_COMPENSATION,
    }
)
"""Benefits that reveal illness: INCOME, and HEALTH as well toward employer and school (B.1)."""
PUBLIC_SUPPORT = frozenset(IncomeSource) - {
    IncomeSource.WAGE, IncomeSource.SUBSIDISED_WAGE, IncomeSource.STUDENT_AID, IncomeSource.PARENTAL,
    IncomeSource.FAMILY_SUPPORTED, IncomeSource.NONE, IncomeSource.OTHER,
}  # fmt: skip
"""What counts as public support; parental benefit does not (B.10)."""

_RUNNING = frozenset({InterventionState.GRANTED, InterventionState.ONGOING})
_OPEN = frozenset(InterventionState) - {InterventionState.ENDED, InterventionState.REFUSED}
_PAYING = frozenset({IncomeState.GRANTED})


@entity
class StateOn:
    """A state and the day it began."""

    state: InterventionState = classed(C.PLAN)
    since: date = classed(C.PLAN)


@entity
class ParallelIntervention:
    """Another actor's measure. `owner_*` answers for it; `mentor_task` is what the mentor has to do in it.

    `receiver_*` is who follows it when the enrolment ends.
    """

    id: UUID = internal()
    mentee_id: UUID = internal()
    kind: InterventionKind = classed(C.PLAN)
    kind_other: str = classed(C.PLAN, default="")
    actor: str = classed(C.PLAN)
    organisation_id: UUID | None = internal(default=None)
    contact_id: UUID | None = internal(default=None)
    owner_name: str = classed(C.PLAN, default="")
    state: InterventionState = classed(C.PLAN)
    from_date: date | None = classed(C.PLAN, default=None)
    from_month_only: bool = internal(default=False)
    to_date: date | None = classed(C.PLAN, default=None)
    next_step: str = classed(C.PLAN, default="")
    mentor_task: str = classed(C.PLAN, default="")
    receiver_contact_id: UUID | None = internal(default=None)
    receiver_name: str = classed(C.PLAN, default="")
    info_class: C = internal(default=C.PLAN)
    states: tuple[StateOn, ...] = classed(C.PLAN, default=())

    @property
    def is_open(self) -> bool:
        return self.state in _OPEN

    @property
    def has_owner(self) -> bool:
        return bool(self.contact_id or self.owner_name)

    @property
    def has_receiver(self) -> bool:
        return bool(self.receiver_contact_id or self.receiver_name)


@entity
class IncomePeriod:
    """What the mentee lives on, from a day. An application and a refusal are states with dates of their own (E18)."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    source: IncomeSource = classed(C.INCOME)
    source_other: str = classed(C.INCOME, default="")
    extent: int | None = classed(C.INCOME, default=None)
    from_date: date = classed(C.INCOME)
    from_month_only: bool = internal(default=False)
    decision_until: date | None = classed(C.INCOME, default=None)
    to_date: date | None = classed(C.INCOME, default=None)
    state: IncomeState = classed(C.INCOME, default=IncomeState.GRANTED)
    state_on: date | None = classed(C.INCOME, default=None)
    known_from: str = classed(C.INCOME, default="")

    @property
    def last_known(self) -> date | None:
        """The last day for certain: its end, else the day its decision runs to."""
        return self.to_date or self.decision_until

    @property
    def pays(self) -> bool:
        return self.state in _PAYING and self.source is not IncomeSource.NONE


@entity
class EducationSupport:
    """Studies during the enrolment (W10); studies that are an outcome stand with after-support and closing."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    phase: StudyPhase = classed(C.EDU)
    school: str = classed(C.EDU, default="")
    course: str = classed(C.EDU)
    pace_percent: int | None = classed(C.EDU, default=None)
    from_date: date | None = classed(C.EDU, default=None)
    to_date: date | None = classed(C.EDU, default=None)
    completed: bool | None = classed(C.EDU, default=None)
    note: str = classed(C.EDU, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeGap:
    """Days without a known source. `ahead` when it has not begun yet; `until` None while nothing ends it."""

    first: date
    until: date | None
    ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyResponsible:
    """An intervention that has nobody who answers for it, or that ends soon with nothing after it."""

    intervention: ParallelIntervention
    ends_on: date | None


def income_gaps(incomes: Iterable[IncomePeriod], since: date, today: date) -> tuple[IncomeGap, ...]:
    """Gaps from `since` to today, and one to come when the last source ends within ENDING_DAYS.

    Without any period at all nothing is known, and nothing is said.
    """
    paying = [one for one in incomes if one.pays]
    if not paying:
        return ()
    horizon = today + timedelta(days=ENDING_DAYS)
    periods = [Period(one.from_date, max(one.from_date, one.last_known or date.max)) for one in paying]
    first = max(since, min(p.first for p in periods))
    found = gaps(periods, Period(first, horizon)) if first <= horizon else ()
    return tuple(
        IncomeGap(first=g.first, until=None if g.last >= horizon else g.last, ahead=g.first > today) for g in found
    )


def nobody_responsible(interventions: Iterable[ParallelIntervention], today: date) -> tuple[NobodyResponsible, ...]:
    """Open interventions without an owner, and running ones that end soon while no other of the kind goes on."""
    every = tuple(interventions)
    horizon = today + timedelta(days=ENDING_DAYS)
    found = []
    for one in every:
        ends = one.to_date if one.to_date and today <= one.to_date <= horizon and one.state in _RUNNING else None
        followed = any(o.id != one.id and o.kind is one.kind and _goes_on(o, one.to_date) for o in every)
        if one.is_open and (not one.has_owner or (ends and not followed)):
            found.append(NobodyResponsible(intervention=one, ends_on=None if followed else ends))
    return tuple(found)


def _goes_on(other: ParallelIntervention, after: date | None) -> bool:
    return other.is_open and (other.to_date is None or (after is not None and other.to_date > after))
