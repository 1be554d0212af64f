"""Arbetsplatser is a place of the window: on the rail and by Ctrl+4, with Ctrl+F, and what was begun there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorapp.store.drafts import keep_draft
from mentorapp.store.workplaces import add_workplace
from ui.app import Program
from ui.requests import DraftRequest
from ui.rooms import Rooms
from ui.screens.workplaces import WorkplacesScreen
from ui.widgets.form_sheet import FormSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    return rooms


def place(rooms: Rooms) -> str:
    here = rooms.frame.here
    assert here is not None
    return here.key


def test_ctrl_4_and_the_rail_lead_there_and_the_rail_marks_it(rooms: Rooms, keys: Callable[..., None]) -> None:
    keys(Qt.Key.Key_4, modifier=CTRL)
    assert place(rooms) == "workplaces"
    assert rooms.frame.rail.button("workplaces").isChecked()
    keys(Qt.Key.Key_Escape)
    assert place(rooms) == "today"
    rooms.frame.rail.button("workplaces").click()
    assert place(rooms) == "workplaces"


def test_ctrl_f_searches_the_bank_and_ctrl_n_and_ctrl_p_are_about_nobody(
    rooms: Rooms, keys: Callable[..., None]
) -> None:
    with rooms.store.write("workplace_added") as session:
        add_workplace(session, "Fantasihallen")
    keys(Qt.Key.Key_4, modifier=CTRL)
    keys(Qt.Key.Key_F, modifier=CTRL)
    screen = rooms.frame.current
    assert isinstance(screen, WorkplacesScreen)
    assert screen.search.hasFocus()
    keys(Qt.Key.Key_P, modifier=CTRL)
    assert rooms.frame.status.text_of("done") == "Välj en deltagare först, sedan går planen att skriva ut."
    keys(Qt.Key.Key_N, modifier=CTRL)
    assert rooms.note.is_open
    keys(Qt.Key.Key_Escape)


def test_a_workplace_that_was_begun_is_gone_on_with_from_idag(rooms: Rooms) -> None:
    with rooms.store.write("draft_kept") as session:
        keep_draft(session, "workplaces.workplace", None, {"name": "Ängsgården"})
    rooms.frame.go("today")
    rooms.open_draft(DraftRequest(None, "workplaces.workplace"))
    QApplication.processEvents()
    (sheet,) = [one for one in rooms.frame.window().findChildren(FormSheet) if one.isVisible()]
    assert sheet.values()["name"] == "Ängsgården"
    sheet.close_over()
