"""The ring: when it shows, where it stands, and that it follows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QScrollArea, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.button import Button, Kind
from ui.widgets.field import LineField
from ui.widgets.focus_ring import FocusRing
from ui.widgets.tick_box import TickBox

Show = Callable[..., QWidget]


def press_key(window: QWidget, key: Qt.Key = Qt.Key.Key_Shift) -> None:
    """A key as it comes from the system, through the window's own handle."""
    QTest.keyClick(window.windowHandle(), key)
    QApplication.processEvents()


def click(window: QWidget, target: QWidget) -> None:
    """A click as it comes from the system."""
    spot = target.mapTo(window, target.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


@pytest.fixture
def buttons(theme: Theme) -> tuple[Button, Button]:
    return Button(theme, "Spara", kind=Kind.PRIMARY), Button(theme, "Fredrika", kind=Kind.PILL)


def test_it_shows_for_the_keyboard(theme: Theme, shown: Show, buttons: tuple[Button, Button]) -> None:
    window = shown(*buttons)
    ring = FocusRing(window, theme)
    buttons[0].setFocus()
    press_key(window, Qt.Key.Key_Tab)
    target = ring.target()
    assert target is buttons[1]
    place = buttons[1].geometry().adjusted(-4, -4, 4, 4)
    assert ring.geometry() == place
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_does_not_show_for_the_mouse(theme: Theme, shown: Show, buttons: tuple[Button, Button]) -> None:
    window = shown(*buttons)
    ring = FocusRing(window, theme)
    click(window, buttons[0])
    assert buttons[0].hasFocus()
    assert ring.target() is None
    press_key(window)
    assert ring.target() is buttons[0]


def test_it_always_shows_on_a_field(theme: Theme, shown: Show) -> None:
    field, box = LineField(theme, "Namn"), TickBox(theme, "Ring Siv")
    window = shown(field, box)
    ring = FocusRing(window, theme)
    click(window, field.line)
    assert ring.target() is field.line
    outer = field.line.mapTo(window, QPoint(-3, -3))
    assert ring.geometry().topLeft() == outer


def test_it_goes_round_the_box_of_a_tick_box(theme: Theme, shown: Show) -> None:
    first, box = LineField(theme, "Namn"), TickBox(theme, "Ring Siv om tiden")
    window = shown(first, box)
    ring = FocusRing(window, theme)
    press_key(window)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target() is box
    assert ring.width() < box.width() / 3


def test_it_follows_the_current_row_and_tab(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    model = QStringListModel(["a", "b", "c"])
    view, tabs = QListView(), QTabBar()
    view.setModel(model)
    tabs.addTab("Översikt")
    tabs.addTab("Plan")
    window = shown(view, tabs)
    ring = FocusRing(window, theme)
    press_key(window)
    view.setFocus()
    view.setCurrentIndex(model.index(0, 0))
    QApplication.processEvents()
    first = ring.geometry()
    view.setCurrentIndex(model.index(2, 0))
    qtbot.waitUntil(lambda: ring.geometry().top() > first.top())
    tabs.setFocus()
    before = ring.geometry()
    tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: ring.geometry().left() > before.left())


def test_it_follows_a_scroll_and_hides_when_its_control_is_out_of_sight(
    qtbot: QtBot, theme: Theme, shown: Show
) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [Button(theme, f"Knapp {n}") for n in range(30)]
    for button in buttons:
        column.addWidget(button)
    area = QScrollArea()
    area.setWidget(content)
    window = shown(area)
    ring = FocusRing(window, theme)
    press_key(window)
    buttons[3].setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target() is buttons[3]
    before = ring.y()
    area.verticalScrollBar().setValue(30)
    qtbot.waitUntil(lambda: ring.y() == before - 30)
    area.verticalScrollBar().setValue(900)
    qtbot.waitUntil(lambda: ring.target() is None)


def test_it_lets_go_of_what_disappears(qtbot: QtBot, theme: Theme, shown: Show, buttons: tuple[Button, Button]) -> None:
    window = shown(*buttons)
    ring = FocusRing(window, theme)
    press_key(window)
    buttons[0].setFocus()
    assert ring.target() is buttons[0]
    buttons[0].hide()
    qtbot.waitUntil(lambda: ring.target() is not buttons[0])
    buttons[1].setFocus()
    assert ring.target() is buttons[1]
    buttons[1].deleteLater()
    qtbot.waitUntil(lambda: ring.target() is None)
    ring.repaint()


def test_another_window_takes_the_ring_away(
    qtbot: QtBot, theme: Theme, shown: Show, buttons: tuple[Button, Button]
) -> None:
    window = shown(buttons[0])
    ring = FocusRing(window, theme)
    press_key(window)
    buttons[0].setFocus()
    other = shown(buttons[1])
    buttons[1].setFocus()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.waitUntil(lambda: ring.target() is None)
