"""Who is on a list of cases, and what is ticked to be there (P25). Only the mentor sees names here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mentorapp.language.texts import Texts
from mentorapp.store.case_lists import list_case_offer
from ui.theme import Theme
from ui.widgets.card import Card

from .line_choices import LineChoices

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class CaseListCard(Card):
    """Signal `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.template_P25"), "lock")
        self._texts, self._store = texts, store
        self.lines = LineChoices(theme, texts, "case_list.on_it")
        self.lines.changed.connect(self.changed)
        self.body.addWidget(self.lines)
        self.hide()

    def show_cases(self) -> None:
        with self._store.read() as session:
            self.lines.show_offer(list_case_offer(session, texts=self._texts))
