"""Stairs, chevrons, time axes and curves in the unit box."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.geometry import (
    Box,
    DayScale,
    Point,
    axis_values,
    chevrons,
    hatch_lines,
    pennant,
    runs,
    share,
    stair_boxes,
    stair_lines,
    step_line,
    voices_joined,
)


@given(st.integers(1, 12), st.floats(0.1, 5), st.floats(0, 0.05))
def test_steps_are_equally_wide_and_rise_by_the_same_amount(count: int, first: float, gap: float) -> None:
    boxes = stair_boxes(count, first, gap)
    rises = [after.height - here.height for here, after in pairwise(boxes)]
    assert all(box.width == pytest.approx(boxes[0].width) for box in boxes)
    assert all(rise == pytest.approx(1 / (first + count - 1)) for rise in rises)
    assert boxes[-1].top == pytest.approx(1)
    assert boxes[-1].right == pytest.approx(1)


def test_the_strip_has_the_heights_of_the_design() -> None:
    assert [round(box.height * (26 + 3 * 11)) for box in stair_boxes(4)] == [26, 37, 48, 59]


def test_no_steps_make_no_stair() -> None:
    assert stair_boxes(0) == ()
    assert stair_lines(0) == ()


def test_the_lines_of_the_steps_join_into_one_stair() -> None:
    lines = stair_lines(4)
    assert lines[0][0] == Point(0, 0)
    for here, after in pairwise(lines):
        assert here[-1] == after[0]
    assert lines[-1][-1] == Point(1, 1)


def test_a_box_knows_its_middle_and_edges() -> None:
    box = Box(0.2, 0.1, 0.4, 0.5)
    assert (box.middle, box.right, box.top) == pytest.approx((0.4, 0.6, 0.6))


def test_the_flag_hangs_on_its_pole() -> None:
    pole, flag = pennant()
    assert pole[1] == flag[0]
    assert flag[2].x == pole[0].x


@given(st.lists(st.floats(0.5, 30), min_size=1, max_size=7))
def test_chevrons_fill_the_width_and_never_overlap(weights: list[float]) -> None:
    shapes = chevrons(weights, gap=0.01, notch=0.01)
    assert len(shapes[0]) == 5
    assert all(len(shape) == 6 for shape in shapes[1:])
    assert shapes[0][0].x == 0
    assert max(p.x for p in shapes[-1]) == pytest.approx(1)
    for here, after in pairwise(shapes):
        assert after[0].x >= here[1].x


def test_a_day_stands_at_its_share_of_the_axis() -> None:
    scale = DayScale(date(2026, 11, 1), date(2026, 11, 30))
    assert scale.at(date(2026, 11, 1)) == 0
    assert scale.at(date(2026, 11, 16)) == pytest.approx(0.5)
    assert scale.at(date(2026, 12, 31)) > 1
    assert scale.clipped(date(2026, 12, 31)) == 1
    assert scale.clipped(date(2020, 1, 1)) == 0


def test_a_period_reaches_to_the_end_of_its_last_day() -> None:
    scale = DayScale(date(2026, 11, 1), date(2026, 11, 30))
    assert scale.span(date(2026, 11, 16), date(2026, 11, 30)) == pytest.approx((0.5, 1))
    assert scale.span(None, date(2026, 11, 15)) == pytest.approx((0, 0.5))
    assert scale.span(date(2026, 11, 16), None) == pytest.approx((0.5, 1))
    assert scale.span(date(2027, 1, 1), date(2027, 2, 1)) is None


def test_the_axis_names_every_month_that_begins_on_it() -> None:
    scale = DayScale(date(2026, 10, 15), date(2027, 1, 20))
    assert [day for day, _ in scale.months()] == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert DayScale(date(2026, 11, 1), date(2026, 11, 1)).months() == ((date(2026, 11, 1), 0.0),)


def test_a_value_is_held_within_its_axis() -> None:
    assert share(20, 40) == 0.5
    assert share(50, 40) == 1
    assert share(-1, 40) == 0
    assert share(3, 3, 3) == 0


@pytest.mark.parametrize(
    ("high", "values"),
    [
        (40, (0, 10, 20, 30, 40)),
        (100, (0, 25, 50, 75, 100)),
        (50, (0, 10, 20, 30, 40, 50)),
        (30, (0, 10, 20, 30)),
        (10, (0, 2.5, 5, 7.5, 10)),
        (4, (0, 1, 2, 3, 4)),
        (48, (0, 20, 40, 60)),
        (37, (0, 10, 20, 30, 40)),
        (0, (0,)),
        (1, (0, 0.25, 0.5, 0.75, 1)),
    ],
)
def test_the_axis_has_round_values_from_zero(high: float, values: tuple[float, ...]) -> None:
    assert axis_values(high) == pytest.approx(values)


def test_a_missing_point_breaks_the_curve() -> None:
    a, b, c = Point(0, 0), Point(0.5, 1), Point(1, 0)
    assert runs([a, None, None, b, c, None]) == ((a,), (b, c))
    assert runs([]) == ()


def test_a_value_holds_until_the_next_one() -> None:
    line = step_line([Point(0, 0.2), Point(0.5, 0.6)], 1)
    assert line == (Point(0, 0.2), Point(0.5, 0.2), Point(0.5, 0.6), Point(1, 0.6))
    assert step_line([], 1) == ()


def test_voices_are_joined_from_twelve_millimetres() -> None:
    assert voices_joined(40, 52)
    assert not voices_joined(40, 51.9)


@given(st.floats(1, 200), st.floats(1, 200), st.floats(2, 20))
def test_hatching_stays_in_its_box_and_at_45_degrees(width: float, height: float, spacing: float) -> None:
    for start, end in hatch_lines(width, height, spacing):
        assert end.x - start.x == pytest.approx(end.y - start.y)
        for point in (start, end):
            assert -1e-6 <= point.x <= width + 1e-6
            assert -1e-6 <= point.y <= height + 1e-6
