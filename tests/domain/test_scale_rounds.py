"""Occasions of an enrolment: which are due, which were missed, and to which one a form belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.scale_rounds import (
    DueRound,
    Filled,
    RoundKind,
    due_rounds,
    has_baseline,
    held_rounds,
    missing_rounds,
    months_between,
    round_for,
)

FIRST = date(2025, 1, 1)
DAYS = st.integers(0, 500)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


@dataclass(frozen=True)
class Course:
    """An enrolment in days after the first: its start, levels that were left, its end, checks so many months after."""

    start: int
    left: tuple[tuple[int, int], ...]
    closed: int | None
    checks: tuple[tuple[int, int], ...]

    @property
    def due(self) -> tuple[DueRound, ...]:
        return due_rounds(
            on(self.start),
            [(order, on(day)) for order, day in self.left],
            None if self.closed is None else on(self.closed),
            [(months, on(day)) for months, day in self.checks],
        )


@st.composite
def courses(draw: st.DrawFn) -> Course:
    start = draw(st.integers(0, 50))
    left = draw(st.lists(st.tuples(st.integers(1, 5), st.integers(start, start + 200)), max_size=6))
    last = max([start, *(day for _, day in left)])
    closed = draw(st.none() | st.integers(last, last + 100))
    checks = () if closed is None else ((6, closed + 182), (12, closed + 365))
    return Course(start, tuple(left), closed, checks)


def forms(due: Sequence[DueRound]) -> st.SearchStrategy[list[Filled]]:
    there = st.sampled_from(due).map(lambda one: Filled(kind=one.kind, of=one.of, on=one.on))
    between = DAYS.map(lambda day: Filled(kind=RoundKind.AD_HOC, on=on(day)))
    return st.lists(there | between, max_size=6)


@given(courses())
def test_there_is_an_occasion_at_the_start_after_every_level_at_the_end_and_at_the_checks(course: Course) -> None:
    due = course.due
    expected: dict[tuple[RoundKind, str], int] = {(RoundKind.START, ""): course.start}
    for order, day in course.left:
        key = (RoundKind.AFTER_LEVEL, str(order))
        if day != course.closed and day < expected.get(key, 10**6):
            expected[key] = day
    if course.closed is not None:
        expected[RoundKind.CLOSE, ""] = course.closed
        expected |= {(RoundKind.FOLLOW_UP, str(months)): day for months, day in course.checks}
    assert {one.key: (one.on - FIRST).days for one in due} == expected
    assert len(due) == len(expected)
    assert [one.on for one in due] == sorted(one.on for one in due)
    assert due[0].kind is RoundKind.START


def test_an_enrolment_that_has_not_begun_has_none() -> None:
    assert due_rounds(None, [(1, FIRST)], FIRST, [(6, FIRST)]) == ()


@given(courses(), st.data())
def test_missing_are_those_that_have_come_and_have_no_form(course: Course, data: st.DataObject) -> None:
    due = course.due
    filled, today = data.draw(forms(due)), on(data.draw(DAYS))

    def has_form(one: DueRound) -> bool:
        return any(form.key == one.key or timedelta(0) <= one.on - form.on <= timedelta(7) for form in filled)

    expected = [one for one in due if not one.on > today and not has_form(one)]
    assert list(missing_rounds(due, filled, today)) == expected


@given(courses(), st.data())
def test_a_form_belongs_to_the_last_occasion_that_has_come_or_comes_that_week_unless_that_has_one(
    course: Course, data: st.DataObject
) -> None:
    due = course.due
    filled, day = data.draw(forms(due)), on(data.draw(DAYS))
    said = round_for(due, filled, day)
    last = None
    for one in due:
        last = one if one.on <= day else last
    own = {one.key for one in filled}
    soon = [one for one in due if timedelta(0) < one.on - day <= timedelta(7) and one.key not in own]
    if last is not None and last.key not in own:
        assert said == last
    elif soon:
        assert said == soon[0]
    else:
        assert said == DueRound(kind=RoundKind.AD_HOC, on=day)
    following = [one.on for one in due if one.kind is not RoundKind.START]
    if said.kind is RoundKind.START and following:
        assert day < min(following)


@given(courses(), st.data())
def test_a_baseline_is_a_form_at_the_start_or_before_the_next_occasion(course: Course, data: st.DataObject) -> None:
    due = course.due
    filled = data.draw(forms(due))
    later = [one.on for one in due if one.kind is not RoundKind.START]
    expected = any(one.kind is RoundKind.START or not any(one.on >= day for day in later) for one in filled)
    assert has_baseline(due, filled) is expected


def test_an_occasion_can_be_filled_once_and_then_is_done() -> None:
    due = due_rounds(on(0), [(1, on(50))])
    start = round_for(due, [], on(10))
    assert start.kind is RoundKind.START
    done = [Filled(kind=start.kind, of=start.of, on=on(10))]
    assert round_for(due, done, on(11)).kind is RoundKind.AD_HOC
    assert missing_rounds(due, done, on(60)) == (due[1],)
    assert round_for(due, done, on(60)).key == (RoundKind.AFTER_LEVEL, "1")
    assert not has_baseline(due, [Filled(kind=RoundKind.AD_HOC, on=on(50))])


def test_of_forms_just_before_an_occasion_the_last_is_its_own_until_it_gets_another() -> None:
    due = due_rounds(on(0), [(1, on(50))], on(54))
    start, close = due[0].key, due[2].key
    filled = [Filled(kind=RoundKind.AD_HOC, on=on(day)) for day in (42, 43, 49)]
    assert held_rounds(due[1:2], filled[:1]).get(due[1].key) is None
    assert held_rounds(due, filled[:2])[due[1].key] == 1
    held = held_rounds(due, filled)
    assert (held[due[1].key], held[close], start in held) == (2, 2, False)
    own = [*filled, Filled(kind=RoundKind.CLOSE, on=on(60))]
    assert (held_rounds(due, own)[due[1].key], held_rounds(due, own)[close]) == (2, 3)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_months_between_two_rounds_are_complete_calendar_months(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    count, year, month = 0, first.year, first.month
    while True:
        month += 1
        year, month = (year + 1, 1) if month > 12 else (year, month)
        if (year, month, first.day) > (last.year, last.month, last.day):
            break
        count += 1
    assert months_between(first, last) == count


def test_months_of_the_specification() -> None:
    assert months_between(date(2016, 1, 15), date(2017, 1, 14)) == 11
    assert months_between(date(2016, 1, 15), date(2017, 1, 15)) == 12
