"""A label, what is typed, a quiet hint, and the sentence about a fault: shape (a) of faults, beside the field.

`Field(theme, label, editor, hint="")` holds any editor; `LineField(theme, label, ...)` holds a `Line`.
`set_fault(sentence)` shows a fault, None takes it away; what was typed is kept.
`LineField.committed(str)` is emitted when the field is left or Enter is pressed with a new text.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Role, Theme

from .announce import announce
from .icon_view import IconView
from .line import Line
from .text import Text


class FaultLine(QWidget):
    """An amber triangle and one sentence that says what to do. Never red, never a beep."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        line.addWidget(IconView(theme, "warn", tone="amber", side=16), 0, Qt.AlignmentFlag.AlignTop)
        self._text = Text(theme, "", Role.SMALL, wrap=True)
        line.addWidget(self._text, 1000)
        line.addStretch(1)  # beside a sentence that stops at its longest line
        self.hide()

    def sentence(self) -> str:
        return self._text.text()

    def show_sentence(self, sentence: str | None) -> None:
        self._text.setText(sentence or "")
        self.setVisible(bool(sentence))


class Field(QWidget):
    """The label is the editor's buddy and its accessible name; without one the editor is named by whoever made it."""

    def __init__(
        self, theme: Theme, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.editor = editor
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label = QLabel(label, self)  # with a parent from the start: shown without one it would be a window
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        if label:
            self.label.setBuddy(editor)
        self.label.setVisible(bool(label))
        self._head = QHBoxLayout()
        self._head.addWidget(self.label)
        self._head.addStretch(1)
        column.addLayout(self._head)
        column.addWidget(editor)
        self.hint = Text(theme, hint, Role.CAPTION, tone="ink2", wrap=True, parent=self)
        self.hint.setVisible(bool(hint))
        column.addWidget(self.hint)
        self._fault = FaultLine(theme)
        column.addWidget(self._fault)
        if label:
            editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self.setFocusProxy(editor)
        theme.changed.connect(self._dress)
        self._dress()

    def fault(self) -> str:
        """The sentence that stands there now, or an empty text."""
        return self._fault.sentence()

    def set_fault(self, sentence: str | None) -> None:
        """Shows or takes away the sentence; it is said aloud once."""
        if (sentence or "") == self.fault():
            return
        self._fault.show_sentence(sentence)
        self.editor.setAccessibleDescription(" ".join(part for part in (sentence or "", self._hint) if part))
        if sentence:
            announce(self.editor, sentence)

    def add_right_of_label(self, widget: QWidget) -> None:
        """Such as the chip that says who may see what is written here."""
        self._head.addWidget(widget)

    def _dress(self) -> None:
        self.label.setFont(self.theme.font(Role.SMALL, True))


class LineField(Field):
    """One line of text."""

    committed = Signal(str)
    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        hint: str = "",
        icon: str | None = None,
        large: bool = False,
        longest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Line(theme, placeholder, icon=icon, large=large)
        super().__init__(theme, label, self.line, hint, parent)
        self._kept = text
        self.line.setText(text)
        if longest:
            self.line.setMaxLength(longest)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_finished)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        """From outside: nothing is committed."""
        self._kept = text
        self.line.setText(text)
        self.set_fault(None)

    def _on_edited(self, text: str) -> None:
        self.set_fault(None)
        self.edited.emit(text)

    def _on_finished(self) -> None:
        if self.line.text() != self._kept:
            self._kept = self.line.text()
            self.committed.emit(self._kept)
