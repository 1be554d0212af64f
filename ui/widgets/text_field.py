"""Several lines under a label. `TextField(theme, label, text="", *, placeholder="", hint="", lines=4)`.

Signals: `paused` a moment after the last key (write a draft then), `left` when the field is left (write it then),
`edited` at every change by the user.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import Theme

from .field import Field

_PAUSE_MS = 700
_AIR = 9


class _Box(QPlainTextEdit):
    """Asks for so many lines of the font it has."""

    def __init__(self, text: str, lines: int) -> None:
        super().__init__(text)
        self._lines = lines
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        air = 2 * (self.frameWidth() + _AIR)
        return QSize(metrics.averageCharWidth() * 12, metrics.lineSpacing() * self._lines + air)


class TextField(Field):
    """Tab leaves the field instead of writing a tab."""

    paused = Signal()
    left = Signal()
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        hint: str = "",
        lines: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        self.box = _Box(text, lines)
        super().__init__(theme, label, self.box, hint, parent)
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(Qt.AlignmentFlag(0))  # the box takes what room there is
        self._quiet = False
        self.box.setPlaceholderText(placeholder)
        self.box.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.box.textChanged.connect(self._on_changed)

    def text(self) -> str:
        return self.box.toPlainText()

    def set_text(self, text: str) -> None:
        """From outside: not counted as typing, and nothing is left to undo."""
        self._quiet = True
        self.box.setPlainText(text)
        self._quiet = False
        self._pause.stop()
        self.set_fault(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu that opens over the field is no leaving."""
        gone = watched is self.box and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if gone and cast("QFocusEvent", event).reason() is not Qt.FocusReason.PopupFocusReason:
            self._pause.stop()
            self.left.emit()
        return False

    def _on_changed(self) -> None:
        if not self._quiet:
            self.set_fault(None)
            self._pause.start()
            self.edited.emit()
