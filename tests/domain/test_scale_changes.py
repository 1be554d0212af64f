"""What has become of a rating: by hand, in whole numbers, beside what the program says (E.2, table 8)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.scale_changes import (
    NetEffect,
    Trend,
    are_comparable,
    at,
    changes,
    first_and_last,
    net_effect,
    percent,
    trend,
)
from mentorapp.domain.scale_marks import Mark, ScaleResponse
from mentorapp.domain.scales import FavourableEnd, Respondent, ScaleDefinition, ScaleItem, ScaleKind

NOBODY = UUID(int=1)
DAY = date(2026, 1, 1)
ITEMS = (
    ScaleItem(code="right"),
    ScaleItem(code="left", favourable=FavourableEnd.LEFT),
    ScaleItem(code="none", favourable=FavourableEnd.NONE),
)
LINES = ScaleDefinition(id=NOBODY, code="x", version=1, kind=ScaleKind.VAS_FORM, title_sv="X", items=ITEMS)
STEPS = replace(LINES, kind=ScaleKind.LIKERT, steps=5)
TOTALS = replace(LINES, kind=ScaleKind.EXTERNAL_TOTAL, lowest=13, highest=91,
                 items=(ScaleItem(code="total"), ScaleItem(code="part_1")))  # fmt: skip
MARKS = st.none() | st.integers(0, 940)


def filled(number: int = 1, length: int = 1000, /, **tenths: int | None) -> ScaleResponse:
    """Marks in whole tenths, on paper whose line is `length` tenths."""
    marks = tuple(Mark(item=i, value=None if v is None else Decimal(v) / 10) for i, v in tenths.items())
    return ScaleResponse(
        id=UUID(int=number), mentee_id=NOBODY, definition_id=NOBODY, code="x", version=1, marks=marks,
        event_date=DAY + timedelta(days=number), line_length_mm=Decimal(length) / 10,
    )  # fmt: skip


def half_up(part: int, whole: int) -> int:
    """Per cent in whole numbers only: halves go away from zero."""
    size = (2 * 100 * abs(part) + whole) // (2 * whole)
    return size if part >= 0 else -size


@given(st.integers(-500, 500), st.integers(1, 500))
def test_percent_rounds_halves_away_from_zero(part: int, whole: int) -> None:
    assert percent(part, whole) == half_up(part, whole)


def test_half_a_percent_goes_up_where_round_would_not() -> None:
    assert percent(1, 8) == 13  # 12.5
    assert percent(5, 8) == 63  # 62.5
    assert percent(1, 200) == 1  # 0.5
    assert percent(-1, 8) == -13
    assert percent(0, 5) == 0
    assert percent(1, 0) is None


@given(st.lists(st.sampled_from(Trend)))
def test_the_net_effect_is_the_share_up_minus_the_share_down(trends: list[Trend]) -> None:
    said = net_effect(trends)
    up = sum(one is Trend.UP for one in trends)
    down = sum(one is Trend.DOWN for one in trends)
    assert said == NetEffect(up, len(trends) - up - down, down)
    assert said.pairs == len(trends)
    assert said.points == (half_up(up - down, len(trends)) if trends else None)
    assert said.improved_share == (half_up(up, len(trends)) if trends else None)
    assert said.rest_share == (half_up(len(trends) - up, len(trends)) if trends else None)


def test_the_shares_of_the_reports_come_out() -> None:
    """71 % more ready against 29 % none or negative (S000), as 27 and 11 of 38."""
    said = NetEffect(improved=27, unchanged=7, worsened=4)
    assert (said.improved_share, said.rest_share, said.points) == (71, 29, 61)


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 50))
def test_a_line_has_changed_from_so_many_millimetres_exactly(first: int, last: int, limit: int) -> None:
    said = trend(ScaleKind.VAS_FORM, Fraction(first, 10), Fraction(last, 10), limit)
    by = last - first
    assert (said is Trend.UP) is (by >= 10 * limit)
    assert (said is Trend.DOWN) is (by <= -10 * limit)


def test_five_millimetres_are_a_change_and_less_is_not() -> None:
    for kind in (ScaleKind.VAS_FORM, ScaleKind.EXTERNAL_LINES):
        assert trend(kind, Fraction(50), Fraction(55)) is Trend.UP
        assert trend(kind, Fraction(50), Fraction("54.9")) is Trend.SAME
        assert trend(kind, Fraction(50), Fraction("45.1")) is Trend.SAME
        assert trend(kind, Fraction(50), Fraction(45)) is Trend.DOWN


@given(st.integers(1, 10), st.integers(1, 10))
def test_of_steps_any_step_is_a_change(first: int, last: int) -> None:
    expected = Trend.UP if last > first else Trend.DOWN if last < first else Trend.SAME
    assert trend(ScaleKind.LIKERT, Fraction(first), Fraction(last)) is expected
    assert trend(ScaleKind.EXTERNAL_TOTAL, Fraction(first), Fraction(last)) is expected


@given(MARKS, MARKS, st.integers(940, 1000), st.sampled_from([one.code for one in ITEMS]), st.integers(1, 50))
def test_a_change_of_a_line_is_worked_out_on_the_paper_it_stood_on(
    first: int | None, last: int | None, length: int, code: str, limit: int
) -> None:
    found = changes(LINES, filled(1, **{code: first}), filled(2, length, **{code: last}), limit)
    if first is None or last is None:
        assert found == ()
        return
    (one,) = found
    # In thousandths of a hundred times the length, whole numbers all the way.
    before, after = first * length, last * 1000
    by = before - after if code == "left" else after - before
    assert one.item == code
    assert one.by * 10 * length == by
    needed = limit * 10 * length
    assert one.trend is (Trend.UP if by >= needed else Trend.DOWN if by <= -needed else Trend.SAME)


def test_steps_and_totals_stand_on_the_same_hundred() -> None:
    right, left, _none = ITEMS
    step = filled(right=20, left=20)
    assert at(STEPS, right, step) == 25
    assert at(STEPS, left, step) == 75
    assert at(STEPS, right, filled(right=10)) == 0
    assert at(STEPS, right, filled(right=50)) == 100
    assert at(STEPS, right, filled()) is None
    total, part = TOTALS.items
    assert at(TOTALS, total, filled(total=130)) == 0
    assert at(TOTALS, total, filled(total=520)) == 50
    assert at(TOTALS, total, filled(total=910)) == 100
    assert at(TOTALS, part, filled(total=520, part_1=100)) is None


def test_a_line_of_others_is_ten_centimetres_whatever_paper_is_noted() -> None:
    ors = replace(LINES, kind=ScaleKind.EXTERNAL_LINES)
    assert at(ors, ITEMS[0], filled(1, 940, right=46)) == 46


@pytest.mark.parametrize("other", [{"version": 2}, {"code": "y"}, {"respondent": Respondent.SUPERVISOR}])
def test_other_versions_forms_and_voices_are_never_compared(other: dict[str, object]) -> None:
    first, last = filled(1, right=100), replace(filled(2, right=900), **other)  # type: ignore[arg-type]
    assert are_comparable(first, filled(2, right=900))
    assert not are_comparable(first, last)
    for pair in ((first, last), (last, first)):
        with pytest.raises(ValueError, match="never compared"):
            changes(LINES, *pair)
    assert first_and_last([first, last]) is None


def test_two_forms_of_a_version_are_not_read_by_another_version() -> None:
    for definition in (replace(LINES, version=2), replace(LINES, code="y")):
        with pytest.raises(ValueError, match="never compared"):
            changes(definition, filled(1, right=1), filled(2, right=2))


_FORM = st.builds(
    lambda number, version, respondent, day, voided, value: replace(
        filled(number, right=value), version=version, respondent=respondent, event_date=DAY + timedelta(days=day),
        voided_on=DAY if voided else None,
    ),
    st.integers(1, 10**6), st.integers(1, 3), st.sampled_from([Respondent.MENTEE, Respondent.SUPERVISOR]),
    st.integers(0, 9), st.booleans(), st.none() | st.integers(0, 1000),
)  # fmt: skip


@given(st.lists(_FORM, unique_by=lambda one: one.id))
def test_the_pair_is_the_first_and_the_last_of_the_newest_version_with_two(forms: list[ScaleResponse]) -> None:
    good = [one for one in forms if one.voided_on is None and one.value("right") is not None]
    best: list[ScaleResponse] = []
    for version in (1, 2, 3):  # the newest last, and of its voices the mentee's
        for voice in (Respondent.SUPERVISOR, Respondent.MENTEE):
            mine = [one for one in good if (one.version, one.respondent) == (version, voice)]
            best = mine if len(mine) > 1 else best
    pair = first_and_last(forms)
    if not best:
        assert pair is None
        return
    assert pair is not None
    days = [one.event_date for one in best]
    assert (pair[0].event_date, pair[1].event_date) == (min(days), max(days))
    assert pair[0].id != pair[1].id
    assert are_comparable(*pair)
    assert changes(replace(LINES, version=pair[0].version), *pair)
