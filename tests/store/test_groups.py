"""Group activities: written down once, with each mentee's attendance as a contact of that person's own."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError, MentorError, NotFoundError
from mentorapp.domain.groups import GroupActivity, GroupKind, months_of, size_is_unusual
from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.store.group_attendance import attendance_by_topic, list_attendance, list_members, set_attendance
from mentorapp.store.groups import (
    add_activity,
    add_meeting,
    change_activity,
    change_meeting,
    get_activity,
    get_meeting,
    list_activities,
    list_meetings,
    remove_activity,
    remove_meeting,
)
from mentorapp.store.mentees import add_mentee
from mentorapp.store.overviews import list_lines
from mentorapp.store.sessions import add_session, change_session, get_session, list_sessions
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words

HELD, PLANNED = Attendance.HELD, Attendance.PLANNED


@pytest.fixture
def school(store: Store) -> UUID:
    with store.write("group_added") as session:
        return add_activity(
            session, "Hälsoskolan hösten", GroupKind.HEALTH_SCHOOL, organiser="AME", topics=("Sömn", " ", "Ensamhet")
        )


@pytest.fixture
def meeting(store: Store, school: UUID, day: date) -> UUID:
    with store.write("group_meeting_added") as session:
        return add_meeting(
            session,
            school,
            day - timedelta(days=1),
            start_time=time(13),
            duration_min=90,
            place="Biblioteket",
            topic="Sömn",
        )


def test_an_activity_is_kept_changed_and_listed(store: Store, school: UUID) -> None:
    with store.read() as session:
        kept = get_activity(session, school)
    assert (kept.title, kept.kind, kept.organiser, kept.topics) == (
        "Hälsoskolan hösten",
        GroupKind.HEALTH_SCHOOL,
        "AME",
        ("Sömn", "Ensamhet"),
    )
    with store.write("group_changed") as session:
        change_activity(session, school, "Annat", GroupKind.OTHER, kind_other="Bokklubb", online=True)
    with store.read() as session:
        (line,) = list_activities(session)
    assert (line.activity.kind_other, line.activity.online, line.meetings, line.members) == ("Bokklubb", True, (), 0)
    store.undo()
    with store.read() as session:
        assert get_activity(session, school).title == "Hälsoskolan hösten"


def test_what_is_no_activity_is_refused(store: Store, day: date) -> None:
    with store.write("group_added") as session, pytest.raises(InputError) as refused:
        add_activity(session, " ", GroupKind.FITNESS)
    assert (refused.value.field, refused.value.key) == ("title", "title_missing")
    with store.write("group_added") as session, pytest.raises(InputError) as refused:
        add_activity(session, "Cirkel", GroupKind.OTHER, kind_other="x")
    assert refused.value.field == "kind_other"
    with store.write("group_added") as session, pytest.raises(InputError) as refused:
        add_activity(session, "Cirkel", GroupKind.FITNESS, from_date=day, to_date=day - timedelta(days=1))
    assert refused.value.field == "to_date"
    with store.write("group_added") as session, pytest.raises(TypeError, match="no colour"):
        add_activity(session, "Cirkel", GroupKind.FITNESS, colour="röd")


def test_activities_stand_with_the_newest_beginning_first(store: Store, day: date) -> None:
    with store.write("group_added") as session:
        old = add_activity(session, "Gammal", GroupKind.FITNESS, from_date=day - timedelta(days=300))
        by_meeting = add_activity(session, "Med träff", GroupKind.FITNESS)
        add_meeting(session, by_meeting, day)
        undated = add_activity(session, "Utan dag", GroupKind.FITNESS)
    with store.read() as session:
        assert [line.activity.id for line in list_activities(session)] == [undated, by_meeting, old]


def test_attendance_is_a_contact_of_each_mentees_own(
    store: Store, household: Any, meeting: UUID, school: UUID, day: date
) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
    with store.write("attendance_set") as session:
        own = set_attendance(session, meeting, household.mentee, HELD, came_late=True)
        set_attendance(session, meeting, other, Attendance.NO_SHOW, came_late=True)
    assert own is not None
    with store.read() as session:
        contact = get_session(session, own)
        assert (contact.kind, contact.attendance, contact.came_late) == (SessionKind.GROUP, HELD, True)
        assert (contact.event_date, contact.start_time, contact.duration_min) == (day - timedelta(days=1), time(13), 90)
        assert (contact.place, contact.support_kinds, contact.enrolment_id) == (
            "Biblioteket",
            ("health_school",),
            household.enrolment,
        )
        found = {one.mentee_id: one for one in list_attendance(session, meeting)}
        assert (found[other].attendance, found[other].came_late) == (Attendance.NO_SHOW, False)
        kept = get_meeting(session, meeting)
        assert (kept.invited, kept.present) == (2, 1)
        assert list_meetings(session, school) == (kept,)
        assert list_members(session, school) == {household.mentee, other}
        assert list_activities(session)[0].members == 2
        line = next(one for one in list_lines(session) if one.mentee_id == household.mentee)
    assert line.last_contact_on == day - timedelta(days=1)


def test_attendance_can_be_turned_and_taken_off(store: Store, household: Any, meeting: UUID) -> None:
    for attendance in (PLANNED, HELD, Attendance.CANCELLED_MENTEE):
        with store.write("attendance_set") as session:
            set_attendance(session, meeting, household.mentee, attendance)
    with store.read() as session:
        (contact,) = list_sessions(session, household.mentee)
    assert contact.attendance is Attendance.CANCELLED_MENTEE
    with store.write("attendance_set") as session:
        assert set_attendance(session, meeting, household.mentee, None) is None
        assert set_attendance(session, meeting, household.mentee, None) is None
    with store.read() as session:
        assert list_sessions(session, household.mentee) == ()
    store.undo()
    with store.read() as session:
        assert len(list_sessions(session, household.mentee)) == 1


def test_own_words_about_a_meeting_are_not_taken_off_with_it(store: Store, household: Any, meeting: UUID) -> None:
    from dataclasses import fields

    from mentorapp.domain.sessions import NewSession, NoteSegment

    with store.write("attendance_set") as session:
        own = set_attendance(session, meeting, household.mentee, HELD)
    assert own is not None
    with store.write("note_changed") as session:
        contact = get_session(session, own)
        values = {f.name: getattr(contact, f.name) for f in fields(NewSession)}
        change_session(session, own, NewSession(**values | {"segments": (NoteSegment(text="Vågade prata."),)}))
    with store.write("attendance_set") as session:
        set_attendance(session, meeting, household.mentee, HELD, came_late=True)
    with store.write("attendance_set") as session, pytest.raises(InputError) as refused:
        set_attendance(session, meeting, household.mentee, None)
    assert refused.value.key == "attendance_has_note"
    with store.read() as session:
        assert get_session(session, own).segments[0].text == "Vågade prata."


def test_nobody_has_been_at_what_is_still_ahead(store: Store, household: Any, school: UUID, day: date) -> None:
    with store.write("group_meeting_added") as session:
        ahead = add_meeting(session, school, day + timedelta(days=7))
    with store.write("attendance_set") as session:
        set_attendance(session, ahead, household.mentee, PLANNED)
    with store.write("attendance_set") as session, pytest.raises(InputError) as refused:
        set_attendance(session, ahead, household.mentee, HELD)
    assert refused.value.key == "held_in_future"


def test_a_moved_meeting_takes_its_contacts_along(store: Store, household: Any, meeting: UUID, day: date) -> None:
    with store.write("attendance_set") as session:
        set_attendance(session, meeting, household.mentee, HELD)
    with store.write("group_meeting_changed") as session:
        change_meeting(session, meeting, day, start_time=time(9), place="Kontoret", topic="Mat")
    with store.read() as session:
        (contact,) = list_sessions(session, household.mentee)
    assert (contact.event_date, contact.start_time, contact.place) == (day, time(9), "Kontoret")
    with store.write("group_meeting_changed") as session, pytest.raises(InputError) as refused:
        change_meeting(session, meeting, day + timedelta(days=1))
    assert refused.value.field == "event_date"
    with store.write("group_meeting_changed") as session, pytest.raises(InputError) as refused:
        change_meeting(session, meeting, day, duration_min=601)
    assert refused.value.field == "duration_min"


def test_what_somebody_has_been_at_is_not_removed(store: Store, household: Any, meeting: UUID, school: UUID) -> None:
    with store.write("attendance_set") as session:
        set_attendance(session, meeting, household.mentee, PLANNED)
    for remove, key in ((remove_meeting, meeting), (remove_activity, school)):
        with store.write("group_removed") as session, pytest.raises(MentorError) as refused:
            remove(session, key)
        assert refused.value.key == "group_has_attendance"
    with store.write("attendance_set") as session:
        set_attendance(session, meeting, household.mentee, None)
    with store.write("group_meeting_removed") as session:
        remove_meeting(session, meeting)
    store.undo()
    with store.write("group_removed") as session:
        remove_activity(session, school)
    with store.read() as session:
        assert list_activities(session) == ()
    store.undo()
    with store.read() as session:
        assert len(list_meetings(session, school)) == 1


def test_what_is_not_there_is_said(store: Store, household: Any, meeting: UUID, day: date) -> None:
    nobody = uuid4()
    with store.write("group_changed") as session:
        for verb in (
            lambda: get_activity(session, nobody),
            lambda: add_meeting(session, nobody, day),
            lambda: get_meeting(session, nobody),
            lambda: remove_meeting(session, nobody),
            lambda: set_attendance(session, nobody, household.mentee, HELD),
            lambda: set_attendance(session, meeting, nobody, HELD),
        ):
            with pytest.raises(NotFoundError):
                verb()


def test_nobody_was_there_before_birth_and_protected_people_have_no_place(
    store: Store, school: UUID, meeting: UUID, day: date
) -> None:
    with store.write("mentee_added") as session:
        young = add_mentee(session, "Ung", birth_date=date(2010, 1, 1))
        hidden = add_mentee(session, "Gry", protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)
        long_ago = add_meeting(session, school, date(2009, 1, 1))
    with store.write("attendance_set") as session:
        with pytest.raises(InputError) as refused:
            set_attendance(session, long_ago, young, HELD)
        assert refused.value.key == "before_birth"
        set_attendance(session, meeting, hidden, HELD)
    with store.read() as session:
        (contact,) = list_sessions(session, hidden)
    assert contact.place == ""


def test_an_online_group_without_a_kind_of_support(store: Store, household: Any, day: date) -> None:
    with store.write("group_added") as session:
        circle = add_activity(session, "Cirkel", GroupKind.STUDY_CIRCLE, online=True)
        set_attendance(session, add_meeting(session, circle, day), household.mentee, HELD)
    with store.read() as session:
        (contact,) = list_sessions(session, household.mentee)
    assert (contact.kind, contact.support_kinds) == (SessionKind.ONLINE_GROUP, ())


def test_attendance_by_topic_is_the_persons_own(store: Store, household: Any, meeting: UUID, day: date) -> None:
    with store.write("attendance_set") as session:
        other = add_mentee(session, "Love")
        set_attendance(session, meeting, household.mentee, HELD)
        set_attendance(session, meeting, other, HELD)
        walk = add_session(
            session,
            _walk(household.mentee, day),
        )
    assert walk
    with store.read() as session:
        (one,) = attendance_by_topic(session, household.mentee)
    assert (one.title, one.topic, one.attendance, one.kind) == (
        "Hälsoskolan hösten",
        "Sömn",
        HELD,
        GroupKind.HEALTH_SCHOOL,
    )


def _walk(mentee: UUID, day: date) -> Any:
    from mentorapp.domain.sessions import NewSession

    return NewSession(mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=day)


def test_loneliness_is_among_the_topics_of_the_health_school(store: Store) -> None:
    with store.read() as session:
        words = list_words(session, WordList.HEALTH_TOPIC)
    assert "Ensamhet" in [word.name_sv for word in words]
    assert all(word.name_en for word in words)


def test_the_year_wheel_knows_the_months_of_an_activity() -> None:
    def activity(first: date | None, last: date | None) -> GroupActivity:
        return GroupActivity(id=uuid4(), title="x", kind=GroupKind.FITNESS, from_date=first, to_date=last)

    assert months_of(activity(None, None), (date(2026, 3, 1), date(2027, 1, 1)), 2026) == {3}
    assert months_of(activity(date(2026, 11, 1), date(2027, 2, 1)), (), 2026) == {11, 12}
    assert months_of(activity(date(2026, 11, 1), date(2027, 2, 1)), (), 2027) == {1, 2}
    assert months_of(activity(date(2026, 5, 4), None), (), 2026) == {5}
    assert months_of(activity(date(2025, 5, 4), None), (), 2026) == frozenset()


@pytest.mark.parametrize(("members", "unusual"), [(0, False), (2, True), (3, False), (7, False), (8, True)])
def test_a_group_outside_three_to_seven_is_told(members: int, unusual: bool) -> None:
    assert size_is_unusual(members) is unusual
