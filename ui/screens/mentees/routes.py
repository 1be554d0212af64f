"""How somebody came: the unit's own list as it is now, with own initiative as an answer like the others (E3)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.lists import WordList
from mentorapp.language import Texts
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips


class Routes(QWidget):
    """The chips are made anew when the list has changed; the choice stays where it can."""

    chosen = Signal(str)
    edited = Signal()

    def __init__(self, store: Store, texts: Texts, theme: Theme, before: QWidget) -> None:
        super().__init__()
        self._store, self._texts, self._theme, self._before = store, texts, theme, before
        self._choices: list[Choice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.chips = ChoiceChips(theme, texts("mentees.came_how"), ())
        self._column.addWidget(self.chips)
        self.renew()

    def renew(self) -> None:
        with self._store.read() as session:
            words = list_words(session, WordList.REFERRER_TYPE)
        choices = [Choice(word.code, word.name(self._texts.language)) for word in words]
        if choices == self._choices:
            return
        self._choices = choices
        old, name = self.chips, self._texts("mentees.came_how")
        self.chips = ChoiceChips(self._theme, name, choices, old.current(), gap=6)
        self.chips.chosen.connect(self._on_chosen)
        self._column.replaceWidget(old, self.chips)
        old.hide()
        old.deleteLater()
        self.setFocusProxy(self.chips)
        if self._before.window() is self.window():
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Chips made anew would come last."""
        before = self._before
        for pill in (self.chips.pill(choice.key) for choice in self._choices):
            QWidget.setTabOrder(before, pill)
            before = pill

    def current(self) -> str:
        return self.chips.current()

    def choose(self, key: str) -> None:
        self.chips.choose(key)

    def focus(self) -> None:
        self.chips.focus()

    def draft(self) -> str:
        return self.chips.current()

    def set_draft(self, value: str) -> None:
        self.chips.choose(value)
        self.chosen.emit(self.chips.current())

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(key)
        self.edited.emit()
