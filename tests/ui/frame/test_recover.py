"""Back in with the recovery sheet, also when the header file is gone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.store import vault
from mentorapp.store.keys import FLOOR, new_root
from mentorapp.store.opening import open_store
from mentorapp.store.recovery import groups
from ui.app import Program
from ui.screens.recover import RecoverScreen

NEW = "krita moln 83 vante"
WAIT = 20_000


@pytest.fixture
def sheet(stored: Path, passphrase: str) -> str:
    return " ".join(groups(vault.unlock_with_passphrase(stored, passphrase).root))


def opened_page(program: Program) -> RecoverScreen:
    page = program.window.page
    assert isinstance(page, RecoverScreen)
    return page


def test_the_way_in_by_keyboard_without_the_header(
    qtbot: QtBot,
    start: Callable[..., Program],
    stored: Path,
    sheet: str,
    keys: Callable[..., None],
    tab_to: Callable[[QWidget], None],
) -> None:
    vault.header_path(stored).unlink()
    vault.previous_header_path(stored).unlink()
    program = start()
    tab_to(program.gate.page.sheet)
    keys(Qt.Key.Key_Space)
    page = opened_page(program)
    keys(sheet.lower())
    assert page.counted.text() == "18 av 18 grupper"
    tab_to(page.next)
    keys(Qt.Key.Key_Space)
    keys(NEW, Qt.Key.Key_Return, NEW, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=WAIT)
    program.close()
    open_store(stored, NEW).close()


def test_the_wrong_group_is_named(start: Callable[..., Program], stored: Path, sheet: str) -> None:
    program = start()
    program.gate.show_recover()
    page = opened_page(program)
    wrong = sheet.split()
    wrong[6] = wrong[6][:-1] + ("A" if wrong[6][-1] != "A" else "B")
    page.sheet.set_text(" ".join(wrong))
    page.go_on()
    assert page.sheet.fault() == "Grupp 7 stämmer inte med bladet. Läs den en gång till."
    assert page.showing is page.first
    page.sheet.set_text(" ".join(wrong[:3]))
    page.go_on()
    assert page.sheet.fault() == "Bladet har 72 tecken, här är 12. Titta kring grupp 4."


def test_the_sheet_of_another_store_is_refused(
    qtbot: QtBot, start: Callable[..., Program], stored: Path, parts: object
) -> None:
    program = start()
    program.gate.show_recover()
    page = opened_page(program)
    page.sheet.set_text(" ".join(groups(new_root())))
    page.go_on()
    page.sheet_given.emit(page.sheet.text(), NEW)
    qtbot.waitUntil(lambda: bool(page.sheet.fault()), timeout=WAIT)
    assert page.showing is page.first
    assert parts.cost is FLOOR  # type: ignore[attr-defined]


def test_esc_leads_back_step_by_step(
    start: Callable[..., Program], stored: Path, sheet: str, keys: Callable[..., None]
) -> None:
    program = start()
    program.gate.show_recover()
    page = opened_page(program)
    page.sheet.set_text(sheet)
    page.go_on()
    assert page.showing is page.second
    keys(Qt.Key.Key_Escape)
    assert page.showing is page.first
    keys(Qt.Key.Key_Escape)
    assert program.window.page is program.gate.page
