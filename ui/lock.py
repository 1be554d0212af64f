"""Locking: when nobody has touched the program for a while, or at once. Lock ends the process and starts a fresh one.

After a store is closed its key and text stay in memory until the process ends, so only an ended process is locked.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from mentorapp.domain.calendar import Clock

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_LOOK_EVERY_MS = 5_000


def restart(arguments: Sequence[str]) -> bool:
    """A fresh process of this program with these arguments; False when the system could not start it."""
    frozen = bool(getattr(sys, "frozen", False))
    own = [] if frozen else ["-m", "ui.start"]
    return bool(QProcess.startDetached(sys.executable, [*own, *arguments])[0])


class IdleWatch(QObject):
    """Emits `idle` when the window was not touched for so many minutes by the clock, the machine's sleep included.

    It listens to the window's own handle: a filter on the whole application would slow every event down.
    """

    idle = Signal()

    def __init__(self, window: QWidget, clock: "Clock", minutes: Callable[[], int]) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._minutes = minutes
        self._touched: datetime = clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._touched = self._clock.now()
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """What the timer asks: has it been long enough?"""
        if self._clock.now() - self._touched >= timedelta(minutes=self._minutes()):
            self._touched = self._clock.now()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched = self._clock.now()
        return False
