"""Words turned on and off, found by typing."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.entry import entry_of
from ui.widgets.word_chips import WordChips

K = Qt.Key
TREES = ("Alm", "Asp", "Björk", "Bok", "Ek", "Gran", "Lönn", "Rönn", "Tall")
WORDS = tuple((f"w{n}", name) for n, name in enumerate(TREES))


@pytest.fixture
def chips(qtbot: QtBot, theme: Theme) -> Any:
    window = QWidget()
    made = WordChips(theme, "Träd", "Visa alla")
    made.set_words(WORDS)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(500, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.stop().setFocus()
    yield made
    window.close()


def press(*what: Qt.Key | str) -> None:
    for one in what:
        for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def shown(chips: WordChips) -> list[str]:
    return [name for code, name in WORDS if not chips.chip(code).isHidden()]


def test_a_long_list_shows_the_first_and_what_is_on(chips: WordChips) -> None:
    assert shown(chips) == ["Alm", "Asp", "Björk", "Bok", "Ek", "Gran"]
    chips.set_chosen(("w8",))
    assert shown(chips)[-1] == "Tall"
    assert chips.chosen() == ("w8",)


def test_typing_finds_and_return_turns_on(chips: WordChips) -> None:
    told: list[None] = []
    chips.edited.connect(lambda: told.append(None))
    press("ron")
    assert shown(chips) == ["Rönn"]
    press(K.Key_Return)
    assert chips.chosen() == ("w7",)
    assert told == [None]
    assert "Alm" in shown(chips)
    press("zz")
    assert "Alm" in shown(chips)


def test_backspace_and_esc_end_the_search(chips: WordChips) -> None:
    press("bj")
    assert shown(chips) == ["Björk"]
    press(K.Key_Backspace)
    assert set(shown(chips)) == {"Björk", "Bok"}
    press(K.Key_Escape)
    assert "Alm" in shown(chips)


def test_arrows_walk_and_the_last_chip_brings_out_the_rest(chips: WordChips) -> None:
    press(K.Key_Left)
    press(K.Key_Return)
    assert len(shown(chips)) == len(WORDS)
    assert QApplication.focusWidget() is chips.chip("w6")
    press(K.Key_Right)
    assert QApplication.focusWidget() is chips.chip("w7")


def test_there_is_one_stop_for_tab(chips: WordChips) -> None:
    stops = [code for code, _ in WORDS if chips.chip(code).focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == ["w0"]


def test_it_keeps_its_own_draft(chips: WordChips) -> None:
    entry = entry_of(chips)
    entry.put(["w1", "w3", "gone"])
    assert entry.read() == ["w1", "w3"]
    chips.set_words(WORDS[:2])
    assert chips.chosen() == ("w1",)
