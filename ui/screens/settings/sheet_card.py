"""The recovery sheet once more, after the passphrase was asked for: it opens everything."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store import vault
from mentorapp.store.opening import OpenStore
from mentorapp.store.recovery import group_matches
from mentorapp.store.settings import change_setting, get_settings
from ui.kit import Kit
from ui.recovery_paper import RecoveryPaper
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.recovery_proof import RecoveryProof
from ui.widgets.text import Text


class SheetCard(Card):
    """`proved` is emitted when two groups were typed back."""

    proved = Signal()

    def __init__(self, theme: Theme, texts: Texts, opened: OpenStore, kit: Kit) -> None:
        super().__init__(theme, texts("settings.sheet"), "print")
        self._texts, self._opened, self._kit = texts, opened, kit
        self.said = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.add(self.said, below=8)
        self.passphrase = PassphraseField(theme, texts, texts("settings.sheet_passphrase"), large=False)
        self.passphrase.entered.connect(self._on_asked)
        self.ask = Button(theme, texts("settings.sheet_show"))
        self.ask.clicked.connect(self._on_asked)
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.passphrase)
        asking.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._asking, below=14)
        self._place = QVBoxLayout()
        self.add(self._place, below=2)
        self.proof: RecoveryProof | None = None
        self.refresh()

    def refresh(self) -> None:
        with self._opened.store.read() as session:
            proved = get_settings(session).recovery_sheet_proved
        self.said.setText(self._texts("settings.sheet_proved" if proved else "settings.sheet_unproved"))

    def fit(self) -> None:
        if self.proof is not None:
            self.proof.fit()

    def _on_asked(self) -> None:
        path, typed = self._opened.store.path, self.passphrase.text()
        self.ask.set_blocked(self._texts("settings.checking"))
        task = self._kit.tasks.run(partial(vault.unlock_with_passphrase, path, typed), self._on_known, self._on_refused)
        self.destroyed.connect(task.cancel)

    def _on_refused(self, error: Exception) -> None:
        self.ask.set_blocked(None)
        if not isinstance(error, InputError):
            raise error
        self.passphrase.set_fault(self._texts.error(error))
        self.passphrase.select_all()

    def _on_known(self, unlocked: vault.Unlocked) -> None:
        self.ask.set_blocked(None)
        self.passphrase.clear()
        self._asking.hide()
        self.proof = RecoveryProof(self.theme, self._texts, partial(group_matches, unlocked.root))
        self.proof.entered.connect(self._on_done)
        self._place.addWidget(self.proof)
        line = QHBoxLayout()
        line.addStretch(1)
        self.done = Button(self.theme, self._texts("settings.sheet_done"), kind=Kind.PRIMARY)
        self.done.clicked.connect(self._on_done)
        self.fold = Button(self.theme, self._texts("settings.sheet_fold"))
        self.fold.clicked.connect(self._fold)
        line.addWidget(self.fold)
        line.addWidget(self.done)
        self._place.addLayout(line)
        RecoveryPaper(self._kit, unlocked.root, self._opened.store.path.name).serve(self.proof)
        self.fit()
        self.proof.print.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_done(self) -> None:
        if self.proof is None or not self.proof.check():
            return
        with self._opened.store.write("sheet_proved") as session:
            change_setting(session, "recovery_sheet_proved", True)
        self._fold()
        self.proved.emit()

    def _fold(self) -> None:
        """The key goes from the screen."""
        if self.proof is not None:
            for part in (self.proof, self.done, self.fold):
                part.hide()
                part.deleteLater()
            self.proof = None
        self._asking.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
