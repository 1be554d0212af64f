"""Generated stores: the promised numbers, the same rows each time, and nothing that a check would find."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from mentorapp.domain.errors import MentorError
from mentorapp.domain.mapping import AnswerStatus
from mentorapp.sample.generator import SIZES, Size, fill, fill_size
from mentorapp.store.cipher import integrity
from mentorapp.store.incomes import list_incomes
from mentorapp.store.interventions import list_interventions
from mentorapp.store.mappings import current_mapping
from mentorapp.store.network import list_links
from mentorapp.store.opening import OpenStore
from mentorapp.store.overviews import list_lines
from mentorapp.store.plans import get_current_plan
from mentorapp.store.store import Store
from mentorapp.store.today import read_day

SMALL = Size(70, 12)
AROUND = {
    "organisation": 135, "contact": 135, "network_link": 280, "income_period": 150, "income_state": 150,
    "parallel_intervention": 140, "intervention_state": 280, "occupation_period": 80, "mapping": 70,
    "mapping_answer": 630, "milestone": 210, "obstacle": 70, "target_group_period": 70, "closure": 10,
    "closure_heading": 10, "workplace": 70, "placement": 70, "placement_hours": 140, "adaptation": 140,
    "support_intensity": 70, "workplace_follow_up": 70, "scale_definition": 4, "scale_response": 770,
    "scale_mark": 70 * (3 * 10 + 6 * 4 + 2 * 10),
}  # fmt: skip


def rows(store: Store, query: str) -> list[Any]:
    with store.read() as session:
        return list(session.execute(text(query)))


def test_the_sizes_are_those_of_the_measurements() -> None:
    assert {"S": Size(60, 100), "M": Size(500, 200), "L": Size(5_000, 200)} == SIZES


def test_there_are_so_many_people_with_so_many_notes(store: Store, day: date) -> None:
    fill(store, SMALL)
    with store.read() as session:
        lines = list_lines(session)
        assert len({line.full_name for line in lines}) == len({line.alias for line in lines}) == 70
        assert sum(line.next_on is not None for line in lines) >= 50
        assert all(get_current_plan(session, line.enrolment_id) for line in lines if line.enrolment_id)
        assert len(read_day(session).standings) == 60
    held = "SELECT mentee_id, count(*) FROM session WHERE attendance != 'planned' GROUP BY mentee_id"
    assert {count for _, count in rows(store, held)} == {12}
    lengths = "SELECT min(length(text)), avg(length(text)), max(length(text)) FROM note_segment"
    shortest, mean, longest = rows(store, lengths)[0]
    assert shortest > 400
    assert 560 <= mean <= 680
    assert longest < 900
    assert rows(store, "SELECT max(event_date) FROM session WHERE attendance != 'planned'")[0][0] <= day.isoformat()


def test_everybody_has_a_life_around_the_contacts(store: Store) -> None:
    fill(store, SMALL)
    assert {table: rows(store, f"SELECT count(*) FROM {table}")[0][0] for table in AROUND} == AROUND  # noqa: S608
    held = "SELECT avg(support_kinds != '[]') FROM session WHERE attendance = 'held'"
    assert 0.7 < rows(store, held)[0][0] < 0.95
    with store.read() as session:
        for line in list_lines(session):
            assert line.enrolment_id is not None
            assert len(list_links(session, line.mentee_id)) == 4
            assert len(list_interventions(session, line.mentee_id)) == 2
            assert len(list_incomes(session, line.mentee_id)) >= 2
            mapping = current_mapping(session, line.enrolment_id)
            assert mapping is not None
            assert len(mapping.answers) == 9
            assert all(answer.texts or answer.status is AnswerStatus.DECLINED for answer in mapping.answers)


def test_notes_lie_in_the_order_they_were_written(store: Store) -> None:
    fill(store, SMALL)
    query = "SELECT event_date FROM session WHERE attendance != 'planned' ORDER BY rowid"
    days = [day for (day,) in rows(store, query)]
    assert len(days) == 840
    assert days == sorted(days)


def test_the_same_day_gives_the_same_rows(make_store: Callable[[str], OpenStore]) -> None:
    first, second = make_store("one").store, make_store("two").store
    for store in (first, second):
        fill(store, SMALL)
    for table in (*AROUND, "mentee", "session", "note_segment", "step"):
        leave_out = {"programme_id", "level_id"}
        columns = [name for _, name, *_ in rows(first, f"PRAGMA table_info({table})") if name not in leave_out]
        named = ", ".join(f'"{name}"' for name in columns)
        query = f"SELECT {named} FROM {table} ORDER BY rowid"  # noqa: S608
        assert rows(first, query) == rows(second, query)


def test_the_filled_store_is_whole_and_has_all_its_indexes(make_store: Callable[[str], OpenStore]) -> None:
    empty, filled = make_store("empty").store, make_store("filled").store
    fill(filled, SMALL)
    indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"
    assert rows(filled, indexes) == rows(empty, indexes)
    with filled.raw() as connection:
        assert integrity(connection) == []


def test_nothing_of_it_can_be_undone(store: Store) -> None:
    fill(store, Size(3, 4))
    with pytest.raises(MentorError, match="undo_depends"):
        store.undo()
    with store.read() as session:
        assert len(list_lines(session)) == 3


def test_an_unknown_size_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        fill_size(store, "XL")
