"""What lies on the lanes, read past the ORM: equal to what the verbs give."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import text

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.studies import StudyPhase
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.store.education_supports import add_education_support, list_education_supports
from mentorapp.store.incomes import add_income, list_incomes, set_income_state
from mentorapp.store.interventions import add_intervention, list_interventions, set_intervention_state
from mentorapp.store.lanes import read_lanes
from mentorapp.store.meetings import add_meeting, set_meeting_status
from mentorapp.store.placements import add_placement, list_placements, set_hours
from mentorapp.store.sessions import add_session, void_session
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace


def contact(session: Any, mentee: UUID, day: date, attendance: Attendance) -> UUID:
    new = NewSession(mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=day, attendance=attendance)
    return add_session(session, new)


def test_lanes_are_what_the_verbs_give(store: Store, household: Any, day: date) -> None:
    with store.write("x") as session:
        add_intervention(session, household.mentee, InterventionKind.LSS, "LSS", owner_name="Siv", from_date=day)
        debt = add_intervention(session, household.mentee, InterventionKind.DEBT_ADVICE, "Kommunen")
        set_intervention_state(session, debt, InterventionState.APPLIED)
        add_income(session, household.mentee, IncomeSource.WAGE, day, extent=25)
        cash = add_income(session, household.mentee, IncomeSource.SICKNESS_CASH, day - timedelta(days=9))
        set_income_state(session, cash, IncomeState.DORMANT)
        add_education_support(session, household.enrolment, "Sfi", phase=StudyPhase.KEEP, from_date=day)
        add_education_support(session, household.enrolment, "Komvux")
    with store.read() as session:
        facts = read_lanes(session, household.mentee, day, day)
        interventions = list_interventions(session, household.mentee)
        incomes = list_incomes(session, household.mentee)
        studies = list_education_supports(session, household.mentee)
    assert sorted(facts.interventions, key=lambda one: one.id) == sorted(interventions, key=lambda one: one.id)
    assert facts.incomes == incomes[::-1]
    assert facts.studies == studies[::-1]


def test_contacts_are_those_of_the_days_without_bookings_and_voided_ones(
    store: Store, household: Any, day: date
) -> None:
    with store.write("x") as session:
        held = contact(session, household.mentee, day - timedelta(days=1), Attendance.HELD)
        missed = contact(session, household.mentee, day, Attendance.NO_SHOW)
        contact(session, household.mentee, day - timedelta(days=3), Attendance.HELD)
        contact(session, household.mentee, day, Attendance.PLANNED)
        void_session(session, contact(session, household.mentee, day, Attendance.HELD), "fel person")
    with store.read() as session:
        points = read_lanes(session, household.mentee, day - timedelta(days=2), day).contacts
    assert [(p.id, p.held, p.kind) for p in points] == [
        (held, True, SessionKind.WALK_AND_TALK), (missed, False, SessionKind.WALK_AND_TALK),
    ]  # fmt: skip


def test_a_contact_with_a_damaged_kind_is_still_a_dot(store: Store, household: Any, day: date) -> None:
    with store.write("x") as session:
        contact(session, household.mentee, day, Attendance.HELD)
        session.execute(text("UPDATE session SET kind = 'trasig'"))
    with store.read() as session:
        (point,) = read_lanes(session, household.mentee, day, day).contacts
    assert (point.kind, point.held) == (None, True)


def test_placements_on_the_lanes_are_what_the_verbs_give(store: Store, household: Any, day: date) -> None:
    with store.write("x") as session:
        hall, cafe = add_workplace(session, "Fantasihallen"), add_workplace(session, "Café Låtsas")
        one = add_placement(session, household.enrolment, hall, PlacementType.WORK_TRAINING, day - timedelta(days=30),
                            hours_per_week=Decimal(8))  # fmt: skip
        set_hours(session, one, day, Decimal("17.5"))
        add_placement(session, household.enrolment, cafe, PlacementType.STUDY_VISIT, day - timedelta(days=60))
    with store.read() as session:
        read = read_lanes(session, household.mentee, day, day).placements
        listed = list_placements(session, household.mentee)
    assert [at.place for at in read] == ["Café Låtsas", "Fantasihallen"]
    assert [at.placement for at in read] == [replace(one, workplace=None, supervisor=None) for one in listed[::-1]]


def test_meetings_lie_on_the_lanes_held_and_booked_but_not_called_off(store: Store, household: Any, day: date) -> None:
    kind = MeetingKind.SIP
    with store.write("x") as session:
        held, ahead, off, _far = (
            add_meeting(session, household.mentee, kind, day + timedelta(days=days)) for days in (-3, 4, 2, 90)
        )
        set_meeting_status(session, held, MeetingStatus.HELD)
        set_meeting_status(session, off, MeetingStatus.CANCELLED)
    with store.read() as session:
        found = read_lanes(session, household.mentee, day - timedelta(days=9), day + timedelta(days=9)).meetings
    assert [(one.id, one.kind, one.held) for one in found] == [(held, kind, True), (ahead, kind, False)]
