"""P04: lines that are 100.0 mm on paper, for every form in every version; a ruler on every page; nobody named."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.form_sheet import FORM, FormSheet, form_sheet, short_code
from mentorapp.domain.lanes_sheet import LANES
from mentorapp.domain.scale_marks import normalised
from mentorapp.domain.scales import Respondent, ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.sharing import THE_MENTEE, InfoClass, Template, release
from mentorapp.language import Texts
from mentorapp.printing.files import page_count
from mentorapp.printing.form import render_form
from mentorapp.store.scale_files import shipped_scales

from .strokes import answer_lines, pictures, scaled, tick_to_tick

DAY = date(2026, 11, 25)
OURS = {one.code: one for one in shipped_scales() if not one.is_external}
EVERY = [(code, language, easy) for code in OURS for language in ("sv", "en") for easy in (False, True)]
TextOf = Callable[[bytes], str]


def drawn(scale: ScaleDefinition, language: str = "sv", easy: bool = False) -> bytes:
    released = release(form_sheet(scale, language), FORM, THE_MENTEE)
    return render_form(released, texts=Texts(language), easy=easy, printed_on=DAY)


def own(count: int, text: str = "Så går det för mig på eftermiddagen.", **changes: Any) -> ScaleDefinition:
    """A form as a unit writes one."""
    items = tuple(
        ScaleItem(code=f"q{n}", text_sv=f"Fråga {n}. {text}", left_sv="inte alls bra för mig", right_sv="ja")
        for n in range(1, count + 1)
    )
    return replace(OURS["workplace_mentee"], code="0" * 28 + "7f3a", version=2, items=items, **changes)


@pytest.mark.parametrize(("code", "language", "easy"), EVERY)
def test_every_line_is_100_mm_and_03_mm_thick_with_end_ticks(code: str, language: str, easy: bool) -> None:
    pages = answer_lines(drawn(OURS[code], language, easy))
    lines = [one for page in pages for one in page]
    is_line = OURS[code].kind is ScaleKind.VAS_FORM
    assert len(lines) == (len(OURS[code].items) + len(pages) if is_line else 0)
    for one in lines:
        assert one.length == pytest.approx(100, abs=0.1)
        assert one.width == pytest.approx(0.3, abs=0.001)


@pytest.mark.parametrize(("code", "language", "easy"), EVERY)
def test_rendered_for_a_printer_without_colours_they_are_100_mm_too(code: str, language: str, easy: bool) -> None:
    pdf = drawn(OURS[code], language, easy)
    for picture, lines in zip(pictures(pdf), answer_lines(pdf), strict=True):
        for line in lines:
            assert tick_to_tick(picture, line) == pytest.approx(100, abs=0.3)


def test_a_form_that_a_printer_scaled_to_94_percent_gives_the_right_values() -> None:
    small = scaled(drawn(OURS["workplace_mentee"]), 0.94)
    *lines, ruler = sorted((one for page in answer_lines(small) for one in page), key=lambda one: -one.y1)
    control = Decimal(str(round(ruler.length, 1)))
    assert control == Decimal("94.0")
    for place, item in zip(range(0, 101, 10), OURS["workplace_mentee"].items, strict=False):
        line = lines[place // 10]
        cross = line.x1 + line.length * place / 100
        measured = Decimal(str(round(cross - line.x1, 1)))
        assert normalised(item, measured, control) == pytest.approx(Fraction(place), abs=0.06)
        assert place == 0 or abs(normalised(item, measured) - place) > 0.05, "without the control length it is wrong"


@pytest.mark.parametrize("easy", [False, True], ids=["ordinary", "easy"])
def test_the_words_at_the_ends_stand_in_the_order_of_the_form(text_of: TextOf, easy: bool) -> None:
    turned = replace(OURS["coherence"].items[0], left_sv="ja", right_sv="nej", text_sv="Allt hänger ihop.", easy_sv="")
    text = text_of(drawn(replace(OURS["coherence"], items=(turned,)), easy=easy))
    assert "1 Allt hänger ihop." in text
    assert "ja nej" in text


def test_what_stands_on_a_workplace_form(text_of: TextOf) -> None:
    text = text_of(drawn(OURS["workplace_mentee"]))
    for said in (
        "Så har jag det på jobbet", "Jag: Arbetsplats: Datum:", "nej ja", "mindre bra mycket bra",
        "Det här vill jag säga eller ändra:", "Mät här. Linjen ska", "vara 100 mm.", "Blankett WM 1",
        "Vill du hellre prata? Det går lika bra.", "Sida 1 av 1",
    ):  # fmt: skip
        assert said in text
    assert "Jag förstår hur jag ska göra." in text_of(drawn(OURS["workplace_mentee"], easy=True))


def test_the_supervisor_writes_who_answers_and_never_about_whom(text_of: TextOf) -> None:
    text = text_of(drawn(OURS["workplace_supervisor"]))
    assert "Jag som svarar: Arbetsplats: Datum:" in text
    assert "Jag:" not in text
    assert "Arbetsplats" not in text_of(drawn(OURS["well_being"]))


def test_steps_are_numbered_rings_without_a_ruler(text_of: TextOf) -> None:
    text = text_of(drawn(OURS["equality"]))
    assert "inte alls 1 2 3 4 5 mycket väl" in text
    assert "Mät här" not in text
    ten = replace(OURS["equality"], steps=10)
    assert "1 2 3 4 5 6 7 8 9 10" in text_of(drawn(ten, easy=True))


@pytest.mark.parametrize("easy", [False, True], ids=["ordinary", "easy"])
@pytest.mark.parametrize("count", [1, 2, 11, 12, 13, 29, 30])
def test_up_to_thirty_questions_break_between_questions_with_a_ruler_on_every_page(
    text_of: TextOf, count: int, easy: bool
) -> None:
    pdf = drawn(own(count), easy=easy)
    texts, lines = text_of(pdf).split("\f"), answer_lines(pdf)
    asked = 0
    for number, page in enumerate(lines):
        here = texts[number].count("Fråga ")
        assert len(page) == here + 1, "a question stands with its line, and there is a ruler"
        assert "Mät här" in texts[number]
        asked += here
    assert asked == count
    assert texts[len(lines) - 1].count("Fråga ") >= min(2, count), "nothing is left alone on the last page"
    assert "Det här vill jag säga" in texts[len(lines) - 1]


def test_long_words_of_a_units_own_form_keep_clear_of_the_line(text_of: TextOf) -> None:
    wordy = "ord " * 40 + "slut"
    items = (ScaleItem(code="a", text_sv="x" * 200, left_sv=wordy, right_sv=wordy),)
    pdf = drawn(replace(own(1), items=items))
    assert page_count(pdf) == 1
    assert text_of(pdf).count("slut") == 2


def test_no_form_of_somebody_elses_instrument_is_ever_printed() -> None:
    for scale in shipped_scales():
        if scale.is_external:
            with pytest.raises(InputError, match="form_never_printed"):
                form_sheet(scale, "sv")


@pytest.mark.parametrize(
    ("code", "short"),
    [("workplace_mentee", "WM"), ("well_being", "WB"), ("coherence", "CO"), ("0" * 28 + "7f3a", "7F3A")],
)
def test_the_code_at_the_foot_is_short(code: str, short: str) -> None:
    assert short_code(code) == short


def test_the_codes_of_the_shipped_forms_differ() -> None:
    assert len({short_code(one.code) for one in shipped_scales()}) == len(shipped_scales())


def test_a_form_without_an_introduction_says_what_to_do(text_of: TextOf) -> None:
    assert "Sätt ett kryss på varje linje" in text_of(drawn(own(1, intro_sv="", intro_en="")))
    rings = replace(OURS["equality"], intro_sv="", intro_en="")
    assert "Ringa in den siffra" in text_of(drawn(rings))
    mentor = own(1, respondent=Respondent.MENTOR)
    assert "Jag: Arbetsplats:" in text_of(drawn(mentor))


def test_only_a_released_form_is_drawn() -> None:
    sheet = form_sheet(OURS["equality"], "sv")
    everything: dict[str, Any] = {"texts": Texts("sv"), "easy": False, "printed_on": DAY}
    with pytest.raises(TypeError):
        render_form(sheet, **everything)  # type: ignore[arg-type]
    for wrong, template in ((sheet, LANES), (FormSheet(form=None), FORM), (sheet, _never(FORM))):
        with pytest.raises(ValueError, match="P"):
            render_form(release(wrong, template, THE_MENTEE), **everything)


def _never(template: Template) -> Template:
    return replace(template, ticked=frozenset({InfoClass.RATING}))


@pytest.mark.validator
def test_forms_pass_the_validator(verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]) -> None:
    files = {f"{code}-{language}-{easy}": drawn(OURS[code], language, easy) for code, language, easy in EVERY}
    files |= {f"thirty-{easy}": drawn(own(30), easy=easy) for easy in (True, False)}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
