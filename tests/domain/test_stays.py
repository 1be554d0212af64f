"""Stays and pauses: what may stand beside what, planned ends that pauses move, moves counted."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import AfterSupport, Destination
from mentorapp.domain.enrolments import Direction, EnrolmentStatus, LevelEntry, Pause
from mentorapp.domain.errors import InputError
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.stays import (
    Bounds,
    Moves,
    check_pauses,
    check_stays,
    highest_reached,
    level_week,
    moved,
    moves,
    pause_on,
    planned_end,
    standing,
)

START, TODAY = date(2026, 1, 5), date(2026, 11, 25)
BOUNDS = Bounds(started_on=START, closed_on=None, today=TODAY)
ONE, TWO, ENROLMENT = new_id(), new_id(), new_id()


def stay(entered: date, left: date | None = None, level: UUID = ONE) -> LevelEntry:
    return LevelEntry(
        id=new_id(), enrolment_id=ENROLMENT, level_id=level, entered_on=entered, left_on=left, direction=Direction.UP
    )


def pause(first: date, last: date | None = None) -> Pause:
    return Pause(id=new_id(), enrolment_id=ENROLMENT, from_date=first, to_date=last)


def support(ended: date | None = None) -> AfterSupport:
    return AfterSupport(
        id=new_id(),
        enrolment_id=ENROLMENT,
        entry=Destination.STUDIES_REGULAR,
        started_on=START,
        planned_until=START + timedelta(days=90),
        ended_on=ended,
    )


def day(number: int) -> date:
    return START + timedelta(days=number)


def test_stays_that_touch_are_no_overlap() -> None:
    check_stays([stay(day(10), None, TWO), stay(START, day(10))], BOUNDS, exclusive=True)


@pytest.mark.parametrize(
    ("stays", "field", "key"),
    [
        ([stay(TODAY + timedelta(days=1))], "entered_on", "level_in_future"),
        ([stay(START - timedelta(days=1))], "entered_on", "level_before_start"),
        ([stay(day(5), day(4))], "left_on", "ends_before_start"),
        ([stay(day(5), TODAY + timedelta(days=1))], "left_on", "level_in_future"),
        ([stay(START, day(11)), stay(day(10), None, TWO)], "entered_on", "level_overlaps"),
        ([stay(START), stay(day(10), None, TWO)], "entered_on", "level_overlaps"),
    ],
)
def test_stays_that_cannot_be_are_refused(stays: list[LevelEntry], field: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_stays(stays, BOUNDS, exclusive=True)
    assert (caught.value.field, caught.value.key) == (field, key)


def test_stages_overlap_but_never_with_themselves() -> None:
    check_stays([stay(START), stay(day(10), None, TWO)], BOUNDS, exclusive=False)
    with pytest.raises(InputError) as caught:
        check_stays([stay(START), stay(day(10))], BOUNDS, exclusive=False)
    assert caught.value.key == "level_overlaps"


@pytest.mark.parametrize("left", [None, day(21)])
def test_no_stay_outlives_a_closed_enrolment(left: date | None) -> None:
    closed = Bounds(started_on=START, closed_on=day(20), today=TODAY)
    check_stays([stay(START, day(20))], closed, exclusive=True)
    with pytest.raises(InputError) as caught:
        check_stays([stay(START, left)], closed, exclusive=True)
    assert caught.value.key == "level_after_close"


@pytest.mark.parametrize(
    ("pauses", "key"),
    [
        ([pause(START - timedelta(days=1))], "pause_before_start"),
        ([pause(TODAY + timedelta(days=1))], "pause_in_future"),
        ([pause(day(5), day(4))], "ends_before_start"),
        ([pause(day(5)), pause(day(9))], "pause_overlaps"),
        ([pause(day(5), day(9)), pause(day(9))], "pause_overlaps"),
    ],
)
def test_pauses_that_cannot_be_are_refused(pauses: list[Pause], key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_pauses(pauses, BOUNDS)
    assert caught.value.key == key


def test_a_pause_ends_with_the_enrolment() -> None:
    closed = Bounds(started_on=None, closed_on=day(20), today=TODAY)
    check_pauses([pause(day(1), day(4)), pause(day(5), day(20))], closed)
    for last in (None, day(21)):
        with pytest.raises(InputError) as caught:
            check_pauses([pause(day(5), last)], closed)
        assert caught.value.key == "pause_after_close"


def test_a_pause_moves_the_planned_end_day_by_day() -> None:
    week = timedelta(weeks=1)
    assert planned_end(START, None, (), TODAY) is None
    assert planned_end(START, 8, (), TODAY) == START + 8 * week
    assert planned_end(START, 8, [pause(day(14), day(20))], TODAY) == START + 9 * week
    before = pause(START - week, START - timedelta(days=1))
    after = pause(START + 8 * week)
    assert planned_end(START, 8, [before, after], TODAY) == START + 8 * week
    assert planned_end(START, 8, [pause(day(50))], day(56)) == START + 9 * week
    later = pause(START + 8 * week + timedelta(days=2), START + 8 * week + timedelta(days=3))
    assert planned_end(START, 8, [later, pause(day(14), day(20))], TODAY) == START + 9 * week + timedelta(days=2)


def test_weeks_of_a_pause_are_not_counted() -> None:
    assert [level_week(START, day(number), ()) for number in (0, 6, 7, 56)] == [1, 1, 2, 9]
    rest = [pause(day(7), day(13))]
    assert [level_week(START, day(number), rest) for number in (6, 10, 14, 21)] == [1, 2, 2, 3]
    assert level_week(START, day(30), [pause(day(14))]) == 3
    assert level_week(START, day(3), [pause(day(14), day(20))]) == 1


@pytest.mark.parametrize(
    ("status", "pauses", "given", "stands"),
    [
        (EnrolmentStatus.OFFERED, [pause(TODAY)], [], EnrolmentStatus.OFFERED),
        (EnrolmentStatus.CLOSED, [pause(TODAY)], [], EnrolmentStatus.CLOSED),
        (EnrolmentStatus.ACTIVE, [pause(TODAY)], [support()], EnrolmentStatus.PAUSED),
        (EnrolmentStatus.PAUSED, [pause(START, TODAY - timedelta(days=1))], [], EnrolmentStatus.ACTIVE),
        (EnrolmentStatus.PAUSED, [pause(START, day(1))], [support()], EnrolmentStatus.AFTER_SUPPORT),
        (EnrolmentStatus.PAUSED, [], [], EnrolmentStatus.PAUSED),
        (EnrolmentStatus.AFTER_SUPPORT, [], [], EnrolmentStatus.AFTER_SUPPORT),
        (EnrolmentStatus.AFTER_SUPPORT, [], [support(day(3))], EnrolmentStatus.ACTIVE),
    ],
)
def test_the_status_follows_pauses_and_work(
    status: EnrolmentStatus, pauses: list[Pause], given: list[Any], stands: EnrolmentStatus
) -> None:
    assert standing(status, pauses, given, TODAY) is stands


def test_the_pause_of_a_day_is_found() -> None:
    rest = pause(day(3), day(5))
    assert [pause_on([rest], day(number)) for number in (2, 3, 5, 6)] == [None, rest, rest, None]


def test_moves_are_counted_forward_still_and_back() -> None:
    assert moves([1, 2, 4, 4, 2]) == Moves(forward=2, still=1, back=1)
    assert moves([]) == Moves()
    assert moved([[1, 2, 3], [1, 2, 1], [3, 1], []]) == Moves(forward=1, still=1, back=1)


def test_going_back_does_not_take_the_highest_level_away() -> None:
    assert highest_reached([1, 3, 2]) == 3
    assert highest_reached([]) is None
