"""The register of people and organisations is a place of the window: from a person's network, and left by Esc."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorapp.store.mentees import add_mentee
from ui.requests import DraftRequest
from ui.rooms import Rooms
from ui.screens.contacts_register import ContactsRegister
from ui.widgets.form_sheet import FormSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rooms(unlocked: Any) -> Rooms:
    found: Rooms | None = unlocked.stay.rooms
    assert found is not None
    return found


def test_the_register_is_reached_from_the_network_and_left_by_esc(rooms: Rooms, keys: Callable[..., None]) -> None:
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Birk")
    rooms.frame.go("mentee", mentee)
    rooms.page.choose_tab("network")
    tab: Any = rooms.page.tab("network")
    tab.register.click()
    register = rooms.frame.current
    assert isinstance(register, ContactsRegister)
    keys(Qt.Key.Key_F, modifier=CTRL)
    assert register.search.hasFocus()
    keys(Qt.Key.Key_Escape)
    assert rooms.frame.current is rooms.page
    assert rooms.page.tabs.current() == "network"


def test_the_register_is_an_action_without_a_key(rooms: Rooms) -> None:
    rooms.frame._handlers()["register"]()
    assert isinstance(rooms.frame.current, ContactsRegister)
    rooms.frame.current.back.click()
    assert rooms.frame.current is not None
    assert not isinstance(rooms.frame.current, ContactsRegister)


def test_a_person_of_the_register_that_was_begun_is_gone_on_with(rooms: Rooms) -> None:
    rooms.open_draft(DraftRequest(None, "register.contact"))
    QApplication.processEvents()
    (sheet,) = [one for one in rooms.frame.window().findChildren(FormSheet) if one.isVisible()]
    sheet.close_over()
