"""Programmes and their ladders: configuration, never code."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

REFERRER_CHECKIN_DAYS = 30


class LegalProfile(StrEnum):
    LABOUR_UNIT = "labour_unit"
    KAA = "kaa"
    SOCIAL_SERVICES_ACT = "social_services_act"
    ESF_PROJECT = "esf_project"
    VOLUNTARY = "voluntary"


class OutcomeDefinition(StrEnum):
    BROAD = "broad"
    REGULAR_ONLY = "regular_only"


@entity
class Level:
    """A rung: `planned_weeks` None means as long as it takes."""

    id: UUID = internal()
    order: int = classed(C.PLAN)
    code: str = internal()
    name_sv: str = classed(C.PLAN)
    name_en: str = classed(C.PLAN)
    short_sv: str = classed(C.PLAN, default="")
    short_en: str = classed(C.PLAN, default="")
    description_easy_sv: str = classed(C.PLAN, default="")
    planned_weeks: int | None = classed(C.PLAN, default=None)
    is_goal: bool = classed(C.PLAN, default=False)
    shape: str = internal(default="")
    typical_activities: tuple[str, ...] = classed(C.PLAN, default=())
    step_goals: tuple[str, ...] = classed(C.PLAN, default=())

    def name(self, language: str) -> str:
        return self.name_sv if language == "sv" else self.name_en

    def short_name(self, language: str) -> str:
        """The name for narrow places; the full name where no short one is given."""
        return (self.short_sv if language == "sv" else self.short_en) or self.name(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """An ordered set of levels. Not exclusive means that stages may overlap (Supported Employment)."""

    code: str
    name_sv: str
    name_en: str
    exclusive: bool
    levels: tuple[Level, ...]
    after_support_months: int = 3


@entity
class Target:
    """What a programme aims at, for one indicator: persons enrolled, share to work or studies in percent, and so on."""

    indicator: str = internal()
    value: int = internal()


@entity
class Programme:
    """What a person is enrolled in. Retention is a point of law and stays unset until the unit has decided it."""

    id: UUID = internal()
    name: str = classed(C.PLAN)
    owner: str = classed(C.PLAN, default="")
    legal_profile: LegalProfile = internal(default=LegalProfile.LABOUR_UNIT)
    age_min: int | None = internal(default=None)
    age_max: int | None = internal(default=None)
    requires_benefit: bool = internal(default=False)
    starts: date | None = internal(default=None)
    ends: date | None = internal(default=None)
    ladder_code: str = internal()
    ladder_exclusive: bool = internal(default=True)
    contact_interval_days: int | None = internal(default=None)
    referrer_checkin_days: int = internal(default=REFERRER_CHECKIN_DAYS)
    after_support_months: int = internal(default=3)
    retention_months: int | None = internal(default=None)
    outcome_definition: OutcomeDefinition = internal(default=OutcomeDefinition.BROAD)
    criteria: tuple[str, ...] = internal(default=())
    target_groups: tuple[str, ...] = internal(default=())
    targets: tuple[Target, ...] = internal(default=())
    levels: tuple[Level, ...] = classed(C.PLAN, default=())


_WEEKS_MAX = 520
_DAYS_MAX = 365
_MONTHS_MAX = 120


def check_weeks(weeks: int | None) -> None:
    """A level's planned length: from one week to ten years, or as long as it takes."""
    if weeks is not None and not 1 <= weeks <= _WEEKS_MAX:
        raise InputError("planned_weeks", "number_range", lowest=1, highest=_WEEKS_MAX)


def check_intervals(contact_days: int | None, checkin_days: int, after_support: int, retention: int | None) -> None:
    """Days between contacts and check-ins, months of after-support and of keeping."""
    for field, value, highest in (
        ("contact_interval_days", contact_days, _DAYS_MAX),
        ("referrer_checkin_days", checkin_days, _DAYS_MAX),
        ("after_support_months", after_support, _MONTHS_MAX),
        ("retention_months", retention, _MONTHS_MAX * 10),
    ):
        lowest = 0 if field == "after_support_months" else 1
        if value is not None and not lowest <= value <= highest:
            raise InputError(field, "number_range", lowest=lowest, highest=highest)


def check_programme(age_min: int | None, age_max: int | None, starts: date | None, ends: date | None) -> None:
    if age_min is not None and age_max is not None and age_max < age_min:
        raise InputError("age_max", "age_range_turned")
    if starts and ends and ends < starts:
        raise InputError("ends", "ends_before_start")


def hides_sensitive(profiles: frozenset[LegalProfile]) -> bool:
    """Whether only the youth-duty basis holds: then health, home and violence are not written down (B.3)."""
    return profiles == frozenset({LegalProfile.KAA})


KAA_HIDDEN = frozenset({C.HEALTH, C.SOCIAL, C.INCOME, C.VIOLENCE})
