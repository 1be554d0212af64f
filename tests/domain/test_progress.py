"""The steps towards a job or studies: what begins one, and what does not (P20)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import AfterSupport, Destination
from mentorapp.domain.placements import Placement, PlacementType, ProgressStep, progress_moves
from mentorapp.domain.progress import steps_taken
from mentorapp.domain.studies import EducationSupport, StudyPhase

KEY = UUID(int=1)
DAY0 = date(2026, 1, 1)
LATER = DAY0 + timedelta(days=100)
TRAINING, DONE = ProgressStep.TRAINING, ProgressStep.JOB_OR_STUDIES


def placed(kind: PlacementType, after: int = 0) -> Placement:
    return Placement(
        id=KEY, mentee_id=KEY, enrolment_id=KEY, workplace_id=KEY, type=kind, from_date=DAY0 + timedelta(days=after)
    )


def given(entry: Destination, after: int = 50) -> AfterSupport:
    day = DAY0 + timedelta(days=after)
    return AfterSupport(id=KEY, enrolment_id=KEY, entry=entry, started_on=day, planned_until=day)


def studies(phase: StudyPhase, **details: Any) -> EducationSupport:
    return EducationSupport(id=KEY, enrolment_id=KEY, phase=phase, course="Svenska 1", **details)


@pytest.mark.parametrize(
    ("placements", "of_studies", "of_given", "steps"),
    [
        ((placed(PlacementType.WORK_TEST),), (), (), [TRAINING]),
        ((), (studies(StudyPhase.KEEP, from_date=DAY0),), (), [DONE]),
        ((), (studies(StudyPhase.GET, from_date=DAY0), studies(StudyPhase.KEEP)), (), []),
        ((), (), (given(Destination.STUDIES_REGULAR),), [DONE]),
        ((placed(PlacementType.WORK_TEST),), (), (given(Destination.EMPLOYMENT_REGULAR),), [TRAINING, DONE]),
        ((placed(PlacementType.REGULAR_JOB),), (), (given(Destination.EMPLOYMENT_REGULAR),), [DONE]),
        ((), (), (given(Destination.SOCIAL_SERVICES),), []),
    ],
)
def test_p20_what_is_a_step(placements: Any, of_studies: Any, of_given: Any, steps: list[ProgressStep]) -> None:
    assert [one.step for one in steps_taken(placements, of_studies, of_given, LATER)] == steps


def test_p20_forward_still_and_back_are_counted_step_by_step() -> None:
    kinds = (PlacementType.INTERNSHIP, PlacementType.WORK_TRAINING, PlacementType.WORK_TEST, PlacementType.INTERNSHIP)
    moves = progress_moves(steps_taken([placed(kind, n) for n, kind in enumerate(kinds)], (), (), LATER))
    assert (moves.forward, moves.still, moves.back) == (1, 1, 1)


def test_p20_what_is_still_ahead_is_no_step_and_hides_none() -> None:
    job, said = placed(PlacementType.REGULAR_JOB, 30), given(Destination.EMPLOYMENT_REGULAR, 10)
    course = studies(StudyPhase.KEEP, from_date=DAY0 + timedelta(days=40))
    days = [[one.on for one in steps_taken([job], [course], [said], DAY0 + timedelta(days=n))] for n in (9, 10, 30, 40)]
    ten, thirty, forty = (DAY0 + timedelta(days=n) for n in (10, 30, 40))
    assert days == [[], [ten], [thirty], [thirty, forty]]
