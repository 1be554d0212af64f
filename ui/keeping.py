"""Nothing typed is lost: drafts are kept before the store closes, and after a fault of the disk until it works."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mentorapp.domain.errors import WorldFault
from mentorapp.language.texts import Texts
from ui.frame import Frame
from ui.window import MainWindow

_TRY_EVERY_MS = 10_000


class Keeping(QObject):
    """`write_all` writes what the screens hold and raises WorldFault when the world does not take it."""

    def __init__(self, window: MainWindow, frame: Frame, texts: Texts, write_all: Callable[[], None]) -> None:
        super().__init__(frame)
        self._window, self._frame, self._texts, self._write_all = window, frame, texts, write_all
        self._trier = QTimer(self)
        self._trier.setInterval(_TRY_EVERY_MS)
        self._trier.timeout.connect(self._try_quietly)

    def keep(self, *, leave_field: bool = True) -> None:
        """Everything that is typed and not yet written."""
        focused = QApplication.focusWidget() if leave_field else None
        if focused is not None and self._window.isAncestorOf(focused):
            focused.clearFocus()  # A field is written when it is left.
        self._write_all()

    def keep_trying(self) -> None:
        """After a fault of the disk the status line says so until everything is stored."""
        self._frame.status.set_item("saved", "warn", self._texts("window.not_saved"))
        self._trier.start()

    def try_again(self) -> None:
        """The act of the strip: writes again what could not be written."""
        self.keep()
        self._on_kept()

    def stop(self) -> None:
        self._trier.stop()

    def _try_quietly(self) -> None:
        with suppress(WorldFault):
            self.keep(leave_field=False)
            self._on_kept()

    def _on_kept(self) -> None:
        self._trier.stop()
        self._window.untell()
        self._frame.telling.saved()
        self._frame.telling.say(self._texts("window.kept_again"))
