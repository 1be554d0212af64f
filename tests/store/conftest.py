"""A small household in a store: one programme, one mentee, one enrolment with a plan."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.programmes import LegalProfile
from mentorapp.language import LANGUAGES, Texts
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_goal, add_plan
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.steps import add_step
from mentorapp.store.store import Store


@dataclass(frozen=True)
class Household:
    programme: UUID
    levels: tuple[UUID, ...]
    mentee: UUID
    enrolment: UUID
    plan: UUID
    goal: UUID
    step: UUID


@pytest.fixture
def household(store: Store, day: date) -> Household:
    start = day - timedelta(days=100)
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = tuple(level.id for level in get_programme(session, programme).levels)
        mentee = add_mentee(session, "Birk", family_name="Provare", birth_date=date(2002, 3, 1))
        enrolment = add_enrolment(session, mentee, programme, started_on=start)
        change_level(session, enrolment, levels[0], start)
        plan = add_plan(session, enrolment, day)
        goal = add_goal(session, plan, "Prova på ett arbete")
        step = add_step(session, goal, "Ringa Fantasihallen", due=day)
    return Household(programme, levels, mentee, enrolment, plan, goal, step)


@pytest.fixture
def refusal(store: Store) -> Callable[[str, str], AbstractContextManager[Any]]:
    """`with refusal("hours", "too_many") as session:` is a write that is refused at that field, with a sentence in both
    languages, and leaves nothing behind."""

    @contextmanager
    def refused(field: str, key: str) -> Iterator[Any]:
        before = store.undo_label
        with pytest.raises(InputError) as caught, store.write("refused") as session:
            yield session
        assert (caught.value.field, caught.value.key) == (field, key)
        assert all(Texts(language).error(caught.value) for language in LANGUAGES)
        assert store.undo_label == before

    return refused


@pytest.fixture
def kaa(store: Store, day: date) -> tuple[UUID, UUID]:
    """Somebody whom only the youth duty holds: the person and the enrolment."""
    with store.write("mentee_added") as session:
        duty = add_programme(session, "KAA", get_ladder("free"), legal_profile=LegalProfile.KAA)
        mentee = add_mentee(session, "Elis", birth_date=date(2009, 5, 5))
        enrolment = add_enrolment(session, mentee, duty, started_on=day - timedelta(days=60))
    return mentee, enrolment
