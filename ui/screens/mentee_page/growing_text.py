"""Plain text that can be written in where it stands: no box round it until it is being written, as high as its text."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import Role, Theme

_PAUSE_MS = 700


class GrowingText(QPlainTextEdit):
    """Signal `written(str)`: the text has changed, a moment after the last key and when the field is left."""

    written = Signal(str)
    ring_radius = 5.0

    def __init__(self, theme: Theme, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._stored = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { border: 0; padding: 0; background: transparent; }")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.write)
        self.textChanged.connect(self._on_changed)
        theme.changed.connect(self._dress)
        self._dress()

    def set_stored(self, text: str) -> None:
        """What the store has. Words that are being written are not overwritten."""
        if text == self._stored and self.toPlainText() == text:
            return
        if self.hasFocus() and self.toPlainText() != self._stored:
            return
        self._stored = text
        self.setPlainText(text)
        self._pause.stop()
        self._fit()

    def write(self) -> None:
        """Emits what differs from the store."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._stored:
            self._stored = text
            self.written.emit(text)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self._fit)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.write()

    def _on_changed(self) -> None:
        self._pause.start()
        self._fit()

    def _fit(self) -> None:
        """Lines of a plain text document are counted, not measured in pixels."""
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)

    def _dress(self) -> None:
        self.setFont(self.theme.font(Role.SMALL))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self.theme.colour("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.colour("ink2"))
        self.setPalette(palette)
        self._fit()
