"""Back to everything: asked for only where the setting says so, so that nobody else turns the mode off."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.language.texts import Texts
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button, Kind
from ui.widgets.overlay import Overlay
from ui.widgets.passphrase_field import PassphraseField


class LeaveCard(Overlay):
    """`allowed` after the right passphrase. What is typed is forgotten at once."""

    allowed = Signal()

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, tasks: Tasks, check: Callable[[str], bool]) -> None:
        super().__init__(window, theme, texts("meeting_mode.leave"))
        self._texts, self._tasks, self._check = texts, tasks, check
        self.passphrase = PassphraseField(theme, texts, texts("meeting_mode.passphrase"), large=False)
        self.passphrase.entered.connect(self.ask)
        self.body.addWidget(self.passphrase)
        self.ready = Button(theme, texts("meeting_mode.leave"), kind=Kind.PRIMARY)
        self.ready.clicked.connect(self.ask)
        self.foot.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)

    def ask(self) -> None:
        """In the worker: deriving a key takes a while."""
        if not self.ready.isEnabled():
            return
        typed, check = self.passphrase.text(), self._check
        self.ready.set_blocked(self._texts("preview.checking"))
        task = self._tasks.run(lambda: check(typed), self._on_checked, self._on_error)
        self.destroyed.connect(task.cancel)

    def _on_checked(self, right: bool) -> None:
        self.ready.set_blocked(None)
        self.passphrase.clear()
        if right:
            self.close_over()
            self.allowed.emit()
        else:
            self.passphrase.set_fault(self._texts("meeting_mode.wrong"))
            self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_error(self, error: Exception) -> None:
        self.ready.set_blocked(None)
        raise error
