"""Settings: each takes hold at once, and what lies in the store can be undone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.store import vault
from mentorapp.store.errors import WrongPassphraseError
from mentorapp.store.opening import open_store
from mentorapp.store.profile import get_profile
from mentorapp.store.recovery import groups
from mentorapp.store.settings import get_settings
from tests.program import TestParts
from ui.app import Program
from ui.printing import Printing
from ui.rooms import Rooms
from ui.screens.settings import SettingsScreen

NEW = "krita moln 83 vante"
CTRL = Qt.KeyboardModifier.ControlModifier
WAIT = 20_000


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    return rooms


@pytest.fixture
def settings(rooms: Rooms) -> SettingsScreen:
    rooms.frame.go("settings")
    return rooms.settings


def test_ctrl_comma_opens_them_and_the_arrows_walk_over_the_pages(rooms: Rooms, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_Comma, modifier=CTRL)
    settings = rooms.settings
    assert rooms.frame.current is settings
    assert settings.pages.buttons["look"].hasFocus()
    for page in (
        "profile",
        "programmes",
        "forms",
        "ratings",
        "lists",
        "reminders",
        "limits",
        "security",
        "disposals",
        "sample",
        "about",
    ):
        keys(Qt.Key.Key_Down)
        assert settings.current == page
        assert settings.pages.buttons[page].hasFocus()


def test_a_change_of_passphrase_by_keyboard(
    qtbot: QtBot,
    settings: SettingsScreen,
    stored: Path,
    keys: Callable[..., None],
    tab_to: Callable[[QWidget], None],
    passphrase: str,
) -> None:
    settings.show_page("security")
    card = settings.security.passphrase
    tab_to(card.unfold)
    keys(Qt.Key.Key_Space)
    keys("fel fras")
    tab_to(card.fresh.first.line)
    keys(NEW, Qt.Key.Key_Return, NEW, Qt.Key.Key_Return)
    qtbot.waitUntil(card.change.isEnabled, timeout=WAIT)
    assert card.present.fault() == "Lösenfrasen stämmer inte. Försök igen."
    keys(passphrase)
    tab_to(card.change)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.form.isHidden(), timeout=WAIT)
    assert card.said.text() == "Lösenfrasen är bytt. Den gamla öppnar inget mer."
    assert card.fresh.text() == card.present.text() == ""
    vault.unlock_with_passphrase(stored, NEW)
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with_passphrase(stored, passphrase)


def test_the_sheet_is_shown_after_the_passphrase_and_proved(
    qtbot: QtBot, rooms: Rooms, settings: SettingsScreen, passphrase: str
) -> None:
    rooms.show_sheet()
    card = settings.security.sheet
    assert card.passphrase.line.hasFocus()
    card.passphrase.line.setText("fel fras")
    card.ask.click()
    qtbot.waitUntil(card.ask.isEnabled, timeout=WAIT)
    assert card.passphrase.fault()
    card.passphrase.line.setText(passphrase)
    card.ask.click()
    qtbot.waitUntil(lambda: card.proof is not None, timeout=WAIT)
    assert card.proof is not None
    root = vault.unlock_with_passphrase(rooms.store.path, passphrase).root
    card.done.click()
    assert card.proof is not None
    for number, field in card.proof.groups.items():
        field.line.setText(groups(root)[number - 1])
    card.done.click()
    assert card.proof is None
    with rooms.store.read() as session:
        assert get_settings(session).recovery_sheet_proved


def test_the_paper_for_a_loss_is_shown_printed_and_saved(
    qtbot: QtBot, unlocked: Program, settings: SettingsScreen, parts: TestParts, tmp_path: Path
) -> None:
    settings.show_page("security")
    card = settings.security.incident
    assert card.picture.isHidden() or not card.picture.isVisible()
    card.show_paper.setFocus()
    QTest.keyClick(card.show_paper, Qt.Key.Key_Space)
    qtbot.waitUntil(card.picture.isVisible, timeout=WAIT)
    assert card.print.hasFocus()
    parts.printing = None
    QTest.keyClick(card.print, Qt.Key.Key_Space)
    assert parts.sent == []
    parts.printing = Printing("skrivare")
    QTest.keyClick(card.print, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(parts.sent) == 1, timeout=WAIT)
    qtbot.waitUntil(lambda: "skrivaren" in card.said.text(), timeout=WAIT)
    parts.chosen = None
    card.save.click()
    parts.chosen = tmp_path / "forlust"
    card.save.click()
    qtbot.waitUntil(lambda: "fil" in card.said.text(), timeout=WAIT)
    assert (tmp_path / "forlust.pdf").read_bytes() == parts.sent[0]
    card.show_paper.click()
    qtbot.waitUntil(card.show_paper.isEnabled, timeout=WAIT)
    assert card.said.text() == ""


def test_theme_and_text_size_take_hold_at_once_and_are_remembered(unlocked: Program, settings: SettingsScreen) -> None:
    settings.show_page("look")
    settings.look.look.pill("dark").click()
    assert unlocked.theme.dark
    settings.look.sizes.pill("150").click()
    assert unlocked.theme.text_percent == 150
    assert (unlocked.preferences.now.theme, unlocked.preferences.now.text_percent) == ("dark", 150)


def test_the_text_grows_and_shrinks_by_key(unlocked: Program, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_Plus, modifier=CTRL)
    assert unlocked.theme.text_percent == 125
    keys(Qt.Key.Key_Minus, Qt.Key.Key_Minus, modifier=CTRL)
    assert unlocked.theme.text_percent == 90
    keys(Qt.Key.Key_0, modifier=CTRL)
    assert unlocked.theme.text_percent == 100


def test_another_language_builds_the_screens_anew_in_the_same_place(
    unlocked: Program, settings: SettingsScreen
) -> None:
    settings.look.language.pill("en").click()
    rooms = unlocked.stay.rooms
    assert rooms is not None
    assert rooms.frame.current is rooms.settings is not settings
    assert rooms.frame.rail.button("today").text() == "Today"


def test_the_profile_is_written_when_a_field_is_left_and_undone_by_key(
    rooms: Rooms, settings: SettingsScreen, keys: Callable[..., None], tab_to: Callable[[QWidget], None]
) -> None:
    settings.show_page("profile")
    tab_to(settings.profile.fields["name"].line)
    keys("Moa Mentor", Qt.Key.Key_Tab)
    with rooms.store.read() as session:
        assert get_profile(session).name == "Moa Mentor"
    assert rooms.frame.status.text_of("undo") == "Ångra: dina uppgifter ändrade"
    assert rooms.frame.status.text_of("saved") == "Sparat 10.58" or rooms.frame.status.text_of("saved")
    keys(Qt.Key.Key_Z, modifier=CTRL)
    with rooms.store.read() as session:
        assert get_profile(session).name == ""
    assert settings.profile.fields["name"].text() == ""
    assert rooms.frame.status.text_of("done") == "Ångrat: dina uppgifter ändrade"
    keys(Qt.Key.Key_Z, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert settings.profile.fields["name"].text() == "Moa Mentor"


def test_a_field_undoes_its_own_before_the_program_does(
    rooms: Rooms, settings: SettingsScreen, keys: Callable[..., None], tab_to: Callable[[QWidget], None]
) -> None:
    settings.show_page("profile")
    tab_to(settings.profile.fields["name"].line)
    keys("Moa", Qt.Key.Key_Tab, "Mentor")
    title = settings.profile.fields["title"].line
    assert title.hasFocus()
    keys(Qt.Key.Key_Z, modifier=CTRL)
    assert title.text() == ""
    with rooms.store.read() as session:
        assert get_profile(session).name == "Moa"
    keys(Qt.Key.Key_Z, modifier=CTRL)
    with rooms.store.read() as session:
        assert get_profile(session).name == ""


def test_working_days_and_time_off(rooms: Rooms, settings: SettingsScreen) -> None:
    settings.show_page("profile")
    settings.profile.days[5].click()
    off = settings.profile.holidays
    off.first.set_day(date(2026, 12, 24))
    off.last.set_day(date(2026, 12, 20))
    off.add_span.click()
    assert off.last.fault() == "Sista dagen är före den första. Byt plats på dem."
    off.last.set_day(date(2027, 1, 6))
    off.add_span.click()
    with rooms.store.read() as session:
        profile = get_profile(session)
    assert profile.work_days == (1, 2, 3, 4)
    assert profile.holidays == ((date(2026, 12, 24), date(2027, 1, 6)),)
    rooms.frame.undo()
    with rooms.store.read() as session:
        assert get_profile(session).holidays == ()


def test_the_minutes_until_it_locks(rooms: Rooms, settings: SettingsScreen) -> None:
    settings.show_page("security")
    settings.security.minutes.pill("15").click()
    assert rooms.lock_minutes() == 15
    rooms.frame.undo()
    assert rooms.lock_minutes() == 5
    assert settings.security.minutes.current() == "5"


class Ring:
    """A keyring that keeps what it is given."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def get(self, store_id: str, slot_id: str) -> bytes | None:
        return self.kept.get((store_id, slot_id))

    def put(self, store_id: str, slot_id: str, secret: bytes) -> None:
        self.kept[store_id, slot_id] = secret

    def remove(self, store_id: str, slot_id: str) -> None:
        self.kept.pop((store_id, slot_id), None)


def test_the_computers_own_key_can_be_allowed_and_taken_back(
    qtbot: QtBot, settings: SettingsScreen, stored: Path, parts: object
) -> None:
    ring = Ring()
    parts.secrets = ring  # type: ignore[attr-defined]
    settings.show_page("security")
    page = settings.security
    qtbot.waitUntil(lambda: not page.keyring.isHidden(), timeout=WAIT)
    page.keyring_box.click()
    qtbot.waitUntil(lambda: page.keyring_box.isEnabled() and vault.has_keyring_slot(stored), timeout=WAIT)
    assert page.keyring_box.isChecked()
    assert len(ring.kept) == 1
    page.keyring_box.click()
    qtbot.waitUntil(lambda: page.keyring_box.isEnabled() and not vault.has_keyring_slot(stored), timeout=WAIT)
    assert ring.kept == {}


def test_without_a_keyring_that_encrypts_it_is_not_offered(qtbot: QtBot, settings: SettingsScreen) -> None:
    settings.show_page("security")
    qtbot.wait(100)
    assert settings.security.keyring.isHidden()


def test_looking_around_and_back_to_ones_own(
    qtbot: QtBot, unlocked: Program, settings: SettingsScreen, stored: Path
) -> None:
    settings.show_page("sample")
    settings.sample.button.click()
    qtbot.waitUntil(lambda: _path(unlocked) not in (None, stored), timeout=30_000)
    assert unlocked.window.notice
    unlocked.window.notice_button.click()
    qtbot.waitUntil(lambda: _path(unlocked) == stored, timeout=WAIT)
    assert not unlocked.window.notice


def _path(program: Program) -> Path | None:
    return None if program.stay.rooms is None else program.stay.rooms.store.path


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    qtbot: QtBot, unlocked: Program, settings: SettingsScreen, stored: Path, passphrase: str
) -> None:
    settings.show_page("security")
    card = settings.security.passphrase
    card.present.line.setText(passphrase)
    card.fresh.first.line.setText(NEW)
    card.fresh.first.edited.emit(NEW)
    card.fresh.second.line.setText(NEW)
    card.change.click()
    qtbot.waitUntil(card.change.isEnabled, timeout=WAIT)
    unlocked.close()
    open_store(stored, NEW).close()
