"""Studies during the enrolment."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.studies import StudyPhase
from mentorapp.store.education_supports import (
    add_education_support,
    change_education_support,
    list_education_supports,
    remove_education_support,
)
from mentorapp.store.store import Store


def test_studies_are_kept_changed_and_removed_with_undo(store: Store, household: Any) -> None:
    with store.write("studies_added") as session:
        old = add_education_support(
            session, household.enrolment, "Allmän kurs", phase=StudyPhase.KEEP, school="Påhittade folkhögskolan",
            pace_percent=25, from_date=date(2026, 8, 20), note="Börjar klockan 10.",
        )  # fmt: skip
        add_education_support(session, household.enrolment, "Svenska 1")
    with store.write("studies_changed") as session:
        change_education_support(session, old, course="Allmän kurs 2", pace_percent=50)
        change_education_support(session, old, phase=StudyPhase.COMPLETED, completed=True, to_date=date(2026, 11, 1))
    with store.read() as session:
        first, second = list_education_supports(session, household.mentee)
    assert (first.course, first.phase) == ("Svenska 1", StudyPhase.CHOOSE)
    assert (second.course, second.pace_percent, second.completed) == ("Allmän kurs 2", 50, True)
    with store.write("studies_removed") as session:
        remove_education_support(session, old)
    store.undo()
    with store.read() as session:
        assert list_education_supports(session, household.mentee)[1] == second


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"course": ""}, "course", "course_missing"),
        ({"pace_percent": 0}, "pace_percent", "percent_range"),
        ({"pace_percent": 101}, "pace_percent", "percent_range"),
        ({"from_date": date(2001, 1, 1)}, "from_date", "before_birth"),
        ({"from_date": date(2026, 2, 1), "to_date": date(2026, 1, 1)}, "to_date", "ends_before_start"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, household: Any, details: dict[str, Any], field: str, key: str
) -> None:
    values: dict[str, Any] = {"course": "Komvux", **details}
    with pytest.raises(InputError) as refusal, store.write("x") as session:
        add_education_support(session, household.enrolment, **values)
    assert (refusal.value.field, refusal.value.key) == (field, key)


def test_what_is_not_there_is_said(store: Store, household: Any) -> None:
    with pytest.raises(NotFoundError, match="enrolment_unknown"), store.write("x") as session:
        add_education_support(session, uuid4(), "Komvux")
    with pytest.raises(NotFoundError, match="studies_unknown"), store.write("x") as session:
        remove_education_support(session, uuid4())
    with pytest.raises(TypeError), store.write("x") as session:
        add_education_support(session, household.enrolment, "Komvux", csn="")
