"""Studies: what is still to be done, the talk that comes next, and how much of full time they are."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError
from mentorapp.domain.studies import (
    EducationSupport,
    StudyConference,
    StudyDate,
    StudyDateKind,
    StudyPhase,
    StudyPlan,
    check_pace,
    open_dates,
    talk_after,
)

NOBODY = UUID(int=1)
FIRST = date(2026, 1, 1)
ROWS = st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=6)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


@given(ROWS)
def test_dates_that_are_not_done_come_the_nearest_first(rows: list[tuple[int, bool]]) -> None:
    dates = [
        StudyDate(id=UUID(int=n), education_support_id=NOBODY, kind=StudyDateKind.EXAM, on=on(day),
                  done_on=on(day) if done else None)
        for n, (day, done) in enumerate(rows)
    ]  # fmt: skip
    expected = sorted((day, n) for n, (day, done) in enumerate(rows) if not done)
    assert [((one.on - FIRST).days, one.id.int) for one in open_dates(dates)] == expected


@given(ROWS)
def test_the_next_talk_is_the_first_that_has_not_been_held(rows: list[tuple[int, bool]]) -> None:
    talks = tuple(
        StudyConference(id=UUID(int=n), education_support_id=NOBODY, event_date=on(day), held=held)
        for n, (day, held) in enumerate(rows)
    )
    studies = EducationSupport(id=NOBODY, enrolment_id=NOBODY, phase=StudyPhase.KEEP, course="Svenska")
    found = StudyPlan(studies=studies, conferences=talks).next_conference
    ahead = [(day, n) for n, (day, held) in enumerate(rows) if not held]
    assert (None if found is None else found.id.int) == (min(ahead)[1] if ahead else None)


def test_the_agenda_of_a_talk_is_a_point_a_line() -> None:
    talk = StudyConference(id=NOBODY, education_support_id=NOBODY, event_date=FIRST, points="Närvaro\n\n  Stöd \n")
    assert talk.agenda == ("Närvaro", "Stöd")


@pytest.mark.parametrize("pace", [None, 1, 100])
def test_any_part_of_full_time_is_a_pace(pace: int | None) -> None:
    check_pace(pace)


@pytest.mark.parametrize("pace", [0, 101])
def test_no_time_or_more_than_full_time_is_no_pace(pace: int) -> None:
    with pytest.raises(InputError) as refused:
        check_pace(pace)
    assert (refused.value.field, refused.value.key) == ("pace_percent", "percent_range")


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 25), date(2026, 12, 25)),
        (date(2026, 11, 26), date(2026, 12, 28)),
        (date(2026, 11, 27), date(2026, 12, 28)),
        (date(2026, 1, 30), date(2026, 3, 2)),
    ],
)
def test_the_next_talk_is_a_month_later_on_a_weekday(day: date, later: date) -> None:
    assert talk_after(day) == later
