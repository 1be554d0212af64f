"""A file outside the store: first what that means, then the passphrase, and only then where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from mentorapp.language.texts import Texts
from ui.tasks import Tasks
from ui.theme import Theme

from .button import Button, Kind, Size
from .card import Card
from .passphrase_field import PassphraseField
from .text import Text

Check = Callable[[str], bool]


def passphrase_checked(path: Path) -> Check:
    """Whether a passphrase opens the store at `path`; takes about a second."""

    def check(typed: str) -> bool:
        from mentorapp.store.errors import WrongPassphraseError
        from mentorapp.store.vault import unlock_with_passphrase

        try:
            unlock_with_passphrase(path, typed)
        except WrongPassphraseError:
            return False
        return True

    return check


class SaveCard(Card):
    """Signals: `allowed` after the right passphrase, `left`. What is typed is forgotten at once."""

    allowed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, texts: Texts, tasks: Tasks, check: Check, title: str) -> None:
        super().__init__(theme, title, "save", tone="amber")
        self._texts, self._tasks, self._check = texts, tasks, check
        self.add(Text(theme, texts("preview.save_warning"), wrap=True), below=8)
        self.passphrase = PassphraseField(theme, texts, texts("preview.passphrase"), large=False)
        self.passphrase.entered.connect(self.ask)
        self.add(self.passphrase, below=10)
        self.go_on = Button(theme, texts("preview.save_choose"), kind=Kind.PRIMARY, size=Size.ROW)
        self.go_on.clicked.connect(self.ask)
        leave = Button(theme, texts("preview.close"), kind=Kind.QUIET, size=Size.ROW)
        leave.clicked.connect(self.left)
        line = QHBoxLayout()
        line.addWidget(self.go_on)
        line.addWidget(leave)
        line.addStretch(1)
        self.add(line, below=14)

    def open(self) -> None:
        self.passphrase.clear()
        self.passphrase.set_fault(None)
        self.show()
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stays here: it must never reach the screen, where it prints."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def ask(self) -> None:
        """In the worker: deriving a key takes a while."""
        typed, check = self.passphrase.text(), self._check
        if not self.go_on.isEnabled():
            return
        self.go_on.set_blocked(self._texts("preview.checking"))
        task = self._tasks.run(lambda: check(typed), self._on_checked, self._on_error)
        self.destroyed.connect(task.cancel)

    def _on_checked(self, right: bool) -> None:
        self.go_on.set_blocked(None)
        if right:
            self.passphrase.clear()
            self.allowed.emit()
        else:
            self.passphrase.set_fault(self._texts("errors.passphrase_wrong"))
            self.passphrase.select_all()

    def _on_error(self, error: Exception) -> None:
        self.go_on.set_blocked(None)
        raise error
