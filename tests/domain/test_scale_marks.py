"""Marks as they were measured and what they mean: both ends, scaled paper, clamping, the middle, typing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import (
    FilledHow,
    Mark,
    MarkNote,
    ScaleResponse,
    bounds,
    check_marks,
    check_totals,
    clamped,
    counted,
    is_outside,
    line_length,
    measured,
    midpoint,
    normalised,
    on_full_line,
    read_mark,
    total,
)
from mentorapp.domain.scales import FavourableEnd, ScaleDefinition, ScaleItem, ScaleKind

NOBODY = UUID(int=1)
TENTHS = st.integers(500, 1500)
ENDS = st.sampled_from(FavourableEnd)


def tenths(number: int) -> Decimal:
    return Decimal(number) / 10


def form(kind: ScaleKind, *codes: str, **given_: object) -> ScaleDefinition:
    items = tuple(ScaleItem(code=code) for code in codes)
    return ScaleDefinition(id=NOBODY, code="x", version=1, kind=kind, title_sv="X", items=items, **given_)  # type: ignore[arg-type]


LINES = form(ScaleKind.VAS_FORM, "a", "b")
STEPS = form(ScaleKind.LIKERT, "a", "b", steps=5)
ORS = form(ScaleKind.EXTERNAL_LINES, "line_1", "line_2", "line_3", "line_4")
KASAM = form(ScaleKind.EXTERNAL_TOTAL, "total", "part_1", "part_2", lowest=13, highest=91)


def marks(**values: str | int | None) -> tuple[Mark, ...]:
    return tuple(Mark(item=item, value=None if at is None else Decimal(at)) for item, at in values.items())


@given(TENTHS, ENDS, st.data())
def test_millimetres_are_worth_the_same_there_and_back(length: int, end: FavourableEnd, data: st.DataObject) -> None:
    item = ScaleItem(code="a", favourable=end)
    from_left = data.draw(st.integers(0, length))
    at = normalised(item, tenths(from_left), tenths(length))
    # By hand, in whole tenths: how far from the bad end, of a hundred.
    from_bad_end = length - from_left if end is FavourableEnd.LEFT else from_left
    assert at * length == 100 * from_bad_end
    assert 0 <= at <= 100
    assert measured(item, at, tenths(length)) == tenths(from_left)


@given(TENTHS, st.data())
def test_the_good_end_only_turns_a_line_round(length: int, data: st.DataObject) -> None:
    value = tenths(data.draw(st.integers(0, length)))
    left, right, none = (
        normalised(ScaleItem(code="a", favourable=end), value, tenths(length))
        for end in (FavourableEnd.LEFT, FavourableEnd.RIGHT, FavourableEnd.NONE)
    )
    assert left + right == 100
    assert none == right


@pytest.mark.parametrize(
    ("measured_mm", "line", "full"),
    [("48.5", "97", "50"), ("97", "97", "100"), ("47", "94", "50"), ("23.5", "94", "25"), ("0", "94", "0")],
)
def test_paper_that_a_printer_scaled_gives_the_right_values(measured_mm: str, line: str, full: str) -> None:
    value, length = Decimal(measured_mm), Decimal(line)
    assert normalised(ScaleItem(code="a"), value, length) == Fraction(full)
    assert on_full_line(value, length) == Decimal(full)


@given(TENTHS, st.data())
def test_a_mark_on_scaled_paper_is_at_most_half_a_tenth_off_on_the_full_line(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, length))
    full = on_full_line(tenths(at), tenths(length))
    assert abs(Fraction(full) - Fraction(100 * at, length)) <= Fraction(1, 20)
    assert full == full.quantize(Decimal("0.1"))


def test_the_line_of_others_is_ten_centimetres_whatever_the_paper() -> None:
    assert line_length(ScaleKind.EXTERNAL_LINES, Decimal(94)) == 10
    assert line_length(ScaleKind.VAS_FORM, Decimal(94)) == 94
    assert [*bounds(ORS, Decimal(94))] == [0, 10]
    assert [*bounds(LINES, Decimal(94))] == [0, 94]
    assert [*bounds(STEPS)] == [1, 5]
    assert [*bounds(KASAM)] == [0, 91]


@given(st.integers(-2000, 3000), TENTHS)
def test_a_cross_beyond_an_end_is_seen_and_set_at_that_end(at: int, length: int) -> None:
    value, line = tenths(at), tenths(length)
    inside = 0 <= at <= length
    assert is_outside(value, line) is not inside
    assert clamped(value, line) == (value if inside else (Decimal(0) if at < 0 else line))


@given(st.integers(0, 1500), st.integers(0, 1500))
def test_the_middle_of_two_crosses_lies_between_them(first: int, second: int) -> None:
    middle = midpoint(tenths(first), tenths(second))
    assert middle == midpoint(tenths(second), tenths(first))
    assert middle * 10 == (first + second + 1) // 2


@pytest.mark.parametrize(
    ("scale", "values", "field", "key"),
    [
        (LINES, {"a": "100.1"}, "marks", "mark_outside"),
        (LINES, {"a": "-0.1"}, "marks", "mark_outside"),
        (LINES, {"a": "10.05"}, "marks", "number_unreadable"),
        (ORS, {"line_1": "10.1"}, "marks", "mark_outside"),
        (STEPS, {"a": "0"}, "marks", "mark_outside"),
        (STEPS, {"a": "6"}, "marks", "mark_outside"),
        (STEPS, {"a": "2.5"}, "marks", "number_unreadable"),
        (KASAM, {"total": "91.5"}, "marks", "mark_outside"),
        (KASAM, {"total": "13.5"}, "marks", "number_unreadable"),
    ],
)
def test_a_mark_that_cannot_stand_there_is_refused(
    scale: ScaleDefinition, values: dict[str, str], field: str, key: str
) -> None:
    with pytest.raises(InputError) as refused:
        check_marks(scale, marks(**values))
    assert (refused.value.field, refused.value.key) == (field, key)


def test_the_bounds_that_are_said_are_those_of_the_paper() -> None:
    with pytest.raises(InputError) as refused:
        check_marks(LINES, marks(a="97.1"), Decimal(97))
    assert refused.value.values == {"lowest": 0, "highest": 97}


@pytest.mark.parametrize(("length", "key"), [("49.9", "number_range"), ("150.1", "number_range"),
                                             ("96.95", "number_unreadable")])  # fmt: skip
def test_a_control_line_is_five_to_fifteen_centimetres_to_the_tenth(length: str, key: str) -> None:
    with pytest.raises(InputError) as refused:
        check_marks(LINES, (), Decimal(length))
    assert (refused.value.field, refused.value.key) == ("line_length_mm", key)
    for allowed in ("50", "96.9", "150"):
        check_marks(LINES, marks(a="50"), Decimal(allowed))


def test_marks_that_no_window_makes_are_bugs() -> None:
    with pytest.raises(KeyError):
        check_marks(LINES, marks(unknown="1"))
    with pytest.raises(ValueError, match="two marks"):
        check_marks(LINES, (*marks(a="1"), *marks(a="2")))
    for note in (MarkNote.SKIPPED, MarkNote.TWO_UNCLEAR):
        with pytest.raises(ValueError, match="has no value"):
            check_marks(LINES, (Mark(item="a", value=Decimal(1), note=note),))
        check_marks(LINES, (Mark(item="a", note=note),))
    for note in (MarkNote.CLAMPED, MarkNote.MIDPOINT):
        with pytest.raises(ValueError, match="has a value"):
            check_marks(LINES, (Mark(item="a", note=note),))


@given(st.lists(st.none() | st.integers(0, 100), min_size=4, max_size=4))
def test_the_total_of_four_lines_is_their_sum_or_nothing(cells: list[int | None]) -> None:
    values = [None if cell is None else tenths(cell) for cell in cells]
    found = total(ORS, [Mark(item=i.code, value=v) for i, v in zip(ORS.items, values, strict=True)])
    known = [c for c in cells if c is not None]
    assert counted(ORS, marks(line_1=1, line_2=None)) == (1, 4)
    assert found == (Decimal(sum(known)) / 10 if len(known) == 4 else None)
    assert found is None or 0 <= found <= 40


def test_a_line_without_a_mark_has_no_total_either() -> None:
    assert total(ORS, marks(line_1=5, line_2=5, line_3=5)) is None
    assert total(KASAM, marks(part_1=20)) is None
    assert total(KASAM, marks(total=60)) == 60
    assert total(LINES, marks(a=1, b=2)) is None
    assert total(STEPS, marks(a=1, b=2)) is None


def test_part_sums_must_add_up_and_never_pass_the_total() -> None:
    check_totals(LINES, marks(a=1))
    check_totals(KASAM, marks(part_1=80, part_2=80))
    check_totals(KASAM, marks(total=60))
    check_totals(KASAM, marks(total=60, part_1=40, part_2=20))
    check_totals(KASAM, marks(total=60, part_1=40))
    check_totals(form(ScaleKind.EXTERNAL_TOTAL, "total", highest=10), marks(total=0))
    for wrong in ({"part_1": 40, "part_2": 21}, {"part_1": 40, "part_2": 19}, {"part_1": 61}):
        with pytest.raises(InputError, match="scale_parts_do_not_add_up"):
            check_totals(KASAM, marks(total=60, **wrong))
    with pytest.raises(InputError) as refused:
        check_totals(KASAM, marks(total=12))
    assert refused.value.values == {"lowest": 13, "highest": 91}


@given(st.integers(-999, 1600), st.sampled_from([".", ","]))
def test_what_is_typed_is_read_with_comma_or_point(number: int, mark: str) -> None:
    sign, size = "-" * (number < 0), abs(number)
    typed = read_mark(LINES, f" {sign}{size // 10}{mark}{size % 10} ", Decimal(97))
    assert typed.value == tenths(number)
    assert typed.outside is not (0 <= number <= 970)


@given(st.integers(0, 99))
def test_two_digits_are_tenths_of_a_centimetre_as_the_ruler_shows_them(number: int) -> None:
    typed = read_mark(ORS, f"{number:02d}")
    assert typed.value == tenths(number)
    assert not typed.outside


@pytest.mark.parametrize(
    ("scale", "typed", "value", "outside"),
    [
        (ORS, "7", "7", False), (ORS, "10", "1.0", False), (ORS, "10,0", "10", False),
        (ORS, "100", "10", False), (ORS, "101", "10.1", True),
        (ORS, "4,6", "4.6", False), (ORS, "10.0", "10", False), (ORS, "-5", "-5", True), (ORS, "-05", "-0.5", True),
        (LINES, "5.", "5", False), (LINES, ".5", "0.5", False), (LINES, "100", "100", False),
        (LINES, "101", "101", True), (STEPS, "3", "3", False), (STEPS, "3,0", "3", False), (STEPS, "6", "6", True),
        (KASAM, "60", "60", False), (KASAM, "92", "92", True),
    ],
)  # fmt: skip
def test_typed_marks_in_the_unit_of_each_form(scale: ScaleDefinition, typed: str, value: str, outside: bool) -> None:
    read = read_mark(scale, typed)
    assert (read.value, read.outside) == (Decimal(value), outside)


def test_nothing_typed_is_no_mark() -> None:
    assert read_mark(LINES, "  ") == read_mark(ORS, "")
    assert read_mark(LINES, "").value is None


@pytest.mark.parametrize("typed", ["--5", "-", ".", "-.", "1-", "1.2.3", "4,6 cm", "1e5", "٣", "½", "+5", "1234567",
                                   "10.05", "nan"])  # fmt: skip
def test_what_is_no_number_is_refused_beside_the_field(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        read_mark(LINES, typed)
    assert (refused.value.field, refused.value.key) == ("marks", "number_unreadable")


@pytest.mark.parametrize("scale", [STEPS, KASAM])
def test_steps_and_points_are_whole(scale: ScaleDefinition) -> None:
    with pytest.raises(InputError, match="number_unreadable"):
        read_mark(scale, "3,5")


@given(st.text("0123456789.,-+ eE", max_size=8), st.sampled_from([LINES, ORS, STEPS, KASAM]))
def test_any_typing_is_a_number_of_the_form_or_refused(typed: str, scale: ScaleDefinition) -> None:
    try:
        read = read_mark(scale, typed)
    except InputError:
        return
    if read.value is not None and not read.outside:
        check_marks(scale, (Mark(item=scale.items[0].code, value=read.value),))


def test_a_form_tells_what_was_measured_and_whether_it_was_told() -> None:
    filled = ScaleResponse(
        id=NOBODY, mentee_id=NOBODY, definition_id=NOBODY, code="x", version=1, event_date=date(2026, 1, 1),
        marks=marks(a="48.5", b=None),
    )  # fmt: skip
    assert filled.value("a") == Decimal("48.5")
    assert filled.value("b") is None
    assert filled.mark("c") is None
    assert filled.value("c") is None
    assert not filled.is_oral
    assert replace(filled, filled_how=FilledHow.ORAL).is_oral
