"""Placements day by day: hours, their sum over full time, what a type brings, and the steps of the progression."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError
from mentorapp.domain.placements import (
    PAID,
    STEP_ORDER,
    HoursPeriod,
    Placement,
    PlacementType,
    Progress,
    ProgressStep,
    Stretch,
    check_hours,
    check_placement,
    hours_together,
    percent_of,
    planned_end_of,
    progress_moves,
    progression,
    step_of,
    too_many_hours,
)
from mentorapp.domain.stays import Moves
from mentorapp.domain.studies import EducationSupport, StudyPhase

FIRST = date(2026, 1, 1)
NOBODY = UUID(int=1)
SPAN = 40


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def placed(start: int, end: int | None = None, hours: dict[int, int] | None = None, **details: Any) -> Placement:
    """Days after the first; hours in whole tenths."""
    periods = [
        HoursPeriod(id=NOBODY, placement_id=NOBODY, from_date=on(day), hours_per_week=Decimal(tenths) / 10)
        for day, tenths in (hours or {}).items()
    ]
    values: dict[str, Any] = {"type": PlacementType.INTERNSHIP, **details}
    return Placement(
        id=NOBODY, mentee_id=NOBODY, enrolment_id=NOBODY, workplace_id=NOBODY, from_date=on(start),
        to_date=None if end is None else on(end), hours=tuple(periods), **values,
    )  # fmt: skip


PLACEMENTS = st.builds(
    lambda start, length, hours: placed(
        start, None if length is None else start + length, {start + day: tenths for day, tenths in hours.items()}
    ),
    st.integers(0, SPAN), st.none() | st.integers(0, SPAN),
    st.dictionaries(st.integers(0, SPAN), st.integers(0, 400), max_size=3),
)  # fmt: skip


def tenths_on(one: Placement, day: date) -> int | None:
    """Walks from the first day on and remembers what was said last."""
    at, said = one.from_date, None
    while at <= day:
        if one.to_date is not None and at > one.to_date:
            return None
        for period in one.hours:
            if period.from_date == at:
                said = int(period.hours_per_week * 10)
        at += timedelta(days=1)
    return said


@given(PLACEMENTS)
def test_hours_hold_from_their_day_until_the_next_or_the_last_day(one: Placement) -> None:
    for day in range(-1, 3 * SPAN):
        hours = one.hours_on(on(day))
        assert (None if hours is None else int(hours * 10)) == tenths_on(one, on(day))


@given(st.lists(PLACEMENTS, max_size=4))
def test_days_on_which_the_sum_rises_above_full_time_are_pointed_out(placements: list[Placement]) -> None:
    expected, before = [], None
    for day in range(-1, 5 * SPAN):
        together = sum(tenths_on(one, on(day)) or 0 for one in placements)
        over = together if together > 400 else None
        if over is not None and over != before:
            expected.append((on(day), over))
        before = over
    assert [(one.on, int(one.hours * 10)) for one in too_many_hours(placements)] == expected


def test_exactly_full_time_is_not_too_much() -> None:
    half, other = placed(0, None, {0: 200}), placed(10, None, {10: 200, 20: 201})
    assert [(one.on, one.hours) for one in too_many_hours([half, other])] == [(on(20), Decimal("40.1"))]
    assert too_many_hours([]) == ()
    without_end = replace(half, to_date=date.max, hours=(replace(half.hours[0], hours_per_week=Decimal("40.1")),))
    assert [one.on for one in too_many_hours([without_end])] == [on(0)]


def studying(first: date | None, last: date | None, phase: StudyPhase = StudyPhase.KEEP) -> EducationSupport:
    return EducationSupport(
        id=NOBODY, enrolment_id=NOBODY, phase=phase, course="Svenska", pace_percent=50, from_date=first, to_date=last
    )


def test_f17_studies_count_at_their_pace_while_they_are_on() -> None:
    job = placed(0, None, {0: 250})
    studies = [studying(on(10), on(19)), studying(None, None), studying(on(5), None, StudyPhase.INTERRUPTED)]
    assert [(one.on, one.hours) for one in too_many_hours([job], studies)] == [(on(10), Decimal(45))]
    together = [hours_together([job], studies, on(day)) for day in (4, 9, 10, 19, 20)]
    assert together == [25, 25, 45, 45, 25]
    unknown = replace(studies[0], pace_percent=None)
    assert too_many_hours([job], [unknown, replace(studies[0], to_date=date.max, pace_percent=30)]) == ()


@given(st.integers(0, 400))
def test_percent_of_full_time_is_to_the_nearest_whole(tenths: int) -> None:
    assert percent_of(Decimal(tenths) / 10) == (tenths * 100 * 2 + 400) // 800
    period = HoursPeriod(id=NOBODY, placement_id=NOBODY, from_date=FIRST, hours_per_week=Decimal(tenths) / 10)
    assert period.percent == percent_of(Decimal(tenths) / 10)


def test_half_a_percent_goes_up() -> None:
    assert percent_of(Decimal("5.0")) == 13  # 12.5
    assert percent_of(Decimal("20")) == 50
    assert percent_of(Decimal("40")) == 100


@pytest.mark.parametrize("hours", ["0", "0.5", "39.9", "40"])
def test_nothing_to_forty_hours_a_week_can_be_said(hours: str) -> None:
    check_hours(Decimal(hours))


@pytest.mark.parametrize(("hours", "key"), [("-0.1", "number_range"), ("40.1", "number_range"),
                                            ("7.25", "number_unreadable")])  # fmt: skip
def test_other_hours_are_refused(hours: str, key: str) -> None:
    with pytest.raises(InputError) as refused:
        check_hours(Decimal(hours))
    assert (refused.value.field, refused.value.key) == ("hours_per_week", key)


@pytest.mark.parametrize("field", ["planned_to", "to_date"])
def test_an_end_is_not_before_the_first_day(field: str) -> None:
    days: dict[str, date | None] = {"planned_to": None, "to_date": None}
    check_placement(FIRST, **{**days, field: FIRST})
    with pytest.raises(InputError) as refused:
        check_placement(FIRST, **{**days, field: on(-1)})
    assert (refused.value.field, refused.value.key) == (field, "ends_before_start")


def test_two_weeks_of_introduction_end_by_themselves_and_a_study_visit_on_its_day() -> None:
    assert planned_end_of(PlacementType.INTRO_WEEKS, date(2026, 11, 2)) == date(2026, 11, 15)
    assert planned_end_of(PlacementType.STUDY_VISIT, FIRST) == FIRST
    others = set(PlacementType) - {PlacementType.INTRO_WEEKS, PlacementType.STUDY_VISIT}
    assert {planned_end_of(one, FIRST) for one in others} == {None}


def test_a_placement_goes_on_until_its_last_day_is_over() -> None:
    assert placed(0).is_open(on(9))
    assert placed(0, 9).is_open(on(9))
    assert not placed(0, 9).is_open(on(10))


@given(
    st.lists(st.tuples(st.sampled_from(PlacementType), st.integers(0, 60)), max_size=8),
    st.lists(st.integers(0, 60), max_size=3),
)
def test_the_progression_goes_forward_stays_and_goes_back(
    placements: list[tuple[PlacementType, int]], studies: list[int]
) -> None:
    said = progression([placed(day, type=type_) for type_, day in placements], [on(day) for day in studies])
    rank = {"intro_weeks": 0, "internship": 0, "social_internship": 0, "work_test": 1, "work_training": 1,
            "summer_job": 2, "study_job": 2, "subsidised_job": 2, "regular_job": 2}  # fmt: skip
    begun = sorted([(day, rank[type_]) for type_, day in placements if type_.value in rank] + [(d, 2) for d in studies])
    assert [((one.on - FIRST).days, STEP_ORDER.index(one.step)) for one in said] == begun
    steps = [step for _, step in begun]
    differences = [after - before for before, after in pairwise(steps)]
    assert progress_moves(said) == Moves(
        forward=sum(one > 0 for one in differences),
        still=sum(one == 0 for one in differences),
        back=sum(one < 0 for one in differences),
    )


def test_a_study_visit_and_daily_activity_are_no_step() -> None:
    assert step_of(PlacementType.STUDY_VISIT) is None
    assert step_of(PlacementType.DAILY_ACTIVITY) is None
    assert {step_of(one) for one in PAID} == {ProgressStep.JOB_OR_STUDIES}
    assert progression([placed(0, type=PlacementType.STUDY_VISIT)], [on(1)]) == (
        Progress(ProgressStep.JOB_OR_STUDIES, on(1)),
    )


def stretches(placement: Placement, today: int = 30) -> list[tuple[int, int | None, int | None]]:
    return [
        ((one.first - FIRST).days, None if one.last is None else (one.last - FIRST).days,
         None if one.hours is None else int(one.hours * 10))
        for one in placement.stretches(on(today))
    ]  # fmt: skip


def test_hours_over_time_are_stretches_that_follow_on_one_another() -> None:
    assert stretches(placed(0, None, {0: 80, 10: 120, 20: 200})) == [(0, 9, 80), (10, 19, 120), (20, None, 200)]
    assert stretches(placed(0, 15, {0: 80, 10: 120, 20: 200})) == [(0, 9, 80), (10, 15, 120)]


def test_what_has_no_hours_yet_is_a_stretch_without() -> None:
    assert stretches(placed(0)) == [(0, None, None)]
    assert stretches(placed(0, None, {7: 80})) == [(0, 6, None), (7, None, 80)]


def test_a_planned_end_is_the_end_as_long_as_it_is_still_to_come() -> None:
    planned = placed(0, None, {0: 80}, planned_to=on(40))
    assert stretches(planned, 40) == [(0, 40, 80)]
    assert stretches(planned, 41) == [(0, None, 80)]


def test_a_study_visit_is_its_day() -> None:
    assert placed(3, None, type=PlacementType.STUDY_VISIT).stretches(on(9)) == (Stretch(on(3), on(3), None),)


@given(st.dictionaries(st.integers(0, SPAN), st.integers(1, 400), max_size=5), st.none() | st.integers(0, SPAN))
def test_every_day_lies_in_the_stretch_of_its_hours(hours: dict[int, int], end: int | None) -> None:
    """The sum of hours and the bars say the same of every day."""
    placement = placed(0, end, dict(sorted(hours.items())))
    for day in range(SPAN + 1 if end is None else end + 1):
        found = [one for one in placement.stretches(on(0)) if one.first <= on(day) <= (one.last or date.max)]
        assert [one.hours for one in found] == [placement.hours_on(on(day))]
