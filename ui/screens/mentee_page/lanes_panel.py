"""The lanes as large as the window, over three months, a year or three years."""

from PySide6.QtCore import Signal

from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.choice_chips import Choice, ChoiceChips

from .lanes_card import LanesCard

_MONTHS = {"3": (1, 2), "12": (8, 4), "36": (26, 10)}


class LanesPanel(LanesCard):
    """The time is chosen in the head; Enter or a click on a mark tells `picture.activated`. Signal `paper_wanted`."""

    paper_wanted = Signal()

    def __init__(self, store: Store, texts: Texts, theme: Theme, title: str = "") -> None:
        super().__init__(store, texts, theme, title)
        choices = [Choice(key, texts("around.zoom", count=int(key))) for key in _MONTHS]
        self.zoom = ChoiceChips(theme, texts("around.zoom_name"), choices, "12", gap=4)
        self.zoom.chosen.connect(lambda key: self.show_months(*_MONTHS[key]))
        self.show_months(*_MONTHS["12"])
        self.table.setMinimumHeight(320)
        self.head.insertWidget(self.head.count() - 1, self.zoom)
        self.paper = Button(theme, "", "print", kind=Kind.QUIET, size=Size.ROW, name=texts("around.print"))
        self.paper.clicked.connect(self.paper_wanted)
        self.head.addWidget(self.paper)
        self.setTabOrder(self.zoom, self.as_table)
        self.setTabOrder(self.as_table, self.paper)
