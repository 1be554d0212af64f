"""Two voices row by row: the good end to the right, a bar from 12 mm on, and earlier forms of one version."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.scale_marks import Mark, ScaleResponse
from mentorapp.domain.scales import FavourableEnd, Respondent, ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows, place_of, voice_rows

DAY = date(2026, 11, 20)


def form(code: str, version: int = 1) -> ScaleDefinition:
    left = ScaleItem(code="pace", text_sv="Tempo", left_sv="lagom", right_sv="för högt", favourable=FavourableEnd.LEFT)
    right = ScaleItem(code="breaks", text_sv="Raster", left_sv="nej", right_sv="ja")
    return ScaleDefinition(
        id=uuid4(), code=code, version=version, kind=ScaleKind.VAS_FORM, title_sv="Jobbet", items=(left, right)
    )


def filled(code: str, pace: str | None, breaks: str, *, version: int = 1, on: date = DAY,
           who: Respondent = Respondent.MENTEE, length: int = 100) -> ScaleResponse:  # fmt: skip
    marks = [Mark(item="breaks", value=Decimal(breaks))]
    if pace is not None:
        marks.append(Mark(item="pace", value=Decimal(pace)))
    return ScaleResponse(
        id=uuid4(), mentee_id=uuid4(), definition_id=uuid4(), code=code, version=version, respondent=who,
        event_date=on, marks=tuple(marks), line_length_mm=Decimal(length),
    )  # fmt: skip


def name_of(item: ScaleItem) -> str:
    return item.label("sv")


def test_marks_and_end_words_have_the_good_end_to_the_right() -> None:
    own = filled("mentee", "20", "60")
    other = filled("supervisor", "62", "45", who=Respondent.SUPERVISOR)
    earlier = filled("mentee", "50", "50", on=date(2026, 10, 2))
    rows = voice_rows(form("mentee"), own, other, earlier, name_of, mirror=form("supervisor"))
    pace, breaks = rows.rows
    assert (pace.name, pace.left, pace.right) == ("Tempo", "för högt", "lagom")
    assert (pace.own, pace.other, pace.earlier) == (Fraction(80), Fraction(38), Fraction(50))
    assert (breaks.left, breaks.right) == ("nej", "ja")
    assert (breaks.own, breaks.other) == (Fraction(60), Fraction(45))
    assert (rows.own_on, rows.other_on, rows.earlier_on) == (DAY, DAY, date(2026, 10, 2))
    assert [row.code for row in rows.differing] == ["pace", "breaks"]
    assert pace.apart == 42


def test_a_printer_that_scaled_the_form_changes_nothing() -> None:
    rows = voice_rows(form("mentee"), filled("mentee", "47", "47", length=94), None, None, name_of)
    assert [row.own for row in rows.rows] == [50, 50]


def test_another_version_is_not_what_was_earlier() -> None:
    own, old = filled("mentee", "20", "60", version=2), filled("mentee", "50", "50", version=1)
    rows = voice_rows(form("mentee", 2), own, None, old, name_of)
    assert rows.earlier_on is None
    assert {row.earlier for row in rows.rows} == {None}
    assert voice_rows(form("mentee", 2), None, None, old, name_of).earlier_on is None
    assert voice_rows(form("mentee", 1), None, None, old, name_of).earlier_on == DAY


def test_a_mark_or_a_form_that_is_missing_stays_missing() -> None:
    own = filled("mentee", None, "60")
    mirror = replace(form("supervisor"), items=form("supervisor").items[:1])
    other = filled("supervisor", "50", "50", who=Respondent.SUPERVISOR)
    pace, breaks = voice_rows(form("mentee"), own, other, None, name_of, mirror=mirror).rows
    assert (pace.own, pace.joined, pace.apart) == (None, False, None)
    assert breaks.other is None


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_bar_joins_from_twelve_millimetres_on(own: Fraction, other: Fraction) -> None:
    row = VoiceRow("pace", "Tempo", own=own, other=other)
    if abs(abs(own - other) - 12) > Fraction(1, 1000):
        assert row.joined == (abs(own - other) >= 12)


def test_twelve_joins_and_a_tenth_less_does_not() -> None:
    assert VoiceRow("a", "A", own=Fraction(50), other=Fraction(38)).joined
    assert not VoiceRow("a", "A", own=Fraction(50), other=Fraction("38.1")).joined


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_better_is_further_right_and_always_on_the_line(one: Fraction, other: Fraction) -> None:
    assert 0 <= place_of(one) <= 1
    if float(one) != float(other):
        assert (one < other) == (place_of(one) < place_of(other))


def test_end_words_that_all_share_stand_once() -> None:
    alike = VoiceRow("a", "A", "nej", "ja"), VoiceRow("b", "B", "nej", "ja")
    assert VoiceRows(alike).ends == ("nej", "ja")
    assert VoiceRows((*alike, VoiceRow("c", "C", "mindre bra", "mycket bra"))).ends is None
    assert VoiceRows(()).ends is None


@pytest.mark.parametrize(("language", "left"), [("sv", "för högt"), ("en", "för högt")])
def test_words_come_in_the_language_or_in_swedish(language: str, left: str) -> None:
    assert voice_rows(form("mentee"), None, None, None, name_of, language).rows[0].left == left
