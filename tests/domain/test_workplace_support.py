"""Support at a workplace: visits that are spread and fade, stages that may overlap, needs that are no diagnoses."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError
from mentorapp.domain.workplace_support import (
    FADING,
    Adaptation,
    AdaptationLight,
    FadingStep,
    SeStage,
    StageEntry,
    StageNow,
    StageState,
    SupportIntensity,
    WorkplaceFollowUp,
    check_per_week,
    check_stage,
    current_support,
    next_fading,
    next_follow_up,
    sounds_like_diagnosis,
    stages_now,
    suggested_visits,
)

NOBODY = UUID(int=1)
FIRST = date(2026, 11, 2)  # a Monday
DAYS = st.integers(0, 60)
PER_WEEK = st.integers(1, 140)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def level(day: int, tenths: int, number: int = 1) -> SupportIntensity:
    return SupportIntensity(id=UUID(int=number), placement_id=NOBODY, from_date=on(day), per_week=Decimal(tenths) / 10)


def weekdays(first: date, last: date) -> list[date]:
    """The weekdays after `first`, up to and with `last`."""
    days = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    return [day for day in days if day.strftime("%a") not in ("Sat", "Sun")]


@given(DAYS, PER_WEEK, st.none() | DAYS, DAYS, st.integers(1, 6))
def test_suggested_visits_are_weekdays_ahead_evenly_spread_and_one_a_day(
    start: int, tenths: int, last: int | None, ahead: int, weeks: int
) -> None:
    day = on(max(start, last or 0) + ahead)
    visits = suggested_visits(level(start, tenths), None if last is None else on(last), day, weeks)
    assert list(visits) == sorted(set(visits))
    assert all(day <= visit < day + timedelta(weeks=weeks) for visit in visits)
    assert all(visit.isoweekday() <= 5 for visit in visits)
    # Counted along a list of weekdays: the k-th visit is the nearest to k gaps after the last one.
    if last is None:
        ring, first = weekdays(on(start) - timedelta(days=1), day + timedelta(weeks=weeks)), Fraction(0)
    else:
        ring, first = weekdays(on(last), day + timedelta(weeks=weeks)), None
    gap = max(Fraction(50, tenths), Fraction(1))
    places, at = [], first if first is not None else gap - 1
    while (place := int(at + Fraction(1, 2))) < len(ring):
        places.append(place)
        at += gap
    wanted = [ring[place] for place in places if day <= ring[place] < day + timedelta(weeks=weeks)]
    assert list(visits) == wanted


@pytest.mark.parametrize(("tenths", "count"), [(50, 10), (140, 10), (30, 6), (10, 2), (5, 1)])
def test_a_level_gives_as_many_visits_in_two_weeks_as_it_says(tenths: int, count: int) -> None:
    for start in range(7):
        monday = FIRST + timedelta(days=7)
        assert len(suggested_visits(level(start, tenths), None, monday)) == count


def test_a_level_that_begins_on_a_saturday_begins_on_the_monday_and_once() -> None:
    visits = suggested_visits(level(5, 50), None, on(5), 1)
    assert visits == (on(7), on(8), on(9), on(10), on(11))


def test_one_visit_more_or_too_late_moves_the_rest_along() -> None:
    weekly = level(0, 10)
    assert suggested_visits(weekly, on(0), on(1)) == (on(7), on(14))
    assert suggested_visits(weekly, on(2), on(3)) == (on(9), on(16))
    assert suggested_visits(weekly, on(5), on(6)) == (on(11), on(18))
    assert suggested_visits(level(0, 50), on(6), on(6), 1) == (on(7), on(8), on(9), on(10), on(11))


def test_without_a_level_or_on_call_only_nothing_is_suggested() -> None:
    assert suggested_visits(None, None, FIRST) == ()
    assert suggested_visits(level(0, 0), None, FIRST) == ()


@given(st.none() | st.tuples(DAYS, st.integers(0, 140)), st.integers(0, 200))
def test_fading_goes_to_the_next_step_after_four_weeks_and_never_into_the_past(
    said: tuple[int, int] | None, day: int
) -> None:
    if said is None:
        assert next_fading(None, on(day)) == FadingStep(on(day), Decimal(5))
        return
    start, tenths = said
    step = next_fading(level(start, tenths), on(day))
    lower = [one for one in (50, 30, 10, 5) if one < tenths]
    if not lower:
        assert step is None
        return
    assert step is not None
    assert step.per_week * 10 == lower[0]
    assert step.from_date == on(max(start + 28, day))


def test_support_fades_from_five_to_every_second_week() -> None:
    assert [str(one) for one in FADING] == ["5", "3", "1", "0.5"]


@given(st.lists(st.tuples(DAYS, PER_WEEK), max_size=5, unique_by=lambda one: one[0]), DAYS)
def test_the_level_that_holds_is_the_last_that_has_begun(levels: list[tuple[int, int]], day: int) -> None:
    rows = [level(start, tenths, number) for number, (start, tenths) in enumerate(levels, 1)]
    begun = sorted((start, tenths) for start, tenths in levels if start <= day)
    held = current_support(rows, on(day))
    assert (None if held is None else held.per_week * 10) == (begun[-1][1] if begun else None)


@pytest.mark.parametrize(("tenths", "key"), [(-1, "number_range"), (141, "number_range")])
def test_more_than_twice_a_day_and_less_than_never_are_refused(tenths: int, key: str) -> None:
    with pytest.raises(InputError) as refused:
        check_per_week(Decimal(tenths) / 10)
    assert (refused.value.field, refused.value.key) == ("per_week", key)


def test_contacts_a_week_have_one_decimal() -> None:
    for allowed in ("0", "0.5", "14"):
        check_per_week(Decimal(allowed))
    with pytest.raises(InputError, match="number_unreadable"):
        check_per_week(Decimal("0.33"))


@pytest.mark.parametrize(
    "text",
    ["Hon har ADHD", "adhd-anpassat", "ADHD.", "Autismspektrum", "aspergers", "har en diagnos", "diagnosed", "Anxiety  "
     "disorder", "(OCD)", "npf/ptsd", "depressionen", "Utvecklingsstörning", "ADD"],
)  # fmt: skip
def test_what_somebody_has_is_pointed_out(text: str) -> None:
    assert sounds_like_diagnosis(text)


@pytest.mark.parametrize(
    "text",
    ["En uppgift i taget", "Lugn plats", "Addera siffror", "additional breaks", "addressed in writing", "",
     "Skrivna instruktioner"],
)  # fmt: skip
def test_what_somebody_needs_is_not(text: str) -> None:
    assert not sounds_like_diagnosis(text)


def test_each_light_of_an_adaptation_has_its_own_day() -> None:
    one = Adaptation(id=NOBODY, placement_id=NOBODY, text="Lugn plats", agreed_on=on(0), in_place_on=on(1),
                     works_on=on(2))  # fmt: skip
    assert [one.lit_on(light) for light in AdaptationLight] == [on(0), on(1), on(2)]


def test_the_next_follow_up_is_what_was_said_last_until_somebody_has_been_there_on_it_or_since() -> None:
    def held(number: int, day: int, next_day: int | None) -> WorkplaceFollowUp:
        next_on = None if next_day is None else on(next_day)
        return WorkplaceFollowUp(id=UUID(int=number), placement_id=NOBODY, event_date=on(day), next_on=next_on)

    assert next_follow_up([]) is None
    assert next_follow_up([held(1, 5, 9), held(2, 1, 30)]) == on(9)
    assert next_follow_up([held(1, 5, 9), held(2, 6, None)]) == on(9)
    assert next_follow_up([held(1, 5, 9), held(2, 9, None)]) is None
    assert next_follow_up([held(1, 5, 9), held(2, 11, None)]) is None
    assert next_follow_up([held(1, 5, 9), held(2, 9, 14)]) == on(14)
    assert next_follow_up([held(1, 5, 9), held(2, 5, 8)]) == on(8)


STRETCH = st.tuples(st.sampled_from(SeStage), DAYS, st.none() | st.integers(0, 30))


def stretch(stage: SeStage, start: int, length: int | None) -> StageEntry:
    to_date = None if length is None else on(start + length)
    return StageEntry(
        id=NOBODY, mentee_id=NOBODY, enrolment_id=NOBODY, stage=stage, from_date=on(start), to_date=to_date
    )


@given(st.lists(STRETCH, max_size=5), STRETCH)
def test_stages_overlap_but_no_stage_goes_on_twice_at_once(
    others: list[tuple[SeStage, int, int | None]], new: tuple[SeStage, int, int | None]
) -> None:
    def days(start: int, length: int | None) -> set[int]:
        return set(range(start, 200 if length is None else start + length + 1))

    stage, start, length = new
    twice = any(one is stage and days(a, b) & days(start, length) for one, a, b in others)
    entry, there = stretch(*new), [stretch(*one) for one in others]
    if not twice:
        check_stage(there, stage, entry.from_date, entry.to_date)
        return
    with pytest.raises(InputError) as refused:
        check_stage(there, stage, entry.from_date, entry.to_date)
    assert (refused.value.field, refused.value.key) == ("from_date", "stage_overlaps")


def test_a_stage_does_not_end_before_it_begins() -> None:
    with pytest.raises(InputError, match="ends_before_start"):
        check_stage([], SeStage.PROFILE, on(1), on(0))


@given(st.lists(STRETCH, max_size=6), DAYS)
def test_every_stage_is_done_goes_on_or_is_ahead(rows: list[tuple[SeStage, int, int | None]], day: int) -> None:
    shown = stages_now([stretch(*one) for one in rows], on(day))
    assert [one.stage for one in shown] == list(SeStage)
    for one in shown:
        begun = [(a, b) for stage, a, b in rows if stage is one.stage and a <= day]
        if not begun:
            assert one == StageNow(one.stage, StageState.AHEAD)
            continue
        newest = max(a for a, _ in begun)
        assert one.since == on(newest)
        ends = [b for a, b in begun if a == newest]
        over = [b is not None and newest + b <= day for b in ends]
        assert one.state in {StageState.DONE if end else StageState.CURRENT for end in over}
