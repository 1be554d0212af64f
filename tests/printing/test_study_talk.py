"""P22: the goal, the way, the team, the dates, and points with lines to write on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.lanes_sheet import LANES
from mentorapp.domain.phases import study_phases
from mentorapp.domain.sharing import THE_MENTEE, InfoClass, release
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock
from mentorapp.domain.studies import StudyPhase, StudyPhaseOn
from mentorapp.domain.study_talk_sheet import (
    STUDY_TALK,
    DateBlock,
    HelperBlock,
    LastTimeBlock,
    PlaceNameBlock,
    StudiesBlock,
    StudyTalkSheet,
    TalkBlock,
)
from mentorapp.language import Texts
from mentorapp.printing.files import page_count
from mentorapp.printing.study_talk import render_study_talk

from .strokes import strokes

DAY = date(2026, 11, 25)
EDU = InfoClass.EDU
TextOf = Callable[[bytes], str]
SHEET = StudyTalkSheet(
    person=PersonBlock(info_class=InfoClass.ID, preferred_name="Farah", family_name="Sagolik"),
    mentor=MentorBlock(info_class=InfoClass.PLAN, name="Moa Mentorsson", title="mentor", unit="AME", phone=""),
    talk=TalkBlock(
        info_class=EDU, on=date(2026, 12, 3), present="Farah och Pelle Påhitt", points=("Svenskan", "Ansökan"),
        place=PlaceNameBlock(info_class=EDU, name="Biblioteket"),
    ),
    studies=StudiesBlock(
        info_class=EDU, course="Kock", level="gymnasial nivå", pace=50, goal="Jag vill bli kock.",
        barriers="Stora klasser.", school=PlaceNameBlock(info_class=EDU, name="Komvux i Testfors"),
        phases=study_phases(StudyPhase.GET, (StudyPhaseOn(phase=StudyPhase.GET, since=DAY),)),
    ),
    team=(HelperBlock(info_class=EDU, name="Pelle Påhitt", does="hjälper till med ansökan"),),
    dates=(
        DateBlock(info_class=EDU, on=date(2026, 12, 10), kind="application", text="Kockutbildningen"),
        DateBlock(info_class=EDU, on=date(2027, 2, 1), kind="other", text="Öppet hus"),
        DateBlock(info_class=EDU, on=date(2027, 3, 1), kind="start", text=""),
    ),
    last_time=LastTimeBlock(info_class=EDU, on=date(2026, 11, 5), text="Pelle tar reda på om betygen räcker."),
)  # fmt: skip
BARE = StudyTalkSheet(person=None, mentor=None, talk=None, studies=None, team=(), dates=(), last_time=None)


def drawn(sheet: StudyTalkSheet = SHEET, language: str = "sv", easy: bool = False) -> bytes:
    released = release(sheet, STUDY_TALK, THE_MENTEE)
    return render_study_talk(released, texts=Texts(language), easy=easy, number="2026-0150", printed_on=DAY)


def lines_to_write_on(pdf: bytes) -> int:
    return sum(
        one.is_level and abs(one.width - 0.247) < 0.01 and one.length > 100 for page in strokes(pdf) for one in page
    )


@pytest.mark.parametrize("easy", [False, True], ids=["ordinary", "easy"])
def test_everything_a_talk_needs_is_on_the_paper(text_of: TextOf, easy: bool) -> None:
    text = " ".join(text_of(drawn(easy=easy)).split())
    for said in (
        "Studiesamtal", "Torsdag 3 december, Biblioteket", "Vi som ses: Farah och Pelle Påhitt", "Jag vill bli kock.",
        "Kock, Komvux i Testfors,", "gymnasial nivå, 50 %", "Söker in", "Pelle Påhitt Hjälper till med ansökan",
        "10 december Sista dag att söka: Kockutbildningen", "1 februari 2027 Öppet hus", "1 mars 2027 Kursstart",
        "Det här har varit svårt förut Stora klasser.", "Det här bestämde vi 5 november", "1 Svenskan", "2 Ansökan",
        "Det här bestämmer vi i dag", "Nästa samtal:",
    ):  # fmt: skip
        assert said in text, said


def test_every_point_has_room_to_write(text_of: TextOf) -> None:
    assert lines_to_write_on(drawn()) == 2 * 2 + 3
    without = drawn(replace(SHEET, talk=replace(SHEET.talk, points=())))  # type: ignore[type-var]
    assert lines_to_write_on(without) == 3 * 2 + 3
    many = tuple(f"Punkt {n} " + "och något mer " * (n % 9) for n in range(24))
    pdf = drawn(replace(SHEET, talk=replace(SHEET.talk, points=many)))  # type: ignore[type-var]
    assert page_count(pdf) > 2
    assert lines_to_write_on(pdf) == 24 * 2 + 3
    text = text_of(pdf)
    assert all(f"Punkt {n}" in text for n in range(24))


def test_another_year_is_said(text_of: TextOf) -> None:
    talk = replace(SHEET.talk, on=date(2027, 1, 7), present="", place=None)  # type: ignore[type-var]
    text = text_of(drawn(replace(SHEET, talk=talk)))
    assert "Torsdag 7 januari 2027" in text
    assert "Vi som ses" not in text


def test_a_paper_without_anything_is_a_paper(text_of: TextOf) -> None:
    assert "Studiesamtal" in text_of(drawn(BARE))
    bare = replace(SHEET.studies, goal=" ", barriers="", school=None, pace=None)  # type: ignore[type-var]
    text = text_of(drawn(replace(BARE, studies=bare)))
    assert "Det här vill jag" not in text
    assert "Kock, gymnasial nivå" in text


def test_only_a_released_sheet_of_its_own_is_drawn() -> None:
    how: dict[str, Any] = {"texts": Texts("sv"), "easy": False, "number": "1", "printed_on": DAY}
    with pytest.raises(TypeError):
        render_study_talk(SHEET, **how)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="P20"):
        render_study_talk(release(SHEET, LANES, THE_MENTEE), **how)


@pytest.mark.validator
def test_agendas_pass_the_validator(verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]) -> None:
    files = {f"{lang}-{easy}": drawn(SHEET, lang, easy) for lang in ("sv", "en") for easy in (False, True)}
    files["bare"] = drawn(BARE)
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
