"""The unlock page: what fits, what does not, and what is said about the file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mentorapp.language.texts import Texts
from mentorapp.store import errors
from mentorapp.store.opening import open_store
from ui.app import Program
from ui.instance import meeting_point
from ui.screens.unlock import UnlockScreen, pause_after

WAIT = 20_000


def try_phrase(qtbot: QtBot, page: UnlockScreen, phrase: str) -> None:
    page.field.line.setText(phrase)
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.busy, timeout=WAIT)


def test_the_right_passphrase_leads_to_today(unlocked: Program) -> None:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    assert unlocked.window.page is rooms.frame
    assert rooms.frame.current is rooms.today
    assert unlocked.window.windowTitle() == "Mentor"


def test_the_field_has_the_focus_and_everything_is_reached_by_tab(
    start: Callable[..., Program], stored: Path, tab_to: Callable[..., None]
) -> None:
    page = start().gate.page
    assert page.field.line.hasFocus()
    for stop in (page.field.reveal, page.unlock, page.sheet, *page.languages.values()):
        tab_to(stop)


def test_a_wrong_passphrase_is_said_in_words_selected_and_not_emptied(
    qtbot: QtBot, start: Callable[..., Program], stored: Path
) -> None:
    page = start().gate.page
    try_phrase(qtbot, page, "solrosor utan mossa")
    assert page.field.fault() == "Lösenfrasen stämmer inte. Försök igen."
    assert page.field.line.selectedText() == "solrosor utan mossa"


def test_typing_goes_on_while_the_key_is_derived(qtbot: QtBot, start: Callable[..., Program], stored: Path) -> None:
    page = start().gate.page
    page.field.line.setText("fel")
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    assert page.unlock.text() == "Låser upp …"
    assert page.field.line.isEnabled()
    QTest.keyClicks(page.field.line, "tt")
    assert page.field.line.text() == "feltt"
    qtbot.waitUntil(lambda: not page.busy, timeout=WAIT)
    assert page.unlock.text() == "Lås upp"


def test_from_the_third_time_on_there_is_a_growing_pause() -> None:
    assert [pause_after(failures) for failures in range(10)] == [0, 0, 0, 4, 8, 16, 30, 60, 60, 60]


def test_the_pause_is_counted_down_and_no_try_is_made_in_it(
    qtbot: QtBot, start: Callable[..., Program], stored: Path
) -> None:
    page = start().gate.page
    given: list[str] = []
    for _ in range(3):
        page.show_wrong("Lösenfrasen stämmer inte. Försök igen.")
    page.passphrase_given.connect(given.append)
    assert page.unlock.text() == "Vänta 4 sekunder."
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    assert given == []
    for left in ("Vänta 3 sekunder.", "Vänta 2 sekunder.", "Vänta 1 sekund.", "Lås upp"):
        page.tick()
        assert page.unlock.text() == left
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    assert len(given) == 1


def test_another_language_keeps_what_was_typed_and_is_remembered(
    qtbot: QtBot, start: Callable[..., Program], stored: Path
) -> None:
    program = start()
    program.gate.page.field.line.setText("grind")
    QTest.keyClick(program.gate.page.languages["en"], Qt.Key.Key_Space)
    page = program.gate.page
    assert page.unlock.text() == "Unlock"
    assert page.field.text() == "grind"
    assert program.preferences.now.language == "en"


def test_a_store_that_was_moved_is_looked_for(
    start: Callable[..., Program], stored: Path, tmp_path: Path, parts: object
) -> None:
    program = start()
    program.preferences.change(store=str(tmp_path / "borta.mentor"))
    program.gate.show()
    page = program.gate.page
    assert page.strip.sentence() == "Hittar inte dina uppgifter på den vanliga platsen."
    assert page.strip.button.text() == "Leta upp"
    assert page.field.isHidden()
    parts.chosen = stored  # type: ignore[attr-defined]
    page.strip.button.click()
    assert program.gate.path() == stored
    assert not program.gate.page.field.isHidden()
    assert program.preferences.now.store == str(stored)


@pytest.mark.parametrize(
    ("fault", "act"),
    [
        (errors.StoreNewerError(), "Leta upp"),
        (errors.StoreEmptyError(), "Leta upp"),
        (errors.StoreDamagedError(), "Leta upp"),
        (errors.StorePlaintextError(), "Leta upp"),
        (errors.StoreForeignError(), "Leta upp"),
        (errors.HeaderMissingError(), "Använd återställningsbladet"),
        (errors.HeaderDamagedError(), "Använd återställningsbladet"),
        (errors.StoreInUseError(), "Försök igen"),
        (errors.DiskFullError(), "Försök igen"),
        (errors.MemoryLowError(), "Försök igen"),
        (errors.KeyringSilentError(), "Försök igen"),
    ],
)
def test_each_fault_of_the_file_has_its_sentence_and_one_act(
    qtbot: QtBot,
    start: Callable[..., Program],
    stored: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: errors.StoreFaultError,
    act: str,
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise fault

    monkeypatch.setattr("mentorapp.store.opening.open_store", refuse)
    page = start().gate.page
    try_phrase(qtbot, page, "vad som helst")
    assert page.strip.sentence() == Texts("sv").error(fault)
    assert page.strip.button.text() == act


def test_a_store_that_another_holds_is_opened_when_it_is_let_go(
    qtbot: QtBot, start: Callable[..., Program], stored: Path, passphrase: str
) -> None:
    program = start()
    other = open_store(stored, passphrase)
    try:
        page = program.gate.page
        try_phrase(qtbot, page, passphrase)
        assert page.strip.sentence().startswith("Dina uppgifter är redan öppna i ett annat fönster.")
    finally:
        other.close()
    page.strip.button.click()
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=WAIT)


def test_the_window_that_holds_the_store_comes_forward(
    qtbot: QtBot, start: Callable[..., Program], stored: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("ui.gate.raise_first", asked.append)
    program = start()
    qtbot.wait(100)  # after the first paint the program finds out by itself
    program.gate.other_window = True
    other = open_store(stored, passphrase)
    try:
        page = program.gate.page
        try_phrase(qtbot, page, passphrase)
        assert page.strip.button.text() == "Visa det fönstret"
        page.strip.button.click()
        assert asked == [meeting_point(stored)] * 2
    finally:
        other.close()


def test_the_computers_own_key_is_offered_only_where_it_was_allowed(
    qtbot: QtBot, start: Callable[..., Program], stored: Path, passphrase: str, parts: object
) -> None:
    from mentorapp.store import vault

    kept: dict[tuple[str, str], bytes] = {}

    class Ring:
        def get(self, store_id: str, slot_id: str) -> bytes | None:
            return kept.get((store_id, slot_id))

        def put(self, store_id: str, slot_id: str, secret: bytes) -> None:
            kept[store_id, slot_id] = secret

        def remove(self, store_id: str, slot_id: str) -> None:
            kept.pop((store_id, slot_id), None)

    program = start()
    qtbot.wait(50)
    assert program.gate.page.keyring.isHidden()
    opened = open_store(stored, passphrase)
    parts.secrets = Ring()  # type: ignore[attr-defined]
    vault.add_keyring_slot(stored, opened.unlocked, Ring())
    opened.close()
    program.gate.look_closer()
    qtbot.waitUntil(lambda: not program.gate.page.keyring.isHidden(), timeout=WAIT)
    program.gate.page.keyring.click()
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=WAIT)
