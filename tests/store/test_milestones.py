"""Milestones: dated, with the class of their kind, counted."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.milestones import MilestoneKind as K
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.mentees import add_mentee
from mentorapp.store.milestones import (
    add_milestone,
    change_milestone,
    count_milestones,
    list_milestones,
    remove_milestone,
)
from mentorapp.store.store import Store


def test_a_milestone_has_the_class_of_its_kind_and_belongs_to_the_enrolment(
    store: Store, household: Any, day: date
) -> None:
    with store.write("milestone_added") as session:
        add_milestone(session, household.mentee, K.NPF_DONE, day - timedelta(days=3))
        add_milestone(session, household.mentee, K.OWN_HOME, day - timedelta(days=2), note="Nyckeln.")
        add_milestone(session, household.mentee, K.FIRST_WAGE, day, info_class=InfoClass.INCOME)
    with store.read() as session:
        found = list_milestones(session, household.mentee)
    assert [(one.kind, one.info_class) for one in found] == [
        (K.FIRST_WAGE, InfoClass.INCOME),
        (K.OWN_HOME, InfoClass.SOCIAL),
        (K.NPF_DONE, InfoClass.HEALTH),
    ]
    assert {one.enrolment_id for one in found} == {household.enrolment}
    assert found[1].note == "Nyckeln."


def test_a_milestone_is_changed_removed_and_brought_back(store: Store, household: Any, day: date) -> None:
    with store.write("milestone_added") as session:
        milestone = add_milestone(session, household.mentee, K.CV_DONE, day)
    with store.write("milestone_changed") as session:
        change_milestone(session, milestone, K.OTHER, day, kind_other="Sjöng offentligt", mentee_wants_shown=False)
    with store.read() as session:
        (one,) = list_milestones(session, household.mentee)
    assert (one.kind_other, one.mentee_wants_shown, one.info_class) == ("Sjöng offentligt", False, InfoClass.PLAN)
    with store.write("milestone_removed") as session:
        remove_milestone(session, milestone)
    store.undo()
    with store.read() as session:
        assert list_milestones(session, household.mentee) == (one,)


@pytest.mark.parametrize(
    ("kind", "days", "other", "field"),
    [(K.OTHER, 0, "x", "kind_other"), (K.GRADES, 1, "", "event_date"), (K.GRADES, -20_000, "", "event_date")],
)
def test_what_cannot_be_is_refused(
    store: Store, household: Any, day: date, kind: K, days: int, other: str, field: str
) -> None:
    with store.write("milestone_added") as session, pytest.raises(InputError) as refused:
        add_milestone(session, household.mentee, kind, day + timedelta(days=days), kind_other=other)
    assert refused.value.field == field


def test_nobody_and_nothing_are_said(store: Store, day: date) -> None:
    with store.write("milestone_added") as session:
        with pytest.raises(NotFoundError):
            add_milestone(session, uuid4(), K.GRADES, day)
        with pytest.raises(NotFoundError):
            remove_milestone(session, uuid4())
        alone = add_mentee(session, "Love")
        add_milestone(session, alone, K.GRADES, day)
        assert list_milestones(session, alone)[0].enrolment_id is None


def test_milestones_are_counted_by_kind_between_days(store: Store, household: Any, day: date) -> None:
    with store.write("milestone_added") as session:
        for back in (0, 10, 20):
            add_milestone(session, household.mentee, K.COURSE_PASSED, day - timedelta(days=back))
        add_milestone(session, household.mentee, K.DRIVING_LICENCE, day)
    with store.read() as session:
        assert count_milestones(session) == {K.COURSE_PASSED: 3, K.DRIVING_LICENCE: 1}
        assert count_milestones(session, first=day - timedelta(days=10)) == {K.COURSE_PASSED: 2, K.DRIVING_LICENCE: 1}
        assert count_milestones(session, last=day - timedelta(days=10)) == {K.COURSE_PASSED: 2}
