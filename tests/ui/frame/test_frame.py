"""The frame round the screens: places, the way back, the parts by F6, the keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.language.texts import LANGUAGES, Texts
from mentorapp.store.mentees import add_mentee
from ui.actions import ACTIONS, GROUPS, cap, shown_keys
from ui.app import Program
from ui.key_list import show_keys
from ui.requests import NoteRequest
from ui.rooms import Rooms
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    return rooms


def place(rooms: Rooms) -> str:
    here = rooms.frame.here
    assert here is not None
    return here.key


def test_the_places_by_key_and_the_way_back(rooms: Rooms, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_2, modifier=CTRL)
    assert place(rooms) == "mentees"
    keys(Qt.Key.Key_6, modifier=CTRL)
    assert place(rooms) == "settings"
    assert rooms.frame.rail.button("settings").isChecked()
    keys(Qt.Key.Key_Left, modifier=ALT)
    assert place(rooms) == "mentees"
    keys(Qt.Key.Key_Left, modifier=ALT)
    assert place(rooms) == "today"
    keys(Qt.Key.Key_Left, modifier=ALT)
    assert place(rooms) == "today"


def test_the_rail_leads_to_the_same_places(rooms: Rooms) -> None:
    rooms.frame.rail.button("mentees").click()
    assert place(rooms) == "mentees"
    rooms.frame.rail.button("settings").click()
    assert place(rooms) == "settings"


def test_f6_goes_round_the_parts_of_the_window(rooms: Rooms, keys: Callable[..., None]) -> None:
    seen = []
    for _ in range(4):
        keys(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append("rail" if rooms.frame.rail.isAncestorOf(focused) else "screen")
    assert set(seen) == {"rail", "screen"}
    keys(Qt.Key.Key_F6, modifier=Qt.KeyboardModifier.ShiftModifier)


def test_a_person_is_opened_and_esc_leads_back(rooms: Rooms, keys: Callable[..., None]) -> None:
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Alva")
    rooms.today.mentee_opened.emit(mentee)
    assert place(rooms) == "mentee"
    assert rooms.page.mentee_id == mentee
    assert rooms.frame.rail.button("mentees").isChecked()
    keys(Qt.Key.Key_Escape)
    assert place(rooms) == "today"


def test_ctrl_n_opens_a_note_for_whom_is_shown_and_holds_the_other_keys_off(
    rooms: Rooms, keys: Callable[..., None]
) -> None:
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Alva")
    rooms.frame.go("mentee", mentee)
    keys(Qt.Key.Key_N, modifier=CTRL)
    assert rooms.note.is_open
    keys(Qt.Key.Key_1, modifier=CTRL)
    assert place(rooms) == "mentee"
    keys(Qt.Key.Key_Escape)
    assert not rooms.note.is_open
    keys(Qt.Key.Key_1, modifier=CTRL)
    assert place(rooms) == "today"


def test_ctrl_p_says_what_is_missing_where_nobody_is_shown(rooms: Rooms, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_P, modifier=CTRL)
    assert place(rooms) == "today"
    assert rooms.frame.status.text_of("done") == "Välj en deltagare först, sedan går planen att skriva ut."


def test_ctrl_p_opens_the_preview_of_whom_is_shown(qtbot: QtBot, rooms: Rooms, keys: Callable[..., None]) -> None:
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Alva")
    rooms.frame.go("mentee", mentee)
    keys(Qt.Key.Key_P, modifier=CTRL)
    assert place(rooms) == "preview"
    qtbot.waitUntil(lambda: rooms.preview.made is not None, timeout=20_000)
    rooms.preview.closed.emit()
    assert place(rooms) == "mentee"


def test_undo_says_what_it_undid_and_names_what_comes_next(rooms: Rooms, keys: Callable[..., None]) -> None:
    with rooms.store.write("mentee_added") as session:
        add_mentee(session, "Alva")
    status = rooms.frame.status
    assert status.text_of("undo") == "Ångra: deltagare tillagd"
    assert status.text_of("saved").startswith("Sparat ")
    keys(Qt.Key.Key_Z, modifier=CTRL)
    assert status.text_of("done") == "Ångrat: deltagare tillagd"
    assert status.text_of("undo") == ""
    keys(Qt.Key.Key_Z, modifier=CTRL)
    assert status.text_of("done") == "Inget att ångra sedan du låste upp."
    keys(Qt.Key.Key_Y, modifier=CTRL)
    assert status.text_of("undo") == "Ångra: deltagare tillagd"


def test_in_a_narrow_and_low_window_the_rail_folds_and_takes_the_status(unlocked: Program, rooms: Rooms) -> None:
    frame = rooms.frame
    assert not frame.status.isHidden()
    unlocked.window.resize(911, 512)
    QApplication.processEvents()
    assert frame.status.isHidden()
    assert frame.rail.width() < 100
    with rooms.store.write("mentee_added") as session:
        add_mentee(session, "Alva")
    assert frame.rail_foot.undo.isVisible()
    assert frame.rail_foot.undo.accessibleName() == "Ångra: deltagare tillagd"
    frame.rail_foot.undo.click()
    assert not frame.rail_foot.undo.isVisible()


def test_the_list_of_keys_is_made_from_the_table(rooms: Rooms, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_F1)
    overlay = rooms.frame.window().findChild(Overlay)
    assert overlay is not None
    shown = {text.text() for text in overlay.findChildren(Text)}
    texts = Texts("sv")
    for action in ACTIONS:
        assert (texts(f"keys.{action.key}") in shown) is bool(action.sequences)
        assert not action.sequences or shown_keys(texts, action) in shown
    keys(Qt.Key.Key_1, modifier=CTRL)
    keys(Qt.Key.Key_Escape)
    assert not overlay.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_words_and_a_group(language: str) -> None:
    texts = Texts(language)
    for action in ACTIONS:
        assert texts(f"keys.{action.key}")
        assert action.group in GROUPS
        assert bool(cap(texts, action.key)) is bool(action.sequences)


def test_no_key_belongs_to_two_actions() -> None:
    sequences = [sequence for action in ACTIONS for sequence in action.sequences]
    assert len(sequences) == len(set(sequences))


def test_the_card_over_the_window_keeps_tab_inside_and_gives_the_focus_back(
    rooms: Rooms, keys: Callable[..., None]
) -> None:
    before = QApplication.focusWidget()
    overlay = show_keys(rooms.frame.window(), rooms.theme, rooms.texts)
    for _ in range(5):
        keys(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert overlay.isAncestorOf(focused)
    keys(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_the_title_never_tells_whom_one_is_looking_at(unlocked: Program, rooms: Rooms) -> None:
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Alva")
    rooms.frame.go("mentee", mentee)
    rooms.open_note(NoteRequest(mentee))
    assert unlocked.window.windowTitle() == "Mentor"
