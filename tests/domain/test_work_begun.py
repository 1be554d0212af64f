"""Work that has begun is asked about once, while it goes on and nobody has said it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.closing import AfterSupport, Destination
from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus, Referral
from mentorapp.domain.placements import Placement, PlacementType
from mentorapp.domain.work_begun import is_work_to_say

DAY, ONE = date(2026, 11, 25), timedelta(days=1)
JOB = Placement(
    id=UUID(int=1), mentee_id=UUID(int=2), enrolment_id=UUID(int=3), workplace_id=UUID(int=4),
    type=PlacementType.REGULAR_JOB, from_date=DAY - 10 * ONE,
)  # fmt: skip
ENROLLED = Enrolment(
    id=UUID(int=3), mentee_id=UUID(int=2), programme_id=UUID(int=5), status=EnrolmentStatus.ACTIVE, ordinal=1,
    referral=Referral(), started_on=DAY - 100 * ONE,
)  # fmt: skip


def given(entry: Destination, started_on: date, until: date) -> AfterSupport:
    return AfterSupport(
        id=UUID(int=6), enrolment_id=UUID(int=3), entry=entry, started_on=started_on, planned_until=until
    )  # fmt: skip


def test_paid_work_that_goes_on_is_asked_about_from_its_first_to_its_last_day() -> None:
    assert is_work_to_say(JOB, ENROLLED, (), DAY)
    assert is_work_to_say(replace(JOB, from_date=DAY, to_date=DAY), ENROLLED, (), DAY)
    assert not is_work_to_say(replace(JOB, from_date=DAY + ONE), ENROLLED, (), DAY)
    assert not is_work_to_say(replace(JOB, to_date=DAY - ONE), ENROLLED, (), DAY)
    assert not is_work_to_say(replace(JOB, type=PlacementType.WORK_TRAINING), ENROLLED, (), DAY)


@pytest.mark.parametrize(
    "enrolment",
    [
        None,
        replace(ENROLLED, started_on=None),
        replace(ENROLLED, status=EnrolmentStatus.CLOSED),
        replace(ENROLLED, id=UUID(int=9)),
    ],
)
def test_it_is_asked_within_an_enrolment_of_its_own_that_goes_on(enrolment: Enrolment | None) -> None:
    assert not is_work_to_say(JOB, enrolment, (), DAY)


def test_studies_that_began_say_nothing_of_work_and_work_once_said_is_said() -> None:
    studies = given(Destination.STUDIES_REGULAR, DAY - 5 * ONE, DAY + 90 * ONE)
    earlier = given(Destination.EMPLOYMENT_REGULAR, DAY - 90 * ONE, DAY - 30 * ONE)
    assert is_work_to_say(JOB, ENROLLED, [studies, earlier], DAY)
    for said in (replace(earlier, planned_until=DAY), replace(earlier, started_on=JOB.from_date)):
        assert not is_work_to_say(JOB, ENROLLED, [said], DAY)
