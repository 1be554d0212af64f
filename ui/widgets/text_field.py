"""Several lines under a label. `TextField(theme, label, text="", *, placeholder="", hint="", lines=4)`.

Signals: `paused` a moment after the last key (write a draft then), `left` when the field is left (write it then),
`edited` at every change by the user.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import Role, Theme

from .field import Field

_PAUSE_MS = 700
_AIR = 9


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
        self.box = QPlainTextEdit(text)
        super().__init__(theme, label, self.box, hint, parent)
        self._lines = lines
        self._quiet = False
        self.box.setPlaceholderText(placeholder)
        self.box.setTabChangesFocus(True)
        self.box.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.box.textChanged.connect(self._on_changed)
        theme.changed.connect(self._fit)
        self._fit()

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

    def _fit(self) -> None:
        lines = self.theme.metrics(Role.BODY).lineSpacing() * self._lines
        self.box.setMinimumHeight(lines + 2 * (self.box.frameWidth() + _AIR))
