"""Reading, writing, undoing and telling about it, on a real encrypted store."""

import logging
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from mentorapp.domain.errors import InputError, MentorError
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import Audience
from mentorapp.store.drafts import keep_draft
from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from mentorapp.store.opening import OpenStore, open_store
from mentorapp.store.print_log import add_print
from mentorapp.store.sessions import add_session, list_sessions
from mentorapp.store.steps import drop_step, get_step, tick_step, untick_step
from mentorapp.store.store import Change, Store
from mentorapp.store.tables.mentees import MenteeRow


def test_what_was_written_is_there_after_a_restart(opened: OpenStore, passphrase: str, clock: Any) -> None:
    with opened.store.write("mentee_added") as session:
        mentee_id = add_mentee(session, "Alva", family_name="Exempelsson")
    path = opened.store.path
    opened.close()
    again = open_store(path, passphrase, clock=clock)
    with again.store.read() as session:
        assert get_mentee(session, mentee_id).full_name == "Alva Exempelsson"
    again.close()


def test_an_error_in_a_write_changes_nothing(store: Store) -> None:
    with pytest.raises(InputError), store.write("mentee_added") as session:
        add_mentee(session, "Alva")
        add_mentee(session, "")
    with store.read() as session:
        assert session.query(MenteeRow).count() == 0
    assert store.undo_label is None


def test_a_change_outside_a_write_is_a_bug(store: Store, household: Any) -> None:
    with pytest.raises(RuntimeError, match=r"outside Store\.write"), store.read() as session:
        session.get_one(MenteeRow, household.mentee).preferred_name = "Berra"
        session.flush()


def test_an_exception_never_holds_a_value(store: Store) -> None:
    with pytest.raises(IntegrityError) as caught, store.write("mentee_added") as session:
        session.add(MenteeRow(preferred_name="Exempelsson", display_alias=None))
        session.flush()
    assert "Exempelsson" not in str(caught.value)


def test_undo_and_redo_walk_back_and_forth(store: Store, household: Any, day: date) -> None:
    with store.write("step_ticked") as session:
        tick_step(session, household.step)
    with store.write("step_unticked") as session:
        untick_step(session, household.step)
    with store.write("step_dropped") as session:
        drop_step(session, household.step)

    def done_on() -> date | None:
        with store.read() as session:
            return get_step(session, household.step).done_on

    assert [change.label for change in (store.undo(), store.undo()) if change] == ["step_dropped", "step_unticked"]
    assert done_on() == day
    assert store.undo_label == "step_ticked"
    assert store.redo_label == "step_unticked"
    store.undo()
    assert done_on() is None
    assert store.redo() is not None
    assert done_on() == day


def test_a_new_step_takes_the_place_of_what_was_undone(store: Store, household: Any) -> None:
    with store.write("step_ticked") as session:
        tick_step(session, household.step)
    store.undo()
    with store.write("mentee_changed") as session:
        change_mentee(session, household.mentee, email="")
        change_mentee(session, household.mentee, safe_contact="Sms går bra.")
    assert store.redo_label is None
    assert store.redo() is None


def test_undo_reaches_no_further_back_than_the_unlocking(opened: OpenStore, passphrase: str, clock: Any) -> None:
    with opened.store.write("mentee_added") as session:
        add_mentee(session, "Alva")
    path = opened.store.path
    opened.close()
    again = open_store(path, passphrase, clock=clock)
    assert again.store.undo_label is None
    assert again.store.undo() is None
    again.close()


def test_undo_stops_with_a_sentence_when_something_depends_on_it(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        mentee_id = add_mentee(session, "Alva")
    with store.write("print_logged") as session:
        add_print(
            session,
            number="2026-0001",
            template="P01",
            template_version=1,
            mentee_id=mentee_id,
            audience=Audience.MENTEE,
            recipient="",
            classes=(),
            ticked=(),
            sha256="0" * 64,
            pages=1,
            printed_on=day,
            delivered_how=DeliveredHow.PRINTER,
        )
    with pytest.raises(MentorError) as caught:
        store.undo()
    assert caught.value.key == "undo_depends"
    with store.read() as session:
        assert get_mentee(session, mentee_id).preferred_name == "Alva"


def test_undo_stops_when_the_row_is_no_longer_what_it_was(store: Store, household: Any) -> None:
    with store.write("step_ticked") as session:
        tick_step(session, household.step)
    with store._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE step SET done_on = '2001-01-01'")
    with pytest.raises(MentorError):
        store.undo()


def test_drafts_and_print_log_are_no_steps(store: Store, household: Any) -> None:
    before = store.undo_label
    with store.write("draft_kept") as session:
        keep_draft(session, "quick_note", household.mentee, {"text": "Gick runt sjön"})
    assert store.undo_label == before


def test_listeners_hear_what_was_touched_until_they_leave(store: Store, household: Any) -> None:
    heard: list[Change] = []
    leave = store.on_change(heard.append)
    with store.write("step_ticked") as session:
        tick_step(session, household.step)
    store.undo()
    with store.write("nothing") as session:
        pass
    leave()
    store.redo()
    assert [change.label for change in heard] == ["step_ticked", "step_ticked"]
    assert heard[0].tables == {"step"}
    assert heard[0].mentees == heard[1].mentees == {household.mentee}


def test_a_deleted_row_comes_back_by_undo(store: Store, household: Any, day: date) -> None:
    with store.write("session_added") as session:
        add_session(session, NewSession(mentee_id=household.mentee, kind=SessionKind.PHONE, event_date=day))
    with store.write("row_removed") as session:
        from mentorapp.store.tables.sessions import SessionRow

        session.delete(session.query(SessionRow).one())
    store.undo()
    with store.read() as session:
        assert [one.kind for one in list_sessions(session, household.mentee)] == [SessionKind.PHONE]
    store.redo()
    with store.read() as session:
        assert list_sessions(session, household.mentee) == ()


def test_nothing_is_logged_while_it_works(store: Store, household: Any, caplog: Any, day: date) -> None:
    with caplog.at_level(logging.DEBUG), store.write("session_added") as session:
        new = NewSession(mentee_id=household.mentee, kind=SessionKind.PHONE, event_date=day)
        add_session(session, new)
    assert "Provare" not in caplog.text


def test_two_stores_do_not_hear_each_other(make_store: Callable[[str], OpenStore]) -> None:
    one, other = make_store("ett").store, make_store("två").store
    heard: list[Change] = []
    other.on_change(heard.append)
    with one.write("mentee_added") as session:
        add_mentee(session, "Alva")
    assert heard == []


def test_no_name_is_in_any_file_of_the_folder(opened: OpenStore, day: date, tmp_path: Path) -> None:
    with opened.store.write("mentee_added") as session:
        mentee_id = add_mentee(session, "Alva", family_name="Exempelsson")
        booked = NewSession(
            mentee_id=mentee_id,
            kind=SessionKind.WALK_AND_TALK,
            event_date=day + timedelta(days=1),
            attendance=Attendance.PLANNED,
            place="Exempelsson",
        )
        add_session(session, booked)
    opened.close()
    for file in tmp_path.iterdir():
        data = file.read_bytes()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert "Exempelsson".encode(encoding) not in data


def test_a_read_never_waits_for_a_write(store: Store, household: Any) -> None:
    with store.write("mentee_changed") as writing:
        change_mentee(writing, household.mentee, preferred_name="Berra")
        writing.flush()
        with store.read() as reading:
            assert get_mentee(reading, household.mentee).preferred_name == "Birk"


def test_a_row_of_an_unknown_parent_is_refused(store: Store, day: date) -> None:
    with pytest.raises((MentorError, IntegrityError, OperationalError)), store.write("session_added") as session:
        add_session(session, NewSession(mentee_id=uuid4(), kind=SessionKind.PHONE, event_date=day))
