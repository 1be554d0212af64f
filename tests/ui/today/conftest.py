"""People with something to do today, in a real store."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.reminder_rules import Rule
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.reminder_settings import change_rule
from mentorapp.store.store import Store

AddPerson = Callable[..., tuple[UUID, UUID]]


@pytest.fixture
def programme(store: Store) -> UUID:
    """Forms that wait have tests of their own; elsewhere nobody is asked for one."""
    with store.write("mentee_added") as session:
        change_rule(session, Rule.ROUND_MISSING, on=False)
        return add_programme(session, "Level Up", get_ladder("level_up"))


@pytest.fixture
def add_person(store: Store, programme: UUID, day: date) -> AddPerson:
    """A person with an enrolment that began so many days ago, on a level; gives (mentee, enrolment)."""

    def add(
        name: str,
        family: str = "",
        *,
        began: int = 5,
        level: int | None = None,
        status: EnrolmentStatus = EnrolmentStatus.ACTIVE,
        **details: Any,
    ) -> tuple[UUID, UUID]:
        start = day - timedelta(days=began)
        with store.write("mentee_added") as session:
            mentee = add_mentee(session, name, family_name=family, **details)
            enrolment = add_enrolment(session, mentee, programme, status=status, started_on=start)
            if level is not None:
                levels = {one.order: one.id for one in get_programme(session, programme).levels}
                change_level(session, enrolment, levels[level], start)
        return mentee, enrolment

    return add
