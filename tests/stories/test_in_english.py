"""The way in once more for a mentor who reads no Swedish: nothing that is shown is said in Swedish only."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.lists import WordList
from tests.program import TestParts
from ui.app import Program
from ui.preferences import PreferenceFile

from .desk import Desk, said_in
from .intake_steps import (
    add_another,
    add_person,
    answer_area,
    give_thinking_time,
    make_goal_of_dream,
    note_dream,
    promise,
    said_today,
    say_yes,
    write_plan,
)

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"
DREAM = "Bake bread for a living"


@pytest.fixture
def english_desk(
    qtbot: QtBot, start: Callable[..., Program], parts: TestParts, empty_store: Path, profile: Path
) -> Desk:
    PreferenceFile(profile).change(language="en")
    return Desk(qtbot, start, parts, empty_store)


def test_the_way_in_needs_no_swedish(english_desk: Desk) -> None:
    desk = english_desk
    add_person(desk, "Cleo Fiktiv", "Text, do not call before ten")
    _no_swedish(desk)
    give_thinking_time(desk)
    desk.new_day(7)
    assert desk.text("today.ask_it") in said_today(desk)
    _no_swedish(desk)
    desk.open_person()
    say_yes(desk)
    assert desk.line().status is EnrolmentStatus.ACTIVE
    _no_swedish(desk)
    desk.open_tab("mapping")
    note_dream(desk, DREAM)
    desk.hand.to(desk.word(WordList.LIFE_AREA, "housing"))
    answer_area(desk, "housing", "needs_support", "I sleep on a sofa.")
    make_goal_of_dream(desk, DREAM)
    write_plan(desk, "Try a bakery", ["Call three bakeries", "Spend a day there"])
    promise(desk, "Call the bakery by the harbour", "Moa", "10/12")
    for tab in ("plan", "contacts", "around", "network", "details", "closing", "overview", "mapping"):
        desk.open_tab(tab)
        _no_swedish(desk)

    desk.hand.begin_counting()
    add_another(desk, "Elis Testman", "Call in the evening")
    assert desk.hand.strokes <= 10
    _no_swedish(desk)


def test_swedish_would_be_seen(desk: Desk) -> None:
    assert desk.text("today.empty") in _swedish(desk) or desk.text("today.first") in _swedish(desk)


def _no_swedish(desk: Desk) -> None:
    assert not _swedish(desk)


def _swedish(desk: Desk) -> set[str]:
    """What is shown that is a text of the Swedish window and of no other."""
    return set(said_in(desk.rooms.frame).splitlines()) & _only_swedish()


def _only_swedish() -> set[str]:
    swedish, english = (set(_texts(language)) for language in ("sv", "en"))
    return swedish - english


def _texts(language: str) -> list[str]:
    """Whole texts without places to fill in, and the words of the shipped lists."""
    found: list[str] = []
    for room in (TRANSLATIONS / language).glob("*.json"):
        found += [text for text in json.loads(room.read_text(encoding="utf-8")).values() if isinstance(text, str)]
    for words in (TRANSLATIONS.parent / "lists").glob("*.json"):
        found += [word[language] for word in json.loads(words.read_text(encoding="utf-8"))["words"]]
    return [text for text in found if text and "{" not in text]
