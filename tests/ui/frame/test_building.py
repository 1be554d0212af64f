"""Parts of the window are built one after another while nobody waits."""

import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.building import Building


def test_parts_are_built_in_their_order_and_then_it_ends(qtbot: QtBot) -> None:
    built: list[str] = []
    owner = QObject()
    building = Building([lambda: built.append("list"), lambda: built.append("page")], owner)
    assert not built
    building.start()
    qtbot.waitUntil(lambda: not building.is_active)
    try:
        assert built == ["list", "page"]
        assert gc.get_freeze_count() > 0
    finally:
        building.stop()
    assert gc.get_freeze_count() == 0


def test_what_is_stopped_builds_nothing_more(qtbot: QtBot) -> None:
    built: list[str] = []
    owner = QObject()
    building = Building([lambda: built.append("list")], owner)
    building.start()
    building.stop()
    qtbot.wait(200)
    assert not built
