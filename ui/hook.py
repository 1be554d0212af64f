"""The last net: whatever nobody caught, in any thread, arrives here once and is handed to the window's thread."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class Hook(QObject):
    """`raised` carries the exception. Standard error gets kind and places, never a value."""

    raised = Signal(object)

    def install(self) -> None:
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def take(self, error: BaseException) -> None:
        """For errors that were caught on their way, as the worker does."""
        self.raised.emit(error)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self.take(error.with_traceback(trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_value)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            from .report import report_of

            sys.stderr.write(report_of(args.exc_value) + "\n")
