"""The papers that need no more than the person: each opens its preview."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from mentorapp.exchange.orders import ABOUT_A_PERSON, TO_OTHERS
from mentorapp.language.texts import Texts
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.rows import Rows

from ..reading import Person


class MakeCard(Card):
    """Signal `print_wanted(PrintRequest)`."""

    print_wanted = Signal(object)

    def __init__(
        self, theme: Theme, texts: Texts, title: str = "", codes: Sequence[str] = (*ABOUT_A_PERSON, *TO_OTHERS)
    ) -> None:
        super().__init__(theme, title or texts("print_log.make"), "print" if title else None)
        self._texts = texts
        self._person: Person | None = None
        rows = Rows(theme)
        self.body.addWidget(rows)
        self.buttons: dict[str, Button] = {}
        made = []
        for code in codes:
            name = texts(f"print_log.template_{code}")
            look = Button(theme, texts("print_log.look"), size=Size.ROW, name=texts("print_log.look_name", paper=name))
            look.clicked.connect(partial(self._ask, code))
            self.buttons[code] = look
            key = f"print_log.to_{code}"
            whom = texts(key if texts.has(key) else "print_log.to_mentee")
            row = Row(theme, name, texts("print_log.to", name=whom), action=look)
            row.opened.connect(partial(self._ask, code))
            made.append(row)
        rows.fill(made)

    def show_person(self, person: Person) -> None:
        self._person = person

    def _ask(self, code: str) -> None:
        if self._person is not None:
            self.print_wanted.emit(PrintRequest(self._person.mentee.id, template=code))
