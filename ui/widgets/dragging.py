"""Begins a drag when the mouse has gone far enough with the button held down; what a key does too, for the hand.

`Dragging(widget, data)`: the widget hands its `press`, `move` and `release`; `data()` gives what is dragged, or None.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QPoint
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Dragging:
    """What is dragged carries keys and no words: another program that it is dropped on learns nothing."""

    def __init__(self, widget: QWidget, data: Callable[[], QMimeData | None]) -> None:
        self._widget, self._data = widget, data
        self._from: QPoint | None = None

    def press(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    def move(self, event: QMouseEvent) -> bool:
        """True when a drag was begun, and is over by now."""
        if self._from is None:
            return False
        if (event.position().toPoint() - self._from).manhattanLength() < QApplication.startDragDistance():
            return False
        self._from = None
        data = self._data()
        if data is None:
            return False
        drag = QDrag(self._widget)
        drag.setMimeData(data)
        drag.setPixmap(self._widget.grab())
        drag.exec()
        return True

    def release(self) -> None:
        self._from = None


def mime(kind: str, key: str) -> QMimeData:
    """A key of ours under a kind of ours."""
    data = QMimeData()
    data.setData(kind, QByteArray(key.encode()))
    return data


def key_of(data: QMimeData, kind: str) -> str:
    """Empty for anything else that is dragged over us."""
    return bytes(data.data(kind).data()).decode() if data.hasFormat(kind) else ""
