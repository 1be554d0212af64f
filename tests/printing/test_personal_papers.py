"""Ladder, mapping, lanes and certificate as pages: long content breaks well, and every one of them obeys the rules."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.course_sheet import COURSE, CourseBlock, CourseSheet, TopicBlock
from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import Box
from mentorapp.domain.lanes_sheet import (
    LANES,
    AxisBlock,
    ContactsBlock,
    LanesSheet,
    LivedOnBlock,
    PeriodBlock,
    SpanBlock,
)
from mentorapp.domain.mapping_sheet import MAPPING, AreaBlock, MappingFactsBlock, MappingSheet, UnaskedBlock, WordsBlock
from mentorapp.domain.sharing import THE_MENTEE, InfoClass, Released, release
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock
from mentorapp.domain.stairs_sheet import STAIRS, DoneBlock, NextStepBlock, StairBlock, StairsSheet
from mentorapp.language import Texts
from mentorapp.printing.course import render_course
from mentorapp.printing.files import page_count
from mentorapp.printing.lanes import render_lanes
from mentorapp.printing.mapping import render_mapping
from mentorapp.printing.stairs import render_stairs, words_depth

DAY = date(2026, 11, 25)
PLAN = InfoClass.PLAN
PERSON = PersonBlock(info_class=InfoClass.ID, preferred_name="Farah", family_name="Sagolik")
MENTOR = MentorBlock(info_class=PLAN, name="Moa Mentorsson", title="mentor", unit="AME Provköping", phone="")
LONG = "Vi gick runt sjön och pratade om det som blir bra nästa år. " * 12


def stairs(count: int, done: int = 4) -> Released[StairsSheet]:
    steps = tuple(
        StairBlock(
            info_class=PLAN, number=n, name=f"Steg nummer {n}", goal=n == count,
            state=StepState.BEEN if n < 2 else StepState.HERE if n == 2 else StepState.AHEAD,
            first=DAY - timedelta(days=200 - n) if n <= 2 else None, last=DAY if n < 2 else None,
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    sheet = StairsSheet(
        person=PERSON, mentor=MENTOR, stairs=steps,
        done=tuple(DoneBlock(info_class=PLAN, on=DAY, text=f"Gjort {n}") for n in range(done)),
        next_step=NextStepBlock(info_class=PLAN, text="Prova ett helt pass.", due=DAY + timedelta(days=6)),
    )  # fmt: skip
    return release(sheet, STAIRS, THE_MENTEE)


def mapping(areas: int, words: str = "Jag vill bo själv.") -> Released[MappingSheet]:
    sheet = MappingSheet(
        person=PERSON, mentor=MENTOR,
        facts=MappingFactsBlock(info_class=PLAN, version=2, type="update", started_on=DAY, completed_on=DAY),
        wishes=tuple(WordsBlock(info_class=PLAN, text=f"Önskan {n}") for n in range(3)),
        areas=tuple(
            AreaBlock(
                info_class=PLAN, name=f"Område {n}", status="partly", importance=n % 4, resources="En vän.",
                needs="Lugn och ro.", words=(WordsBlock(info_class=PLAN, text=words),),
            )
            for n in range(areas)
        ),
        unasked=UnaskedBlock(info_class=PLAN, names=("Språk", "Digitalt och teknik")),
    )  # fmt: skip
    return release(sheet, MAPPING, THE_MENTEE)


def lanes(count: int) -> Released[LanesSheet]:
    first = date(2025, 11, 1)
    spans = tuple(
        SpanBlock(
            info_class=PLAN, lane=f"Aktör {n % 7} med ett långt namn", words=f"Insats {n}, pågår", pending=n % 3 == 0,
            first=first + timedelta(days=20 * n), last=None if n % 4 == 0 else first + timedelta(days=20 * n + 90),
            gap=n % 5 == 4,
        )
        for n in range(count)
    )  # fmt: skip
    sheet = LanesSheet(
        person=PERSON, mentor=MENTOR, axis=AxisBlock(info_class=PLAN, first=first, last=date(2027, 2, 25)),
        contacts=ContactsBlock(info_class=PLAN, lane="Moa", held=(DAY, first), missed=(DAY - timedelta(days=9),)),
        spans=spans,
        period=PeriodBlock(
            info_class=PLAN, programme="Level Up", started_on=first, closed_on=DAY, reason="other"
        ),
        lived_on=LivedOnBlock(info_class=PLAN, at_start="Lön", later="", ended=True),
    )  # fmt: skip
    return release(sheet, LANES, THE_MENTEE)


def course(topics: int) -> Released[CourseSheet]:
    sheet = CourseSheet(
        person=PERSON, mentor=MENTOR,
        course=CourseBlock(
            info_class=PLAN, title="Hälsoskola", organiser="AME Provköping", first=DAY - timedelta(days=90), last=DAY,
            attended=8, held=10, minutes=960,
        ),
        topics=tuple(
            TopicBlock(info_class=PLAN, topic=f"Ämne {n}", days=(DAY,) if n % 2 else ()) for n in range(topics)
        ),
    )  # fmt: skip
    return release(sheet, COURSE, THE_MENTEE)


def drawn(released: Released[Any], language: str = "sv", easy: bool = False) -> bytes:
    kwargs: dict[str, Any] = {"texts": Texts(language), "number": "2026-0149", "printed_on": DAY}
    if isinstance(released.sheet, MappingSheet):
        return render_mapping(released, easy=easy, **kwargs)
    drawing: dict[type[Any], Callable[..., bytes]] = {
        StairsSheet: render_stairs,
        LanesSheet: render_lanes,
        CourseSheet: render_course,
    }
    draw = drawing[type(released.sheet)]
    return draw(released, **kwargs)


def words(pdf: bytes, folder: Path) -> str:
    (folder / "a.pdf").write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", folder / "a.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("count", [1, 2, 4, 7, 12])
def test_a_ladder_of_any_length_is_one_page(count: int, tmp_path: Path) -> None:
    pdf = drawn(stairs(count))
    assert page_count(pdf) == 1
    said = words(pdf, tmp_path)
    assert "Prova ett helt pass, 1 december" in said
    assert "Gjort 3" in said


def test_the_name_of_a_step_is_never_broken_and_nothing_is_drawn_behind_its_words(tmp_path: Path) -> None:
    narrow = stairs(5)
    wide = tuple(
        replace(one, name="Förberedande", first=DAY - timedelta(days=300), last=DAY if one.last else None)
        for one in narrow.sheet.stairs
    )
    pdf = drawn(release(replace(narrow.sheet, stairs=wide), STAIRS, THE_MENTEE))
    assert words(pdf, tmp_path).count("Förberedande") == 5
    box, said = Box(0, 0, 96, 300), "sedan 29 januari"
    longer = replace(wide[1], name="Förberedande arbete och studier")
    assert words_depth(longer, box, said) > words_depth(wide[1], box, said)


def test_a_ladder_without_steps_says_so(tmp_path: Path) -> None:
    nobody = StairsSheet(person=None, mentor=None, stairs=(), done=(), next_step=None)
    assert "Trappan börjar" in words(drawn(release(nobody, STAIRS, THE_MENTEE)), tmp_path)


def test_a_long_mapping_goes_on_over_pages_and_keeps_every_heading_with_its_words(tmp_path: Path) -> None:
    said = words(drawn(mapping(20, LONG), easy=True), tmp_path)
    assert page_count(drawn(mapping(20, LONG), easy=True)) > 3
    assert all(f"Område {n} Fungerar delvis" in said for n in range(20))


def test_lanes_are_a_picture_and_a_table_of_the_same(tmp_path: Path) -> None:
    said = words(drawn(lanes(24)), tmp_path)
    assert all(f"Insats {n}, pågår" in said for n in range(24))
    assert "2 träffar eller samtal, 1 som inte blev av" in said
    assert "Försörjning vid starten Lön" in said
    assert "Avslut 25 november 2026, Annat" in said


def test_p20_a_placement_is_steps_with_their_per_cent(tmp_path: Path) -> None:
    """A step too narrow for its figure leaves it to the table; full height has it under the tread."""
    steps = ((200, 100, 20, "20 %"), (99, 95, 30, "30 %"), (94, -90, 100, "100 %"))
    spans = tuple(
        SpanBlock(
            info_class=InfoClass.WORK, lane="Fantasihallen", words=f"Arbetsträning, {short}", pending=False,
            first=DAY - timedelta(days=first), last=DAY - timedelta(days=last), percent=percent, short=short,
        )
        for first, last, percent, short in steps
    )  # fmt: skip
    visit = SpanBlock(info_class=InfoClass.WORK, lane="Fantasihallen", words="Studiebesök", pending=False,
                      first=DAY - timedelta(days=201), last=DAY - timedelta(days=201))  # fmt: skip
    sheet = LanesSheet(person=PERSON, mentor=MENTOR, contacts=None, spans=(*spans, visit),
                       axis=AxisBlock(info_class=PLAN, first=date(2026, 1, 1), last=date(2027, 2, 25)))  # fmt: skip
    said = words(drawn(release(sheet, LANES, THE_MENTEE)), tmp_path)
    assert said.count("20 %") == 2
    assert said.count("30 %") == 1
    assert said.count("100 %") == 2
    assert said.count("Studiebesök") == 1, "its words have no room before the next step"


def test_a_certificate_lists_every_topic(tmp_path: Path) -> None:
    said = words(drawn(course(40), "en"), tmp_path)
    assert "Took part in 8 of 10 meetings. 16 hours in all." in said
    assert "Ämne 39" in said


@pytest.mark.parametrize(
    ("draw", "other"),
    [(render_stairs, lanes(1)), (render_lanes, course(1)), (render_course, stairs(2)), (render_mapping, stairs(2))],
)
def test_a_paper_takes_only_its_own_released_sheet(draw: Callable[..., bytes], other: Released[Any]) -> None:
    kwargs = {"easy": False} if draw is render_mapping else {}
    for wrong in (other, other.sheet):
        with pytest.raises(TypeError):
            draw(wrong, texts=Texts("sv"), number="1", printed_on=DAY, **kwargs)


@pytest.mark.parametrize("released", [stairs(2), mapping(1), lanes(1), course(1)])
def test_a_paper_takes_only_its_own_template(released: Released[Any]) -> None:
    template = STAIRS if released.template is not STAIRS else LANES
    with pytest.raises(ValueError, match=template.code):
        drawn(release(released.sheet, template, THE_MENTEE))


@pytest.mark.validator
def test_they_pass_the_validator_in_both_languages(
    verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]],
) -> None:
    made: dict[str, Released[Any]] = {
        "stairs": stairs(4),
        "many": stairs(12, 0),
        "map": mapping(20, LONG),
        "lanes": lanes(24),
        "course": course(40),
    }
    files = {f"{name}-{lang}": drawn(sheet, lang) for name, sheet in made.items() for lang in ("sv", "en")}
    files["map-easy"] = drawn(mapping(20, LONG), easy=True)
    nothing = LanesSheet(person=None, mentor=None, axis=None, contacts=None, spans=())
    files["nothing"] = drawn(release(nothing, LANES, THE_MENTEE))
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
