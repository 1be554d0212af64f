"""A dressed window to put widgets in, with the ring that shows the focus."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme


class Wednesday:
    """Wednesday 25 November 2026."""

    def now(self) -> datetime:
        return datetime(2026, 11, 25, 10, 58, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 25)


@pytest.fixture
def clock() -> Wednesday:
    return Wednesday()


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., QWidget]]:
    """Puts widgets in a window of ours, shows it and makes it the active one; held until the test is over."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 700) -> QWidget:
        window = QWidget()
        theme.dress(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 400)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    windows.clear()


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Keys one by one: `qtbot.keyClicks` aborts the process at å, ä and ö."""

    def send(widget: QWidget, text: str) -> None:
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    return send
