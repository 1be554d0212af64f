"""Insatser och trappor, and the lists: changed through the window, stored, undone, read from and saved to files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mentorapp.domain.lists import WordList
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.programmes import list_programmes
from mentorapp.store.settings import get_settings
from mentorapp.store.word_lists import get_word, list_words
from tests.program import TestParts
from ui.app import Program
from ui.rooms import Rooms
from ui.screens.settings.lists_page import ListsPage
from ui.screens.settings.programmes_page import ProgrammesPage

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    rooms.frame.go("settings")
    return rooms


@pytest.fixture
def programmes(rooms: Rooms) -> ProgrammesPage:
    rooms.settings.show_page("programmes")
    return rooms.settings.programmes


@pytest.fixture
def lists(rooms: Rooms) -> ListsPage:
    rooms.settings.show_page("lists")
    return rooms.settings.lists


def names(rooms: Rooms) -> list[str]:
    with rooms.store.read() as session:
        return [level.name_sv for level in list_programmes(session)[0].levels]


def test_a_level_is_renamed_by_keyboard_and_the_picture_follows(
    rooms: Rooms, programmes: ProgrammesPage, tab_to: Callable[[QWidget], None], keys: Callable[..., None]
) -> None:
    tab_to(programmes.rows[1].change)
    keys(Qt.Key.Key_Space)
    keys(Qt.Key.Key_A, modifier=CTRL)
    keys("Prova i grupp")
    keys(Qt.Key.Key_Return, modifier=CTRL)
    assert names(rooms)[1] == "Prova i grupp"
    assert programmes.rows[1].level.name_sv == "Prova i grupp"
    rooms.store.undo()
    assert programmes.rows[1].level.name_sv == "Samhällets resurser"


def test_alt_and_arrows_move_a_level(
    rooms: Rooms, programmes: ProgrammesPage, tab_to: Callable[[QWidget], None], keys: Callable[..., None]
) -> None:
    before = names(rooms)
    tab_to(programmes.rows[0].change)
    keys(Qt.Key.Key_Up, modifier=ALT)
    assert names(rooms) == [before[1], before[0], *before[2:]]
    assert programmes.rows[1].change.hasFocus()
    keys(Qt.Key.Key_Down, modifier=ALT)
    assert names(rooms) == before


def test_a_level_is_added_and_removed(rooms: Rooms, programmes: ProgrammesPage, keys: Callable[..., None]) -> None:
    programmes.new_level.click()
    keys("Extra steg")
    keys(Qt.Key.Key_Return, modifier=CTRL)
    assert names(rooms)[-1] == "Extra steg"
    programmes.rows[-1].remove.click()
    assert "Extra steg" not in names(rooms)


def test_weeks_that_are_no_number_are_said_beside_the_field_and_nothing_is_lost(
    rooms: Rooms, programmes: ProgrammesPage
) -> None:
    sheet = programmes.open_level(programmes.rows[0].level)
    sheet.weeks.line.setText("åtta")
    sheet.keep()
    assert sheet.weeks.fault()
    assert sheet.weeks.text() == "åtta"
    sheet.weeks.line.setText("6")
    sheet.keep()
    with rooms.store.read() as session:
        assert list_programmes(session)[0].levels[0].planned_weeks == 6


def test_the_facts_of_a_programme_are_stored_with_its_targets(rooms: Rooms, programmes: ProgrammesPage) -> None:
    sheet = programmes.open_programme()
    sheet.numbers["age_min"].line.setText("16")
    sheet.numbers["age_max"].line.setText("29")
    sheet.exclusive.setChecked(False)
    sheet.criteria.set_codes(("neither",))
    sheet.targets["enrolled"].line.setText("20")
    sheet.keep()
    with rooms.store.read() as session:
        programme = list_programmes(session)[0]
    assert (programme.age_min, programme.age_max, programme.ladder_exclusive) == (16, 29, False)
    assert programme.criteria == ("neither",)
    assert [(one.indicator, one.value) for one in programme.targets] == [("enrolled", 20)]


def test_a_new_programme_copies_a_ladder(rooms: Rooms, programmes: ProgrammesPage) -> None:
    sheet = programmes.open_new()
    sheet.name.line.setText("Studievägen")
    sheet.ladder.choose("sed")
    sheet.keep()
    with rooms.store.read() as session:
        made = next(one for one in list_programmes(session) if one.name == "Studievägen")
    assert len(made.levels) == 4
    assert [row.level.id for row in programmes.rows] == [level.id for level in made.levels]


def test_a_ladder_is_saved_and_read_as_a_file_and_a_damaged_one_is_refused(
    rooms: Rooms, programmes: ProgrammesPage, parts: TestParts, tmp_path: Path
) -> None:
    parts.chosen = tmp_path / "trappa.json"
    programmes.save.click()
    text = parts.chosen.read_text(encoding="utf-8").replace("Level Up", "Vår trappa")
    parts.chosen.write_text(text, encoding="utf-8")
    programmes.read.click()
    with rooms.store.read() as session:
        assert {one.name for one in list_programmes(session)} == {"Level Up", "Vår trappa"}
    parts.chosen.write_text("{\n oj", encoding="utf-8")
    programmes.read.click()
    assert "2" in programmes.fault.sentence()


def test_a_word_is_put_away_renamed_and_added(rooms: Rooms, lists: ListsPage) -> None:
    lists.lists.choose("method")
    lists.refresh()
    lists.rows[0].in_use.click()
    with rooms.store.read() as session:
        assert "mi" not in {word.code for word in list_words(session, WordList.METHOD)}
    sheet = lists.open_word(lists.rows[0].word)
    sheet.name_sv.line.setText("MI-samtal")
    sheet.keep()
    sheet = lists.open_word(None)
    sheet.name_sv.line.setText("Våra kort")
    sheet.keep()
    with rooms.store.read() as session:
        assert get_word(session, WordList.METHOD, "mi").name_sv == "MI-samtal"
        assert list_words(session, WordList.METHOD)[-1].name_sv == "Våra kort"


def test_a_reason_keeps_its_mapping_when_it_is_changed(rooms: Rooms, lists: ListsPage) -> None:
    word = lists.rows[0].word
    sheet = lists.open_word(word)
    sheet.official.line.setText("11")
    sheet.destinations.set_codes(("employment_regular", "studies_regular"))
    sheet.keep()
    with rooms.store.read() as session:
        changed = get_word(session, WordList.CLOSE_REASON, word.code)
    assert changed.get("official") == "11"
    assert changed.get("destinations") == "employment_regular studies_regular"
    assert (changed.get("reason"), changed.get("group")) == ("goal_reached", "work_studies")


def test_a_routine_says_at_which_stage_or_in_which_phase_it_comes(rooms: Rooms, lists: ListsPage) -> None:
    lists.lists.choose("se")
    lists.refresh()
    assert lists.rows[0].in_use.accessibleDescription() == "Överenskommelse"
    sheet = lists.open_word(None)
    sheet.name_sv.line.setText("Provat bussen")
    sheet.when.choose("job_search")
    sheet.keep()
    lists.lists.choose("sed")
    lists.refresh()
    sheet = lists.open_word(lists.rows[0].word)
    assert sheet.when.current() == "prepare"
    sheet.when.choose("keep")
    sheet.keep()
    with rooms.store.read() as session:
        added = list_words(session, WordList.SE)[-1]
        changed = get_word(session, WordList.SED, "wish")
    assert (added.name_sv, added.get("stage"), added.info_class) == ("Provat bussen", "job_search", InfoClass.WORK)
    assert changed.get("phase") == "keep"
    assert lists.rows[0].in_use.accessibleDescription() == "Studerar"


@pytest.mark.parametrize("name", ["sector", "instruction"])
def test_sectors_and_ways_to_instruct_are_lists_as_the_others(rooms: Rooms, lists: ListsPage, name: str) -> None:
    lists.lists.choose(name)
    lists.refresh()
    lists.rows[0].in_use.click()
    sheet = lists.open_word(None)
    sheet.name_sv.line.setText("Vårt ord")
    sheet.keep()
    with rooms.store.read() as session:
        words = list_words(session, WordList(name))
    assert words[-1].name_sv == "Vårt ord"
    assert lists.rows[0].word.code not in {word.code for word in words}


def test_a_list_is_saved_and_read_as_a_file_and_a_damaged_one_is_refused(
    rooms: Rooms, lists: ListsPage, parts: TestParts, tmp_path: Path
) -> None:
    lists.lists.choose("method")
    lists.refresh()
    parts.chosen = tmp_path / "method.json"
    lists.save.click()
    text = parts.chosen.read_text(encoding="utf-8").replace('"sv": "MI"', '"sv": "Motiverande samtal"')
    parts.chosen.write_text(text, encoding="utf-8")
    lists.read.click()
    with rooms.store.read() as session:
        assert get_word(session, WordList.METHOD, "mi").name_sv == "Motiverande samtal"
    parts.chosen.write_text('{"list": "method",\n "words": [}', encoding="utf-8")
    lists.read.click()
    assert "2" in lists.fault.sentence()


def test_limits_are_stored_when_their_field_is_left_and_refused_outside_their_range(rooms: Rooms) -> None:
    rooms.settings.show_page("limits")
    page = rooms.settings.limits
    field = page.fields["youth_duty_age"]
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "21")
    page.fields["benefit_age"].line.setFocus()
    with rooms.store.read() as session:
        assert get_settings(session).youth_duty_age == 21
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "99")
    page.fields["benefit_age"].line.setFocus()
    assert "25" in field.fault()
    assert field.text() == "99"
    page.number.click()
    with rooms.store.read() as session:
        assert get_settings(session).show_id_number
        assert get_settings(session).youth_duty_age == 21
