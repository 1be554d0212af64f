"""Inställningar, Gallring: what was disposed of is listed without a name, and its record opens from there."""

from pytestqt.qtbot import QtBot

from mentorapp.store.disclosures import add_disposal
from ui.requests import PrintRequest
from ui.rooms import Rooms


def test_each_disposal_has_its_record(rooms: Rooms, qtbot: QtBot) -> None:
    page = rooms.settings.disposals
    rooms.settings.show_page("disposals")
    assert page.buttons == []
    with rooms.store.write("mentee_erased") as session:
        disposal = add_disposal(session, "erased_person", {"session": 3})
    qtbot.waitUntil(lambda: len(page.buttons) == 1)
    page.buttons[0].click()
    assert rooms.frame.here is not None
    assert rooms.frame.here.subject == PrintRequest(template="P17", about=disposal)
    qtbot.waitUntil(lambda: rooms.preview.made is not None, timeout=20_000)
    assert rooms.preview.made is not None
    assert rooms.preview.made.mentee_id is None
