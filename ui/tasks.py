"""One background worker for what takes over 50 ms: a function in, a frozen value out. No widget crosses."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Value = TypeVar("Value")


class Task:
    """What was asked for. A cancelled task may still run to its end, but nobody hears of it."""

    def __init__(
        self,
        function: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None,
    ) -> None:
        self.function, self.on_done, self.on_error = function, on_done, on_error
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Tasks(QObject):
    """Runs one task after another. Errors that a task does not take itself go to `on_error` of the whole."""

    _ended = Signal(object)

    def __init__(self, on_error: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._worker: Thread | None = None
        self._running = 0
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return self._running > 0

    def run(
        self,
        function: Callable[[], Value],
        on_done: Callable[[Value], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Calls `function` in the worker, then `on_done` with its value here; `on_error` gets what it raised."""
        task = Task(function, on_done, on_error)
        if self._worker is None:
            self._worker = Thread(target=self._work, name="worker", daemon=True)
            self._worker.start()
        self._running += 1
        self._queue.put(task)
        return task

    def close(self) -> None:
        """Lets the worker end after what it is doing, and waits for it."""
        if self._worker is not None:
            self._queue.put(None)
            self._worker.join()
            self._worker = None

    def _work(self) -> None:
        while (task := self._queue.get()) is not None:
            self._ended.emit(_outcome(task))

    def _deliver(self, deliver: Callable[[], Exception | None]) -> None:
        self._running -= 1
        error = deliver()
        if error is not None:
            self._on_error(error)


def _outcome(task: Task) -> Callable[[], Exception | None]:
    """What the window's thread is to call; it gives back an error that nobody took."""
    try:
        value = task.function()
    except Exception as error:  # noqa: BLE001 - the worker hands over whatever was raised, as the hook does
        return _failure(task, error)

    def succeed() -> None:
        if not task.cancelled:
            task.on_done(value)

    return succeed


def _failure(task: Task, error: Exception) -> Callable[[], Exception | None]:
    def fail() -> Exception | None:
        if task.cancelled:
            return None
        if task.on_error is None:
            return error
        task.on_error(error)
        return None

    return fail
