"""Every field of the window, place by place: what is typed in it is kept, and no key of it writes to the store."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.store.drafts import list_drafts
from mentorapp.store.overviews import list_lines
from mentorapp.store.store import Store
from ui.app import Program
from ui.rooms import Rooms
from ui.screens.mentee_page.tab_list import TABS
from ui.screens.quick_note import QuickNote
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.recovery_proof import RecoveryProof
from ui.widgets.search_field import SearchField

from .everywhere import places, sheets

# Passphrases and the recovery sheet are never kept; a search is gone when it is found.
NEVER_KEPT = (PassphraseField, RecoveryProof, SearchField)


@pytest.fixture
def rooms(start: Callable[..., Program], qtbot: QtBot) -> Rooms:
    """The program with the sample people."""
    program = start(demo=True)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=60_000)
    rooms = program.stay.rooms
    assert rooms is not None
    return rooms


def text_entries(window: QWidget) -> list[Any]:
    """What can be typed in where one stands."""
    found: list[Any] = []
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        found += window.findChildren(kind)
    return [one for one in found if one.isVisible() and not one.isReadOnly()]


def kept(window: QWidget) -> list[QWidget]:
    keepers: list[Any] = [one for kind in (FormDrafts, PageDrafts) for one in window.findChildren(kind)]
    return [widget for one in keepers for widget in one.widgets]


def is_inside(widget: QWidget, holders: tuple[type[QWidget], ...]) -> bool:
    return any(isinstance(parent, holders) for parent in _upwards(widget))


def _upwards(widget: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    at: QWidget | None = widget
    while at is not None:
        chain.append(at)
        at = at.parentWidget()
    return chain


def test_what_is_typed_in_any_field_is_kept(rooms: Rooms) -> None:
    window, seen, bare = rooms.frame.window(), 0, set()
    for place, go in (*places(rooms), *sheets(rooms)):
        go()
        held = kept(window)
        for field in text_entries(window):
            seen += 1
            if is_inside(field, (*NEVER_KEPT, QuickNote)):
                continue
            if not any(one in held for one in _upwards(field)):
                bare.add(f"{place}: {field.accessibleName()} ({type(field.parentWidget()).__name__})")
    assert seen > 40, "the search finds too few fields"
    assert bare == set()


def press(field: QWidget, letter: str) -> None:
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyRelease, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_no_key_in_any_field_waits_for_the_store(rooms: Rooms, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window, written, pressed = rooms.frame.window(), set(), 0
    at = ""
    write = Store.write

    def watched(store: Store, label: str) -> Any:
        if at:
            written.add(f"{at}: {label}")
        return write(store, label)

    monkeypatch.setattr(Store, "write", watched)
    for place, go in (*places(rooms), *sheets(rooms)):
        go()
        for field in text_entries(window):
            field.setFocus()
            at = f"{place}: {field.accessibleName()}"
            for letter in "åb 1":
                press(field, letter)
            at = ""
            pressed += 1
    assert pressed > 40
    assert written == set()


def test_nothing_typed_about_one_person_is_seen_with_the_next(rooms: Rooms) -> None:
    """A word of each person's own in every field of every tab: only they have it, in fields and among drafts."""
    window = rooms.frame.window()
    with rooms.store.read() as session:
        people = [line.mentee_id for line in list_lines(session)][:3]
    for number, person in enumerate(people):
        own, others = f"Ord{number}", [f"Ord{other}" for other in range(3) if other != number]
        rooms.frame.go("mentee", person)
        for name in TABS:
            rooms.page.choose_tab(name)
            for field in text_entries(window):
                text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
                assert not any(word in text for word in others), f"{name}: {field.accessibleName()}"
                for letter in own:
                    press(field, letter)
        rooms.page.write_all()
    with rooms.store.read() as session:
        drafts = list_drafts(session)
    for draft in drafts:
        if draft.mentee_id in people:
            number = people.index(draft.mentee_id)
            assert not any(f"Ord{other}" in str(draft.content) for other in range(3) if other != number)
