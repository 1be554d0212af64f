"""P05 as it is drawn: crosses where they were on the line, the round before as a tick, words for the rest."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
import pytest

from mentorapp.domain.filled_forms import Forms, filled_block, totals_block
from mentorapp.domain.filled_sheet import (
    FILLED,
    AgreedBlock,
    FilledSheet,
    NextBlock,
    SaidBlock,
    TotalsBlock,
    WhereBlock,
)
from mentorapp.domain.lanes_sheet import LANES
from mentorapp.domain.scale_marks import Mark, MarkNote, ScaleResponse
from mentorapp.domain.scales import Respondent, ScaleDefinition
from mentorapp.domain.session_ratings import SHIPPED
from mentorapp.domain.sharing import THE_MENTEE, Choices, InfoClass, release
from mentorapp.domain.sheet_parts import SENSITIVE, MentorBlock, PersonBlock
from mentorapp.language import Texts
from mentorapp.printing.answer_lines import LINE_LEFT
from mentorapp.printing.files import page_count
from mentorapp.printing.filled import render_filled
from mentorapp.store.scale_files import shipped_scales

from .strokes import MM, answer_lines, crosses, pictures, strokes

DAY = date(2026, 11, 25)
THEN = date(2026, 10, 2)
FORMS = {one.code: one for one in shipped_scales()}
WORK = InfoClass.WORK
TextOf = Callable[[bytes], str]
NONE: tuple[str | None, ...] = (None,) * 10


def filled(
    code: str, values: tuple[str | None, ...], on: date = DAY, *, length: str = "100", notes: Any = None
) -> ScaleResponse:
    notes = notes or {}
    marks = tuple(
        Mark(item=item.code, value=Decimal(value) if value else None, note=notes.get(place, MarkNote.NONE))
        for place, (item, value) in enumerate(zip(FORMS[code].items, values, strict=True))
        if value or place in notes
    )
    return ScaleResponse(
        id=UUID(int=on.toordinal()), mentee_id=UUID(int=1), definition_id=FORMS[code].id, code=code, version=1,
        respondent=FORMS[code].respondent, event_date=on, marks=marks, line_length_mm=Decimal(length),
    )  # fmt: skip


def sheet(*forms: Forms, language: str = "sv", **changes: Any) -> FilledSheet:
    whole = FilledSheet(
        person=PersonBlock(info_class=InfoClass.ID, preferred_name="Birk", family_name="Provare"),
        mentor=MentorBlock(info_class=InfoClass.PLAN, name="Moa Mentorsson", title="", unit="AME", phone=""),
        met=NextBlock(info_class=WORK, on=DAY),
        where=WhereBlock(info_class=WORK, name="Fantasihallen"),
        forms=tuple(filled_block(one, WORK, language) for one in forms),
        totals=None,
        said=(SaidBlock(info_class=WORK, text="Jag vill ha kortare rast.", talked=False),),
        agreed=AgreedBlock(info_class=WORK, text="Vi provar en lugnare plats.", needs=("En uppgift i taget",)),
        next_on=NextBlock(info_class=WORK, on=date(2027, 1, 8)),
    )
    return replace(whole, **changes)


def drawn(made: FilledSheet, language: str = "sv", easy: bool = False) -> bytes:
    released = release(made, FILLED, THE_MENTEE, Choices(classes=SENSITIVE))
    return render_filled(released, texts=Texts(language), easy=easy, number="2026-0149", printed_on=DAY)


def everything(language: str = "sv") -> FilledSheet:
    """Marks of every kind, the round before, and the supervisor."""
    notes = {6: MarkNote.TWO_UNCLEAR, 7: MarkNote.SKIPPED, 8: MarkNote.CLAMPED, 9: MarkNote.MIDPOINT}
    now = ("82", "88", "20", "72", None, "91", None, None, "100", "60")
    then = ("60", "70", "41", "58", "52", "78", "49", "44", "70", "62")
    theirs = ("74", "79", "38", "46", "70", "84", "58", None, "66", "80")
    forms = Forms(
        scale=FORMS["workplace_mentee"],
        own=filled("workplace_mentee", now, notes=notes),
        before=filled("workplace_mentee", then, THEN),
        other=filled("workplace_supervisor", theirs),
        mirror=FORMS["workplace_supervisor"],
        occasions=2,
    )
    return sheet(forms, language=language)


def test_a_mark_stands_where_it_stood_on_the_line() -> None:
    pdf = drawn(everything())
    assert crosses(pdf) == pytest.approx([82, 88, 20, 72, 91, 100, 60], abs=0.05)
    lines = [one for page in answer_lines(pdf) for one in page]
    assert len(lines) == 10
    assert all(one.length == pytest.approx(100, abs=0.1) for one in lines)


def test_paper_that_the_printer_had_scaled_is_drawn_at_full_size() -> None:
    """F 19: 56.4 mm of a line of 94 mm is 60 of 100."""
    values = ("56.4", "0", "94", "47", *NONE[:6])
    own = filled("workplace_mentee", values, length="94")
    before = filled("workplace_mentee", ("26.5", *NONE[:9]), THEN, length="106")
    pdf = drawn(sheet(Forms(scale=FORMS["workplace_mentee"], own=own, before=before, occasions=2)))
    assert crosses(pdf) == pytest.approx([60, 0, 100, 50], abs=0.05)
    ticks = [one for page in strokes(pdf) for one in page if 0.4 < one.width < 0.5 and one.x1 == one.x2]
    assert [round(one.x1 - LINE_LEFT / MM, 1) for one in ticks if one.x1 > LINE_LEFT / MM][-1] == 25


def test_what_is_not_a_plain_mark_is_said_in_words(text_of: TextOf) -> None:
    text = text_of(drawn(everything()))
    for said in (
        "Ej ifylld.", "Två kryss. Inget av dem räknas.", "Hoppade över.", "Krysset stod utanför linjen.",
        "Två kryss. Mitten mellan dem gäller.", "Mitt kryss 25 november", "Förra gången, 2 oktober", "Två röster",
        "Har ökat sedan förra gången: instruktioner, arbetsuppgifter,", "Har sjunkit sedan förra gången: tempo.",
        "Ungefär som förut: vill fortsätta.", "Nästa uppföljning: 8 januari 2027", "– En uppgift i taget",
        "Siffrorna är ett samtalsstöd, inte en bedömning. 2 tillfällen.",
    ):  # fmt: skip
        assert said in text, said


def test_a_reader_with_a_voice_hears_where_the_marks_stand() -> None:
    told = _alts(drawn(everything()))
    assert "Kryss 82 mm från vänster på en linje av 100 mm. Förra gången 60." in told
    assert "Ej ifylld. Förra gången 52." in told
    rings = Forms(scale=FORMS["equality"], own=filled("equality", ("4",)), before=filled("equality", ("2",), THEN))
    assert "Ring 4 av 5. Förra gången 2." in _alts(drawn(sheet(rings)))


def _alts(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]


def test_rings_are_crossed_and_the_round_before_has_its_tick_below(text_of: TextOf) -> None:
    forms = Forms(scale=FORMS["equality"], own=filled("equality", ("4",)), before=filled("equality", ("2",), THEN))
    pdf = drawn(sheet(forms, met=None, where=None, agreed=None, next_on=None))
    assert len(crosses(pdf)) == 1
    text = text_of(pdf)
    assert "Mina svar" in text
    assert "Har ökat sedan förra gången: kunskap om normer." in text


def test_every_form_is_drawn_in_greys_and_keeps_its_marks_apart() -> None:
    """Crosses, ticks, circles and diamonds differ in shape: in greys the page has dark marks on light paper only."""
    page, chart = pictures(drawn(everything()))
    (first, *_rest) = [one for one in answer_lines(drawn(everything()))[0] if one.is_level]
    cross = round((LINE_LEFT / MM + 82) * 300 / 25.4)
    assert page.dark(cross, page.row(first.y1 + 0.0))
    above = [run for run in page.dark_runs(page.row(first.y1 + 1.0)) if abs(sum(run) / 2 - cross) < 25]
    assert len(above) == 2, "the two strokes of a cross"
    assert chart.width == page.width


@pytest.mark.parametrize("easy", [False, True], ids=["ordinary", "easy"])
def test_thirty_questions_with_marks_go_on_over_pages(text_of: TextOf, easy: bool) -> None:
    first = FORMS["workplace_mentee"].items[0]
    items = tuple(replace(first, code=f"q{n}", text_sv=f"Fråga {n}", easy_sv="") for n in range(30))
    scale: ScaleDefinition = replace(FORMS["workplace_mentee"], items=items)
    own = replace(filled("workplace_mentee", NONE), marks=tuple(Mark(item=i.code, value=Decimal(50)) for i in items))
    pdf = drawn(sheet(Forms(scale=scale, own=own, occasions=1)), easy=easy)
    pages, lines = text_of(pdf).split("\f"), answer_lines(pdf)
    assert page_count(pdf) == len(lines) > 2
    assert sum(len(page) for page in lines) == 30
    assert all(pages[number].count("Fråga ") == len(page) for number, page in enumerate(lines))
    assert len(crosses(pdf)) == 30


def ors(values: tuple[str | None, ...], on: date) -> ScaleResponse:
    return filled("ors", values, on)


def totals() -> TotalsBlock:
    turned_18 = date(2008, 10, 20)
    forms = (
        ors(("5.0", "4.0", "6.1", "3.0"), date(2026, 8, 1)),
        ors(("5.0", None, "6.1", "3.0"), date(2026, 9, 1)),
        ors(("7.0", "7.0", "7.0", "6.5"), date(2026, 11, 1)),
    )
    return totals_block(FORMS["ors"], forms, SHIPPED, turned_18, "sv")


def test_the_totals_of_ors_are_a_curve_with_the_cut_off_of_the_age(text_of: TextOf) -> None:
    text = text_of(drawn(sheet(met=None, where=None, agreed=None, next_on=None, said=(), totals=totals())))
    for said in ("ORS", "18,1", "27,5", "ej ifylld", "gränslinje 28", "gränslinje 25", "3 tillfällen"):
        assert said in text, said


def test_a_total_of_an_instrument_without_lines_has_no_cut_off(text_of: TextOf) -> None:
    form = filled("kasam_13", ("61", None, None, None))
    block = totals_block(FORMS["kasam_13"], (form,), SHIPPED, None, "sv")
    text = text_of(drawn(sheet(met=None, totals=block)))
    assert "61" in text
    assert "gränslinje" not in text


def test_nothing_at_all_is_still_a_page(text_of: TextOf) -> None:
    empty = FilledSheet(
        person=None, mentor=None, met=None, where=None, forms=(), totals=None, said=(), agreed=None, next_on=None
    )
    assert "Det finns inget ifyllt att visa." in text_of(drawn(empty))
    no_readings = replace(totals(), totals=())
    assert "Det finns inget ifyllt att visa." in text_of(drawn(replace(empty, totals=no_readings)))


def test_only_a_released_sheet_of_its_own_is_drawn() -> None:
    how: dict[str, Any] = {"texts": Texts("sv"), "easy": False, "number": "1", "printed_on": DAY}
    with pytest.raises(TypeError):
        render_filled(everything(), **how)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="P20"):
        render_filled(release(everything(), LANES, THE_MENTEE), **how)


@pytest.mark.validator
def test_filled_papers_pass_the_validator(
    verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]],
) -> None:
    rings = Forms(scale=FORMS["equality"], own=filled("equality", ("4",)), before=filled("equality", ("2",), THEN))
    theirs = Forms(scale=FORMS["workplace_mentee"], other=filled("workplace_supervisor", NONE),
                   mirror=FORMS["workplace_supervisor"])  # fmt: skip
    files = {
        f"{language}-{easy}": drawn(everything(language), language, easy)
        for language in ("sv", "en")
        for easy in (False, True)
    }
    files |= {"rings": drawn(sheet(rings)), "theirs": drawn(sheet(theirs)), "ors": drawn(sheet(totals=totals()))}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}


def test_a_form_of_the_supervisor_alone_is_said_to_be_theirs(text_of: TextOf) -> None:
    other = filled("workplace_supervisor", ("74", *NONE[:9]))
    assert other.respondent is Respondent.SUPERVISOR
    forms = Forms(scale=FORMS["workplace_mentee"], other=other, mirror=FORMS["workplace_supervisor"])
    text = text_of(drawn(sheet(forms)))
    assert FORMS["workplace_supervisor"].title_sv in text
    assert "Handledarens svar 25 november" in text
