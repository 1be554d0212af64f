"""Values over time in the unit box: what is missing breaks the line, limits step, words keep apart."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.charts import (
    Band,
    BandKind,
    Limit,
    Reading,
    Series,
    TrendCurves,
    Voice,
    trend_picture,
)
from mentorapp.domain.geometry import Box, Point
from mentorapp.domain.label_places import Size, Wanted, crosses, overlap, placed, places_round, spread
from mentorapp.domain.trend_labels import Sizes, TrendLabels, trend_labels

DAY = date(2026, 9, 9)
TOP = Decimal(40)

values = st.none() | st.integers(0, 400).map(lambda tenths: Decimal(tenths) / 10)
days = st.integers(0, 900).map(lambda count: DAY + timedelta(days=count))
readings = st.lists(st.builds(Reading, days, values), max_size=12, unique_by=lambda one: one.on).map(tuple)
series = st.lists(st.builds(Series, st.sampled_from(Voice), readings, st.sampled_from(["", "ORS"])), max_size=3)
limits = st.lists(st.builds(Limit, st.integers(0, 40).map(Decimal), st.none() | days), max_size=3).map(tuple)
bands = st.lists(
    st.builds(Band, st.sampled_from(BandKind), st.just(Decimal(21)), st.just(Decimal(31)), st.none() | days), max_size=1
)
charts = st.builds(lambda s, limit, b: TrendCurves(tuple(s), TOP, limit, tuple(b)), series, limits, bands)


def labels_of(curves: TrendCurves, wide: float = 0.07, high: float = 0.06) -> TrendLabels:
    picture = trend_picture(curves)
    size = Size(wide, high)
    mark = Size(0.05, 0.07)
    values, names, limit, band = (
        [size] * len(part) for part in (picture.spots, curves.series, picture.limits, curves.bands)
    )
    return trend_labels(picture, Sizes(values, names, limit, band, mark))


def in_the_box(point: Point) -> bool:
    return -1e-9 <= point.x <= 1 + 1e-9 and -1e-9 <= point.y <= 1 + 1e-9


@given(charts)
def test_everything_stands_in_the_box(curves: TrendCurves) -> None:
    picture = trend_picture(curves)
    points = [spot.at for spot in picture.spots] + [
        point for lines in picture.lines for line in lines for point in line
    ]
    points += picture.limit_path
    points += [Point(x, y) for box in picture.bands for x, y in ((box.x, box.y), (box.right, box.top))]
    points += [Point(x, 0) for _, x in picture.days] + [Point(0, y) for _, y in picture.grid]
    assert all(in_the_box(point) for point in points)


@given(charts)
def test_later_is_further_right_and_more_is_higher(curves: TrendCurves) -> None:
    picture = trend_picture(curves)
    every = [(curves.series[spot.series].readings[spot.place], spot) for spot in picture.spots]
    for (one, at), (other, then) in combinations(every, 2):
        assert (one.on < other.on) == (at.at.x < then.at.x)
        if one.value is not None and other.value is not None:
            assert (one.value < other.value) == (at.at.y < then.at.y)


@given(readings)
def test_a_missing_value_breaks_the_line_and_is_never_bridged(found: tuple[Reading, ...]) -> None:
    one = Series(Voice.OWN, found)
    picture = trend_picture(TrendCurves((one,), TOP))
    bridged = {(here.x, after.x) for line in picture.lines[0] for here, after in pairwise(line)}
    places = [picture.scale.x(reading.on) for reading in one.readings]
    wanted = {
        (here, after)
        for (first, here), (then, after) in pairwise(zip(one.readings, places, strict=True))
        if first.value is not None and then.value is not None
    }
    assert bridged == wanted
    assert [spot.missing for spot in picture.spots] == [reading.value is None for reading in one.readings]
    assert all(spot.at.y == 0 for spot in picture.spots if spot.missing)


@given(charts)
def test_one_point_of_each_series_is_the_newest(curves: TrendCurves) -> None:
    picture = trend_picture(curves)
    for number, one in enumerate(curves.series):
        newest = [spot.place for spot in picture.spots if spot.series == number and spot.newest]
        there = [place for place, reading in enumerate(one.readings) if reading.value is not None]
        assert newest == there[-1:]


@given(limits)
def test_the_cut_off_is_one_stroke_from_edge_to_edge(found: tuple[Limit, ...]) -> None:
    ends = (Reading(DAY, TOP), Reading(DAY + timedelta(days=900), TOP))
    curves = TrendCurves((Series(Voice.OWN, ends),), TOP, found)
    path = trend_picture(curves).limit_path
    assert bool(path) == bool(found)
    if path:
        assert (path[0].x, path[-1].x) == (0, 1)
        assert all(here.x <= after.x and (here.x == after.x or here.y == after.y) for here, after in pairwise(path))


def test_the_axis_goes_from_nothing_to_the_end_of_the_scale() -> None:
    picture = trend_picture(TrendCurves((), TOP))
    assert [value for value, _ in picture.grid] == [0, 10, 20, 30, 40]
    assert (picture.grid[0][1], picture.grid[-1][1]) == (0, 1)
    assert picture.days == ()


def test_a_single_day_stands_in_the_middle() -> None:
    picture = trend_picture(TrendCurves((Series(Voice.OWN, (Reading(DAY, Decimal(20)),)),), TOP))
    assert picture.spots[0].at == Point(0.5, 0.5)
    assert picture.lines == (((Point(0.5, 0.5),),),)


def test_the_limit_of_a_day_is_the_newest_that_has_begun() -> None:
    curves = TrendCurves((), TOP, (Limit(Decimal(28)), Limit(Decimal(25), DAY)))
    assert curves.limit_on(DAY - timedelta(days=1)) == 28
    assert curves.limit_on(DAY) == 25
    assert TrendCurves((), TOP, (Limit(Decimal(25), DAY),)).limit_on(DAY - timedelta(days=1)) is None


def test_what_was_earlier_has_ticks_and_no_line() -> None:
    found = (Reading(DAY, Decimal(20)), Reading(DAY + timedelta(days=7), Decimal(30)))
    assert trend_picture(TrendCurves((Series(Voice.EARLIER, found),), TOP)).lines == ((),)


def test_the_cut_off_is_not_about_what_is_private() -> None:
    limited = {voice for voice in Voice if Series(voice, ()).is_limited}
    assert limited == {Voice.OWN, Voice.OTHER, Voice.EARLIER}


def test_readings_are_put_in_order() -> None:
    later = Reading(DAY + timedelta(days=1), None)
    assert Series(Voice.OWN, (later, Reading(DAY, TOP))).readings[-1] is later


@given(charts)
def test_no_word_lies_on_a_word_or_leaves_the_box(curves: TrendCurves) -> None:
    labels = labels_of(curves)
    boxes = [box for part in (labels.values, labels.names, labels.limits, labels.bands) for box in part if box]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert all(in_the_box(Point(box.x, box.y)) and in_the_box(Point(box.right, box.top)) for box in boxes)


@given(charts)
def test_a_value_lies_on_the_line_of_another_series_only_where_it_must(curves: TrendCurves) -> None:
    picture, labels = trend_picture(curves), labels_of(curves)
    for spot, box in zip(picture.spots, labels.values, strict=True):
        if box is None or spot.newest:
            continue
        for number, lines in enumerate(picture.lines):
            crossed = any(crosses(stroke, box) for line in lines for stroke in pairwise(line))
            assert not (crossed and number != spot.series)


def test_the_chart_of_the_design_has_every_word_in_its_place() -> None:
    ors = [(0, "18.4"), (28, "24.1"), (56, "26.0"), (77, "19.2")]
    srs = [(28, "37"), (56, "34")]
    own, private = (
        tuple(Reading(DAY + timedelta(days=count), Decimal(value)) for count, value in part) for part in (ors, srs)
    )
    curves = TrendCurves((Series(Voice.OWN, own, "ORS"), Series(Voice.PRIVATE, private, "SRS")), TOP,
                         (Limit(Decimal(25)),))  # fmt: skip
    picture, labels = trend_picture(curves), labels_of(curves)
    assert all((*labels.values, *labels.names, *labels.limits))
    below = [box.top <= spot.at.y for spot, box in zip(picture.spots, labels.values, strict=True) if box]
    assert below == [True, True, True, True, False, False]
    limit = labels.limits[0]
    assert limit is not None
    assert limit.right == pytest.approx(1)
    assert limit.y > picture.limits[0].end.y


def test_the_name_of_a_limit_keeps_to_its_level() -> None:
    found = (Reading(DAY, Decimal(10)), Reading(DAY + timedelta(days=77), Decimal(12)))
    curves = TrendCurves((Series(Voice.OWN, found),), TOP,
                         (Limit(Decimal(28)), Limit(Decimal(25), DAY + timedelta(days=40))))  # fmt: skip
    picture, labels = trend_picture(curves), labels_of(curves, wide=0.3)
    first, second = labels.limits
    assert first is not None
    assert second is not None
    assert first.right <= picture.limits[0].end.x + 1e-9
    assert second.x >= picture.limits[1].start.x


def test_a_label_takes_the_best_place_that_is_free() -> None:
    box = Box(0.4, 0.4, 0.1, 0.1)
    other = Box(0.7, 0.4, 0.1, 0.1)
    line = (Point(0, 0.45), Point(0.6, 0.45))
    assert placed([Wanted((box, other))], [box]) == (other,)
    assert placed([Wanted((box, other), (line,))], []) == (other,)
    assert placed([Wanted((box,), (line,))], []) == (None,)
    assert placed([Wanted((box,), (line,), must=True)], []) == (box,)
    assert placed([Wanted((Box(0.95, 0.4, 0.1, 0.1),), must=True)], []) == (None,)


def test_places_round_a_mark_begin_with_the_wanted_side() -> None:
    at, label, mark = Point(0.5, 0.5), Size(0.2, 0.1), Size(0.1, 0.1)
    below, left = places_round(at, label, mark, "below left")
    assert (below.top, below.middle) == pytest.approx((0.45, 0.5))
    assert left.right == pytest.approx(0.45)
    assert len(places_round(at, label, mark, "below left", corners=True)) == 6
    assert places_round(Point(0, 0.5), label, mark, "left")[0].x == 0


@pytest.mark.parametrize(
    ("end", "met"),
    [
        (Point(1, 1), True),
        (Point(1, 0), False),
        (Point(0, 1), False),
        (Point(0.3, 0.3), False),
        (Point(0.5, 0.5), True),
    ],
)
def test_a_stroke_crosses_what_it_goes_through(end: Point, met: bool) -> None:
    assert crosses((Point(0, 0), end), Box(0.4, 0.4, 0.2, 0.2)) is met


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 0.4)), max_size=12).map(sorted))
def test_words_under_an_axis_never_meet_and_the_newest_is_there(found: list[tuple[float, float]]) -> None:
    places, widths = [x for x, _ in found], [wide for _, wide in found]
    begins = spread(places, widths, 0.01)
    there = sorted((begin, wide) for begin, wide in zip(begins, widths, strict=True) if begin is not None)
    assert all(begin + wide + 0.01 <= after + 1e-9 for (begin, wide), (after, _) in pairwise(there))
    assert all(begin >= 0 and begin + wide <= 1 + 1e-9 for begin, wide in there)
    assert not found or begins[-1] is not None
