"""Notes that change, get a comment, or were about somebody else."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.groups import GroupKind
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.plans import Who
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind, way_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import list_commitments
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.group_attendance import set_attendance
from mentorapp.store.group_names import group_of
from mentorapp.store.groups import add_activity, add_meeting
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import get_contact
from mentorapp.store.network import list_contacts as list_address_book
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.profile import change_profile, get_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.session_moves import move_session
from mentorapp.store.sessions import (
    add_session,
    change_session,
    comment_session,
    get_session,
    list_sessions,
    list_versions,
    void_session,
)
from mentorapp.store.store import Store
from mentorapp.store.timeline import ContactItem, MovedItem, list_contacts, read_timeline
from mentorapp.store.write_up import WriteUp, write_up

K = SessionKind


def _new(mentee: UUID, day: date, **more: Any) -> NewSession:
    values: dict[str, Any] = {"mentee_id": mentee, "kind": K.WALK_AND_TALK, "event_date": day} | more
    return NewSession(**values)


def _note(text: str, info_class: InfoClass = InfoClass.PLAN) -> tuple[NoteSegment, ...]:
    return (NoteSegment(text=text, info_class=info_class),)


@pytest.fixture
def love(store: Store, household: Any, day: date) -> UUID:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Love", birth_date=date(2005, 1, 1))
        add_enrolment(session, mentee, household.programme, started_on=day)
    return mentee


@pytest.fixture
def written(store: Store, household: Any, day: date) -> UUID:
    new = _new(household.mentee, day, segments=_note("Ville bli svetsare."), next_step="Ringa skolan")
    with store.write("note_saved") as session:
        return write_up(session, WriteUp(new=new, private=("Trött själv.",), who=Who.MENTOR))


def test_what_does_not_belong_to_a_contact_is_left_out(store: Store, household: Any, day: date) -> None:
    new = _new(
        household.mentee,
        day,
        kind=K.PHONE,
        attendance=Attendance.NOT_REACHED,
        came_late=True,
        attempt_way=K.LETTER,
        consent_reference="Muntligt 3 mars",
        fact_values="Frihet",
    )
    with store.write("note_saved") as session:
        key = add_session(session, new)
        attempt = add_session(session, replace(new, kind=K.CONTACT_ATTEMPT))
        fact = add_session(session, replace(new, kind=K.OTHER_ACTOR, attendance=Attendance.HELD, methods=("fact",)))
    with store.read() as session:
        kept, tried, acted = (get_session(session, one) for one in (key, attempt, fact))
    assert (kept.came_late, kept.attempt_way, kept.consent_reference, kept.fact_values) == (False, None, "", "")
    assert way_of(tried.kind, tried.attempt_way) is K.LETTER
    assert way_of(kept.kind, kept.attempt_way) is K.PHONE
    assert way_of(K.CONTACT_ATTEMPT, None) is K.CONTACT_ATTEMPT
    assert (acted.consent_reference, acted.fact_values, acted.came_late) == ("Muntligt 3 mars", "Frihet", True)
    with store.write("note_saved") as session, pytest.raises(ValueError, match="that way"):
        add_session(session, replace(new, kind=K.CONTACT_ATTEMPT, attempt_way=K.DRIVE))


def test_every_version_of_a_note_can_be_read_again(
    store: Store, household: Any, written: UUID, clock: Any, day: date
) -> None:
    clock.pass_days(2)
    with store.write("note_changed") as session:
        change_session(session, written, _new(household.mentee, day, segments=_note("Ville bli snickare.")))
    with store.read() as session:
        now, before = list_versions(session, written)
    assert (now.number, now.segments[0].text, now.written_at.date()) == (2, "Ville bli snickare.", day + timedelta(2))
    assert (before.number, before.segments[0].text, before.written_at.date()) == (1, "Ville bli svetsare.", day)
    with store.write("note_changed") as session:
        change_session(session, written, _new(household.mentee, day))
    with store.read() as session:
        versions = list_versions(session, written)
    assert [(one.number, len(one.segments)) for one in versions] == [(3, 0), (2, 1), (1, 1)]


def test_a_comment_stands_with_the_note_until_it_is_emptied(store: Store, written: UUID, day: date) -> None:
    with store.write("session_commented") as session:
        comment_session(session, written, "  Det var inte så.  ")
    with store.read() as session:
        contact = get_session(session, written)
    assert (contact.mentee_comment, contact.commented_on, contact.version) == ("Det var inte så.", day, 1)
    with store.write("session_commented") as session:
        comment_session(session, written, "")
    with store.read() as session:
        assert get_session(session, written).commented_on is None


def test_a_moved_note_takes_everything_along_and_can_be_taken_back(
    store: Store, household: Any, love: UUID, written: UUID, day: date
) -> None:
    with store.write("session_moved") as session:
        trace = move_session(session, written, love)
    with store.read() as session:
        contact = get_session(session, written)
        assert (contact.mentee_id, contact.moved_on, contact.segments[0].text) == (love, day, "Ville bli svetsare.")
        assert [note.text for note in list_private_notes(session, love)] == ["Trött själv."]
        assert list_private_notes(session, household.mentee) == ()
        assert contact.enrolment_id is not None
        assert [p.what for p in list_commitments(session, contact.enrolment_id)] == ["Ringa skolan"]
        assert list_commitments(session, household.enrolment) == ()
        assert list_contacts(session, household.mentee) == (MovedItem(id=trace, on=day, moved_on=day),)
        assert list_sessions(session, household.mentee) == ()
        assert trace not in {item.id for item in read_timeline(session, household.mentee).items}
        (moved,) = list_contacts(session, love)
        assert isinstance(moved, ContactItem)
    store.undo()
    with store.read() as session:
        assert get_session(session, written).mentee_id == household.mentee
        assert list_contacts(session, love) == ()
        assert [n.text for n in list_private_notes(session, household.mentee)] == ["Trött själv."]


def test_without_an_enrolment_the_promise_stays_as_words(store: Store, household: Any, written: UUID) -> None:
    with store.write("session_moved") as session:
        alone = add_mentee(session, "Alva")
        move_session(session, written, alone)
    with store.read() as session:
        assert get_session(session, written).next_step == "Ringa skolan"
        assert get_session(session, written).enrolment_id is None
        assert list_commitments(session, household.enrolment) == ()


def test_where_a_note_cannot_go_is_said(store: Store, household: Any, love: UUID, written: UUID, day: date) -> None:
    with store.write("mentee_added") as session:
        kaa = add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)
        alva = add_mentee(session, "Alva")
        add_enrolment(session, alva, kaa, started_on=day)
        health = add_session(session, _new(household.mentee, day, segments=_note("Ont.", InfoClass.HEALTH)))
        felt = add_session(session, _new(household.mentee, day, mood_in=3))
        early = add_session(session, _new(household.mentee, date(2004, 12, 31)))
        activity = add_activity(session, "Gym", GroupKind.FITNESS)
        group = set_attendance(session, add_meeting(session, activity, day), household.mentee, Attendance.HELD)
        gone = add_session(session, _new(household.mentee, day))
        void_session(session, gone, "Dubblett")
    assert group is not None
    refused_for = (
        (written, household.mentee, "move_same_person"),
        (health, alva, "move_not_here"),
        (felt, alva, "move_not_here"),
        (early, love, "before_birth"),
        (group, love, "move_group"),
    )
    for contact, to, key in refused_for:
        with store.write("session_moved") as session, pytest.raises(InputError) as refused:
            move_session(session, contact, to)
        assert (refused.value.field, refused.value.key) == ("mentee_id", key)
    for contact, to in ((gone, love), (uuid4(), love), (written, uuid4())):
        with store.write("session_moved") as session, pytest.raises(NotFoundError):
            move_session(session, contact, to)
    with store.write("session_moved") as session:
        move_session(session, written, alva)


def test_a_talk_about_the_mentee_names_the_contact_and_a_worry_of_ones_own_stays_private(
    store: Store, household: Any, day: date
) -> None:
    new = _new(household.mentee, day, kind=K.OTHER_ACTOR, consent_reference="Muntligt")
    with store.write("note_saved") as session:
        key = write_up(session, WriteUp(new=new, contact=ContactChoice(None, "Siv"), safety="Ensam i trappan"))
        walk = write_up(
            session, WriteUp(new=_new(household.mentee, day, contact_id=None), contact=ContactChoice(None, "Ingen"))
        )
    with store.read() as session:
        contact = get_session(session, key)
        assert contact.contact_id is not None
        assert get_contact(session, contact.contact_id).name == "Siv"
        assert get_session(session, walk).contact_id is None
        assert [one.name for one in list_address_book(session)] == ["Siv"]
        (private,) = list_private_notes(session, household.mentee)
    assert (private.kind, private.text) == (PrivateKind.SAFETY, "Ensam i trappan")


def test_of_a_group_a_personal_view_says_title_and_topic(store: Store, day: date) -> None:
    with store.write("group_added") as session:
        meeting = add_meeting(session, add_activity(session, "Gym", GroupKind.FITNESS), day, topic="Styrka")
    with store.read() as session:
        assert group_of(session, meeting) == ("Gym", "Styrka")
        assert group_of(session, None) is None
        assert group_of(session, uuid4()) is None


def test_the_units_own_numbers_are_kept_line_by_line(store: Store) -> None:
    with store.write("profile_changed") as session:
        change_profile(session, local_help=" Socialjouren 000\r\nKvinnojouren 001 ")
    with store.read() as session:
        assert get_profile(session).local_help == "Socialjouren 000\nKvinnojouren 001"
