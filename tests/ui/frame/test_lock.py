"""Locking: at once, when idle, and what it keeps and takes away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import WorldFault
from mentorapp.store.drafts import list_drafts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.opening import open_store
from ui.app import Program
from ui.clipboard import ClipboardKeeper
from ui.keeping import Keeping
from ui.requests import NoteRequest

CTRL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_l_closes_the_store_and_starts_a_fresh_process(
    unlocked: Program, stored: Path, parts: object, keys: Callable[..., None], passphrase: str
) -> None:
    keys(Qt.Key.Key_L, modifier=CTRL)
    assert parts.restarted == [("--profile", "somewhere")]  # type: ignore[attr-defined]
    assert unlocked.stay.rooms is None
    open_store(stored, passphrase).close()


def test_what_is_typed_in_the_quick_note_is_there_after_the_lock(
    qtbot: QtBot, unlocked: Program, stored: Path, keys: Callable[..., None], passphrase: str
) -> None:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Alva")
    rooms.open_note(NoteRequest(mentee))
    keys("Vi gick runt sjon.")
    unlocked.lock()
    opened = open_store(stored, passphrase)
    with opened.store.read() as session:
        drafts = list_drafts(session)
    opened.close()
    assert [draft.mentee_id for draft in drafts] == [mentee]
    assert "Vi gick runt sjon." in str(drafts[0].content)


def test_it_locks_when_nobody_has_touched_it_for_the_chosen_minutes(unlocked: Program, parts: object) -> None:
    watch = unlocked.stay.watch
    assert watch is not None
    parts.hand.turn(minutes=4.9)  # type: ignore[attr-defined]
    watch.look()
    assert parts.restarted == []  # type: ignore[attr-defined]
    parts.hand.turn(minutes=0.2)  # type: ignore[attr-defined]
    watch.look()
    assert len(parts.restarted) == 1  # type: ignore[attr-defined]


def test_a_key_puts_the_lock_off(unlocked: Program, parts: object) -> None:
    from PySide6.QtTest import QTest

    watch = unlocked.stay.watch
    handle = unlocked.window.windowHandle()
    assert watch is not None
    parts.hand.turn(minutes=4)  # type: ignore[attr-defined]
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    parts.hand.turn(minutes=4)  # type: ignore[attr-defined]
    watch.look()
    assert parts.restarted == []  # type: ignore[attr-defined]


def test_a_draft_that_cannot_be_kept_holds_the_lock_back_once(
    unlocked: Program, parts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_keeping: Keeping) -> None:
        raise WorldFault("disk_full")

    monkeypatch.setattr(Keeping, "keep", refuse)
    unlocked.lock()
    assert parts.restarted == []  # type: ignore[attr-defined]
    assert unlocked.window.strip.sentence().startswith("Disken är full.")
    assert unlocked.window.strip.button.text() == "Lås ändå"
    unlocked.window.strip.button.click()
    assert len(parts.restarted) == 1  # type: ignore[attr-defined]


def test_an_idle_lock_waits_for_no_disk(unlocked: Program, parts: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_keeping: Keeping) -> None:
        raise WorldFault("disk_full")

    monkeypatch.setattr(Keeping, "keep", refuse)
    unlocked.stay.idle.emit()
    assert len(parts.restarted) == 1  # type: ignore[attr-defined]


def test_what_was_copied_goes_at_lock(unlocked: Program, parts: object) -> None:
    QApplication.clipboard().setText("ZA 276")
    unlocked.lock()
    assert QApplication.clipboard().text() == ""


def test_what_was_copied_goes_after_a_while(qtbot: QtBot, unlocked: Program) -> None:
    clipboard = QApplication.clipboard()
    keeper = ClipboardKeeper(clipboard, kept_ms=30)
    clipboard.setText("ZA 276")
    qtbot.waitUntil(lambda: clipboard.text() == "")
    keeper.deleteLater()


def test_closing_the_window_closes_the_store(unlocked: Program, stored: Path, passphrase: str, parts: object) -> None:
    unlocked.window.close()
    assert parts.restarted == []  # type: ignore[attr-defined]
    open_store(stored, passphrase).close()


def test_after_a_lock_among_sample_people_the_page_tells_their_passphrase(
    qtbot: QtBot, start: Callable[..., Program], parts: object
) -> None:
    program = start(demo=True)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=30_000)
    program.lock()
    ((option, folder),) = parts.restarted  # type: ignore[attr-defined]
    assert option == "--demo-folder"
    again = start(demo_folder=Path(folder))
    again.gate.page.field.line.setText("titta runt")
    again.gate.page.unlock.click()
    qtbot.waitUntil(lambda: again.stay.rooms is not None, timeout=30_000)
    assert again.window.notice == "Du tittar runt bland påhittade personer. Inget här hamnar i dina egna uppgifter."
    again.close()
    assert not Path(folder).exists()
