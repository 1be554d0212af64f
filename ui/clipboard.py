"""What the program copied does not stay on the clipboard: it goes after half a minute, at lock and at quit."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

_KEPT_MS = 30_000


class ClipboardKeeper(QObject):
    """Only what is still ours is taken away; what another program copied is left alone."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None, kept_ms: int = _KEPT_MS) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept_ms)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._on_changed)

    def clear(self) -> None:
        self._timer.stop()
        if self._clipboard.ownsClipboard() and self._clipboard.text():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _on_changed(self) -> None:
        if self._clipboard.ownsClipboard() and self._clipboard.text():
            self._timer.start()
