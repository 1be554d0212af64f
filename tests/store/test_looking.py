"""Several reads about one moment, and when what was read has to be read again."""

from typing import Any

from mentorapp.store.mentees import change_mentee, get_mentee
from mentorapp.store.store import Store
from mentorapp.store.straight import run


def _name(store: Store, mentee: Any) -> str:
    with store.read() as session:
        return get_mentee(session, mentee).preferred_name


def _rename(store: Store, mentee: Any, name: str) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, mentee, preferred_name=name)


def test_reads_of_one_look_are_one_session(store: Store) -> None:
    with store.looking(), store.read() as first, store.read() as second:
        assert first is second
    with store.read() as later:
        assert later is not first


def test_a_look_within_a_look_is_the_same(store: Store) -> None:
    with store.looking(), store.read() as first:
        with store.looking(), store.read() as second:
            assert first is second
        with store.read() as third:
            assert first is third


def test_what_is_written_during_a_look_is_seen_by_the_next_read(store: Store, household: Any) -> None:
    with store.looking():
        before = _name(store, household.mentee)
        _rename(store, household.mentee, "Berra")
        assert _name(store, household.mentee) == "Berra"
        store.undo()
        assert _name(store, household.mentee) == before
    assert _name(store, household.mentee) == before


def test_an_error_ends_a_look(store: Store) -> None:
    try:
        with store.looking(), store.read() as session:
            raise ValueError
    except ValueError:
        pass
    with store.read() as later:
        assert later is not session


def test_the_number_of_what_is_written_is_another_after_every_write_undo_and_redo(store: Store, household: Any) -> None:
    numbers = [store.written]
    _rename(store, household.mentee, "Berra")
    numbers.append(store.written)
    store.undo()
    numbers.append(store.written)
    store.redo()
    numbers.append(store.written)
    assert len(set(numbers)) == len(numbers)
    _name(store, household.mentee)
    assert store.written == numbers[-1]


def test_a_session_that_has_ended_has_let_its_connection_go(store: Store) -> None:
    with store.read() as session:
        assert run(session, "SELECT 1").fetchone() == (1,)
        assert "driver_connection" in session.info
    assert "driver_connection" not in session.info
