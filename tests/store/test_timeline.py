"""The timeline of a person, read page by page."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from mentorapp.domain.enrolments import Direction
from mentorapp.domain.groups import GroupKind
from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.placements import EndReason, PlacementType
from mentorapp.domain.plans import DoneBy, GoalState
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import StudyPhase
from mentorapp.store import timeline
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import change_level
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.group_attendance import set_attendance
from mentorapp.store.groups import add_activity, add_meeting
from mentorapp.store.meetings import add_invitee, get_meeting, set_attended, set_meeting_status
from mentorapp.store.meetings import add_meeting as add_three_party
from mentorapp.store.mentees import change_mentee
from mentorapp.store.milestones import add_milestone
from mentorapp.store.placements import add_placement, end_placement, set_hours
from mentorapp.store.plans import add_goal, add_plan, set_goal_state
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.scale_responses import NewResponse, add_response, void_response
from mentorapp.store.sessions import add_session, change_session, void_session
from mentorapp.store.settings import change_setting
from mentorapp.store.steps import add_step, drop_step, tick_step
from mentorapp.store.store import Store
from mentorapp.store.tables.enrolments import PauseRow
from mentorapp.store.tables.workplaces import WorkplaceFollowUpRow
from mentorapp.store.timeline import (
    Choice,
    ContactItem,
    DamagedItem,
    LevelItem,
    MeetingItem,
    MilestoneItem,
    PauseItem,
    Place,
    StepItem,
    TimelineItem,
    WorkItem,
    list_contact_days,
    list_contacts,
    read_timeline,
)
from mentorapp.store.timeline_items import WorkEvent
from mentorapp.store.workplaces import add_workplace


def walk(mentee: UUID, on: date, *boxes: tuple[str, InfoClass], **more: object) -> NewSession:
    segments = tuple(NoteSegment(text=words, info_class=cls) for words, cls in boxes)
    return NewSession(
        mentee_id=mentee,
        kind=SessionKind.WALK_AND_TALK,
        event_date=on,
        segments=segments,
        **more,  # type: ignore[arg-type]
    )


def every_item(store: Store, mentee: UUID, limit: int, choice: Choice = timeline.EVERYTHING) -> list[TimelineItem]:
    items: list[TimelineItem] = []
    place: Place | None = Place()
    with store.read() as session:
        while place is not None:
            page = read_timeline(session, mentee, place=place, choice=choice, limit=limit)
            assert len(page.items) <= limit
            items += page.items
            place = page.after
    return items


def test_contacts_steps_and_levels_stand_newest_first(store: Store, household: Any, day: date) -> None:
    home = household
    with store.write("session_added") as session:
        add_session(session, walk(home.mentee, day - timedelta(days=3), ("Vi gick runt sjön.", InfoClass.PLAN)))
        tick_step(session, home.step, on=day - timedelta(days=1), by=DoneBy.TOGETHER)
        change_level(session, home.enrolment, home.levels[1], day - timedelta(days=2), mentee_words="Skönt")
    items = every_item(store, home.mentee, 10)
    assert [type(item) for item in items] == [StepItem, LevelItem, ContactItem, LevelItem]
    step, level, contact, first = items
    assert isinstance(step, StepItem)
    assert (step.text, step.done_by) == ("Ringa Fantasihallen", DoneBy.TOGETHER)
    assert isinstance(level, LevelItem)
    assert (level.order, level.direction, level.mentee_words) == (2, Direction.UP, "Skönt")
    assert isinstance(contact, ContactItem)
    assert (contact.text, contact.classes) == ("Vi gick runt sjön.", (InfoClass.PLAN,))
    assert contact.written_late_days == 3
    assert isinstance(first, LevelItem)
    assert first.direction is Direction.INITIAL


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 7, 60])
def test_pages_of_any_size_give_every_item_once_and_in_order(
    store: Store, household: Any, day: date, limit: int
) -> None:
    home = household
    with store.write("session_added") as session:
        for n in range(12):
            add_session(session, walk(home.mentee, day - timedelta(days=n // 3), start_time=time(9 + n % 3)))
        for n in range(6):
            tick_step(session, add_step(session, home.goal, f"Steg {n}"), on=day - timedelta(days=n))
        change_level(session, home.enrolment, home.levels[1], day - timedelta(days=2))
    items = every_item(store, home.mentee, limit)
    assert len(items) == len({item.id for item in items}) == 12 + 6 + 2
    assert [item.on for item in items] == sorted((item.on for item in items), reverse=True)
    contacts = [(c.on, c.at or time.min) for c in items if isinstance(c, ContactItem)]
    assert contacts == sorted(contacts, reverse=True)


def test_only_the_newest_version_of_a_note_and_only_its_beginning_is_read(
    store: Store, household: Any, day: date
) -> None:
    with store.write("session_added") as session:
        session_id = add_session(session, walk(household.mentee, day, ("Gammalt", InfoClass.HEALTH)))
    with store.write("session_changed") as session:
        long = "å" * 5000
        change_session(session, session_id, walk(household.mentee, day, (long, InfoClass.WORK), ("b", InfoClass.EDU)))
    contact = every_item(store, household.mentee, 5)[0]
    assert isinstance(contact, ContactItem)
    assert contact.text == "å" * 240
    assert contact.classes == (InfoClass.WORK, InfoClass.EDU)


def test_bookings_voided_contacts_and_private_notes_are_left_out(store: Store, household: Any, day: date) -> None:
    mentee = household.mentee
    with store.write("session_added") as session:
        add_session(session, walk(mentee, day + timedelta(days=1), attendance=Attendance.PLANNED))
        void_session(session, add_session(session, walk(mentee, day)), "Fel person")
        add_private_note(session, mentee, "Bara för mig", day)
    assert all(isinstance(item, LevelItem) for item in every_item(store, mentee, 10))


def test_a_class_chooses_contacts_with_any_box_of_it_and_steps_of_such_goals(
    store: Store, household: Any, day: date
) -> None:
    mentee = household.mentee
    with store.write("session_added") as session:
        both = add_session(session, walk(mentee, day, ("a", InfoClass.PLAN), ("b", InfoClass.HEALTH)))
        add_session(session, walk(mentee, day, ("a", InfoClass.PLAN)))
        sleep = add_goal(session, household.plan, "Sova", area="sleep_routines")
        step = add_step(session, sleep, "Lägga bort mobilen")
        tick_step(session, step)
        tick_step(session, household.step)
    health = every_item(store, mentee, 10, Choice(info_class=InfoClass.HEALTH))
    assert {item.id for item in health} == {both, step}
    plan = every_item(store, mentee, 10, Choice(info_class=InfoClass.PLAN))
    assert len(plan) == 2 + 1 + 1
    assert every_item(store, mentee, 10, Choice(contacts=False, levels=False, info_class=InfoClass.WORK)) == []


def test_a_kind_that_is_not_chosen_is_not_read(store: Store, household: Any, day: date) -> None:
    with store.write("session_added") as session:
        add_session(session, walk(household.mentee, day))
        tick_step(session, household.step)
    steps = every_item(store, household.mentee, 10, Choice(contacts=False, levels=False))
    assert [type(item) for item in steps] == [StepItem]


def test_a_review_does_not_show_a_ticked_step_twice(store: Store, household: Any, day: date) -> None:
    with store.write("plan_reviewed") as session:
        tick_step(session, household.step)
        old = add_goal(session, household.plan, "Gammalt mål")
        tick_step(session, add_step(session, old, "Klart förut"))
        set_goal_state(session, old, GoalState.REACHED, day)
        add_plan(session, household.enrolment, day)
    steps = every_item(store, household.mentee, 10, Choice(contacts=False, levels=False))
    assert sorted(item.text for item in steps if isinstance(item, StepItem)) == ["Klart förut", "Ringa Fantasihallen"]


def test_a_step_that_was_struck_out_is_not_shown(store: Store, household: Any) -> None:
    with store.write("step_dropped") as session:
        tick_step(session, household.step)
        drop_step(session, household.step)
    assert every_item(store, household.mentee, 10, Choice(contacts=False, levels=False)) == []


def test_a_damaged_row_keeps_its_day_and_hides_no_neighbour(store: Store, household: Any, day: date) -> None:
    with store.write("session_added") as session:
        broken = add_session(session, walk(household.mentee, day))
        whole = add_session(session, walk(household.mentee, day - timedelta(days=1)))
        session.flush()
        session.execute(text("UPDATE session SET kind = 'levitation' WHERE id = :id"), {"id": broken.bytes})
    items = every_item(store, household.mentee, 10)
    assert items[0] == DamagedItem(id=broken, on=day)
    assert items[1].id == whole
    with store.read() as session:
        assert [item.id for item in list_contacts(session, household.mentee)] == [broken, whole]


def test_the_list_of_contacts_holds_bookings_too(store: Store, household: Any, day: date) -> None:
    with store.write("session_added") as session:
        add_session(session, walk(household.mentee, day + timedelta(days=5), attendance=Attendance.PLANNED))
        add_session(session, walk(household.mentee, day, next_step="Ringa"))
    with store.read() as session:
        contacts = list_contacts(session, household.mentee)
    assert [c.on for c in contacts] == [day + timedelta(days=5), day]
    assert isinstance(contacts[1], ContactItem)
    assert contacts[1].next_step == "Ringa"


def test_contact_days_tell_held_from_not_held(store: Store, household: Any, day: date) -> None:
    mentee = household.mentee
    with store.write("session_added") as session:
        add_session(session, walk(mentee, day - timedelta(days=9)))
        add_session(session, walk(mentee, day - timedelta(days=2), attendance=Attendance.NO_SHOW))
        add_session(session, walk(mentee, day - timedelta(days=1)))
        add_session(session, walk(mentee, day, attendance=Attendance.PLANNED))
    with store.read() as session:
        days = list_contact_days(session, mentee, day - timedelta(days=5), day)
    assert days == ((day - timedelta(days=2), False), (day - timedelta(days=1), True))


def test_the_contacts_of_a_page_are_found_by_index_and_not_sorted(store: Store, household: Any) -> None:
    statement = timeline._CONTACTS + timeline._HAPPENED + timeline._NEWEST_CONTACT + timeline._PART
    with store.read() as session:
        rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (household.mentee.bytes, 10, 0))
        lines = [row[3] for row in rows]
    assert any("ix_session_mentee_id_event_date_start_time" in line for line in lines), lines
    assert not any(line.startswith("SCAN") for line in lines), lines


def test_pauses_and_milestones_stand_among_the_rest_page_by_page(store: Store, household: Any, day: date) -> None:
    with store.write("milestone_added") as session:
        add_milestone(session, household.mentee, MilestoneKind.OWN_HOME, day - timedelta(days=2), note="Nyckeln.")
        add_milestone(session, household.mentee, MilestoneKind.CV_DONE, day - timedelta(days=4))
        for first, last in ((60, 50), (9, None)):
            session.add(
                PauseRow(
                    enrolment_id=household.enrolment,
                    from_date=day - timedelta(days=first),
                    to_date=None if last is None else day - timedelta(days=last),
                    who_keeps_contact="Siv",
                )
            )
    with store.read() as session:
        whole = read_timeline(session, household.mentee).items
        social = read_timeline(session, household.mentee, choice=Choice(info_class=InfoClass.SOCIAL)).items
        without = read_timeline(session, household.mentee, choice=Choice(levels=False)).items
    assert [type(item) for item in whole] == [MilestoneItem, MilestoneItem, PauseItem, PauseItem, LevelItem]
    assert every_item(store, household.mentee, 2) == list(whole)
    assert [item.on for item in social] == [day - timedelta(days=2)]
    assert without == ()
    pause = whole[2]
    assert isinstance(pause, PauseItem)
    assert (pause.to, pause.who_keeps_contact) == (None, "Siv")


def test_a_contact_tells_how_it_was(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        add_session(
            session,
            NewSession(
                mentee_id=household.mentee,
                kind=SessionKind.CONTACT_ATTEMPT,
                attempt_way=SessionKind.LETTER,
                event_date=day,
                unplanned=True,
                support_kinds=("cv", "economy"),
            ),
        )
        circle = add_activity(session, "Cirkeln", GroupKind.STUDY_CIRCLE)
        meeting = add_meeting(session, circle, day - timedelta(days=1), topic="Mat")
        set_attendance(session, meeting, household.mentee, Attendance.HELD, came_late=True)
    with store.read() as session:
        tried, group = list_contacts(session, household.mentee)
    assert isinstance(tried, ContactItem)
    assert isinstance(group, ContactItem)
    assert (tried.attempt_way, tried.unplanned, tried.support_kinds) == (SessionKind.LETTER, True, ("cv", "economy"))
    assert (group.group, group.group_topic, group.came_late, group.commented) == ("Cirkeln", "Mat", True, False)


def at_work(store: Store, household: Any, day: date) -> Any:
    """A placement that went from 20 to 50 per cent and has ended, followed up once, with a form filled."""
    with store.write("placement_added") as session:
        place = add_workplace(session, "Fantasihallen")
        one = add_placement(session, household.enrolment, place, PlacementType.WORK_TRAINING, day - timedelta(days=60),
                            hours_per_week=Decimal(8))  # fmt: skip
        set_hours(session, one, day - timedelta(days=30), Decimal(20))
        set_hours(session, one, day + timedelta(days=3), Decimal(30))
        add_placement(session, household.enrolment, place, PlacementType.REGULAR_JOB, day + timedelta(days=9))
        visit = add_placement(session, household.enrolment, place, PlacementType.STUDY_VISIT, day - timedelta(days=90))
        end_placement(session, visit, day - timedelta(days=90), EndReason.PLANNED)
        followed = add_follow_up(session, one, day - timedelta(days=5), agreed_changes="Kortare rast")
        studies = add_education_support(session, household.enrolment, "Svenska", phase=StudyPhase.PREPARE,
                                        phase_since=day - timedelta(days=40))  # fmt: skip
    return one, followed, studies


def test_work_and_studies_stand_among_the_rest_and_what_is_planned_does_not(
    store: Store, household: Any, day: date
) -> None:
    one, followed, studies = at_work(store, household, day)
    with store.write("placement_ended") as session:
        end_placement(session, one, day, EndReason.OTHER, other="Flyttade")
    only = Choice(contacts=False, steps=False, levels=False)
    items = [item for item in every_item(store, household.mentee, 2, only) if isinstance(item, WorkItem)]
    assert [(item.event, (day - item.on).days) for item in items] == [
        (WorkEvent.ENDED, 0), (WorkEvent.FOLLOW_UP, 5), (WorkEvent.HOURS, 30), (WorkEvent.PHASE, 40),
        (WorkEvent.BEGUN, 60), (WorkEvent.BEGUN, 90),
    ]  # fmt: skip
    ended, follow_up, hours, phase, begun, visit = items
    assert (ended.code, ended.text, ended.name_sv, ended.about) == ("other", "Flyttade", "Fantasihallen", one)
    assert (follow_up.id, follow_up.text, follow_up.code) == (followed, "Kortare rast", "visit")
    assert (hours.percent, hours.before, hours.about) == (50, 20, one)
    assert (phase.name_sv, phase.code, phase.about, phase.info_class) == ("Svenska", "prepare", studies, InfoClass.EDU)
    assert (begun.code, begun.percent, begun.info_class) == ("work_training", 20, InfoClass.WORK)
    assert (visit.code, visit.percent) == ("study_visit", None)
    assert len({item.id for item in items}) == len(items), "every row is one of its own"


def test_a_class_chooses_work_by_its_own_and_the_page_never_repeats(store: Store, household: Any, day: date) -> None:
    at_work(store, household, day)
    assert [type(item) for item in every_item(store, household.mentee, 1, Choice(info_class=InfoClass.EDU))] == [
        WorkItem
    ]
    assert len(every_item(store, household.mentee, 1, Choice(info_class=InfoClass.WORK))) == 4
    assert not any(isinstance(item, WorkItem) for item in every_item(store, household.mentee, 9, Choice(work=False)))
    assert every_item(store, household.mentee, 1) == every_item(store, household.mentee, 50)


def test_the_workplace_of_a_protected_person_is_not_named_in_the_timeline(
    store: Store, household: Any, day: date
) -> None:
    at_work(store, household, day)
    with store.write("mentee_changed") as session:
        change_mentee(session, household.mentee, protected_identity=ProtectedIdentity.FINGERADE)
    assert "Fantasihallen" not in repr(every_item(store, household.mentee, 50))


def test_a_filled_form_is_told_of_but_not_how_the_two_work_together(store: Store, household: Any, day: date) -> None:
    """SRS is the mentor's alone, and the page is seen by both. A form taken back is no event, and one of a follow-up
    is told of with it."""
    with store.write("scale_filled") as session:
        change_setting(session, "session_rating_licence", True)
        hope = (Mark(item="hope", value=Decimal(40)),)
        own = add_response(
            session, NewResponse(mentee_id=household.mentee, code="well_being", event_date=day, marks=hope)
        )
        voided = add_response(
            session, NewResponse(mentee_id=household.mentee, code="well_being", event_date=day, marks=hope)
        )
        void_response(session, voided, "Fel person")
        line = (Mark(item="line_1", value=Decimal(9)),)
        add_response(session, NewResponse(mentee_id=household.mentee, code="srs", event_date=day, marks=line))
    at_work(store, household, day)
    with store.write("scale_filled") as session:
        (followed,) = (row.id for row in session.query(WorkplaceFollowUpRow))
        pace = (Mark(item="pace", value=Decimal(70)),)
        add_response(
            session,
            NewResponse(mentee_id=household.mentee, code="workplace_mentee", event_date=day, marks=pace,
                        follow_up_id=followed),
        )  # fmt: skip
    found = [item for item in every_item(store, household.mentee, 9) if isinstance(item, WorkItem)]
    items = [item for item in found if item.event is WorkEvent.RATING]
    assert [(item.id, item.event, item.code) for item in items] == [(own, WorkEvent.RATING, "mentee")]
    assert items[0].name_sv
    assert items[0].name_en


def test_meetings_that_were_held_or_called_off_are_events_and_booked_ones_are_not(
    store: Store, household: Any, day: date
) -> None:
    kind = MeetingKind.FOLLOW_UP_THREE_PARTY
    with store.write("meeting_added") as session:
        at = {"start_time": time(10), "duration_min": 45, "place": "Fantasihallen", "purpose": "Hur går det?"}
        held = add_three_party(session, household.mentee, kind, day - timedelta(days=2), **at)
        for name in ("Siv Provsson", "Sture Låtsas", "Ingen Alls"):
            add_invitee(session, held, name=name)
        set_attended(session, get_meeting(session, held).outside[-1].id, Attended.CAME_NOT)
        set_meeting_status(session, held, MeetingStatus.HELD)
        off = add_three_party(session, household.mentee, kind, day - timedelta(days=9))
        set_meeting_status(session, off, MeetingStatus.CANCELLED, "Siv var sjuk")
        add_three_party(session, household.mentee, kind, day - timedelta(days=1))
        later = add_three_party(session, household.mentee, kind, day + timedelta(days=9))
        set_meeting_status(session, later, MeetingStatus.CANCELLED)
        add_session(session, walk(household.mentee, day - timedelta(days=2), start_time=time(9)))
    for limit in (1, 2, 60):
        items = [one for one in every_item(store, household.mentee, limit) if isinstance(one, MeetingItem)]
        assert [(one.id, one.held) for one in items] == [(held, True), (off, False)]
    first = items[0]
    assert (first.people, first.place, first.purpose) == (
        ("Siv Provsson", "Sture Låtsas"), "Fantasihallen", "Hur går det?",
    )  # fmt: skip
    with store.read() as session:
        plan = read_timeline(session, household.mentee, choice=Choice(info_class=InfoClass.PLAN)).items
        health = read_timeline(session, household.mentee, choice=Choice(info_class=InfoClass.HEALTH)).items
        without = read_timeline(session, household.mentee, choice=Choice(meetings=False)).items
    assert [one.id for one in plan if isinstance(one, MeetingItem)] == [held, off]
    assert health == ()
    assert not any(isinstance(one, MeetingItem) for one in without)
    with store.write("mentee_changed") as session:
        change_mentee(session, household.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    shown = [one for one in every_item(store, household.mentee, 60) if isinstance(one, MeetingItem)]
    assert shown[0].place == ""
