"""Milestones: dated good things that are counted (S23)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .sharing import InfoClass as C


class MilestoneKind(StrEnum):
    DRIVING_LICENCE = "driving_licence"
    ELIGIBILITY = "eligibility"
    COURSE_PASSED = "course_passed"
    GRADES = "grades"
    NPF_DONE = "npf_done"
    FIRST_DAY_OUT = "first_day_out"
    OWN_HOME = "own_home"
    CV_DONE = "cv_done"
    FIRST_WAGE = "first_wage"
    OTHER = "other"


@entity
class Milestone:
    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    kind: MilestoneKind = classed(C.PLAN)
    kind_other: str = classed(C.PLAN, default="")
    event_date: date = classed(C.PLAN)
    note: str = classed(C.PLAN, default="")
    mentee_wants_shown: bool = internal(default=True)
    info_class: C = internal(default=C.PLAN)


def milestone_class(kind: MilestoneKind) -> C:
    """That an assessment is done is HEALTH; a home of one's own SOCIAL."""
    if kind is MilestoneKind.NPF_DONE:
        return C.HEALTH
    return C.SOCIAL if kind is MilestoneKind.OWN_HOME else C.PLAN
