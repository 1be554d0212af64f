"""What the papers of the mentee's own are made of, gathered from the store: stairs, mapping, lanes, certificate."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.enrolments import StepState
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.groups import GroupKind
from mentorapp.domain.mapping import AnswerStatus
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.language import Texts
from mentorapp.store.closings import close_enrolment
from mentorapp.store.course_sheets import gather_course_sheet
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import change_level
from mentorapp.store.group_attendance import set_attendance
from mentorapp.store.groups import add_activity, add_meeting, list_meetings
from mentorapp.store.incomes import add_income
from mentorapp.store.intake import note_interest
from mentorapp.store.interventions import add_intervention
from mentorapp.store.lanes_sheets import gather_lanes_sheet
from mentorapp.store.mapping_sheets import gather_mapping_sheet
from mentorapp.store.mappings import add_wish, begin_mapping, complete_mapping, set_answer
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.milestones import add_milestone
from mentorapp.store.placements import add_placement, set_hours
from mentorapp.store.sessions import add_session
from mentorapp.store.stairs_sheets import gather_stairs_sheet
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace

SV = Texts("sv")


@pytest.fixture
def stranger(store: Store) -> UUID:
    """Somebody without an enrolment."""
    with store.write("mentee_added") as session:
        return add_mentee(session, "Ester")


def test_the_stairs_have_days_for_what_has_been_and_none_ahead(store: Store, household: Any, day: date) -> None:
    start, moved = day - timedelta(days=100), day - timedelta(days=40)
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], moved)
    with store.read() as session:
        sheet = gather_stairs_sheet(session, household.mentee, texts=SV)
    assert [(one.state, one.first, one.last) for one in sheet.stairs[:3]] == [
        (StepState.BEEN, start, moved - timedelta(days=1)),
        (StepState.HERE, moved, None),
        (StepState.AHEAD, None, None),
    ]
    assert [one.goal for one in sheet.stairs] == [False, False, False, True]


def test_a_level_gone_back_from_lies_ahead_again_without_days(store: Store, household: Any, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=40))
        change_level(session, household.enrolment, household.levels[0], day - timedelta(days=10))
    with store.read() as session:
        stairs = gather_stairs_sheet(session, household.mentee, texts=SV).stairs
    assert stairs[0].first == day - timedelta(days=10)
    assert (stairs[1].state, stairs[1].first, stairs[1].last) == (StepState.AHEAD, None, None)


def test_a_level_left_on_the_day_it_was_entered_was_there_that_day(store: Store, household: Any, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day)
        change_level(session, household.enrolment, household.levels[2], day)
    with store.read() as session:
        second = gather_stairs_sheet(session, household.mentee, texts=SV).stairs[1]
    assert (second.first, second.last) == (day, day)


def test_what_is_done_is_what_the_mentee_wants_shown_and_the_next_step_is_the_nearest(
    store: Store, household: Any, day: date
) -> None:
    with store.write("step_added") as session:
        for number in range(4):
            tick_step(session, add_step(session, household.goal, f"Steg {number}"), on=day - timedelta(days=number))
        add_step(session, household.goal, "Utan dag")
        add_milestone(session, household.mentee, MilestoneKind.CV_DONE, day - timedelta(days=1))
        add_milestone(session, household.mentee, MilestoneKind.OTHER, day, kind_other="Sov hela natten", note="")
        add_milestone(session, household.mentee, MilestoneKind.CV_DONE, day, mentee_wants_shown=False)
    with store.read() as session:
        sheet = gather_stairs_sheet(session, household.mentee, texts=SV)
    assert {one.text for one in sheet.done} >= {"Sov hela natten", "Steg 0"}
    assert len(sheet.done) == 4
    assert sheet.next_step is not None
    assert (sheet.next_step.text, sheet.next_step.due) == ("Ringa Fantasihallen", day)


def test_without_an_enrolment_the_papers_hold_a_name_and_nothing_more(store: Store, stranger: UUID) -> None:
    with store.read() as session:
        stairs = gather_stairs_sheet(session, stranger, texts=SV)
        mapping = gather_mapping_sheet(session, stranger, language="sv")
        lanes = gather_lanes_sheet(session, stranger, texts=SV)
    assert (stairs.stairs, stairs.done, stairs.next_step) == ((), (), None)
    assert (mapping.facts, mapping.wishes, mapping.areas, mapping.unasked) == (None, (), (), None)
    assert (lanes.spans, lanes.period, lanes.lived_on) == ((), None, None)
    assert all(sheet.person and sheet.person.full_name == "Ester" for sheet in (stairs, mapping, lanes))


def test_the_mapping_has_the_mentees_words_and_not_the_mentors_view(store: Store, household: Any, day: date) -> None:
    with store.write("mapping_begun") as session:
        mapping = begin_mapping(session, household.enrolment)
        set_answer(
            session,
            mapping,
            "housing",
            status=AnswerStatus.NEEDS_SUPPORT,
            importance=3,
            words="Jag bor trångt",
            view="Behöver stöd",
            resources="Mormor",
            needs="Eget rum",
        )
        add_wish(session, mapping, "Jobba med djur")
    with store.read() as session:
        sheet = gather_mapping_sheet(session, household.mentee, language="sv")
    assert sheet.facts is not None
    assert (sheet.facts.version, sheet.facts.completed_on) == (1, None)
    assert [[word.text for word in area.words] for area in sheet.areas] == [["Jag bor trångt"]]
    assert (sheet.areas[0].importance, sheet.areas[0].resources, sheet.areas[0].needs) == (3, "Mormor", "Eget rum")
    assert [wish.text for wish in sheet.wishes] == ["Jobba med djur"]
    assert sheet.unasked is not None
    assert sheet.areas[0].name not in sheet.unasked.names
    assert "Behöver stöd" not in repr(sheet)


def test_a_mapping_that_is_done_says_when(store: Store, household: Any, day: date) -> None:
    with store.write("mapping_begun") as session:
        mapping = begin_mapping(session, household.enrolment)
        complete_mapping(session, mapping, day)
    with store.read() as session:
        facts = gather_mapping_sheet(session, household.mentee, language="en").facts
    assert facts is not None
    assert facts.completed_on == day


def lanes(store: Store, household: Any) -> Any:
    with store.read() as session:
        return gather_lanes_sheet(session, household.mentee, texts=SV)


def test_p20_workplaces_are_steps_of_per_cent(store: Store, household: Any, day: date) -> None:
    with store.write("placement_added") as session:
        place = add_workplace(session, "Fantasihallen")
        one = add_placement(session, household.enrolment, place, PlacementType.WORK_TRAINING, day - timedelta(days=60),
                            hours_per_week=Decimal(8), planned_to=day + timedelta(days=9))  # fmt: skip
        set_hours(session, one, day - timedelta(days=10), Decimal(20))
        add_placement(session, household.enrolment, place, PlacementType.STUDY_VISIT, day - timedelta(days=90))
    spans = [one for one in lanes(store, household).spans if one.lane == "Fantasihallen"]
    assert {one.info_class for one in spans} == {InfoClass.WORK}
    assert [(one.words, one.percent, one.short) for one in spans] == [
        ("Studiebesök", None, ""), ("Arbetsträning, 20\N{NO-BREAK SPACE}%", 20, "20\N{NO-BREAK SPACE}%"),
        ("Arbetsträning, 50\N{NO-BREAK SPACE}%", 50, "50\N{NO-BREAK SPACE}%"),
    ]  # fmt: skip
    assert [(one.first, one.last) for one in spans] == [
        (day - timedelta(days=90), day - timedelta(days=90)),
        (day - timedelta(days=60), day - timedelta(days=11)),
        (day - timedelta(days=10), day + timedelta(days=9)),
    ]


def test_the_workplace_of_a_protected_person_is_not_named(store: Store, household: Any, day: date) -> None:
    with store.write("placement_added") as session:
        place = add_workplace(session, "Fantasihallen")
        add_placement(session, household.enrolment, place, PlacementType.INTERNSHIP, day - timedelta(days=9))
        change_mentee(session, household.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    sheet = lanes(store, household)
    assert [(one.lane, one.words) for one in sheet.spans] == [("Arbetsplats", "Praktik")]
    assert "Fantasihallen" not in repr(sheet)


def test_everything_at_once_has_contacts_money_studies_and_support(store: Store, household: Any, day: date) -> None:
    ago = timedelta(days=1)
    with store.write("income_added") as session:
        add_income(session, household.mentee, IncomeSource.SOCIAL_ASSISTANCE, day - 200 * ago, to_date=day - 120 * ago)
        add_income(session, household.mentee, IncomeSource.ACTIVITY_BENEFIT, day - 90 * ago, extent=50)
        add_income(session, household.mentee, IncomeSource.SICKNESS_CASH, day, state=IncomeState.APPLIED, state_on=day)
        add_education_support(
            session, household.enrolment, "Allmän kurs", school="Sjöbo", from_date=day - 30 * ago, pace_percent=50
        )
        add_education_support(session, household.enrolment, "Utan dag")
        for state, kind in (
            (InterventionState.ONGOING, InterventionKind.CARE_CONTACT),
            (InterventionState.NEEDED, InterventionKind.DEBT_ADVICE),
            (InterventionState.ENDED, InterventionKind.TREATMENT),
        ):
            add_intervention(session, household.mentee, kind, "Kliniken", state=state, since=day - 10 * ago)
        for attendance in (Attendance.HELD, Attendance.NO_SHOW):
            add_session(
                session,
                NewSession(
                    mentee_id=household.mentee,
                    kind=SessionKind.WALK_AND_TALK,
                    event_date=day - 2 * ago,
                    attendance=attendance,
                ),
            )
    sheet = lanes(store, household)
    assert (sheet.contacts.held, sheet.contacts.missed) == ((day - 2 * ago,), (day - 2 * ago,))
    assert [span for span in sheet.spans if span.gap]
    assert [span.words for span in sheet.spans if span.info_class is InfoClass.EDU] == [
        "Allmän kurs, Sjöbo, 50\N{NO-BREAK SPACE}%"
    ]
    mine = [span for span in sheet.spans if span.lane == "Kliniken"]
    assert sorted((span.pending, span.last) for span in mine if span.last) == [(False, day - 10 * ago)]
    assert sum(span.pending for span in mine) == 1
    assert any("50\N{NO-BREAK SPACE}%" in span.words for span in sheet.spans if span.info_class is InfoClass.INCOME)
    assert [span.first for span in sheet.spans if span.pending and span.info_class is InfoClass.INCOME] == [day]
    assert sheet.period.programme == "Level Up"
    assert (sheet.period.closed_on, sheet.period.reason, sheet.lived_on.ended) == (None, "", False)
    assert sheet.lived_on.at_start != sheet.lived_on.later


def test_nobody_reads_where_a_protected_person_studies(store: Store, household: Any, day: date) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, household.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
        add_education_support(session, household.enrolment, "Allmän kurs", school="Sjöbo", from_date=day)
    assert "Sjöbo" not in repr(lanes(store, household))


def test_after_the_end_everything_at_once_says_why_it_ended(store: Store, household: Any, day: date) -> None:
    headings = (Heading(destination=Destination.UNKNOWN, primary=True),)
    with store.write("enrolment_closed") as session:
        close_enrolment(session, household.enrolment, NewClosure(closed_on=day, detail="moved", headings=headings))
    sheet = lanes(store, household)
    assert (sheet.period.closed_on, bool(sheet.period.reason)) == (day, True)
    assert sheet.lived_on is None
    with store.write("income_added") as session:
        add_income(session, household.mentee, IncomeSource.WAGE, day - timedelta(days=5))
    assert lanes(store, household).lived_on.ended


def test_somebody_on_the_way_in_has_no_time_in_a_programme_yet(store: Store, household: Any, stranger: UUID) -> None:
    with store.write("interest_noted") as session:
        note_interest(session, stranger, household.programme)
        add_income(session, stranger, IncomeSource.WAGE, date(2026, 1, 1))
    with store.read() as session:
        sheet = gather_lanes_sheet(session, stranger, texts=SV)
    assert (sheet.period, sheet.lived_on) == (None, None)


@pytest.fixture
def course(store: Store, day: date) -> UUID:
    """Two meetings of a course, ten and three days ago."""
    with store.write("group_added") as session:
        activity = add_activity(
            session, "Hälsoskolan", GroupKind.HEALTH_SCHOOL, organiser="AME", topics=("Sömn", "Mat")
        )
        for days, topic in ((10, "Sömn"), (3, "Ensamhet")):
            add_meeting(session, activity, day - timedelta(days=days), duration_min=60, topic=topic)
        return activity


def test_the_certificate_says_what_one_took_part_in(store: Store, household: Any, course: UUID, day: date) -> None:
    with store.write("attendance_set") as session:
        for meeting, attendance in zip(
            sorted(list_meetings(session, course), key=lambda one: one.event_date),
            (Attendance.HELD, Attendance.NO_SHOW),
            strict=True,
        ):
            set_attendance(session, meeting.id, household.mentee, attendance)
    with store.read() as session:
        sheet = gather_course_sheet(session, household.mentee, course)
    assert sheet.course is not None
    assert (sheet.course.attended, sheet.course.held, sheet.course.minutes) == (1, 2, 60)
    assert (sheet.course.first, sheet.course.last) == (day - timedelta(days=10), day - timedelta(days=10))
    assert [(one.topic, len(one.days)) for one in sheet.topics] == [("Sömn", 1), ("Mat", 0), ("Ensamhet", 0)]


def test_who_was_never_there_gets_no_certificate(store: Store, household: Any, course: UUID) -> None:
    with store.read() as session:
        assert gather_course_sheet(session, household.mentee, course).course is None
    with pytest.raises(NotFoundError), store.read() as session:
        gather_course_sheet(session, household.mentee, uuid4())
