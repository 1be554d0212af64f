"""What the pages of forms, work and studies read takes as many statements for many rows as for few."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from mentorapp.domain.network import ContactChoice
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.domain.studies import StudyDateKind
from mentorapp.store.education_supports import add_education_support, list_education_supports
from mentorapp.store.network import add_contact
from mentorapp.store.placements import add_placement, list_placements, set_hours
from mentorapp.store.scale_definitions import add_scale, list_scales
from mentorapp.store.scale_responses import NewResponse, add_response, list_placement_responses, list_responses
from mentorapp.store.store import Store
from mentorapp.store.study_plans import add_conference, add_helper, add_study_date, list_study_plans
from mentorapp.store.workplaces import add_workplace, list_workplaces

SLEEP = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Sömn",
                 items=(ScaleItem(code="a", text_sv="Jag sover.", left_sv="nej", right_sv="ja"),))  # fmt: skip


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    heard: list[str] = []
    with store.raw() as connection:
        connection.set_trace_callback(heard.append)
    yield heard
    with store.raw() as connection:
        connection.set_trace_callback(None)


def fill(store: Store, household: Any, day: date, number: int) -> UUID:
    """One more of everything; the placement."""
    with store.write("filled") as session:
        boss = add_contact(session, f"Åke {number}")
        hall = add_workplace(session, f"Hallen {number}", supervisor_id=boss)
        placed = add_placement(
            session, household.enrolment, hall, PlacementType.INTERNSHIP, day, hours_per_week=Decimal(8)
        )
        set_hours(session, placed, day + timedelta(days=7), Decimal(20))
        code = add_scale(session, replace(SLEEP, title_sv=f"Sömn {number}"))
        add_response(session, NewResponse(
            mentee_id=household.mentee, code=code, event_date=day, placement_id=placed,
            marks=(Mark(item="a", value=Decimal(5)),),
        ))  # fmt: skip
        studies = add_education_support(session, household.enrolment, f"Kurs {number}")
        add_study_date(session, studies, StudyDateKind.EXAM, day)
        add_helper(session, studies, ContactChoice(new_name="Mormor"))
        add_conference(session, studies, day)
    return placed


READS: tuple[Callable[[Session, Any, UUID], object], ...] = (
    lambda session, household, _: list_placements(session, household.mentee),
    lambda session, household, _: list_responses(session, household.mentee),
    lambda session, _, placed: list_placement_responses(session, placed),
    lambda session, *_: list_scales(session),
    lambda session, *_: list_workplaces(session),
    lambda session, household, _: list_study_plans(session, household.mentee),
    lambda session, household, _: list_education_supports(session, household.mentee),
)


@pytest.mark.parametrize("number", range(len(READS)))
def test_more_rows_take_no_more_statements(store: Store, household: Any, day: date, number: int) -> None:
    placed, counts = fill(store, household, day, 0), []
    for more in (range(1, 4), range(4, 24)):
        for one in more:
            fill(store, household, day, one)
        with statements(store) as heard, store.read() as session:
            READS[number](session, household, placed)
        counts.append(len(heard))
    assert counts[0] == counts[1] > 0
