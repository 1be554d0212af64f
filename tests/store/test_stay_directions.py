"""Which way a stay leads follows from its place among the others: the first of them is the beginning."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.enrolments import Direction
from mentorapp.store.enrolments import add_enrolment, change_level, list_level_entries
from mentorapp.store.ladders import get_ladder
from mentorapp.store.level_entries import change_level_entry
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.store import Store


@pytest.fixture
def overlapping(store: Store, day: date) -> tuple[UUID, list[UUID], list[UUID]]:
    """An enrolment where stages overlap, its levels, and stays on the first and the second."""
    with store.write("enrolled") as session:
        programme = add_programme(session, "SE", get_ladder("se"))
        levels = [level.id for level in get_programme(session, programme).levels]
        enrolment = add_enrolment(session, add_mentee(session, "Hugo"), programme, started_on=day - timedelta(days=9))
        stays = [change_level(session, enrolment, levels[n], day - timedelta(days=8 - n)) for n in (0, 1)]
    return enrolment, levels, stays


def directions(store: Store, enrolment: UUID) -> list[Direction]:
    with store.read() as session:
        return [stay.direction for stay in list_level_entries(session, enrolment)]


def test_the_first_stay_moved_behind_the_second_makes_that_one_the_beginning(
    store: Store, day: date, overlapping: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    enrolment, _levels, stays = overlapping
    assert directions(store, enrolment) == [Direction.INITIAL, Direction.UP]
    with store.write("stay_changed") as session:
        change_level_entry(session, stays[0], entered_on=day - timedelta(days=3))
    assert directions(store, enrolment) == [Direction.INITIAL, Direction.DOWN]


def test_a_level_entered_before_all_others_is_the_beginning(
    store: Store, day: date, overlapping: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    enrolment, levels, _stays = overlapping
    with store.write("level_changed") as session:
        change_level(session, enrolment, levels[2], day - timedelta(days=9))
    assert directions(store, enrolment) == [Direction.INITIAL, Direction.DOWN, Direction.UP]
