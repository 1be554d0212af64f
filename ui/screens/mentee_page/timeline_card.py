"""The card of the timeline: its filter by kind and class, the rows, and what stands there before the first."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.timeline import Choice
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import class_label
from ui.widgets.empty_state import EmptyState
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .reading import Person
from .timeline_model import Filter, TimelineModel, of_class
from .timeline_view import TimelineView

_KINDS = {
    "contacts": Filter(Choice(steps=False, levels=False, work=False, meetings=False), private=False),
    "meetings": Filter(Choice(contacts=False, steps=False, levels=False, work=False), private=False),
    "steps": Filter(Choice(contacts=False, levels=False, work=False, meetings=False), private=False),
    "levels": Filter(Choice(contacts=False, steps=False, work=False, meetings=False), private=False),
    "work": Filter(Choice(contacts=False, steps=False, levels=False, meetings=False), private=False),
}
_CLASSES = (
    InfoClass.PLAN, InfoClass.WORK, InfoClass.EDU, InfoClass.INCOME, InfoClass.HEALTH, InfoClass.SOCIAL,
    InfoClass.RATING, InfoClass.PRIVATE,
)  # fmt: skip


class TimelineCard(Card):
    """Signals: `opened(object)` an item of the timeline, `note_wanted()`."""

    opened = Signal(object)
    note_wanted = Signal()

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(theme, texts("mentee.timeline"))
        self._texts = texts
        self._person: Person | None = None
        self._filter = Filter()
        self.filter = Button(
            theme, texts("mentee.filter_all"), "filter", kind=Kind.QUIET, size=Size.ROW, name=texts("mentee.filter")
        )
        self.filter.clicked.connect(lambda: self.menu().popup(self.filter.mapToGlobal(QPoint(0, self.filter.height()))))
        self.head.addWidget(self.filter)
        self.head.setContentsMargins(SIDE, 6, 6, 2)
        self.model = TimelineModel(store, texts, self)
        self.view = TimelineView(theme, self.model, texts("mentee.timeline"))
        self.view.opened.connect(self.opened)
        self.body.addWidget(self.view)
        self.empty = EmptyState(
            theme, texts("mentee.timeline_empty"), texts("mentee.timeline_empty_then"), texts("mentee.note"),
            act_icon="pencil",
        )  # fmt: skip
        self.empty.act_wanted.connect(self.note_wanted)
        self.body.addWidget(self.empty)
        self._none = Text(theme, texts("mentee.filter_none"), Role.SMALL, tone="ink2", wrap=True)
        self._none_box = inset(self, self._none, above=4)

    def show_person(self, person: Person) -> None:
        """The current row is kept by its item."""
        if self._person is not None and self._person.mentee.id != person.mentee.id:
            self._filter = Filter()
            self.filter.set_text(self._texts("mentee.filter_all"))
        self._person = person
        index = self.view.currentIndex()
        kept = self.model.item(index.row()).id if index.isValid() else None
        self.model.show_mentee(person.mentee.id, person.name, person.today, self._filter)
        row = self.model.row_of(kept) if kept is not None else None
        if row is not None or self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row or 0))
        nothing = self.model.rowCount() == 0
        self.view.setVisible(not nothing)
        self.empty.setVisible(nothing and self._filter.is_everything)
        self._none_box.setVisible(nothing and not self._filter.is_everything)

    def choose(self, chosen: Filter, words: str) -> None:
        """Shows only that; `words` stand on the button."""
        self._filter = chosen
        self.filter.set_text(words)
        if self._person is not None:
            self.show_person(self._person)

    def menu(self) -> QMenu:
        """Everything, one kind, or one class."""
        menu = QMenu(self)
        everything = self._texts("mentee.filter_all")
        self._offer(menu, everything, Filter())
        menu.addSeparator()
        for key, chosen in _KINDS.items():
            self._offer(menu, self._texts(f"mentee.filter_{key}"), chosen)
        menu.addSeparator()
        for info_class in _CLASSES:
            self._offer(menu, class_label(self._texts, info_class), of_class(info_class))
        return menu

    def _offer(self, menu: QMenu, words: str, chosen: Filter) -> None:
        act = menu.addAction(words, lambda: self.choose(chosen, words))
        act.setCheckable(True)
        act.setChecked(chosen == self._filter)
