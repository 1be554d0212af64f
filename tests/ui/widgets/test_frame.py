"""What stands round the screens: rail, status line, cards and rows, banners, empty places, widths, the picture."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, ThemeChoice
from ui.theme.lights import SCENES, DayPart, day_part
from ui.widgets.banner import Banner, FaultStrip
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.rail import Place, Rail
from ui.widgets.row import Row
from ui.widgets.status_line import StatusLine
from ui.widgets.unlock_picture import UnlockPicture, greeting
from ui.widgets.widths import Width, em, is_low, page_margin, width_class

Show = Callable[..., QWidget]


class TestRail:
    @pytest.fixture
    def rail(self, theme: Theme, shown: Show) -> Rail:
        places = (Place("today", "Idag", "today", "Ctrl 1"), Place("people", "Deltagare", "people", "Ctrl 2"))
        rail = Rail(
            theme, "Mentor", Place("note", "Ny anteckning", "plus", "Ctrl N"), places, (Place("lock", "Lås", "lock"),)
        )
        shown(rail)
        return rail

    @pytest.mark.parametrize("key", ["today", "people", "lock"])
    def test_a_place_is_told_by_its_key(self, qtbot: QtBot, rail: Rail, key: str) -> None:
        with qtbot.waitSignal(rail.chosen) as chosen:
            QTest.keyClick(rail.button(key), Qt.Key.Key_Space)
        assert chosen.args == [key]

    def test_the_main_button_is_told_too(self, qtbot: QtBot, rail: Rail) -> None:
        with qtbot.waitSignal(rail.chosen) as chosen:
            QTest.mouseClick(rail.main, Qt.MouseButton.LeftButton)
        assert chosen.args == ["note"]

    def test_one_place_is_marked_or_none(self, rail: Rail) -> None:
        rail.set_current("people")
        assert [rail.button(key).isChecked() for key in ("today", "people")] == [False, True]
        rail.set_current("elsewhere")
        assert not any(rail.button(key).isChecked() for key in ("today", "people"))

    def test_without_words_icons_keep_name_tip_and_target(self, rail: Rail) -> None:
        wide = rail.sizeHint().width()
        rail.set_words(False)
        QApplication.processEvents()
        button = rail.button("today")
        assert rail.sizeHint().width() < wide / 2
        assert button.accessibleName() == "Idag"
        assert button.toolTip() == "Idag (Ctrl 1)"
        assert button.sizeHint().height() >= 24
        assert rail.main.accessibleName() == "Ny anteckning"
        rail.set_words(True)
        assert rail.sizeHint().width() == wide

    def test_tab_stops_at_the_main_button_the_place_and_the_foot(self, rail: Rail) -> None:
        rail.set_current("people")
        rail.main.setFocus()
        for expected in ("people", "lock"):
            QTest.keyClick(QApplication.focusWidget() or rail, Qt.Key.Key_Tab)
            assert rail.button(expected).hasFocus()

    def test_up_and_down_walk_over_all_of_it_and_enter_goes_there(self, qtbot: QtBot, rail: Rail) -> None:
        rail.set_current("people")
        rail.main.setFocus()
        for expected in ("today", "people", "lock"):
            QTest.keyClick(QApplication.focusWidget() or rail, Qt.Key.Key_Down)
            assert rail.button(expected).hasFocus()
        QTest.keyClick(rail.button("lock"), Qt.Key.Key_Down)
        assert rail.main.hasFocus()
        QTest.keyClick(rail.main, Qt.Key.Key_Up)
        with qtbot.waitSignal(rail.chosen) as chosen:
            QTest.keyClick(rail.button("lock"), Qt.Key.Key_Return)
        assert chosen.args == ["lock"]

    def test_a_press_does_not_mark_the_place_before_one_is_there(self, rail: Rail) -> None:
        rail.set_current("today")
        QTest.mouseClick(rail.button("people"), Qt.MouseButton.LeftButton)
        assert rail.button("today").isChecked()
        assert not rail.button("people").isChecked()


class TestStatusLine:
    @pytest.fixture
    def line(self, theme: Theme, shown: Show) -> StatusLine:
        line = StatusLine(theme, "Läget", "Allt ligger på den här datorn")
        shown(line)
        return line

    def test_items_are_said_in_their_order(self, line: StatusLine) -> None:
        line.set_item("saved", "check", "Sparat 11.58")
        line.set_item("undo", "undo", "Ångra: steg avbockat", "Ctrl Z", act=True)
        line.set_item("saved", "check", "Sparat 11.59")
        assert line.accessibleDescription() == "Sparat 11.59 · Ångra: steg avbockat · Allt ligger på den här datorn"
        assert line.text_of("saved") == "Sparat 11.59"

    def test_only_what_can_be_done_is_a_tab_stop(self, qtbot: QtBot, line: StatusLine) -> None:
        line.set_item("saved", "check", "Sparat 11.58")
        line.set_item("undo", "undo", "Ångra: steg avbockat", "Ctrl Z", act=True)
        saved, undo = line.item("saved"), line.item("undo")
        assert saved is not None
        assert undo is not None
        assert saved.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert undo.accessibleName() == "Ångra: steg avbockat (Ctrl Z)"
        with qtbot.waitSignal(line.act_wanted) as wanted:
            QTest.keyClick(undo, Qt.Key.Key_Space)
        assert wanted.args == ["undo"]

    def test_an_item_goes(self, line: StatusLine) -> None:
        line.set_item("undo", "undo", "Ångra")
        line.remove_item("undo")
        line.remove_item("undo")
        assert line.text_of("undo") == ""
        line.set_right("Ett annat ställe")
        line.say("Steg avbockat.")


class TestCardsAndRows:
    def test_a_row_without_an_act_is_a_tab_stop_and_opens(self, qtbot: QtBot, theme: Theme, shown: Show) -> None:
        card = Card(theme, "Uppföljningar", "flag")
        row = Row(theme, "Love Demosson", "Dags att prata om nästa steg")
        card.add_row(row)
        shown(card)
        row.setFocus()
        assert row.hasFocus()
        with qtbot.waitSignal(row.opened):
            QTest.keyClick(row, Qt.Key.Key_Return)
        with qtbot.waitSignal(row.opened):
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert row.accessibleName() == "Love Demosson. Dags att prata om nästa steg"

    def test_enter_opens_the_row_and_space_does_the_act(self, qtbot: QtBot, theme: Theme, shown: Show) -> None:
        act = Button(theme, "Ring", "phone", size=Size.ROW)
        row = Row(theme, "Alva", "9 dagar sedan", lead="I morgon", lead_second="10.00", action=act, tint="amber")
        card = Card(theme, "Hör av dig")
        card.add_row(row)
        shown(card)
        row.setFocus()
        assert act.hasFocus()
        with qtbot.waitSignal(row.opened):
            QTest.keyClick(act, Qt.Key.Key_Return)
        with qtbot.waitSignal(act.clicked), qtbot.assertNotEmitted(row.opened):
            QTest.keyClick(act, Qt.Key.Key_Space)

    def test_the_menu_key_is_told(self, qtbot: QtBot, theme: Theme, shown: Show) -> None:
        row = Row(theme, "Alva")
        shown(row)
        with qtbot.waitSignal(row.menu_wanted):
            menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5)))
            QApplication.sendEvent(row, menu)

    def test_in_a_narrow_window_the_act_stands_below(self, theme: Theme, shown: Show) -> None:
        act = Button(theme, "Skriv upp", size=Size.ROW)
        row = Row(theme, "Farah", "Följer med", action=act)
        row.add_right(Chip(theme, "Andras", "people"))
        shown(row)
        beside = row.sizeHint().height()
        row.set_stacked(True)
        QApplication.processEvents()
        assert row.sizeHint().height() > beside
        assert act.y() >= row.title.geometry().bottom()
        row.set_stacked(False)

    def test_long_words_wrap_instead_of_being_cut(self, theme: Theme, shown: Show) -> None:
        row = Row(theme, "Birk", "Ett samtycke togs tillbaka i går. Underlaget behöver göras om. " * 3)
        shown(row, width=320)
        assert row.second.height() > theme.metrics(row.second._role).height() * 2

    def test_the_card_knows_its_first_and_last_row(self, theme: Theme, shown: Show) -> None:
        card = Card(theme)
        rows = [Row(theme, name, tint="soft") for name in ("a", "b", "c")]
        for row in rows:
            card.add_row(row)
        shown(card)
        assert [card.is_first(row) for row in rows] == [True, False, False]
        assert [card.is_last(row) for row in rows] == [False, False, True]
        rows[2].hide()
        assert card.is_last(rows[1])
        card.grab()
        rows[2].show()
        card.add(QLabel("fot"))
        assert not card.is_last(rows[2])

    def test_a_card_is_emptied_and_filled_anew(self, theme: Theme, shown: Show) -> None:
        card = Card(theme, "Lova – håll", right="Ditt först")
        card.add_row(Row(theme, "Ring Siv"))
        card.add(QLabel("text"), indent=True)
        shown(card)
        card.clear()
        assert card.rows() == ()
        assert card.body.count() == 0
        card.set_title("Datum")
        card.set_right("3 kvar")
        assert card.accessibleName() == "Datum"


def test_a_banner_says_one_thing_and_offers_one(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    banner = Banner(theme, "Säkerhetskopian är 9 dagar gammal.", "Gör en ny")
    shown(banner)
    with qtbot.waitSignal(banner.act_wanted):
        QTest.keyClick(banner.button, Qt.Key.Key_Space)
    banner.set_words("Bladet är inte utskrivet.")
    assert not banner.button.isVisible()
    assert banner.accessibleName() == banner.sentence() == "Bladet är inte utskrivet."


def test_a_fault_of_the_world_comes_and_goes(theme: Theme, shown: Show) -> None:
    strip = FaultStrip(theme)
    shown(strip)
    assert not strip.isVisible()
    strip.show_fault("Disken är full. Anteckningen finns kvar här.", "Försök igen")
    assert strip.isVisible()
    assert strip.button.accessibleName() == "Försök igen"
    strip.clear()
    assert not strip.isVisible()


def test_an_empty_place_offers_its_act(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    empty = EmptyState(theme, "Inget väntar på dig just nu.", "Ta en promenad.", "Ny anteckning", large=True)
    shown(empty)
    empty.setFocus()
    assert empty.button is not None
    assert empty.button.hasFocus()
    with qtbot.waitSignal(empty.act_wanted):
        QTest.keyClick(empty.button, Qt.Key.Key_Space)
    assert EmptyState(theme, "Ingen i listan heter så.").button is None


@pytest.mark.parametrize(
    ("size", "percent", "width", "low"),
    [
        ((1366, 768), 100, Width.WIDE, False),
        ((911, 512), 100, Width.MID, True),
        ((1366, 768), 150, Width.MID, True),
        ((1366, 768), 200, Width.NARROW, True),
        ((700, 900), 100, Width.NARROW, False),
    ],
)
def test_width_is_counted_in_em(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], percent: int, width: Width, low: bool
) -> None:
    theme.set_text_percent(percent)
    window = QWidget()
    qtbot.addWidget(window)
    child = QWidget(window)
    window.resize(*size)
    assert width_class(child) is width
    assert is_low(child) is low
    assert page_margin(child) == {Width.WIDE: 24, Width.MID: 16, Width.NARROW: 12}[width]
    assert em() == theme.metrics(Role.BODY).height()


@pytest.mark.parametrize(
    ("hour", "part"),
    [(4, DayPart.NIGHT), (5, DayPart.MORNING), (10, DayPart.DAY), (17, DayPart.EVENING), (22, DayPart.NIGHT)],
)
def test_the_picture_follows_the_hour(qtbot: QtBot, theme: Theme, any_texts: Texts, hour: int, part: DayPart) -> None:
    picture = UnlockPicture(theme, hour)
    qtbot.addWidget(picture)
    assert day_part(hour) is picture.part() is part
    assert greeting(any_texts, hour)
    picture.resize(300, 400)
    assert picture.grab(QRect(5, 395, 1, 1)).toImage().pixelColor(0, 0).name().upper() == SCENES[part].front


def test_it_is_night_in_the_dark_and_nothing_in_high_contrast(theme: Theme, shown: Show) -> None:
    picture = UnlockPicture(theme, 8)
    shown(picture)
    theme.choose(ThemeChoice.DARK)
    assert picture.part() is DayPart.NIGHT
    theme.choose(ThemeChoice.HIGH_CONTRAST)
    assert not picture.isVisible()
    theme.choose(ThemeChoice.LIGHT)
    assert picture.isVisible()
    picture.set_wanted(False)
    assert not picture.isVisible()
    assert picture.accessibleName() == ""
