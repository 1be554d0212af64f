"""Questions that are dragged among the questions of their form: where one would go, and that it goes there."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.dragging import key_of

from .question_row import QUESTION, QuestionRow

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class QuestionDrops(QObject):
    """`over` is the place before which a dragged question would go, or -1; `move(at, to)` moves it."""

    def __init__(
        self, watched: QWidget, rows: Callable[[], Sequence[QuestionRow]], move: Callable[[int, int], None]
    ) -> None:
        super().__init__(watched)
        self._watched, self._rows, self._move = watched, rows, move
        self.over = -1
        watched.setAcceptDrops(True)
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._show(-1)
            return True
        if event.type() not in _OVER:
            return False
        drop = cast("QDropEvent", event)  # a drag that enters or moves is one, too
        at = self._dragged(drop.mimeData())
        if at is None:
            event.ignore()
            return True
        place = self.place_at(drop.position().y())
        drop.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._show(-1)
            self._move(at, place - (place > at))
        else:
            self._show(place)
        return True

    def place_at(self, y: float) -> int:
        """How many rows have their middle above."""
        return sum(row.geometry().center().y() < y for row in self._rows())

    def _dragged(self, data: QMimeData) -> int | None:
        key = key_of(data, QUESTION)
        return int(key) if key.isdecimal() and int(key) < len(self._rows()) else None

    def _show(self, place: int) -> None:
        self.over = place
        self._watched.update()
