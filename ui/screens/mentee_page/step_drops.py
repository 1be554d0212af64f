"""Steps that are dragged among the steps of their goal: where one would go, and that it goes there when dropped."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.dragging import key_of

from .step_row import STEP, StepRow


class StepDrops(QObject):
    """`over` is the place before which a dragged step would go, or -1; `move(step_id, places)` moves it."""

    def __init__(
        self, watched: QWidget, rows: Callable[[], tuple[StepRow, ...]], move: Callable[[UUID, int], None]
    ) -> None:
        super().__init__(watched)
        self._watched, self._rows, self._move = watched, rows, move
        self.over = -1
        watched.setAcceptDrops(True)
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter:
            return self._enter(cast("QDragEnterEvent", event))
        if kind == QEvent.Type.DragMove:
            moved = cast("QDragMoveEvent", event)
            self._show(self.place_at(moved.position().y()))
            moved.acceptProposedAction()
            return True
        if kind == QEvent.Type.DragLeave:
            self._show(-1)
            return True
        if kind == QEvent.Type.Drop:
            self._drop(cast("QDropEvent", event))
            return True
        return False

    def place_at(self, y: float) -> int:
        """How many rows have their middle above."""
        return sum(row.geometry().center().y() < y for row in self._rows())

    def _enter(self, event: QDragEnterEvent) -> bool:
        """Only steps of this goal change places here; what else comes goes on to the goal."""
        if self._dragged(event.mimeData()) is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        return True

    def _drop(self, event: QDropEvent) -> None:
        """Before the row whose upper half it falls on, after the one whose lower half."""
        self._show(-1)
        row = self._dragged(event.mimeData())
        if row is None:
            return
        event.acceptProposedAction()
        here, to = self._rows().index(row), self.place_at(event.position().y())
        places = to - here - (to > here)
        if places:
            self._move(row.step.id, places)

    def _dragged(self, data: QMimeData) -> StepRow | None:
        key = key_of(data, STEP)
        return next((row for row in self._rows() if str(row.step.id) == key), None)

    def _show(self, place: int) -> None:
        self.over = place
        self._watched.update()
