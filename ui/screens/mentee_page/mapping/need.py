"""A need or a wish while it is on its way to becoming a goal, by key, by button, or dragged with the mouse."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData, QPoint
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

MIME = "application/x-mentor-need"


@dataclass(frozen=True, slots=True)
class Need:
    """An area of the mapping, or one wish in it. What is dragged carries these keys and no words."""

    area: str
    wish_id: UUID | None = None

    def to_mime(self) -> QMimeData:
        data = QMimeData()
        keys = f"{self.area}/{self.wish_id.hex if self.wish_id else ''}"
        data.setData(MIME, QByteArray(keys.encode()))
        return data


def need_of(data: QMimeData) -> Need | None:
    """None for anything else that is dragged over us."""
    if not data.hasFormat(MIME):
        return None
    area, _, wish = bytes(data.data(MIME).data()).decode().partition("/")
    return Need(area, UUID(hex=wish) if wish else None)


class Dragging:
    """Begins a drag of what `need` gives when the mouse has gone far enough with the button held down."""

    def __init__(self, widget: QWidget, need: Callable[[], Need | None]) -> None:
        self._widget, self._need = widget, need
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
        need = self._need()
        if need is None:
            return False
        drag = QDrag(self._widget)
        drag.setMimeData(need.to_mime())
        drag.setPixmap(self._widget.grab())
        drag.exec()
        return True

    def release(self) -> None:
        self._from = None
