"""What only the slip "Kom ihåg" has: what to bring, and whether the mentor is named on it."""

from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

FORM = "preview.reminder"


class ReminderCard(Card):
    """Signal `changed`. What is typed is kept as a draft of that mentee until the slip is printed."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts("preview.reminder"), "bell")
        self.bring = TextField(theme, texts("preview.bring"), lines=2)
        self.sender_box = TickBox(theme, texts("preview.sender"), fades=False)
        self.named: bool | None = None
        self.add(self.bring, below=8)
        self.add(self.sender_box, below=12)
        self._drafts = FormDrafts(store, FORM, None, parent=self)
        self._drafts.add("bring", self.bring)
        self.bring.paused.connect(self.changed.emit)
        self.bring.left.connect(self.changed.emit)
        self.sender_box.clicked.connect(self._on_sender)
        self.hide()

    def open(self, mentee_id: UUID | None) -> None:
        """Another person's slip; what was begun of it comes back."""
        self.named = None
        self._drafts.turn_to(mentee_id)
        self.bring.set_text("")
        self._drafts.restore()

    def done(self) -> None:
        """The slip is out: nothing waits any more, and what it says still stands here."""
        self._drafts.discard()

    def show_sender(self, named: bool) -> None:
        self.sender_box.setChecked(named)

    def _on_sender(self) -> None:
        self.named = self.sender_box.isChecked()
        self.changed.emit()
