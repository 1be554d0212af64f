"""The papers of the log as rows: those to be destroyed in a card of their own, above all others."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from mentorapp.language.texts import Texts
from mentorapp.store.stale_prints import LoggedPrint
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.inset import inset
from ui.widgets.rows import Rows
from ui.widgets.text import Text

from ..reading import Person
from .print_row import PrintRow


class LogCard(Card):
    """Signals `hand_over_wanted(LoggedPrint)` and `destroy_wanted(LoggedPrint)`. `below` is said under the title."""

    hand_over_wanted = Signal(object)
    destroy_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, title: str, below: str) -> None:
        super().__init__(theme, title)
        self._texts = texts
        self._shown: object = None
        self._below = Text(theme, below, Role.SMALL, tone="ink2", wrap=True)
        self._below_box = inset(self, self._below, below=8)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)

    def show_papers(self, person: Person, papers: Sequence[LoggedPrint]) -> None:
        shown = (person.today, tuple(papers))
        if shown != self._shown:
            self._shown = shown
            self.listed.fill([self._row(person, one) for one in papers])

    def show_below(self, shown: bool) -> None:
        self._below_box.setVisible(shown)

    def _row(self, person: Person, one: LoggedPrint) -> PrintRow:
        row = PrintRow(self.theme, self._texts, person, one)
        row.hand_over_wanted.connect(partial(self.hand_over_wanted.emit, one))
        row.destroy_wanted.connect(partial(self.destroy_wanted.emit, one))
        return row
