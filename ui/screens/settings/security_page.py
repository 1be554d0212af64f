"""Säkerhet: passphrase, recovery sheet, the paper for a loss, when it locks by itself, the computer's own key."""

from PySide6.QtCore import QSignalBlocker

from mentorapp.language.texts import Texts
from mentorapp.store import vault
from mentorapp.store.opening import OpenStore
from mentorapp.store.settings import change_setting, get_settings
from mentorapp.store.slots import SlotSecrets
from ui.kit import Kit
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .incident_card import IncidentCard
from .page import Page
from .passphrase_card import PassphraseCard
from .sheet_card import SheetCard

_MINUTES = (1, 2, 3, 4, 5, 7, 10, 15)


class SecurityPage(Page):
    key, icon = "security", "lock"

    def __init__(self, theme: Theme, texts: Texts, opened: OpenStore, kit: Kit) -> None:
        super().__init__(theme, texts)
        self._opened, self._kit = opened, kit
        self.passphrase = PassphraseCard(theme, texts, opened, kit.tasks)
        self.sheet = SheetCard(theme, texts, opened, kit)
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.sheet)
        self.incident = IncidentCard(theme, texts, opened, kit)
        self.column.addWidget(self.incident)
        self.column.addWidget(self._lock_card())
        self.column.addWidget(self._meeting_card())
        self.keyring = self._keyring_card()
        self.column.addWidget(self.keyring)
        self.column.addStretch(1)
        self._secrets: SlotSecrets | None = None
        self._asked = False

    def refresh(self) -> None:
        with self._opened.store.read() as session:
            settings = get_settings(session)
        self.minutes.choose(str(settings.lock_minutes))
        self.meeting_box.setChecked(settings.meeting_mode_passphrase)
        self.sheet.refresh()
        self._look_for_keyring()

    def fit(self) -> None:
        self.sheet.fit()
        self.incident.fit()

    def _lock_card(self) -> Card:
        title = self.texts("settings.lock")
        card = Card(self.theme, title, "clock")
        card.add(Text(self.theme, self.texts("settings.lock_why"), Role.SMALL, tone="ink2", wrap=True), below=8)
        choices = [Choice(str(n), self.texts("settings.minutes", count=n)) for n in _MINUTES]
        self.minutes = ChoiceChips(self.theme, title, choices, ticked=True)
        self.minutes.chosen.connect(self._on_minutes)
        card.add(self.minutes, below=14)
        return card

    def _meeting_card(self) -> Card:
        card = Card(self.theme, self.texts("settings.meeting_mode"), "screen")
        words, why = self.texts("settings.meeting_mode_passphrase"), self.texts("settings.meeting_mode_why")
        self.meeting_box = TickBox(self.theme, words, why)
        self.meeting_box.clicked.connect(self._on_meeting)
        card.add(self.meeting_box, below=14)
        return card

    def _keyring_card(self) -> Card:
        """Only where the system has a keyring that is known to encrypt."""
        card = Card(self.theme, self.texts("settings.keyring"), "key")
        words, why = self.texts("settings.keyring_on"), self.texts("settings.keyring_why")
        self.keyring_box = TickBox(self.theme, words, why)
        self.keyring_box.clicked.connect(self._on_keyring)
        card.add(self.keyring_box, below=14)
        card.hide()
        return card

    def _on_minutes(self, minutes: str) -> None:
        with self._opened.store.write("setting_changed") as session:
            change_setting(session, "lock_minutes", int(minutes))

    def _on_meeting(self, wanted: bool) -> None:
        with self._opened.store.write("setting_changed") as session:
            change_setting(session, "meeting_mode_passphrase", wanted)

    def _look_for_keyring(self) -> None:
        """Asking the system can take a while, so the worker does it, once."""
        if not self._asked:
            self._asked = True
            task = self._kit.tasks.run(self._kit.parts.keyring, self._on_keyring_found)
            self.destroyed.connect(task.cancel)

    def _on_keyring_found(self, secrets: SlotSecrets | None) -> None:
        self._secrets = secrets
        self.keyring.setVisible(secrets is not None)
        self.keyring_box.setChecked(vault.has_keyring_slot(self._opened.store.path))

    def _on_keyring(self, wanted: bool) -> None:
        path, unlocked, secrets = self._opened.store.path, self._opened.unlocked, self._secrets
        if secrets is None:
            return
        change = vault.add_keyring_slot if wanted else vault.remove_keyring_slot
        self.keyring_box.setEnabled(False)
        task = self._kit.tasks.run(
            lambda: change(path, unlocked, secrets), self._on_keyring_set, self._on_keyring_refused
        )
        self.destroyed.connect(task.cancel)

    def _on_keyring_set(self, _none: None = None) -> None:
        """The box shows what is, whatever was wanted."""
        self.keyring_box.setEnabled(True)
        with QSignalBlocker(self.keyring_box):
            self.keyring_box.setChecked(vault.has_keyring_slot(self._opened.store.path))

    def _on_keyring_refused(self, error: Exception) -> None:
        self._on_keyring_set()
        raise error
