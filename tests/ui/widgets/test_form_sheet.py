"""Forms over the window: written once, kept as drafts of just their form and mentee, and told apart from fresh ones."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import get_draft, keep_draft, list_drafts
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

FORM = "network.person"


class Days:
    """Noon of 25 November 2026, until days pass."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 25)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@pytest.fixture
def clock() -> Days:
    return Days()


class PersonSheet(FormSheet):
    """Every kind of field, and a person as what is written."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID | None) -> None:
        super().__init__(
            window, theme, texts, store, "Blad", form=FORM, mentee_id=mentee_id, label="mentee_added", save_text="Spara"
        )
        self.name = self.add("preferred_name", LineField(theme, "Namn"))
        self.safe = self.add("safe_contact", TextField(theme, "Kontakt"))
        self.way = self.add("way", ChoiceChips(theme, "Hur", (Choice("a", "Aa"), Choice("b", "Bb")), "a"), "Hur")
        self.easy = TickBox(theme, "Lätt")
        self.on = DateField(theme, texts, store.clock, "Dag")
        self.add_beside(("easy", self.easy), ("on", self.on))

    def write(self, session: Session) -> object:
        if self.way.current() == "b":
            raise InputError("way", "who_name_missing")
        return add_mentee(session, self.name.text(), safe_contact=self.safe.text())


Make = Callable[..., PersonSheet]


@pytest.fixture
def behind() -> QPushButton:
    return QPushButton("bakom")


@pytest.fixture
def make(shown: Callable[..., QWidget], behind: QPushButton, theme: Theme, texts: Texts, store: Store) -> Make:
    """Opens a sheet over one window."""
    window = shown(behind)
    window.resize(900, 700)
    behind.setFocus()

    def open_sheet(mentee_id: UUID | None = None) -> PersonSheet:
        sheet = PersonSheet(window, theme, texts, store, mentee_id)
        sheet.open()
        return sheet

    return open_sheet


def press(key: Qt.Key, modifier: Qt.KeyboardModifier, qtbot: QtBot) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyPress(target, key, modifier)  # type: ignore[no-untyped-call]


def drafts(store: Store) -> dict[tuple[str, UUID | None], dict[str, object]]:
    with store.read() as session:
        return {(draft.form, draft.mentee_id): dict(draft.content) for draft in list_drafts(session)}


def test_ctrl_enter_writes_and_gives_the_focus_back(
    make: Make, behind: QPushButton, store: Store, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    assert QApplication.focusWidget() is sheet.name.line
    type_text(sheet.name.line, "Åsa")
    sheet.safe.box.setFocus()
    with qtbot.waitSignal(sheet.kept) as kept:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, qtbot)
    assert kept.args
    with store.read() as session:
        assert get_mentee(session, kept.args[0]).preferred_name == "Åsa"
    assert QApplication.focusWidget() is behind
    assert drafts(store) == {}


def test_no_key_writes_to_the_store(
    make: Make, store: Store, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    told: list[object] = []
    store.on_change(told.append)
    type_text(sheet.name.line, "Åsa")
    type_text(sheet.safe.box, "sms")
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 1)
    assert drafts(store)[FORM, None]["preferred_name"] == "Åsa"
    assert sheet.draft_line.words() == "Utkast sparat"


def test_a_hand_that_never_pauses_is_kept_too(
    make: Make, store: Store, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    told: list[object] = []
    store.on_change(told.append)
    for _ in range(200):
        type_text(sheet.safe.box, "o")
        qtbot.wait(15)  # never as long as the pause
        if told:
            return
    pytest.fail("nothing was kept while the keys went on")


def test_esc_keeps_what_is_typed_and_the_next_opening_puts_it_back(
    make: Make, store: Store, clock: Days, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    mentee = uuid4()
    sheet = make(mentee)
    type_text(sheet.name.line, "Åsa")
    sheet.safe.box.setPlainText("ring\ninte")
    sheet.way.pill("b").click()
    sheet.easy.setChecked(True)
    sheet.on.line.clear()
    type_text(sheet.on.line, "i morgon")
    press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, qtbot)
    assert not sheet.isVisible()
    assert drafts(store)[FORM, mentee] == {
        "preferred_name": "Åsa",
        "safe_contact": "ring\ninte",
        "way": "b",
        "easy": True,
        "on": "2026-11-26",
    }
    clock.day += timedelta(days=1)
    again = make(mentee)
    assert again.name.text() == "Åsa"
    assert again.safe.text() == "ring\ninte"
    assert again.way.current() == "b"
    assert again.easy.isChecked()
    assert again.on.day() == date(2026, 11, 26)
    assert again.draft_line.words() == "Utkast från i går"


def test_a_draft_never_shows_up_with_somebody_else_or_in_another_form(
    make: Make, store: Store, type_text: Callable[[QWidget, str], None]
) -> None:
    first, second = uuid4(), uuid4()
    sheet = make(first)
    type_text(sheet.name.line, "Åsa")
    sheet.close_over()
    with store.write("draft_kept") as session:
        keep_draft(session, "network.other", second, {"preferred_name": "Bo"})
    for mentee in (second, None):
        other = make(mentee)
        assert other.name.text() == ""
        assert other.draft_line.words() == ""
        other.close_over()
    with store.read() as session:
        draft = get_draft(session, FORM, first)
    assert draft is not None


def test_what_is_as_it_was_leaves_no_draft(make: Make, store: Store, type_text: Callable[[QWidget, str], None]) -> None:
    sheet = make()
    type_text(sheet.name.line, "Åsa")
    assert sheet.keep_draft()
    assert drafts(store)
    sheet.name.line.clear()
    sheet.close_over()
    assert drafts(store) == {}


def test_a_date_that_is_none_yet_is_kept_as_typed_and_stops_the_saving(
    make: Make, store: Store, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    type_text(sheet.name.line, "Åsa")
    type_text(sheet.on.line, "31 nov")
    sheet.keep()
    assert sheet.isVisible()
    assert sheet.on.fault()
    sheet.close_over()
    again = make()
    assert again.on.line.text() == "31 nov"
    assert again.on.day() is None


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(
    make: Make, texts: Texts, store: Store, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    sheet.keep()
    assert sheet.name.fault()
    assert QApplication.focusWidget() is sheet.name.line
    type_text(sheet.name.line, "Åsa")
    assert sheet.name.fault() == ""
    sheet.way.pill("b").click()
    sheet.keep()
    sentence = texts.error(InputError("way", "who_name_missing"))
    assert sentence in {line.sentence() for line in sheet.findChildren(type(sheet.fault)) if line.isVisible()}
    assert QApplication.focusWidget() is sheet.way.pill("b")
    assert sheet.name.text() == "Åsa"


def test_a_fault_of_the_world_stands_as_a_strip_and_the_sheet_stays(
    make: Make, store: Store, monkeypatch: pytest.MonkeyPatch, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    type_text(sheet.name.line, "Åsa")

    def full(_label: str) -> None:
        raise WorldFault("disk_full")

    with monkeypatch.context() as world:
        world.setattr(store, "write", full)
        sheet.close_over()
        assert sheet.isVisible()
        assert "finns kvar här" in sheet.strip.sentence()
        sheet.keep()
        assert sheet.isVisible()
    sheet.strip.button.click()
    assert not sheet.isVisible()


def test_one_can_begin_anew_and_take_the_draft_back(
    make: Make, store: Store, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    type_text(sheet.name.line, "Åsa")
    sheet.close_over()
    again = make()
    again.draft_line.button.click()
    assert again.name.text() == ""
    assert drafts(store) == {}
    assert QApplication.focusWidget() is again.name.line
    again.draft_line.button.click()
    assert again.name.text() == "Åsa"
    assert drafts(store)[FORM, None]["preferred_name"] == "Åsa"


def test_a_damaged_draft_opens_the_form(make: Make, store: Store) -> None:
    with store.write("draft_kept") as session:
        keep_draft(
            session, FORM, None, {"preferred_name": None, "way": 7, "on": ["x"], "gone": 1, "safe_contact": "ja"}
        )
    sheet = make()
    assert sheet.safe.text() == "ja"
    assert sheet.way.current() in ("a", "")


def test_tab_reaches_the_fields_and_the_two_buttons(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    reached = set()
    for _ in range(12):
        reached.add(QApplication.focusWidget())
        press(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, qtbot)
    assert {sheet.name.line, sheet.safe.box, sheet.easy, sheet.on.line, sheet.ready, sheet.leave} <= reached


def test_what_is_done_with_the_sheet_away_writes_no_draft(
    make: Make, store: Store, type_text: Callable[[QWidget, str], None]
) -> None:
    sheet = make()
    type_text(sheet.name.line, "Åsa")
    sheet.keep()
    sheet.keep_draft()
    assert drafts(store) == {}
