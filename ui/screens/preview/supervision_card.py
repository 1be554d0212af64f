"""What a case sheet for supervision is to hold: the mentor's question, and each line of it by itself (P24)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.exchange.orders import supervision_block
from mentorapp.language.texts import Texts
from mentorapp.store.supervision_sheets import FORM, NO_NAME, Line, Offer, list_offer
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class SupervisionCard(Card):
    """Signal `changed`. What is of health or social life is never chosen beforehand, and a word that may be a name is
    hidden until it is ticked; the question is kept with the person."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.template_P24"), "lock")
        self._texts, self._store = texts, store
        self._mentee: UUID | None = None
        self._drafts: FormDrafts | None = None
        self._boxes: dict[str, TickBox] = {}
        self._offer: Offer | None = None
        self.question = TextField(
            theme, texts("supervision.question"), hint=texts("supervision.question_hint"), lines=4
        )
        self.hide_too = TextField(
            theme, texts("supervision.hide_too"), hint=texts("supervision.hide_too_hint"), lines=1
        )
        self.add(self.question, below=8)
        self.add(self.hide_too, below=8)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(SIDE, 0, SIDE, 12)
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        for field in (self.question, self.hide_too):
            field.paused.connect(self._on_words)
            field.left.connect(self._on_words)
        self.hide()

    def items(self) -> frozenset[str]:
        """What was ticked of what takes a tick: lines, and words that are no names."""
        return frozenset(item for item, box in self._boxes.items() if box.isChecked())

    def left_out(self) -> frozenset[str]:
        lines = self._offer.lines if self._offer else ()
        return frozenset(one.item for one in lines if not one.ticked) - self.items()

    def box(self, item: str) -> TickBox:
        return self._boxes[item]

    def show_person(self, mentee_id: UUID) -> None:
        """Another person begins with nothing chosen; of the same one the choices stay."""
        if mentee_id != self._mentee:
            self.write()
            self._mentee, self._offer, self._boxes = mentee_id, None, {}
            self._keep_drafts(mentee_id)
        with self._store.read() as session:
            offer = list_offer(session, mentee_id, supervision_block(self._texts), texts=self._texts)
        if offer != self._offer:
            self._show_offer(offer)

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

    def _show_offer(self, offer: Offer) -> None:
        before = {item: box.isChecked() for item, box in self._boxes.items()}
        focused = next((item for item, box in self._boxes.items() if box.hasFocus()), "")
        self._clear()
        self._offer = offer
        words = [Line(f"{NO_NAME}{word}", word, ticked=True) for word in offer.doubted]
        self._part("supervision.may_be_names", words, before)
        self._part("supervision.sensitive", [one for one in offer.lines if one.ticked], before)
        self._part("supervision.on_it", [one for one in offer.lines if not one.ticked], before)
        if focused in self._boxes:
            self._boxes[focused].setFocus()

    def _part(self, heading: str, lines: Sequence[Line], before: dict[str, bool]) -> None:
        if not lines:
            return
        self._column.addWidget(Text(self.theme, self._texts(heading), Role.SMALL, bold=True, wrap=True))
        for line in lines:
            box = self._boxes[line.item] = TickBox(self.theme, line.words, fades=False)
            box.setChecked(before.get(line.item, not line.ticked))
            box.clicked.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)

    def _on_words(self) -> None:
        self.write()
        self.changed.emit()

    def _clear(self) -> None:
        self._boxes = {}
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
