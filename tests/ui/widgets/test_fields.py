"""What is typed: lines, texts, dates, passphrases, and the sentence beside a field."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.date_field import DateField, day_in_words
from ui.widgets.field import LineField
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.search_field import SearchField
from ui.widgets.strength_bar import StrengthBar
from ui.widgets.text_field import TextField

Show = Callable[..., QWidget]
Type = Callable[[QWidget, str], None]
TODAY = date(2026, 11, 25)


class TestLineField:
    def test_the_label_names_the_field(self, qtbot: QtBot, theme: Theme) -> None:
        field = LineField(theme, "Nästa steg", hint="Kort och snart.")
        qtbot.addWidget(field)
        assert field.label.buddy() is field.line
        assert field.line.accessibleName() == "Nästa steg"
        assert field.line.accessibleDescription() == "Kort och snart."

    def test_a_fault_stands_below_and_is_told_until_something_is_typed(
        self, theme: Theme, shown: Show, type_text: Type
    ) -> None:
        field = LineField(theme, "Vem gör det?", "Moa", hint="Ett namn.")
        shown(field)
        field.set_fault("Vem gör det här? Välj någon innan du skriver ut.")
        assert field.fault() == "Vem gör det här? Välj någon innan du skriver ut."
        assert field.line.accessibleDescription().startswith("Vem gör det här?")
        assert field.text() == "Moa"
        type_text(field.line, "a")
        assert field.fault() == ""
        assert field.line.accessibleDescription() == "Ett namn."

    def test_it_is_committed_when_left_with_something_new(
        self, qtbot: QtBot, theme: Theme, shown: Show, type_text: Type
    ) -> None:
        field, other = LineField(theme, "Namn"), LineField(theme, "Ort")
        shown(field, other)
        field.line.setFocus()
        type_text(field.line, "Åsa")
        with qtbot.waitSignal(field.committed) as committed:
            other.line.setFocus()
        assert committed.args == ["Åsa"]
        field.line.setFocus()
        with qtbot.assertNotEmitted(field.committed):
            other.line.setFocus()

    def test_a_text_from_outside_is_not_committed(self, qtbot: QtBot, theme: Theme, shown: Show) -> None:
        field, other = LineField(theme, "Namn", longest=10), LineField(theme, "Ort")
        shown(field, other)
        field.line.setFocus()
        field.set_text("Farah")
        with qtbot.assertNotEmitted(field.committed):
            other.line.setFocus()
        assert field.line.maxLength() == 10


class TestTextField:
    def test_a_pause_and_leaving_are_told(self, qtbot: QtBot, theme: Theme, shown: Show, type_text: Type) -> None:
        field, other = TextField(theme, "Vad hände?"), LineField(theme, "Ort")
        shown(field, other)
        field.box.setFocus()
        with qtbot.waitSignals([field.edited, field.paused], timeout=3000):
            type_text(field.box, "Gick runt sjön.")
        with qtbot.waitSignal(field.left):
            other.line.setFocus()
        assert field.text() == "Gick runt sjön."

    def test_tab_leaves_it(self, theme: Theme, shown: Show) -> None:
        field, other = TextField(theme, "Vad hände?"), LineField(theme, "Ort")
        shown(field, other)
        field.box.setFocus()
        QTest.keyClick(field.box, Qt.Key.Key_Tab)
        assert other.line.hasFocus()

    def test_a_text_from_outside_is_no_typing(self, qtbot: QtBot, theme: Theme) -> None:
        field = TextField(theme, "Vad hände?")
        qtbot.addWidget(field)
        with qtbot.assertNotEmitted(field.edited), qtbot.assertNotEmitted(field.paused, wait=900):
            field.set_text("Utkast")


class TestDateField:
    @pytest.fixture
    def make(self, theme: Theme, texts: Texts, clock: Clock, shown: Show) -> Callable[..., DateField]:
        def build(day: date | None = None, **more: object) -> DateField:
            field = DateField(theme, texts, clock, "När", day, **more)  # type: ignore[arg-type]
            shown(field, LineField(theme, "Nästa"))
            field.line.setFocus()
            return field

        return build

    def test_what_is_typed_is_read_when_the_field_is_left(
        self, qtbot: QtBot, make: Callable[..., DateField], type_text: Type
    ) -> None:
        field = make()
        type_text(field.line, "i övermorgon")
        with qtbot.waitSignal(field.day_changed) as changed:
            QTest.keyClick(field.line, Qt.Key.Key_Return)
        assert changed.args == [date(2026, 11, 27)]
        assert field.line.text() == "fre 27 nov"

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            (TODAY, "I dag"),
            (date(2026, 11, 24), "I går"),
            (date(2026, 11, 26), "I morgon"),
            (date(2026, 12, 2), "ons 2 dec"),
            (date(2027, 1, 4), "mån 4 jan"),
            (date(2028, 1, 4), "tis 4 jan 2028"),
            (date(2026, 1, 4), "sön 4 jan"),
        ],
    )
    def test_a_date_is_shown_in_words(self, texts: Texts, day: date, words: str) -> None:
        assert day_in_words(texts, day, TODAY) == words

    def test_the_words_it_shows_can_be_read_back(self, make: Callable[..., DateField], texts: Texts) -> None:
        field = make()
        for offset in range(-170, 170, 7):
            day = date.fromordinal(TODAY.toordinal() + offset)
            field.set_day(None)
            field.line.setText(day_in_words(texts, day, TODAY))
            assert field.check()
            assert field.day() == day

    def test_a_day_that_does_not_exist_is_explained_and_kept(
        self, qtbot: QtBot, make: Callable[..., DateField], type_text: Type
    ) -> None:
        field = make(TODAY)
        field.line.clear()
        type_text(field.line, "31/11")
        with qtbot.assertNotEmitted(field.day_changed):
            assert not field.check()
        assert "finns inte" in field.fault()
        assert field.line.text() == "31/11"
        assert field.day() == TODAY

    @pytest.mark.parametrize(
        ("key", "day"),
        [
            (Qt.Key.Key_Up, date(2026, 11, 26)),
            (Qt.Key.Key_Down, date(2026, 11, 24)),
            (Qt.Key.Key_PageUp, date(2026, 12, 2)),
            (Qt.Key.Key_PageDown, date(2026, 11, 18)),
        ],
    )
    def test_arrows_go_by_days_and_pages_by_weeks(self, make: Callable[..., DateField], key: Qt.Key, day: date) -> None:
        field = make(TODAY)
        QTest.keyClick(field.line, key)
        assert field.day() == day

    def test_an_arrow_in_an_empty_field_begins_with_today(self, make: Callable[..., DateField]) -> None:
        field = make()
        QTest.keyClick(field.line, Qt.Key.Key_Up)
        assert field.day() == TODAY

    def test_a_limit_is_said_with_its_day(self, make: Callable[..., DateField]) -> None:
        field = make(TODAY)
        field.set_limits(date(2026, 11, 1), TODAY)
        QTest.keyClick(field.line, Qt.Key.Key_Up)
        assert "25 november 2026" in field.fault()
        assert field.day() == TODAY
        field.line.setText("1/10")
        assert not field.check()
        assert "1 november 2026" in field.fault()

    def test_an_empty_field_is_no_date_or_asks_for_one(self, make: Callable[..., DateField]) -> None:
        field = make(TODAY)
        field.line.clear()
        assert field.check()
        assert field.day() is None
        strict = make(TODAY, optional=False)
        strict.line.clear()
        assert not strict.check()
        assert strict.fault()

    def test_a_weekday_follows_what_the_field_is_about(self, make: Callable[..., DateField]) -> None:
        field = make(lean=Lean.BACK)
        field.line.setText("tis")
        assert field.check()
        assert field.day() == date(2026, 11, 24)

    def test_a_month_opens_by_key_and_by_its_icon(self, qtbot: QtBot, make: Callable[..., DateField]) -> None:
        field = make(TODAY)
        QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        month = field.line.findChild(QCalendarWidget)
        assert month is not None
        assert month.accessibleName()
        with qtbot.waitSignal(field.day_changed):
            month.activated.emit(month.selectedDate().addDays(3))
        assert field.day() == date(2026, 11, 28)
        QApplication.sendPostedEvents(None, 52)  # deferred deletion of the first month
        QTest.mouseClick(field.line, Qt.MouseButton.LeftButton, pos=QPoint(18, 17))
        opened = field.line.findChild(QCalendarWidget)
        assert opened is not None
        opened.close()

    def test_a_picked_day_beyond_the_limit_is_explained(self, make: Callable[..., DateField]) -> None:
        field = make(TODAY)
        field.set_limits(None, TODAY)
        field.open_calendar()
        month = field.line.findChild(QCalendarWidget)
        assert month is not None
        month.clicked.emit(month.selectedDate().addDays(1))
        assert field.fault()
        assert field.day() == TODAY


class TestPassphraseField:
    @pytest.fixture
    def field(self, theme: Theme, texts: Texts, shown: Show) -> PassphraseField:
        field = PassphraseField(theme, texts, "Lösenfras", "Mellanslag är tillåtna.")
        shown(field)
        field.line.setFocus()
        return field

    def test_letters_are_hidden_until_shown(self, field: PassphraseField) -> None:
        assert field.line.echoMode() is QLineEdit.EchoMode.Password
        QTest.mouseClick(field.reveal, Qt.MouseButton.LeftButton)
        assert field.line.echoMode() is QLineEdit.EchoMode.Normal
        assert field.reveal.accessibleName() == "Dölj"
        field.hide_letters()
        assert field.line.echoMode() is QLineEdit.EchoMode.Password

    def test_tab_goes_from_the_field_to_visa(self, field: PassphraseField) -> None:
        QTest.keyClick(field.line, Qt.Key.Key_Tab)
        assert field.reveal.hasFocus()

    def test_enter_is_told_and_typing_takes_a_fault_away(
        self, qtbot: QtBot, field: PassphraseField, type_text: Type
    ) -> None:
        field.set_fault("Lösenfrasen stämmer inte. Försök igen.")
        field.select_all()
        type_text(field.line, "granit")
        assert (field.text(), field.fault()) == ("granit", "")
        with qtbot.waitSignal(field.entered):
            QTest.keyClick(field.line, Qt.Key.Key_Return)
        field.clear()
        assert field.text() == ""

    def test_capitals_without_shift_mean_caps_lock(self, field: PassphraseField, type_text: Type) -> None:
        type_text(field.line, "G")
        assert field.capitals.isVisible()
        type_text(field.line, "r")
        assert not field.capitals.isVisible()
        shifted = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.ShiftModifier, "A")
        QApplication.sendEvent(field.line, shifted)
        assert not field.capitals.isVisible()

    def test_nothing_of_it_is_offered_to_predictions(self, field: PassphraseField) -> None:
        assert field.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData

    def test_it_follows_the_text_size(self, qtbot: QtBot, field: PassphraseField, theme: Theme) -> None:
        theme.set_text_percent(200)
        qtbot.waitUntil(lambda: field.line.rect().contains(field.reveal.geometry()))


def test_strength_is_a_word_with_a_bar(qtbot: QtBot, theme: Theme, any_texts: Texts) -> None:
    bar = StrengthBar(theme, any_texts)
    qtbot.addWidget(bar)
    words = []
    for level in range(4):
        bar.set_strength(level)
        words.append(bar.words())
        assert bar.words() in bar.accessibleName()
    assert len(set(words)) == 4
    bar.set_strength(9)
    assert bar.strength() == 3


def test_escape_empties_a_search_first_and_leaves_it_then(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    field = SearchField(theme, "Sök eller gör något", keys="Ctrl K")
    shown(field)
    field.setText("brik")
    with qtbot.waitSignal(field.textEdited):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.list_wanted):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.accessibleName(), field.accessibleDescription()) == ("Sök eller gör något", "Ctrl K")
