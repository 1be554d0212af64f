"""Gallring: what has been disposed of, without a name, and the record of each to be printed and kept (P17)."""

from functools import partial

from PySide6.QtCore import Signal

from mentorapp.domain.disclosures import Disposal
from mentorapp.domain.record_sheet import DISPOSAL
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.disclosures import list_disposals
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text

from .page import Page


class DisposalsPage(Page):
    """Signal `print_wanted(PrintRequest)`. The newest first."""

    print_wanted = Signal(object)
    key, icon = "disposals", "x"

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts)
        self._store = store
        self._shown: tuple[Disposal, ...] | None = None
        self.buttons: list[Button] = []
        card = Card(theme, texts("settings.disposals_records"))
        self._none = Text(theme, texts("settings.disposals_none"), Role.SMALL, tone="ink2", wrap=True)
        card.add(self._none, below=12)
        self.listed = Rows(theme)
        card.body.addWidget(self.listed)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def refresh(self) -> None:
        with self._store.read() as session:
            found = list_disposals(session)
        if found == self._shown:
            return
        self._shown = found
        self._none.setVisible(not found)
        self.buttons = []
        self.listed.fill([self._row(one) for one in found])

    def _row(self, one: Disposal) -> Row:
        day = full_date(self.texts, one.disposed_on)
        rule = f"record.rule_{one.rule}"
        words = self.texts("print_log.look")
        look = Button(self.theme, words, size=Size.ROW, name=self.texts("print_log.look_name", paper=day))
        look.clicked.connect(partial(self._ask, one))
        self.buttons.append(look)
        row = Row(self.theme, day, self.texts(rule) if self.texts.has(rule) else one.rule, action=look)
        row.opened.connect(partial(self._ask, one))
        return row

    def _ask(self, one: Disposal, _checked: bool = False) -> None:
        self.print_wanted.emit(PrintRequest(template=DISPOSAL.code, about=one.id))
