"""A small household in a store: one programme, one mentee, one enrolment with a plan."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest

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
