"""What a certificate is to hold: the mentor's own words, and the lines that the mentee chooses one by one (P16)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.language.texts import Texts
from mentorapp.store.certificates import FORM, Line
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class CertificateCard(Card):
    """Signal `changed`. Nothing is chosen beforehand; the words are kept with the person."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.template_P16"), "flag")
        self._texts, self._store = texts, store
        self._mentee: UUID | None = None
        self._drafts: FormDrafts | None = None
        self._boxes: dict[str, TickBox] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(SIDE, 0, SIDE, 12)
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        self.praise = TextField(theme, "", lines=5)
        self.hide()

    def items(self) -> frozenset[str]:
        return frozenset(item for item, box in self._boxes.items() if box.isChecked())

    def box(self, item: str) -> TickBox:
        return self._boxes[item]

    def show_lines(self, mentee_id: UUID, name: str, lines: Sequence[Line]) -> None:
        """Another person begins with nothing chosen."""
        if mentee_id == self._mentee and [line.item for line in lines] == list(self._boxes):
            return
        self.write()
        chosen = self.items() if mentee_id == self._mentee else frozenset()
        self._mentee = mentee_id
        self._clear()
        self.praise = TextField(
            self.theme,
            self._texts("preview.certificate_words", name=name),
            hint=self._texts("preview.certificate_hint", name=name),
            lines=5,
        )
        self._column.addWidget(self.praise)
        said = self._texts("preview.certificate" if lines else "preview.certificate_none", name=name)
        self._column.addWidget(Text(self.theme, said, Role.SMALL, bold=True, wrap=True))
        for line in lines:
            box = self._boxes[line.item] = TickBox(self.theme, line.words, fades=False)
            box.setChecked(line.item in chosen)
            box.clicked.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)
        self._drafts = FormDrafts(self._store, FORM, mentee_id, parent=self)
        self._drafts.add("praise", self.praise)
        self._drafts.restore()
        self.praise.paused.connect(self._on_words)
        self.praise.left.connect(self._on_words)

    def write(self) -> None:
        """What is being typed is stored now."""
        if self._drafts is not None:
            self._drafts.keep()

    def _on_words(self) -> None:
        self.write()
        self.changed.emit()

    def _clear(self) -> None:
        self._boxes = {}
        if self._drafts is not None:
            self._drafts.forget()
            self._drafts.deleteLater()
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
