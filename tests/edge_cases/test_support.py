"""Edge cases of what is around a mentee: a benefit refused in the middle, and studies beside a job."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.livelihood import gap_now, income_gaps
from mentorapp.domain.responsibility import nobody_responsible
from mentorapp.domain.studies import StudyPhase
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.store.education_supports import add_education_support, list_education_supports
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.incomes import add_income, list_incomes, set_income_state
from mentorapp.store.interventions import add_intervention, list_interventions
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store


@pytest.fixture
def case(store: Store, day: date) -> tuple[UUID, UUID]:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Jari", birth_date=date(2005, 2, 1))
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=200))
    return mentee, enrolment


def gap_of(store: Store, mentee: UUID, day: date) -> Any:
    with store.read() as session:
        return gap_now(income_gaps(list_incomes(session, mentee), date.min, day), day)


def test_f35_a_benefit_refused_in_the_middle_is_a_gap_until_something_else_is_known(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    mentee, _ = case
    ended = day - timedelta(days=30)
    with store.write("income_added") as session:
        add_income(session, mentee, IncomeSource.ACTIVITY_BENEFIT, date(2025, 1, 1), decision_until=ended)
        again = add_income(
            session, mentee, IncomeSource.ACTIVITY_BENEFIT, ended + timedelta(days=1), state=IncomeState.APPLIED,
            state_on=day - timedelta(days=60),
        )  # fmt: skip
    gap = gap_of(store, mentee, day)
    assert (gap.first, gap.until, gap.ahead) == (ended + timedelta(days=1), None, False)
    with store.write("income_state_set") as session:
        set_income_state(session, again, IncomeState.REFUSED, day - timedelta(days=5))
    assert gap_of(store, mentee, day) == gap
    with store.write("income_state_set") as session:
        set_income_state(session, again, IncomeState.APPEALED)
        add_income(session, mentee, IncomeSource.SOCIAL_ASSISTANCE, day)
    assert gap_of(store, mentee, day) is None
    store.undo()
    assert gap_of(store, mentee, day) == gap


def test_f35_a_grant_that_holds_back_closes_the_gap_afterwards(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    mentee, _ = case
    with store.write("income_added") as session:
        key = add_income(
            session, mentee, IncomeSource.SICKNESS_CASH, day - timedelta(days=50), state=IncomeState.APPLIED
        )
    assert gap_of(store, mentee, day).first == day - timedelta(days=50)
    with store.write("income_state_set") as session:
        set_income_state(session, key, IncomeState.GRANTED)
    assert gap_of(store, mentee, day) is None


def test_f35_a_programme_that_ends_leaves_nobody_responsible(store: Store, case: tuple[UUID, UUID], day: date) -> None:
    mentee, _ = case
    with store.write("intervention_added") as session:
        add_intervention(
            session, mentee, InterventionKind.AF_PROGRAMME, "Arbetsförmedlingen", state=InterventionState.ONGOING,
            owner_name="Anton", to_date=day + timedelta(days=20),
        )  # fmt: skip
    with store.read() as session:
        (found,) = nobody_responsible(list_interventions(session, mentee), day)
    assert (found.unowned, found.ends_on) == (False, day + timedelta(days=20))


def test_f17_studies_beside_a_job_and_two_courses_at_once_are_allowed(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    mentee, enrolment = case
    with store.write("studies_added") as session:
        for course, pace in (("Svenska 1", 75), ("Matematik 1", 50)):
            add_education_support(session, enrolment, course, phase=StudyPhase.KEEP, pace_percent=pace, from_date=day)
        add_income(session, mentee, IncomeSource.SUBSIDISED_WAGE, day, extent=50)
        add_income(session, mentee, IncomeSource.WAGE, day, extent=25)
        add_income(session, mentee, IncomeSource.STUDENT_AID, day, extent=50)
    with store.read() as session:
        assert len(list_education_supports(session, mentee)) == 2
        assert len(list_incomes(session, mentee)) == 3


def test_f17_the_same_benefit_twice_on_a_day_is_said_and_nothing_is_lost(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    mentee, _ = case
    with store.write("income_added") as session:
        add_income(session, mentee, IncomeSource.STUDENT_AID, day, to_date=day + timedelta(days=90))
    with pytest.raises(InputError, match="income_overlaps"), store.write("income_added") as session:
        add_income(session, mentee, IncomeSource.STUDENT_AID, day + timedelta(days=90))
    with store.read() as session:
        assert len(list_incomes(session, mentee)) == 1
