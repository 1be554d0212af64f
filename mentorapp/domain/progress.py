"""Which steps somebody has taken towards a job or studies, from placements, studies, and work that was said to have
begun (P20)."""

from collections.abc import Iterable
from datetime import date

from .closing import AfterSupport, Destination
from .placements import PAID, Placement, Progress, progression
from .studies import EducationSupport, StudyPhase
from .work_begun import WORK


def steps_taken(
    placements: Iterable[Placement], studies: Iterable[EducationSupport], given: Iterable[AfterSupport], today: date
) -> tuple[Progress, ...]:
    """Studies count from the day they were begun in earnest. Work that was said to have begun counts where no placement
    tells of it. What is still ahead is no step taken."""
    placed = [one for one in placements if one.from_date <= today]
    said = list(given)
    days = [one.from_date for one in studies if one.from_date and one.phase is StudyPhase.KEEP]
    days += [one.started_on for one in said if one.entry is Destination.STUDIES_REGULAR]
    if not any(one.type in PAID for one in placed):
        days += [one.started_on for one in said if one.entry in WORK]
    return progression(placed, sorted({day for day in days if day <= today}))
