"""What the program copied does not stay on the clipboard: it goes after half a minute, at lock and at quit."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

_KEPT_MS = 30_000


class ClipboardKeeper(QObject):
    """Only what is still ours is taken away; what another program copied since is left alone."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None, kept_ms: int = _KEPT_MS) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept_ms)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._on_changed)

    def clear(self) -> None:
        self._timer.stop()
        if self._ours and self._clipboard.text() == self._ours:
            self._clipboard.clear()
        self._ours = ""
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _on_changed(self) -> None:
        """Not every system tells who copied; what appears while one works in our window came from it."""
        active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if self._clipboard.ownsClipboard() or active:
            self._ours = self._clipboard.text()
            self._timer.start()
        else:
            self._ours = ""
