"""The occasion that a filled form counts for, where it was an occasion of its own when it was filled in."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.rounds_counted import as_counted
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scale_rounds import RoundKind, due_rounds

FIRST = date(2025, 1, 1)
BLANK = ScaleResponse(id=UUID(int=0), mentee_id=UUID(int=1), definition_id=UUID(int=1), code="", version=1,
                      event_date=FIRST)  # fmt: skip


def form(day: int, code: str = "well_being", kind: RoundKind = RoundKind.AD_HOC) -> ScaleResponse:
    return replace(BLANK, id=UUID(int=day), event_date=FIRST + timedelta(days=day), code=code, round=kind)


def kinds(*forms: ScaleResponse) -> list[RoundKind]:
    due = due_rounds(FIRST, [(1, FIRST + timedelta(days=50))], FIRST + timedelta(days=53))
    return [one.round for one in as_counted(due, forms)]


def test_the_last_before_an_occasion_counts_for_it_and_for_the_nearest_of_two() -> None:
    assert kinds(form(30), form(48), form(49)) == [RoundKind.AD_HOC, RoundKind.AD_HOC, RoundKind.AFTER_LEVEL]
    assert kinds(form(49), form(52)) == [RoundKind.AFTER_LEVEL, RoundKind.CLOSE]


def test_each_form_has_its_own_and_what_has_an_occasion_keeps_it() -> None:
    assert kinds(form(49), form(50, "coherence")) == [RoundKind.AFTER_LEVEL, RoundKind.AFTER_LEVEL]
    assert kinds(form(49, kind=RoundKind.MID)) == [RoundKind.MID]


def test_what_is_voided_counts_for_none() -> None:
    voided = replace(form(49), voided_on=FIRST)
    assert kinds(form(48), voided) == [RoundKind.AFTER_LEVEL, RoundKind.AD_HOC]
