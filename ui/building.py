"""What will be wanted soon is built part by part while nobody waits, so that each is there when it is first wanted."""

import gc
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 120


class Building(QObject):
    """`start` begins, `stop` ends for good.

    All that is there when the last part is built is left out of the garbage collector's rounds: it stays until the
    lock, and looking through it takes a tenth of a second in the middle of a key press.
    """

    def __init__(self, parts: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = list(parts)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    @property
    def is_active(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()

    def _on_time(self) -> None:
        if self._parts:
            self._parts.pop(0)()
        else:
            self._timer.stop()
            gc.freeze()
