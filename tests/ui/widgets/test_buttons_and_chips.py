"""Buttons, pills, chips and tick boxes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.chip import ChipButton, ChipLook
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import ClassChip, class_icon, class_label, class_look
from ui.widgets.row import Row
from ui.widgets.tick_box import TickBox

Show = Callable[..., QWidget]
KINDS = [
    Choice("walk", "Promenad", "walk"),
    Choice("phone", "Telefon", "phone", letter="t"),
    Choice("text", "Sms", "talk"),
    Choice("visit", "Hembesök", "home"),
    Choice("support", "Stöd"),
]


def test_a_blocked_button_says_why(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Skriv ut")
    qtbot.addWidget(button)
    button.set_blocked("Det finns inget samtycke.")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Det finns inget samtycke."
    button.set_blocked(None)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_an_icon_alone_has_a_name_and_a_tip_with_its_keys(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Skriv ut", "print", keys="Ctrl P")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_icon_only(True)
    assert button.accessibleName() == "Skriv ut"
    assert button.toolTip() == "Skriv ut (Ctrl P)"
    assert button.sizeHint().width() == button.sizeHint().height() < wide
    button.set_icon_only(False)
    assert button.toolTip() == ""


def test_a_button_without_an_icon_keeps_its_words_in_a_narrow_window(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Planera")
    qtbot.addWidget(button)
    before = button.sizeHint()
    button.set_icon_only(True)
    assert button.sizeHint() == before


def test_new_words_are_the_new_name(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Lås upp", kind=Kind.PRIMARY, size=Size.LARGE)
    qtbot.addWidget(button)
    button.set_text("Låser upp …")
    assert button.accessibleName() == button.text() == "Låser upp …"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(qtbot: QtBot, theme: Theme, shown: Show, key: Qt.Key) -> None:
    button = Button(theme, "Ring", "phone")
    shown(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_opens_the_row_of_a_button_and_space_presses_it(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    button = Button(theme, "Ring", "phone")
    row = Row(theme, "Farah", action=button)
    shown(row)
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(row.opened):
        QTest.keyClick(button, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(row.opened), qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_pill_does_not_move_its_neighbours_when_it_turns_bold(qtbot: QtBot, theme: Theme) -> None:
    pill = Button(theme, "Fredrika", kind=Kind.PILL, checkable=True)
    qtbot.addWidget(pill)
    before = pill.sizeHint()
    pill.setChecked(True)
    assert pill.sizeHint() == before


def test_every_class_has_its_word_icon_and_mark(any_texts: Texts) -> None:
    labels = {class_label(any_texts, info_class) for info_class in InfoClass}
    assert len(labels) == 16
    for info_class in InfoClass:
        look = class_look(any_texts, info_class)
        assert (look.icon, look.family) == class_icon(info_class)
    assert class_look(any_texts, InfoClass.PRIVATE).hatched
    assert class_look(any_texts, InfoClass.VIOLENCE).hatched
    assert class_look(any_texts, InfoClass.IDNUM).dotted
    assert class_look(any_texts, InfoClass.PRIVATE).description


def test_a_class_chip_may_have_a_narrower_word(qtbot: QtBot, theme: Theme, texts: Texts) -> None:
    chip = ClassChip(theme, texts, InfoClass.WORK, "Arbete, egen plats")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Arbete, egen plats"
    assert chip.look.family is Family.BLUE


def test_a_chip_button_is_pressed_by_key(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    chip = ChipButton(theme, ChipLook("Hälsa", "heart", Family.NO))
    shown(chip)
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_a_step_is_ticked_by_space_and_by_its_words(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    box = TickBox(theme, "Prova kassan", "senast 2 dec")
    shown(box)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, box.height() // 2))
    assert not box.isChecked()
    assert box.accessibleDescription() == "senast 2 dec"


def test_long_words_take_more_lines_in_a_narrow_window(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, "Fråga om kortare rast på eftermiddagen och om bussen går senare")
    qtbot.addWidget(box)
    assert box.heightForWidth(160) > box.heightForWidth(600)


def test_a_box_alone_says_what_it_ticks(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, name="Prova kassan")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert box.accessibleName() == "Prova kassan"
    assert box.sizeHint().width() >= 34
    assert box.rect().contains(box.focus_rect())
    box.set_words("Ring Siv", "i dag")
    assert (box.accessibleName(), box.accessibleDescription()) == ("Ring Siv", "i dag")


class TestChoiceChips:
    @pytest.fixture
    def chips(self, theme: Theme, shown: Show) -> ChoiceChips:
        chips = ChoiceChips(theme, "Hur sågs ni?", KINDS, "walk")
        shown(chips)
        chips.focus()
        return chips

    def test_it_is_one_tab_stop(self, chips: ChoiceChips) -> None:
        stops = [choice.key for choice in KINDS if chips.pill(choice.key).focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == ["walk"]
        chips.choose("text")
        stops = [choice.key for choice in KINDS if chips.pill(choice.key).focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == ["text"]

    def test_arrows_choose_at_once_and_go_round(self, qtbot: QtBot, chips: ChoiceChips) -> None:
        with qtbot.waitSignal(chips.chosen) as chosen:
            QTest.keyClick(chips.pill("walk"), Qt.Key.Key_Right)
        assert chosen.args == ["phone"]
        assert chips.pill("phone").hasFocus()
        QTest.keyClick(chips.pill("phone"), Qt.Key.Key_Left)
        QTest.keyClick(chips.pill("walk"), Qt.Key.Key_Left)
        assert chips.current() == "support"

    @pytest.mark.parametrize(("letter", "key"), [("t", "phone"), ("s", "text"), ("h", "visit"), ("p", "walk")])
    def test_a_first_letter_chooses(self, qtbot: QtBot, chips: ChoiceChips, letter: str, key: str) -> None:
        QTest.keyClicks(chips.pill("walk"), letter)
        assert chips.current() == key

    def test_two_letters_tell_apart_what_one_cannot(self, chips: ChoiceChips, type_text: Callable[..., None]) -> None:
        type_text(chips.pill("walk"), "s")
        type_text(chips.pill("text"), "t")
        assert chips.current() == "support"

    def test_letters_of_the_alphabets_end_are_letters_too(
        self, theme: Theme, shown: Show, type_text: Callable[..., None]
    ) -> None:
        chips = ChoiceChips(theme, "Vem", [Choice("a", "Alva"), Choice("o", "Örjan")], "a")
        shown(chips)
        type_text(chips.pill("a"), "ö")
        assert chips.current() == "o"

    def test_a_blocked_choice_says_why_and_is_skipped(self, qtbot: QtBot, chips: ChoiceChips) -> None:
        chips.set_blocked("phone", "Bara vid bokade samtal.")
        QTest.keyClick(chips.pill("walk"), Qt.Key.Key_Right)
        assert chips.current() == "text"
        assert chips.pill("phone").toolTip() == "Bara vid bokade samtal."

    def test_choosing_from_outside_is_silent_and_nothing_can_be_chosen(self, qtbot: QtBot, chips: ChoiceChips) -> None:
        with qtbot.assertNotEmitted(chips.chosen):
            chips.choose("visit")
            chips.choose("")
        assert chips.current() == ""

    def test_a_click_chooses(self, qtbot: QtBot, chips: ChoiceChips) -> None:
        with qtbot.waitSignal(chips.chosen):
            QTest.mouseClick(chips.pill("visit"), Qt.MouseButton.LeftButton)
        assert chips.current() == "visit"

    def test_an_unknown_letter_and_enter_are_left_to_the_form(self, qtbot: QtBot, chips: ChoiceChips) -> None:
        QTest.keyClicks(chips.pill("walk"), "x")
        QTest.keyClick(chips.pill("walk"), Qt.Key.Key_Return)
        assert chips.current() == "walk"

    def test_in_a_narrow_window_the_pills_take_more_lines(self, chips: ChoiceChips) -> None:
        layout = chips.layout()
        assert layout is not None
        assert layout.heightForWidth(200) > layout.heightForWidth(900)
        assert layout.heightForWidth(900) == layout.sizeHint().height()
