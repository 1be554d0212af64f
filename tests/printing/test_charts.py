"""Charts on paper: the places of the screen, told apart without colour, and a text in place of each picture."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pikepdf
import pytest

from mentorapp.domain.charts import Reading, Series, TrendCurves, Voice, trend_picture
from mentorapp.domain.hours_curve import HoursCurve, HoursStep
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.session_ratings import Total
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows
from mentorapp.language import Texts
from mentorapp.language.chart_words import voice_names
from mentorapp.printing.charts import hours_block, trend_block
from mentorapp.printing.flow import Block, Strip, nothing
from mentorapp.printing.page import Paper, render
from mentorapp.printing.structure import Facts
from mentorapp.printing.styles import LEFT, RIGHT
from mentorapp.printing.tagging import Element
from mentorapp.printing.voices import voices_block

from .strokes import MM, Stroke, strokes

TODAY = date(2026, 11, 25)
Make = Callable[[Element, Texts], Block]
Verdicts = Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]


def total(month: int, day: int, value: str) -> Total:
    return Total(date(2026, month, day), Decimal(value))


ORS = [total(9, 9, "18.4"), total(10, 7, "24.1"), total(11, 4, "26.0"), total(11, 25, "19.2")]
TREND = session_curves(ORS, birth_date=date(2008, 10, 20), ors_missing=[date(2026, 10, 21)], with_band=True)
PACE = VoiceRow("pace", "Tempo", "nej", "ja", Fraction(55), Fraction(38), Fraction(41))
BREAKS = VoiceRow("breaks", "Raster", "mindre bra", "mycket bra", None, Fraction(46), None)
ROWS = VoiceRows((PACE, BREAKS), TODAY, TODAY, date(2026, 10, 2))
HOURS = HoursCurve((HoursStep(date(2026, 9, 14), 20, Decimal(8)), HoursStep(date(2026, 11, 5), 50, Decimal(20))), TODAY)
NOTHING = HoursCurve((), TODAY)


def printed(*makes: Make, language: str = "sv") -> bytes:
    texts, root = Texts(language), Element("Document")
    blocks = [make(root, texts) for make in makes]
    paper = Paper(Facts("Diagram", language, TODAY), ("Nr 1",), lambda page, pages: f"{page} av {pages}",
                  lambda _canvas, _page: None)  # fmt: skip
    return render(paper, root, blocks, Strip(0, nothing))


def trend(curves: TrendCurves = TREND, easy: bool = False) -> Make:
    return lambda root, texts: trend_block(root, curves, texts, easy=easy)


def voices(rows: VoiceRows = ROWS, easy: bool = False) -> Make:
    return lambda root, texts: voices_block(root, rows, voice_names(texts, "Birk"), texts, easy=easy)


def hours(curve: HoursCurve = HOURS, easy: bool = False) -> Make:
    return lambda root, texts: hours_block(root, curve, texts, easy=easy)


def figures(pdf: bytes) -> list[tuple[str, list[float]]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        return [(str(one.Alt), [float(side) for side in one.A.BBox]) for one in found]


def is_as_wide_as(one: Stroke, points: float) -> bool:
    return one.width * MM == pytest.approx(points, abs=0.01)


def level(pdf: bytes) -> list[Stroke]:
    return [one for one in strokes(pdf)[0] if one.is_level and one.length > 1]


def test_each_chart_is_a_figure_with_its_text_and_its_place() -> None:
    (said, box), *_ = figures(printed(trend()))
    assert said.startswith("Värden över tid. Skala 0 till 40.")
    assert "ORS, 4 november 2026: 26,0. Över gränslinjen 25." in said
    assert (box[0], box[2]) == pytest.approx((LEFT, RIGHT), abs=0.01)
    assert box[3] - box[1] == pytest.approx(200)
    assert [text.split(".")[0] for text, _ in figures(printed(voices(), hours()))] == ["Två röster", "Arbetstid"]


def test_what_only_the_mentor_sees_is_never_printed() -> None:
    with pytest.raises(ValueError, match="never printed"):
        printed(trend(session_curves(ORS, [total(11, 4, "34")])))


def test_the_marks_on_paper_stand_where_they_stand_on_the_screen() -> None:
    lines = level(printed(voices()))
    bar = next(one for one in lines if is_as_wide_as(one, 2.6))
    row = next(one for one in lines if one.y1 == pytest.approx(bar.y1) and one is not bar)
    assert (bar.x1 - row.x1) / row.length == pytest.approx(0.38, abs=0.001)
    assert (bar.x2 - row.x1) / row.length == pytest.approx(0.55, abs=0.001)


def test_the_curve_has_the_slopes_of_the_picture() -> None:
    picture = trend_picture(TREND)
    (first, second), *_ = picture.lines[0]
    (_, box), *_ = figures(printed(trend()))
    page = strokes(printed(trend()))[0]
    curve = [one for one in page if is_as_wide_as(one, 1.9) and not one.is_level]
    run, rise = curve[0].x2 - curve[0].x1, curve[0].y2 - curve[0].y1
    grid = sorted({one.y1 for one in page if one.is_level and is_as_wide_as(one, 0.5) and one.y1 > box[1] / MM})
    assert rise / (grid[-1] - grid[0]) == pytest.approx(second.y - first.y, abs=0.01)
    assert run / ((box[2] - box[0]) / MM) == pytest.approx(second.x - first.x, abs=0.04)


def test_a_missing_value_is_not_bridged_on_paper() -> None:
    broken = strokes(printed(trend()))[0]
    whole = strokes(printed(trend(session_curves(ORS))))[0]
    assert len([one for one in broken if is_as_wide_as(one, 1.9)]) < len(
        [one for one in whole if is_as_wide_as(one, 1.9)]
    )


def test_what_is_planned_and_the_cut_off_are_dashed() -> None:
    for make, dashes in ((trend(), "[5.5 4] 0 d"), (hours(), "[.1 3.6] 0 d")):
        with pikepdf.open(BytesIO(printed(make))) as opened:
            drawn = opened.pages[0].Contents.read_bytes().decode("latin-1")
        assert dashes in drawn


def test_many_questions_are_several_figures_and_one_legend(text_of: Callable[[bytes], str]) -> None:
    rows = tuple(VoiceRow(str(n), f"Fråga {n}", "nej", "ja", Fraction(n), Fraction(90)) for n in range(1, 31))
    pdf = printed(voices(VoiceRows(rows, TODAY, TODAY)))
    assert len(figures(pdf)) == 2
    said = text_of(pdf)
    assert said.count("Handledaren") == 1
    assert "Fråga 30" in said


def test_the_words_of_the_picture_are_on_the_paper(text_of: Callable[[bytes], str]) -> None:
    said = text_of(printed(trend(), voices(), hours(), hours(NOTHING)))
    for word in ("18,4", "26,0", "gränslinje 28", "gränslinje 25", "ungefär som förut", "ej ifylld", "9 sep", "Tempo",
                 "mycket bra", "Birk förra gången", "20 %", "50 %", "sep", "dec"):  # fmt: skip
        assert word in said


def test_words_without_room_are_left_out_and_not_laid_over_others(text_of: Callable[[bytes], str]) -> None:
    many = [Total(date.fromordinal(TODAY.toordinal() - 7 * week), Decimal(20 + week % 3)) for week in range(60)]
    short = HoursCurve((HOURS.steps[0], HoursStep(date(2026, 9, 15), 33, Decimal(13)), HOURS.steps[1]), TODAY)
    said = text_of(printed(trend(session_curves(many)), hours(short)))
    assert "25 nov" in said
    assert "18 nov" not in said
    assert "33 %" in said
    assert "20 %" not in said


def test_two_voices_over_time_and_earlier_ticks_are_drawn() -> None:
    found = tuple(Reading(date(2026, month, 9), Fraction(month * 8)) for month in (6, 9, 11))
    series = tuple(Series(voice, found, name) for voice, name in ((Voice.OTHER, "Sture"), (Voice.EARLIER, "")))
    assert figures(printed(trend(TrendCurves(series, Decimal(100)))))


@pytest.mark.validator
def test_charts_obey_the_rules_of_the_format(
    verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]],
) -> None:
    every = {
        f"{language}-{easy}": printed(trend(easy=easy), voices(easy=easy), hours(easy=easy), language=language)
        for language in ("sv", "en")
        for easy in (False, True)
    }
    every["nothing"] = printed(trend(TrendCurves((), Decimal(40))), voices(VoiceRows(())), hours(NOTHING))
    assert {key: broken for key, broken in verdicts(every).items() if broken} == {}
