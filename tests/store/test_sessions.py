"""Contacts: versions of notes, bookings written up, private boxes apart, drafts that stay where they belong."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.plans import Origin, Who
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import list_commitments
from mentorapp.store.drafts import get_draft, keep_draft, list_drafts, remove_draft
from mentorapp.store.mentees import add_mentee
from mentorapp.store.private_notes import add_private_note, list_private_notes
from mentorapp.store.sessions import add_session, change_session, get_session, list_sessions, next_booking, void_session
from mentorapp.store.steps import get_step
from mentorapp.store.store import Store
from mentorapp.store.tables.sessions import NoteSegmentRow, SessionRow
from mentorapp.store.write_up import WriteUp, write_up


def _walk(household: Any, day: date, **more: Any) -> NewSession:
    return NewSession(mentee_id=household.mentee, kind=SessionKind.WALK_AND_TALK, event_date=day, **more)


def _note(text: str, info_class: InfoClass = InfoClass.PLAN) -> NoteSegment:
    return NoteSegment(text=text, info_class=info_class)


def test_a_walk_is_kept_with_its_boxes(store: Store, household: Any, day: date) -> None:
    new = _walk(
        household,
        day,
        duration_min=45,
        distance_km=Decimal("3.5"),
        mood_in=4,
        mood_out=7,
        topics=("cv", "MI"),
        segments=(_note("Gick runt sjön."), _note("Sover bättre.", InfoClass.HEALTH), _note("  ")),
    )
    with store.write("note_saved") as session:
        session_id = add_session(session, new)
    with store.read() as session:
        kept = get_session(session, session_id)
    assert kept.segments == new.segments[:2]
    assert kept.distance_km == Decimal("3.5")
    assert kept.topics == ("cv", "MI")
    assert kept.written_late_days == 0


def test_a_changed_note_is_a_new_version_and_the_old_one_stays(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        session_id = add_session(session, _walk(household, day, segments=(_note("Först."),)))
    with store.write("note_changed") as session:
        change_session(session, session_id, _walk(household, day, segments=(_note("Sedan."),), duration_min=30))
        change_session(session, session_id, _walk(household, day, segments=(_note("Sedan."),), duration_min=45))
    with store.read() as session:
        kept = get_session(session, session_id)
        texts = [row.text for row in session.query(NoteSegmentRow).order_by(NoteSegmentRow.version)]
    assert (kept.version, kept.segments, kept.duration_min) == (2, (_note("Sedan."),), 45)
    assert texts == ["Först.", "Sedan."]
    store.undo()
    with store.read() as session:
        assert get_session(session, session_id).segments == (_note("Först."),)


def test_emptying_a_note_is_a_version_too(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        session_id = add_session(session, _walk(household, day, segments=(_note("Först."),)))
        change_session(session, session_id, _walk(household, day))
    with store.read() as session:
        assert get_session(session, session_id).segments == ()


def test_a_voided_contact_is_gone_from_every_list(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        session_id = add_session(session, _walk(household, day))
        with pytest.raises(InputError):
            void_session(session, session_id, "")
        void_session(session, session_id, "Fel deltagare")
    with store.read() as session:
        assert list_sessions(session, household.mentee) == ()
        assert session.get_one(SessionRow, session_id).void_reason == "Fel deltagare"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"event_date": date(2026, 11, 26)}, "held_in_future"),
        ({"event_date": date(2001, 1, 1)}, "before_birth"),
        ({"duration_min": 601}, "duration_range"),
        ({"distance_km": Decimal(41)}, "distance_range"),
        ({"mood_in": 11}, "mood_range"),
        ({"mood_out": -1}, "mood_range"),
        ({"segments": (_note("x" * 10_001),)}, "too_long"),
    ],
)
def test_what_cannot_be_true_is_refused(
    store: Store, household: Any, day: date, more: dict[str, Any], key: str
) -> None:
    new = replace(_walk(household, day), **more)
    with pytest.raises(InputError) as caught, store.write("note_saved") as session:
        add_session(session, new)
    assert caught.value.key == key


def test_a_private_text_can_be_no_segment(store: Store, household: Any, day: date) -> None:
    with pytest.raises(ValueError, match="private"), store.write("note_saved") as session:
        add_session(session, _walk(household, day, segments=(_note("x", InfoClass.PRIVATE),)))


def test_unknown_people_and_contacts_are_not_found(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        with pytest.raises(NotFoundError):
            add_session(session, NewSession(mentee_id=uuid4(), kind=SessionKind.PHONE, event_date=day))
        with pytest.raises(NotFoundError):
            get_session(session, uuid4())


def test_everything_of_a_quick_note_is_one_step(store: Store, household: Any, day: date) -> None:
    with store.write("booking_added") as session:
        booked = add_session(session, _walk(household, day, attendance=Attendance.PLANNED, enrolment_id=None))
        assert next_booking(session, household.mentee) is not None
    with store.write("note_saved") as session:
        write_up(
            session,
            WriteUp(
                new=_walk(household, day, next_step="Ring Siv", segments=(_note("Bra promenad."),)),
                booking=booked,
                private=("Bara för mig.", " "),
                who=Who.MENTOR,
                next_step_by=day + timedelta(days=1),
                ticked_step=household.step,
                next_contact_on=day + timedelta(days=7),
            ),
        )
    with store.read() as session:
        held = get_session(session, booked)
        assert (held.attendance, held.version) == (Attendance.HELD, 1)
        assert held.enrolment_id == household.enrolment
        assert [n.text for n in list_private_notes(session, household.mentee)] == ["Bara för mig."]
        promise = list_commitments(session, household.enrolment)[0]
        assert (promise.what, promise.origin, promise.origin_id) == ("Ring Siv", Origin.SESSION, booked)
        assert get_step(session, household.step).done_on == day
        coming = next_booking(session, household.mentee)
        assert coming is not None
        assert coming.event_date == day + timedelta(days=7)
        assert [s.event_date for s in list_sessions(session, household.mentee, limit=1)] == [coming.event_date]
    store.undo()
    with store.read() as session:
        assert get_session(session, booked).attendance is Attendance.PLANNED
        assert list_private_notes(session, household.mentee) == ()
        assert not get_step(session, household.step).is_done


def test_a_contact_can_be_noted_before_any_enrolment(store: Store, day: date) -> None:
    with store.write("note_saved") as session:
        person = add_mentee(session, "Ny")
        new = NewSession(mentee_id=person, kind=SessionKind.OUTREACH, event_date=day, next_step="Skicka brev")
        session_id = write_up(session, WriteUp(new=new))
        assert next_booking(session, person) is None
    with store.read() as session:
        kept = get_session(session, session_id)
    assert (kept.enrolment_id, kept.next_step) == (None, "Skicka brev")


def test_a_note_written_days_after_says_so(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        ids = [add_session(session, _walk(household, day - timedelta(days=n))) for n in (0, 1, 3)]
    with store.read() as session:
        assert [get_session(session, one).written_late_days for one in ids] == [0, 0, 3]
        assert get_session(session, ids[0]).created_at == datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_private_notes_have_a_kind_and_an_order(store: Store, household: Any, day: date) -> None:
    with store.write("note_saved") as session:
        add_private_note(session, household.mentee, "Äldre", day - timedelta(days=1))
        add_private_note(session, household.mentee, "Hund i trappan", day, kind=PrivateKind.SAFETY)
        with pytest.raises(InputError):
            add_private_note(session, household.mentee, " ", day)
    with store.read() as session:
        assert [(n.text, n.kind) for n in list_private_notes(session, household.mentee)] == [
            ("Hund i trappan", PrivateKind.SAFETY),
            ("Äldre", PrivateKind.NOTE),
        ]


def test_a_draft_belongs_to_one_form_and_one_person(store: Store, household: Any) -> None:
    with store.write("draft_kept") as session:
        keep_draft(session, "quick_note", household.mentee, {"text": "Ett"})
        keep_draft(session, "quick_note", household.mentee, {"text": "Två"})
        keep_draft(session, "quick_note", None, {"text": "Utan namn"})
    with store.read() as session:
        kept = get_draft(session, "quick_note", household.mentee)
        assert kept is not None
        assert kept.content == {"text": "Två"}
        assert get_draft(session, "plan", household.mentee) is None
        assert {draft.mentee_id for draft in list_drafts(session)} == {household.mentee, None}
    with store.write("draft_removed") as session:
        remove_draft(session, "quick_note", household.mentee)
        remove_draft(session, "quick_note", uuid4())
    with store.read() as session:
        assert [draft.mentee_id for draft in list_drafts(session)] == [None]
