"""Hours of a placement over time: solid until today, dotted ahead, and over when the placement is."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.geometry import Point
from mentorapp.domain.hours_curve import HoursCurve, HoursStep, hours_curve, hours_picture
from mentorapp.domain.placements import HoursPeriod, Placement, PlacementType

TODAY = date(2026, 11, 25)
dates = st.dates(date(2025, 6, 1), date(2027, 6, 1))


@st.composite
def curves(draw: st.DrawFn) -> HoursCurve:
    begun = sorted(draw(st.sets(dates, max_size=5)))
    percents = draw(st.lists(st.integers(1, 100), min_size=len(begun), max_size=len(begun)))
    steps = tuple(HoursStep(on, percent, Decimal(percent) * 40 / 100)
                  for on, percent in zip(begun, percents, strict=True))  # fmt: skip
    ended = draw(st.none() | st.integers(0, 300).map(lambda n: begun[-1] + timedelta(days=n))) if begun else None
    return HoursCurve(steps, TODAY, ended, draw(st.none() | dates))


def placed(*hours: tuple[date, int], to: date | None = None, planned: date | None = None) -> Placement:
    periods = tuple(
        HoursPeriod(id=uuid4(), placement_id=uuid4(), from_date=on, hours_per_week=Decimal(number))
        for on, number in hours
    )
    return Placement(
        id=uuid4(), mentee_id=uuid4(), enrolment_id=uuid4(), workplace_id=uuid4(), type=PlacementType.WORK_TRAINING,
        from_date=hours[0][0] if hours else TODAY, to_date=to, planned_to=planned, hours=periods,
    )  # fmt: skip


@given(curves())
def test_everything_stands_in_the_box_and_goes_to_the_right(curve: HoursCurve) -> None:
    picture = hours_picture(curve)
    for stroke in (picture.solid, picture.ahead):
        assert all(0 <= point.x <= 1 and 0 <= point.y <= 1 for point in stroke)
        assert all(here.x <= after.x for here, after in pairwise(stroke))
        assert all(here.x == after.x or here.y == after.y for here, after in pairwise(stroke))
    assert [value for value, _ in picture.grid] == [0, 25, 50, 75, 100]


@given(curves())
def test_what_has_been_is_solid_and_what_is_to_come_is_dotted(curve: HoursCurve) -> None:
    picture = hours_picture(curve)
    now = picture.scale.clipped(TODAY)
    is_over = curve.ended is not None and curve.ended <= TODAY
    for tread in picture.treads:
        assert tread.y == curve.steps[tread.step].percent / 100
        if not is_over:
            assert (tread.left >= now) if tread.ahead else (tread.right <= now + 1e-9)
    assert is_over <= (picture.ahead == ())


@given(curves(), st.floats(0.01, 0.5))
def test_words_lie_over_their_own_level(curve: HoursCurve, wide: float) -> None:
    picture = hours_picture(curve)
    for place, at in enumerate(picture.labels([wide] * len(curve.steps))):
        treads = [tread for tread in picture.treads if tread.step == place]
        if at is not None:
            assert treads[0].left - 1e-9 <= at.x
            assert at.x + wide <= treads[-1].right + 1e-9


def test_the_hours_of_the_design() -> None:
    placement = placed((date(2026, 11, 5), 20), (date(2026, 9, 14), 8), (date(2026, 10, 14), 12))
    curve = hours_curve(placement, TODAY)
    picture = hours_picture(curve)
    assert [step.percent for step in curve.steps] == [20, 30, 50]
    assert [step.hours for step in curve.steps] == [8, 12, 20]
    assert curve.now == curve.steps[-1]
    assert picture.today is not None
    assert picture.today == picture.solid[-1] == picture.ahead[0]
    assert picture.today.y == 0.5
    assert picture.ahead[-1] == Point(1.0, 0.5)
    assert [point.y for point in picture.ground] == [0, 0.2, 0.2, 0.3, 0.3, 0.5, 0.5, 0]


def test_a_placement_that_is_over_ends_where_it_ended() -> None:
    end = date(2026, 10, 1)
    curve = hours_curve(placed((date(2026, 9, 1), 8), (date(2026, 12, 1), 20), to=end), TODAY)
    picture = hours_picture(curve)
    assert (len(curve.steps), curve.now, picture.today, picture.ahead) == (1, None, None, ())
    assert (picture.scale.last, picture.solid[-1].x) == (end, 1.0)


def test_a_placement_that_has_not_begun_is_all_ahead() -> None:
    curve = hours_curve(placed((date(2026, 12, 1), 8), planned=date(2027, 3, 1)), TODAY)
    picture = hours_picture(curve)
    assert (curve.now, picture.solid, picture.today) == (None, (), None)
    assert all(tread.ahead for tread in picture.treads)
    assert picture.scale.last == date(2027, 3, 1)


def test_a_step_that_is_decided_rises_from_what_is_now() -> None:
    curve = hours_curve(placed((date(2026, 9, 1), 8), (TODAY + timedelta(days=7), 20)), TODAY)
    picture = hours_picture(curve)
    assert [point.y for point in picture.ahead] == [0.2, 0.2, 0.5, 0.5]
    tomorrow = hours_picture(hours_curve(placed((date(2026, 9, 1), 8), (TODAY, 20)), TODAY))
    assert tomorrow.today is not None


def test_a_level_that_begins_today_rises_before_the_dot() -> None:
    picture = hours_picture(hours_curve(placed((date(2026, 9, 1), 8), (TODAY, 20)), TODAY))
    assert picture.today is not None
    assert picture.today.y == 0.5


def test_without_hours_there_is_nothing_to_draw() -> None:
    picture = hours_picture(hours_curve(placed(), TODAY))
    assert (picture.treads, picture.solid, picture.ahead, picture.today) == ((), (), (), None)
    assert picture.ground == ()
    assert picture.labels([]) == ()
