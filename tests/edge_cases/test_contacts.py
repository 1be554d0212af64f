"""Edge cases of domain.md, section F, that concern contacts, groups and milestones."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.groups import GroupKind
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.group_attendance import attendance_by_topic, set_attendance
from mentorapp.store.groups import add_activity, add_meeting
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.programmes import add_programme
from mentorapp.store.session_moves import move_session
from mentorapp.store.sessions import (
    add_session,
    change_session,
    comment_session,
    get_session,
    list_sessions,
    list_versions,
)
from mentorapp.store.store import Store
from mentorapp.store.timeline import ContactItem, list_contacts, read_timeline


@pytest.fixture
def birk(store: Store, day: date) -> UUID:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Birk", family_name="Provare")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        add_enrolment(session, mentee, programme, started_on=day - timedelta(days=100))
    return mentee


@pytest.fixture
def love(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Love", family_name="Demosson")


def walk(mentee: UUID, on: date, text: str, **more: Any) -> NewSession:
    return NewSession(
        mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=on, segments=(NoteSegment(text=text),), **more
    )


def words(value: object) -> Iterator[str]:
    """Every text in a frozen value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words(inner)


def test_f24_a_note_written_late_stands_on_its_own_day(store: Store, birk: UUID, day: date) -> None:
    with store.write("note_saved") as session:
        add_session(session, walk(birk, day, "I dag."))
        late = add_session(session, walk(birk, day - timedelta(days=4), "Sent."))
    with store.read() as session:
        first, second = list_sessions(session, birk)
        assert (second.id, second.written_late_days) == (late, 4)
        item = list_contacts(session, birk)[1]
    assert first.written_late_days == 0
    assert isinstance(item, ContactItem)
    assert item.written_late_days == 4


def test_f25_a_note_about_the_wrong_person_is_moved_with_a_trace(
    store: Store, birk: UUID, love: UUID, day: date
) -> None:
    with store.write("note_saved") as session:
        note = add_session(session, walk(birk, day, "LOVES-ORD"))
    with store.write("session_moved") as session:
        move_session(session, note, love)
    with store.read() as session:
        left = list_contacts(session, birk)
        assert "LOVES-ORD" not in " ".join(w for item in left for w in words(asdict(item)))
        assert len(left) == 1
        assert get_session(session, note).mentee_id == love
        steps = session.connection().exec_driver_sql("SELECT label FROM journal_step ORDER BY number DESC LIMIT 1")
        assert steps.scalar() == "session_moved"


def test_f27_no_view_of_one_mentee_holds_a_word_about_another_of_the_group(store: Store, birk: UUID, day: date) -> None:
    markers = ("MARKNAMN", "MARKEFTER", "MARKORD")
    with store.write("attendance_set") as session:
        other = add_mentee(session, markers[0], family_name=markers[1])
        activity = add_activity(session, "Cirkeln", GroupKind.STUDY_CIRCLE)
        meeting = add_meeting(session, activity, day, topic="Mat", place="Biblioteket")
        set_attendance(session, meeting, birk, Attendance.HELD)
        theirs = set_attendance(session, meeting, other, Attendance.HELD)
        ahead = add_meeting(session, activity, day + timedelta(days=7), topic="Sömn", place="Biblioteket")
        set_attendance(session, ahead, birk, Attendance.PLANNED)
        set_attendance(session, ahead, other, Attendance.PLANNED)
    assert theirs is not None
    with store.write("note_changed") as session:
        kept = get_session(session, theirs)
        new = walk(other, day, markers[2], group_meeting_id=kept.group_meeting_id)
        change_session(session, theirs, new)
    with store.read() as session:
        views: list[Any] = [
            *read_timeline(session, birk).items,
            *list_contacts(session, birk),
            *list_sessions(session, birk),
            *attendance_by_topic(session, birk),
            gather_plan_sheet(session, birk, and_word="och"),
        ]
    said = " ".join(word for view in views for word in words(asdict(view)))
    assert "Cirkeln" in said
    assert [marker for marker in markers if marker in said] == []
    assert str(other) not in " ".join(str(view) for view in views)


def test_f29_a_disputed_note_gets_a_new_version_and_the_mentees_comment(
    store: Store, birk: UUID, clock: Any, day: date
) -> None:
    with store.write("note_saved") as session:
        note = add_session(session, walk(birk, day, "Birk vill inte arbeta."))
    clock.pass_days(1)
    with store.write("note_changed") as session:
        change_session(session, note, walk(birk, day, "Birk vill inte arbeta natt."))
        comment_session(session, note, "Jag sa aldrig att jag inte vill arbeta.")
    with store.read() as session:
        contact, versions = get_session(session, note), list_versions(session, note)
    assert contact.mentee_comment == "Jag sa aldrig att jag inte vill arbeta."
    assert contact.commented_on == day + timedelta(days=1)
    assert [one.segments[0].text for one in versions] == ["Birk vill inte arbeta natt.", "Birk vill inte arbeta."]


def test_f31_the_interpreter_is_a_mark_without_a_name(store: Store, birk: UUID, day: date) -> None:
    with store.write("note_saved") as session:
        note = add_session(session, walk(birk, day, "Med tolk.", with_interpreter=True))
    with store.read() as session:
        assert get_session(session, note).with_interpreter is True
    assert not [name for name in NewSession.__dataclass_fields__ if "interpreter_name" in name]
