"""Byt lösenfras: the present one, and a new one twice. A kill at any moment leaves the old one or the new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store import vault
from mentorapp.store.opening import OpenStore
from ui.tasks import Tasks
from ui.theme import Role, Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text


class PassphraseCard(Card):
    """Folded until it is asked for."""

    def __init__(self, theme: Theme, texts: Texts, opened: OpenStore, tasks: Tasks) -> None:
        super().__init__(theme, texts("settings.passphrase"), "key")
        self._texts, self._opened, self._tasks = texts, opened, tasks
        self.said = Text(theme, texts("settings.passphrase_why"), Role.SMALL, tone="ink2", wrap=True)
        self.add(self.said, below=8)
        self.unfold = Button(theme, texts("settings.passphrase_change"))
        self.unfold.clicked.connect(self._on_unfold)
        line = QHBoxLayout()
        line.addWidget(self.unfold)
        line.addStretch(1)
        self.add(line, below=14)
        self.form = QWidget()
        self._fill(QVBoxLayout(self.form))
        self.form.hide()
        self.add(self.form, below=0)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(12)
        self.present = PassphraseField(self.theme, self._texts, self._texts("settings.passphrase_present"), large=False)
        self.fresh = NewPassphrase(self.theme, self._texts)
        self.fresh.entered.connect(self._on_change)
        self.change = Button(self.theme, self._texts("settings.passphrase_change"), kind=Kind.PRIMARY)
        self.change.clicked.connect(self._on_change)
        column.addWidget(self.present)
        column.addWidget(self.fresh)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_unfold(self) -> None:
        self.form.setVisible(self.form.isHidden())
        if not self.form.isHidden():
            self.present.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_change(self) -> None:
        if not self.change.isEnabled() or not self.fresh.check():
            return
        present, fresh, opened = self.present.text(), self.fresh.text(), self._opened

        def change() -> None:
            vault.unlock_with_passphrase(opened.store.path, present)
            opened.change_passphrase(fresh)

        self.change.set_text(self._texts("settings.passphrase_changing"))
        self.change.set_blocked(self.change.text())
        task = self._tasks.run(change, self._on_changed, self._on_refused)
        self.destroyed.connect(task.cancel)

    def _on_changed(self, _none: None) -> None:
        self._open_again()
        self.present.clear()
        self.present.hide_letters()
        self.fresh.clear()
        self.form.hide()
        self.said.setText(self._texts("settings.passphrase_changed"))
        announce(self, self.said.text())
        self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: Exception) -> None:
        self._open_again()
        if not isinstance(error, InputError):
            raise error
        self.present.set_fault(self._texts.error(error))
        self.present.select_all()

    def _open_again(self) -> None:
        self.change.set_text(self._texts("settings.passphrase_change"))
        self.change.set_blocked(None)
