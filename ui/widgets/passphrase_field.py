"""Where a passphrase is typed: hidden until Visa, with a word when Caps Lock is on.

`PassphraseField(theme, texts, label, hint="", *, large=True)`; `text()`, `clear()`, `select_all()`, `set_fault(...)`.
Signals: `edited(str)`, `entered` (Enter).
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .button import Button, Kind, Size
from .field import Field
from .line import Line
from .text import Text


class PassphraseField(Field):
    """What is typed never reaches the clipboard, the undo list of the system, or a prediction list."""

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        label: str,
        hint: str = "",
        *,
        large: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Line(theme, large=large)
        super().__init__(theme, label, self.line, hint, parent)
        self._texts = texts
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.reveal = Button(theme, texts("widgets.reveal"), "eye", kind=Kind.QUIET, size=Size.ROW, parent=self.line)
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._on_revealed)
        self.capitals = Text(theme, texts("widgets.caps_lock"), Role.CAPTION, tone="ink2")
        self.capitals.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.capitals)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.entered)
        self._set_reveal()

    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        self.line.clear()

    def select_all(self) -> None:
        """After a passphrase that did not fit: the next key replaces it, an arrow mends it."""
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_letters(self) -> None:
        self.reveal.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if isinstance(event, QResizeEvent):
                self._set_reveal()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self._watch_capitals(event)
        return False

    def _watch_capitals(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, means that Caps Lock is on."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.hide()
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.setVisible(letter.isupper() != shift)

    def _on_edited(self, text: str) -> None:
        self.set_fault(None)
        self.edited.emit(text)

    def _on_revealed(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.reveal.set_text(self._texts("widgets.conceal" if shown else "widgets.reveal"))
        self.reveal.set_icon("eyeoff" if shown else "eye")
        self._set_reveal()

    def _set_reveal(self) -> None:
        """The button lies at the right in the field."""
        size = self.reveal.sizeHint()
        self.reveal.resize(size)
        self.reveal.move(self.line.width() - size.width() - 6, (self.line.height() - size.height()) // 2)
        self.line.reserve(size.width())

    def _dress(self) -> None:
        super()._dress()
        if hasattr(self, "reveal"):
            self._set_reveal()
