"""The first run by keyboard, from the language to the first empty day."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.store.keys import RootSecret
from mentorapp.store.opening import open_store
from mentorapp.store.programmes import list_programmes
from mentorapp.store.recovery import groups
from mentorapp.store.settings import get_settings
from ui.app import Program
from ui.newcomer import Newcomer
from ui.screens.first_run import FirstRunScreen

PHRASE = "krita moln 83 vante"
ROOT = RootSecret(bytes(range(32)))
WAIT = 30_000
TabTo = Callable[[QWidget], None]
Keys = Callable[..., None]


@pytest.fixture
def known_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorapp.store.keys.new_root", lambda: ROOT)


def to_sheet(qtbot: QtBot, newcomer: Newcomer, keys: Keys, tab_to: TabTo) -> None:
    page = newcomer.page
    tab_to(page.next)
    keys(Qt.Key.Key_Space)
    keys(PHRASE, Qt.Key.Key_Return, PHRASE, Qt.Key.Key_Return)
    assert page.sheet is not None
    proof = page.sheet.proof
    qtbot.waitUntil(proof.print.isEnabled, timeout=WAIT)


def test_first_run_by_keyboard_to_an_empty_day(
    qtbot: QtBot, start: Callable[..., Program], profile: Path, known_root: None, keys: Keys, tab_to: TabTo
) -> None:
    program = start()
    page = program.gate.newcomer.page
    assert page.language.language.pill("sv").hasFocus()
    to_sheet(qtbot, program.gate.newcomer, keys, tab_to)
    assert not list(profile.glob("*.mentor*")), "something was stored before step 3 was done"
    assert page.sheet is not None
    for number, field in page.sheet.proof.groups.items():
        tab_to(field.line)
        keys(groups(ROOT)[number - 1].lower())
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.start is not None, timeout=WAIT)
    assert page.start is not None
    keys(Qt.Key.Key_Right)
    tab_to(page.next)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=WAIT)
    rooms = program.stay.rooms
    assert rooms is not None
    assert rooms.frame.current is rooms.today
    assert rooms.store.undo_label is None
    with rooms.store.read() as session:
        assert [one.name for one in list_programmes(session)] == ["Level Up"]
        assert get_settings(session).recovery_sheet_proved
    program.close()
    opened = open_store(profile / "mentor.mentor", PHRASE)
    assert opened.recovery_groups() == groups(ROOT)
    opened.close()


def test_a_wrong_group_is_named_and_nothing_is_stored(
    qtbot: QtBot, start: Callable[..., Program], profile: Path, keys: Keys, tab_to: TabTo
) -> None:
    program = start()
    to_sheet(qtbot, program.gate.newcomer, keys, tab_to)
    page = program.gate.newcomer.page
    assert page.sheet is not None
    first, second = page.sheet.proof.asked
    tab_to(page.sheet.proof.groups[first].line)
    keys("0O1I")
    tab_to(page.next)
    keys(Qt.Key.Key_Space)
    fault = page.sheet.proof.groups[first].fault()
    assert fault == f"Grupp {first} stämmer inte. Jämför med bladet: är det en nolla eller bokstaven O?"
    assert page.sheet.proof.groups[first].line.hasFocus()
    assert page.sheet.proof.groups[second].fault()
    assert not list(profile.glob("*.mentor*"))


def test_skipping_the_sheet_is_remembered_for_the_banner(
    qtbot: QtBot, start: Callable[..., Program], keys: Keys, tab_to: TabTo
) -> None:
    program = start()
    page = program.gate.newcomer.page
    to_sheet(qtbot, program.gate.newcomer, keys, tab_to)
    tab_to(page.skip)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.start is not None, timeout=WAIT)
    assert page.start is not None
    page.start.way.choose("empty")
    page.go_on()
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=WAIT)
    rooms = program.stay.rooms
    assert rooms is not None
    with rooms.store.read() as session:
        assert not get_settings(session).recovery_sheet_proved


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ("", "", "Skriv en lösenfras först."),
        ("hej", "hej", "Den är lätt att gissa. Lägg till ett par ord."),
    ],
)
def test_a_passphrase_that_is_too_weak_is_not_taken(
    start: Callable[..., Program], first: str, second: str, fault: str, keys: Keys
) -> None:
    page = start().gate.newcomer.page
    page.go_on()
    assert page.passphrase is not None
    keys(first or Qt.Key.Key_Shift)
    page.passphrase.passphrase.second.line.setText(second)
    page.go_on()
    assert page.passphrase.passphrase.first.fault() == fault
    assert page.sheet is None


def test_two_that_differ_are_not_taken(start: Callable[..., Program], keys: Keys) -> None:
    page = start().gate.newcomer.page
    page.go_on()
    keys(PHRASE, Qt.Key.Key_Return, "krita moln 83 vanta", Qt.Key.Key_Return)
    assert page.passphrase is not None
    assert page.passphrase.passphrase.second.fault() == "De två är inte lika. Skriv den en gång till."
    assert page.sheet is None


def test_five_words_are_offered_shown_and_strong(start: Callable[..., Program]) -> None:
    page = start().gate.newcomer.page
    page.go_on()
    assert page.passphrase is not None
    new = page.passphrase.passphrase
    new.suggest.click()
    assert len(new.text().split()) == 5
    assert new.bar.words() == "stark"
    assert new.second.line.hasFocus()


def test_the_look_is_live_and_the_language_begins_the_page_anew(start: Callable[..., Program]) -> None:
    program = start()
    page = program.gate.newcomer.page
    page.language.look.pill("dark").click()
    assert program.theme.dark
    page.language.sizes.pill("150").click()
    assert program.theme.text_percent == 150
    page.language.language.pill("en").click()
    assert program.gate.newcomer.page.next.text() == "Next"
    kept = program.preferences.now
    assert (kept.language, kept.theme, kept.text_percent) == ("en", "dark", 150)


def test_esc_goes_back_and_loses_only_the_passphrase(start: Callable[..., Program], keys: Keys) -> None:
    page = start().gate.newcomer.page
    page.go_on()
    keys(PHRASE, Qt.Key.Key_Escape)
    assert page.step == 1
    page.go_on()
    assert page.passphrase is not None
    assert page.passphrase.passphrase.text() == ""


def test_the_sheet_is_printed_and_saved_where_the_user_says(
    qtbot: QtBot, start: Callable[..., Program], keys: Keys, tab_to: TabTo, parts: object, tmp_path: Path
) -> None:
    from ui.printing import Printing

    program = start()
    to_sheet(qtbot, program.gate.newcomer, keys, tab_to)
    sheet = program.gate.newcomer.page.sheet
    assert sheet is not None
    parts.printing = Printing("kontoret")  # type: ignore[attr-defined]
    sheet.proof.print.click()
    qtbot.waitUntil(lambda: sheet.proof.said.text() == "Bladet är skickat till skrivaren.", timeout=WAIT)
    parts.chosen = tmp_path / "blad.pdf"  # type: ignore[attr-defined]
    sheet.proof.save.click()
    qtbot.waitUntil(lambda: sheet.proof.said.text().startswith("Bladet är sparat."), timeout=WAIT)
    assert (tmp_path / "blad.pdf").read_bytes() == parts.sent[0]  # type: ignore[attr-defined]


def test_a_window_closed_before_the_last_step_asks_it_the_next_time(
    qtbot: QtBot, start: Callable[..., Program], keys: Keys, tab_to: TabTo, profile: Path
) -> None:
    program = start()
    page = program.gate.newcomer.page
    to_sheet(qtbot, program.gate.newcomer, keys, tab_to)
    page.sheet_skipped.emit()
    qtbot.waitUntil(lambda: page.start is not None, timeout=WAIT)
    program.close()
    again = start()
    again.gate.page.field.line.setText(PHRASE)
    again.gate.page.unlock.click()
    qtbot.waitUntil(lambda: isinstance(again.window.page, FirstRunScreen), timeout=WAIT)
    assert again.gate.newcomer.page.step == 4


def test_looking_around_leaves_ones_own_store_empty(
    qtbot: QtBot, start: Callable[..., Program], keys: Keys, tab_to: TabTo, profile: Path
) -> None:
    program = start()
    page = program.gate.newcomer.page
    to_sheet(qtbot, program.gate.newcomer, keys, tab_to)
    page.sheet_skipped.emit()
    qtbot.waitUntil(lambda: page.start is not None, timeout=WAIT)
    page.go_on()
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=WAIT)
    rooms = program.stay.rooms
    assert rooms is not None
    folder = rooms.store.path.parent
    assert folder != profile
    assert rooms.store.undo_label is None
    rooms.sample_wanted.emit()
    qtbot.waitUntil(lambda: program.stay.rooms is None, timeout=WAIT)
    assert not folder.exists()
    assert program.gate.newcomer.page.step == 4
    program.close()
    opened = open_store(profile / "mentor.mentor", PHRASE)
    with opened.store.read() as session:
        assert list_programmes(session) == ()
    opened.close()
