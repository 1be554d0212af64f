"""Which round was before, and what of a filled form stands on paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.filled_forms import Forms, filled_block, is_theirs, round_before, totals_block, up_to
from mentorapp.domain.scale_changes import Trend
from mentorapp.domain.scale_marks import LINE_LENGTHS, Mark, MarkNote, ScaleResponse
from mentorapp.domain.scales import FavourableEnd, Respondent, ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.session_ratings import SHIPPED
from mentorapp.domain.sharing import InfoClass

DAY = date(2026, 11, 25)
PLACE = UUID(int=77)
LINES = ScaleDefinition(
    id=UUID(int=1), code="own", version=1, kind=ScaleKind.VAS_FORM, title_sv="Min", title_en="Mine",
    items=(
        ScaleItem(code="a", text_sv="A", left_sv="nej", right_sv="ja", label_sv="Första"),
        ScaleItem(code="b", text_sv="B", left_sv="bra", right_sv="illa", favourable=FavourableEnd.LEFT,
                  info_class=InfoClass.HEALTH),
    ),
)  # fmt: skip
STEPS = replace(LINES, kind=ScaleKind.LIKERT, steps=5)
ORS = replace(
    LINES, code="ors", kind=ScaleKind.EXTERNAL_LINES,
    items=tuple(ScaleItem(code=f"line_{n}", info_class=InfoClass.HEALTH) for n in range(1, 5)),
)  # fmt: skip


def response(number: int, on: date = DAY, *values: str | None, **changes: object) -> ScaleResponse:
    marks = tuple(
        Mark(item=code, value=Decimal(value)) for code, value in zip("ab", values, strict=False) if value is not None
    )
    made = ScaleResponse(
        id=UUID(int=number), mentee_id=UUID(int=9), definition_id=LINES.id, code="own", version=1, event_date=on,
        marks=marks,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_round_before_is_the_last_with_marks_of_the_same_version_and_place() -> None:
    now = response(50, DAY, "70")
    before = response(40, date(2026, 10, 1), "50")
    others = (
        response(30, date(2026, 9, 1), "40"),
        response(41, date(2026, 11, 1), "60", version=2),
        response(42, date(2026, 11, 2), "60", respondent=Respondent.SUPERVISOR),
        response(43, date(2026, 11, 3), "60", placement_id=PLACE),
        response(44, date(2026, 11, 4), "60", voided_on=DAY),
        response(45, date(2026, 11, 5)),
        response(60, date(2026, 11, 26), "60"),
        response(61, DAY, "60"),
    )
    assert round_before(now, (now, *others, before)) == before
    assert [one.id.int for one in up_to(now, (now, *others, before))] == [30, 40, 50]
    assert round_before(before, (now, before)) is None


def test_the_block_has_every_question_in_the_order_of_the_form() -> None:
    own = response(50, DAY, "70.5")
    before = response(40, date(2026, 10, 1), "50", "20")
    block = filled_block(Forms(scale=LINES, own=own, before=before, occasions=2), InfoClass.RATING, "en")
    first, second = block.answers
    assert (block.title, block.steps, block.occasions) == ("Mine", None, 2)
    assert (block.filled_on, block.before_on, block.other_on) == (DAY, date(2026, 10, 1), None)
    assert (first.text, first.value, first.before, first.trend) == ("A", Decimal("70.5"), Decimal("50.0"), Trend.UP)
    assert (second.value, second.note, second.before, second.trend) == (None, None, Decimal("20.0"), None)
    assert (second.left, second.right, second.info_class) == ("bra", "illa", InfoClass.HEALTH)
    assert second.voices.left == "illa", "the good end is to the right in the chart"
    assert second.voices.earlier == 80


def test_notes_and_the_limit_of_a_change_are_taken_along() -> None:
    own = response(50, DAY, marks=(Mark(item="a", value=Decimal(55)), Mark(item="b", note=MarkNote.SKIPPED)))
    before = response(40, date(2026, 10, 1), "50")
    forms = Forms(scale=LINES, own=own, before=before, occasions=2)
    assert filled_block(forms, InfoClass.RATING, "sv").answers[0].trend is Trend.UP
    assert filled_block(forms, InfoClass.RATING, "sv", change_mm=6).answers[0].trend is Trend.SAME
    assert filled_block(forms, InfoClass.RATING, "sv").answers[1].note is MarkNote.SKIPPED


def test_steps_stay_steps() -> None:
    own = response(50, DAY, "4", line_length_mm=Decimal(94))
    block = filled_block(Forms(scale=STEPS, own=own), InfoClass.RATING, "sv")
    assert (block.steps, block.answers[0].value) == (5, Decimal(4))


@given(st.integers(0, 1000), st.integers(*(int(one * 10) for one in LINE_LENGTHS)))
def test_a_mark_of_a_scaled_paper_is_where_it_would_be_on_a_whole_one(thousandths: int, tenths: int) -> None:
    length = Decimal(tenths) / 10
    read = (length * thousandths / 1000).quantize(Decimal("0.1"))
    own = response(50, DAY, str(read), line_length_mm=length)
    (answer, _) = filled_block(Forms(scale=LINES, own=own), InfoClass.RATING, "sv").answers
    assert answer.value is not None
    assert abs(answer.value - Decimal(thousandths) / 10) <= Decimal("0.2")


def test_the_form_of_the_supervisor_alone_bears_its_own_title() -> None:
    mirror = replace(LINES, code="theirs", title_sv="Handledarens", respondent=Respondent.SUPERVISOR)
    other = response(50, DAY, "30", code="theirs", respondent=Respondent.SUPERVISOR)
    block = filled_block(Forms(scale=LINES, other=other, mirror=mirror), InfoClass.WORK, "sv")
    assert (block.title, block.filled_on, block.other_on) == ("Handledarens", None, DAY)
    assert block.answers[0].voices.other == 30
    assert filled_block(Forms(scale=LINES, other=other), InfoClass.WORK, "sv").title == "Min"
    assert is_theirs(other)
    assert not is_theirs(response(1))


def test_totals_know_the_cut_off_of_their_day_and_a_missing_line_gives_none() -> None:
    marks = tuple(Mark(item=f"line_{n}", value=Decimal("6.5")) for n in range(1, 5))
    forms = (
        response(1, date(2026, 9, 1), code="ors", marks=marks),
        response(2, DAY, code="ors", marks=marks[:3]),
    )
    block = totals_block(ORS, forms, SHIPPED, date(2008, 10, 20), "sv")
    assert [(one.value, one.cut_off) for one in block.totals] == [
        (Decimal("26.0"), Decimal("28.0")),
        (None, Decimal("25.0")),
    ]
    assert (block.top, block.decimals, block.info_class) == (Decimal(40), 1, InfoClass.HEALTH)
    other = replace(ORS, code="kasam_13", kind=ScaleKind.EXTERNAL_TOTAL, lowest=13, highest=91)
    form = response(1, code="kasam_13", marks=(Mark(item="line_1", value=Decimal(61)),))
    totals = totals_block(other, (form,), SHIPPED, None, "sv")
    assert (totals.top, totals.decimals) == (Decimal(91), 0)
    assert (totals.totals[0].value, totals.totals[0].cut_off) == (Decimal(61), None)
