"""Charts in words: careful, whole, and the same in the table as in the picture."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.charts import Limit, Reading, Series, TrendCurves, Voice
from mentorapp.domain.geometry import DayScale
from mentorapp.domain.hours_curve import HoursCurve, HoursStep
from mentorapp.domain.phases import Phase
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.session_ratings import Total
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows
from mentorapp.domain.workplace_support import StageState
from mentorapp.language import Texts, chart_words

SEPTEMBER, NOVEMBER = date(2026, 9, 9), date(2026, 11, 4)


@pytest.fixture(params=["sv", "en"])
def any_texts(request: pytest.FixtureRequest) -> Texts:
    return Texts(request.param)


@pytest.fixture
def texts() -> Texts:
    return Texts("sv")


@given(st.decimals(0, 40, places=1))
def test_numbers_keep_their_decimals(value: Decimal) -> None:
    assert chart_words.number_in_words(Texts("en"), value, 1) == f"{value:.1f}"
    assert chart_words.number_in_words(Texts("sv"), value, 1) == f"{value:.1f}".replace(".", ",")


def test_halves_are_rounded_up_and_thirds_exactly(texts: Texts) -> None:
    assert chart_words.number_in_words(texts, Fraction(125, 2)) == "63"
    assert chart_words.number_in_words(texts, Fraction(100, 3), 1) == "33,3"
    assert chart_words.plain_number(texts, Decimal("25.0")) == "25"
    assert chart_words.limit_in_words(texts, Decimal("25.0")) == "gränslinje 25"
    assert chart_words.plain_number(texts, Decimal("27.5")) == "27,5"


def test_a_rating_is_said_with_its_side_of_the_cut_off(texts: Texts) -> None:
    curves = session_curves(
        [Total(SEPTEMBER, Decimal("18.4")), Total(NOVEMBER, Decimal("26.0"))], [Total(NOVEMBER, Decimal(34))]
    )
    said = chart_words.trend_in_words(texts, curves)
    assert "ORS, 9 september 2026: 18,4. Under gränslinjen 25." in said
    assert "ORS, 4 november 2026: 26,0. Över gränslinjen 25." in said
    assert said.endswith("SRS, 4 november 2026: 34.")
    at = session_curves([Total(NOVEMBER, Decimal("25.0"))])
    assert "På gränslinjen 25." in chart_words.trend_in_words(texts, at)


def test_a_stepping_cut_off_and_a_band_are_said(texts: Texts) -> None:
    totals = [Total(SEPTEMBER, Decimal("18.4")), Total(NOVEMBER, Decimal("26.0"))]
    curves = session_curves(totals, birth_date=date(2008, 10, 20), with_band=True)
    said = chart_words.trend_in_words(texts, curves)
    assert "Gränslinje 28. Gränslinje 25 från 20 oktober 2026." in said
    assert "Mellan 13,4 och 23,4: ungefär som förut." in said
    assert "18,4. Under gränslinjen 28." in said


def test_what_is_missing_is_said_and_has_no_side(texts: Texts) -> None:
    curves = session_curves([], ors_missing=[SEPTEMBER])
    assert chart_words.trend_in_words(texts, curves).endswith("ORS, 9 september 2026: ej ifylld.")
    nameless = TrendCurves((Series(Voice.OWN, (Reading(SEPTEMBER, Decimal(3)),)),), Decimal(40))
    assert chart_words.trend_in_words(texts, nameless).endswith("9 september 2026: 3,0.")


def test_nothing_is_said_to_be_nothing(any_texts: Texts) -> None:
    names = chart_words.voice_names(any_texts)
    empty = any_texts("charts.empty")
    assert chart_words.trend_in_words(any_texts, TrendCurves((), Decimal(40))) == empty
    assert chart_words.voices_in_words(any_texts, VoiceRows(()), names) == empty
    assert chart_words.hours_in_words(any_texts, HoursCurve((), NOVEMBER)) == empty


def test_the_table_of_a_trend_has_a_row_for_each_day(texts: Texts) -> None:
    curves = session_curves([Total(SEPTEMBER, Decimal("18.4"))], [Total(NOVEMBER, Decimal(34))])
    twin = chart_words.trend_table(texts, curves)
    assert twin.heads == ("Dag", "ORS", "SRS", "Gränslinje")
    assert twin.rows == (("9 september 2026", "18,4", "", "25"), ("4 november 2026", "", "34", "25"))
    later = TrendCurves((Series(Voice.OWN, (Reading(SEPTEMBER, None),)),), Decimal(40), (Limit(Decimal(25), NOVEMBER),))
    assert chart_words.trend_table(texts, later).rows == (("9 september 2026", "ej ifylld", ""),)
    assert chart_words.trend_table(texts, TrendCurves((), Decimal(40))).heads == ("Dag",)


ROWS = VoiceRows(
    (
        VoiceRow("pace", "Tempo", "nej", "ja", Fraction(55), Fraction(38), Fraction(41)),
        VoiceRow("breaks", "Raster", "", "", Fraction(72), None, None),
    ),
    NOVEMBER,
    NOVEMBER,
    SEPTEMBER,
)


def test_two_voices_are_said_row_by_row(texts: Texts) -> None:
    names = chart_words.voice_names(texts, "Birk")
    said = chart_words.voices_in_words(texts, ROWS, names)
    assert "Tempo: Birk 55, Handledaren 38, Birk förra gången 41, skiljer 17." in said
    assert "Raster: Birk 72, Handledaren ej ifylld, Birk förra gången ej ifylld." in said
    mark = chart_words.voice_mark_in_words(texts, ROWS.rows[0], names, ROWS, 1)
    assert mark == "Tempo: Handledaren 38, 4 november 2026."
    alone = VoiceRows(ROWS.rows, NOVEMBER)
    assert "Handledaren" not in chart_words.voices_in_words(texts, alone, names)
    assert chart_words.voice_mark_in_words(texts, ROWS.rows[0], names, alone, 2) == "Tempo: Birk förra gången 41."


def test_the_table_of_two_voices_has_a_column_for_each_form(texts: Texts) -> None:
    names = chart_words.voice_names(texts, "Birk", "Sture")
    twin = chart_words.voices_table(texts, ROWS, names)
    assert twin.heads == ("Fråga", "Birk", "Sture", "Birk förra gången", "Skillnad", "Linjens ändar")
    assert twin.rows[0] == ("Tempo", "55", "38", "41", "17", "nej – ja")
    assert twin.rows[1] == ("Raster", "72", "ej ifylld", "ej ifylld", "", "")
    alone = chart_words.voices_table(texts, VoiceRows(ROWS.rows, NOVEMBER), names)
    assert alone.heads == ("Fråga", "Birk", "Linjens ändar")


def test_hours_are_said_with_their_end(texts: Texts) -> None:
    steps = (HoursStep(SEPTEMBER, 20, Decimal(8)), HoursStep(NOVEMBER, 31, Decimal("12.5")))
    said = chart_words.hours_in_words(texts, HoursCurve(steps, NOVEMBER, planned_to=date(2027, 3, 1)))
    assert said.startswith("Från 9 september 2026: 20 %, 8 timmar i veckan.")
    assert said.endswith("31 %, 12,5 timmar i veckan. Planerat till 1 mars 2027.")
    ended = HoursCurve(steps, NOVEMBER, ended=NOVEMBER, planned_to=date(2027, 3, 1))
    assert chart_words.hours_in_words(texts, ended).endswith("Slutade 4 november 2026.")
    assert chart_words.hours_in_words(texts, HoursCurve(steps, NOVEMBER)).endswith("veckan.")
    assert chart_words.hours_table(texts, ended).rows[1] == ("4 november 2026", "12,5", "31 %")


def test_an_axis_begins_with_its_month(texts: Texts) -> None:
    months = chart_words.months_on(texts, DayScale(date(2026, 11, 14), date(2027, 2, 10)))
    assert [word for word, _ in months] == ["nov", "dec", "2027", "feb"]
    assert months[0][1] == 0
    whole = chart_words.months_on(texts, DayScale(date(2026, 11, 1), date(2026, 11, 30)))
    assert [word for word, _ in whole] == ["nov"]


def test_phases_are_said_with_their_dates(texts: Texts) -> None:
    key = "codes.se_stage_profile"
    done = Phase("profile", key, StageState.DONE, SEPTEMBER, NOVEMBER)
    now = Phase("profile", key, StageState.CURRENT, SEPTEMBER)
    ahead = Phase("profile", key, StageState.AHEAD)
    said = chart_words.phases_in_words(texts, (done, now, ahead))
    assert said == (
        "Yrkesprofil: klar, 9 september 2026 till 4 november 2026. Yrkesprofil: pågår, från 9 september 2026. "
        "Yrkesprofil: inte påbörjad."
    )
    assert chart_words.phases_table(texts, (done, ahead)).rows == (
        ("Yrkesprofil", "klar", "9 september 2026", "4 november 2026"),
        ("Yrkesprofil", "inte påbörjad", "", ""),
    )
