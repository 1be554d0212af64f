"""Support around a mentee by other actors, what the mentee lives on, and the gaps between.

The program keeps contact and next step only, never a record from care (H3).
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

EXTENTS = (25, 50, 75, 100)


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

RUNNING = frozenset({InterventionState.GRANTED, InterventionState.ONGOING})
SEVERAL_AT_ONCE = frozenset({IncomeSource.WAGE, IncomeSource.SUBSIDISED_WAGE, IncomeSource.OTHER})
"""Sources that somebody may have more than one of on the same day; of the others a day has one (B.10)."""
_OPEN = frozenset(InterventionState) - {InterventionState.ENDED, InterventionState.REFUSED}
_HEAVIER = (C.PLAN, C.SOCIAL, C.HEALTH)


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
    def began(self) -> date:
        """Its first day, else the day of its first state."""
        first = min((one.since for one in self.states), default=date.max)
        return min(self.from_date or first, first)

    @property
    def has_owner(self) -> bool:
        return bool(self.contact_id or self.owner_name)

    @property
    def has_receiver(self) -> bool:
        return bool(self.receiver_contact_id or self.receiver_name)


@entity
class IncomeStateOn:
    """A state of a benefit and the day it began: applied for, granted, refused, appealed, dormant (E18)."""

    state: IncomeState = classed(C.INCOME)
    since: date = classed(C.INCOME)


@entity
class IncomePeriod:
    """What the mentee lives on, from a day. `state` is the newest of `states`, and `state_on` its day."""

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
    states: tuple[IncomeStateOn, ...] = classed(C.INCOME, default=())

    @property
    def last_known(self) -> date | None:
        """The last day for certain: its end, else the day its decision runs to."""
        return self.to_date or self.decision_until

    @property
    def pays(self) -> bool:
        return self.state is IncomeState.GRANTED and self.source is not IncomeSource.NONE


def intervention_class(kind: InterventionKind, chosen: C | None = None) -> C:
    """The class of a kind; one that is chosen may be heavier, never lighter (B.1)."""
    own = INTERVENTION_CLASS[kind]
    return max(own, chosen or own, key=lambda one: _HEAVIER.index(one) if one in _HEAVIER else 0)


def check_extent(extent: int | None) -> None:
    if extent is not None and extent not in EXTENTS:
        raise InputError("extent", "extent_unknown")
