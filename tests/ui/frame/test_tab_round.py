"""Tab goes round the whole window: it comes to everything that can have the focus, at every place, and never sticks."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Program
from ui.rooms import Rooms
from ui.widgets.focus_chain import is_stop
from ui.widgets.overlay import Overlay

from .everywhere import places, put_away, sheets

WAYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def rooms(start: Callable[..., Program], qtbot: QtBot) -> Rooms:
    """The program with the sample people."""
    program = start(demo=True)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=60_000)
    rooms = program.stay.rooms
    assert rooms is not None
    return rooms


def round_trip(most: int, held: Qt.KeyboardModifier) -> set[QWidget]:
    """Where Tab comes, or Shift+Tab, until it is where it began."""
    passed: list[QWidget] = []
    for _ in range(most):
        here = QApplication.focusWidget()
        assert here is not None, f"the focus is lost after {passed[-1].accessibleName() if passed else 'nothing'}"
        if passed and here is passed[0]:
            break
        passed.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab, held)
    return set(passed)


@pytest.mark.long
def test_tab_comes_to_everything(rooms: Rooms) -> None:
    """Garbage is collected at every place: a walk along the order of Tab must not take living widgets with it."""
    window, missed, seen = rooms.frame.window(), set(), 0
    for place, go in (*places(rooms, persons=2)[:-1], *sheets(rooms)):
        go()
        gc.collect()
        QApplication.processEvents()
        over = [one for one in window.findChildren(Overlay) if one.isVisible()]
        wanted = {one for one in (over[-1] if over else window).findChildren(QWidget) if is_stop(one)}
        seen += len(wanted)
        for held in WAYS:
            passed = round_trip(2 * len(wanted) + 20, held)
            missed |= {f"{place}: {type(one).__name__} {one.accessibleName()!r}" for one in wanted - passed}
    put_away(rooms)
    assert seen > 800, "the search finds too few"
    assert missed == set()
