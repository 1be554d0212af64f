"""The first meetings as a checklist: what has happened is known without anybody ticking it."""

from datetime import date, timedelta
from typing import Any

from mentorapp.domain.mapping import AnswerStatus
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mappings import begin_mapping, set_answer
from mentorapp.store.mentees import add_mentee
from mentorapp.store.onboarding import OnboardingStep, list_onboarding
from mentorapp.store.plans import begin_plan, set_main_goal
from mentorapp.store.programmes import add_programme
from mentorapp.store.routines import add_own_item, set_routine_item
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store


def steps(store: Store, mentee: Any, enrolment: Any) -> dict[str, OnboardingStep]:
    with store.read() as session:
        return {step.word.code: step for step in list_onboarding(session, mentee, enrolment)}


def test_visit_mapping_and_plan_tick_themselves(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk")
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=20))
    before = steps(store, mentee, enrolment)
    assert list(before) == ["information", "mapping", "plan"]
    assert not any(step.is_done for step in before.values())
    with store.write("session_added") as session:
        for days, attendance in ((40, Attendance.HELD), (15, Attendance.NO_SHOW), (12, Attendance.HELD)):
            add_session(
                session,
                NewSession(
                    mentee_id=mentee,
                    enrolment_id=enrolment,
                    kind=SessionKind.OFFICE,
                    event_date=day - timedelta(days=days),
                    attendance=attendance,
                ),
            )
        begin_plan(session, enrolment)
        mapping = begin_mapping(session, enrolment)
    after = steps(store, mentee, enrolment)
    assert after["information"].done_on == day - timedelta(days=12)
    assert not after["mapping"].is_done
    assert not after["plan"].is_done
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "housing", status=AnswerStatus.WORKS, answered_on=day - timedelta(days=2))
        set_main_goal(session, begin_plan(session, enrolment), "Jobba")
    done = steps(store, mentee, enrolment)
    assert (done["mapping"].done_on, done["plan"].done_on) == (day - timedelta(days=2), day)
    assert all(step.is_done for step in done.values())


def test_what_nobody_can_know_is_ticked_by_hand(store: Store, household: Any, day: date) -> None:
    with store.write("routine_set") as session:
        set_routine_item(
            session, household.mentee, Checklist.ONBOARDING, "information", ItemState.DONE,
            on=day - timedelta(days=1), enrolment_id=household.enrolment,
        )  # fmt: skip
        add_own_item(session, household.mentee, Checklist.ONBOARDING, "Visa huset", enrolment_id=household.enrolment)
    found = steps(store, household.mentee, household.enrolment)
    assert found["information"].is_done
    assert (found["information"].happened_on, found["information"].done_on) == (None, day - timedelta(days=1))
    assert (found["other"].is_done, found["other"].done_on) == (False, None)
