"""What a case sheet for supervision is to hold: the mentor's question, and each line of it by itself (P24)."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.language.texts import Texts
from mentorapp.store.supervision_sheets import FORM, list_offer
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text_field import TextField

from .line_choices import LineChoices

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class SupervisionCard(Card):
    """Signal `changed`. The question, and the names to hide, are kept with the person."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.template_P24"), "lock")
        self._texts, self._store = texts, store
        self._mentee: UUID | None = None
        self._drafts: FormDrafts | None = None
        asked, hint = texts("supervision.question"), texts("supervision.question_hint")
        self.question = TextField(theme, asked, hint=hint, lines=4)
        self.hide_too = TextField(
            theme, texts("supervision.hide_too"), hint=texts("supervision.hide_too_hint"), lines=1
        )
        self.add(self.question, below=8)
        self.add(self.hide_too, below=8)
        self.lines = LineChoices(theme, texts, "supervision.on_it")
        self.lines.changed.connect(self.changed)
        self.body.addWidget(self.lines)
        for field in (self.question, self.hide_too):
            field.paused.connect(self._on_words)
            field.left.connect(self._on_words)
        self.hide()

    def show_person(self, mentee_id: UUID) -> None:
        """Another person begins with nothing chosen; of the same one the choices stay."""
        if mentee_id != self._mentee:
            self.write()
            self._mentee = mentee_id
            self.lines.forget()
            self._keep_drafts(mentee_id)
        with self._store.read() as session:
            self.lines.show_offer(list_offer(session, mentee_id, texts=self._texts))

    def write(self) -> None:
        """What is being typed is stored now."""
        if self._drafts is not None:
            self._drafts.keep()

    def _keep_drafts(self, mentee_id: UUID) -> None:
        if self._drafts is not None:
            self._drafts.forget()
            self._drafts.deleteLater()
        self.question.set_text("")
        self.hide_too.set_text("")
        self._drafts = FormDrafts(self._store, FORM, mentee_id, parent=self)
        self._drafts.add("question", self.question)
        self._drafts.add("hide", self.hide_too)
        self._drafts.restore()

    def _on_words(self) -> None:
        self.write()
        self.changed.emit()
