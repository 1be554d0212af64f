"""The table of people: columns in a wide window, cards of two lines in a narrow one."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mentorapp.language import Texts
from mentorapp.language.names import folded
from ui.models.rows import RowsModel
from ui.theme import Theme
from ui.widgets.list_header import ListHeader
from ui.widgets.mentee_delegate import MenteeDelegate
from ui.widgets.widths import Width, width_class

from .columns import NAME
from .words import Person

_SHARES = {
    Width.WIDE: (248, 106, 240, 168, 175, 183),
    Width.MID: (188, 0, 220, 117, 122, 159),
    Width.NARROW: (1, 0, 0, 0, 0, 0),
}
_FORGETS_AFTER_MS = 900


class MenteeTable(QTableView):
    """One Tab stop with always a current row; letters go to the next name that begins so."""

    opened = Signal(object)
    menu_wanted = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme, texts: Texts, model: RowsModel[Person]) -> None:
        super().__init__()
        self._people = model
        self._cards = False
        self._typed, self._since = "", QElapsedTimer()
        self._delegate = MenteeDelegate(theme, self)
        self.setProperty("card", "true")
        self.setAccessibleName(texts("mentees.title"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(ListHeader(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setSortingEnabled(True)
        self.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.fit)
        self.fit()

    def selected(self) -> Person | None:
        return self._people.row(self.currentIndex())

    def select(self, mentee_id: UUID | None) -> None:
        """That person, or the first in the list."""
        index = self._people.index_of(None if mentee_id is None else mentee_id.int)
        if not index.isValid() and self._people.rowCount():
            index = self._people.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def wanted_height(self) -> int:
        """Head and all rows, so that the card ends where the people do."""
        head = 0 if self._cards else self.horizontalHeader().sizeHint().height()
        return head + self._people.rowCount() * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()

    def fit(self) -> None:
        """Columns by their shares of the width; the programme gives way first."""
        width = width_class(self)
        self._cards = width is Width.NARROW
        self._delegate.set_form(cards=self._cards, compact=width is Width.MID)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.horizontalHeader().setVisible(not self._cards)
        shares, room = _SHARES[width], self.viewport().width()
        for column, share in enumerate(shares):
            self.setColumnHidden(column, not share)
            self.setColumnWidth(column, room * share // sum(shares))
        shown = [column for column, share in enumerate(shares) if share]
        self.setColumnWidth(shown[-1], room - sum(self.columnWidth(column) for column in shown[:-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        letters = event.text()
        if plain and letters.isprintable() and letters.strip():
            self._go_to(letters)
        elif event.key() == Qt.Key.Key_Menu:
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are looked for by `keyPressEvent`, without dots too."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()
        event.accept()

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _go_to(self, letters: str) -> None:
        """Letters typed soon after one another are read together; the same one again goes on to the next."""
        soon = self._since.isValid() and self._since.elapsed() < _FORGETS_AFTER_MS
        self._typed = self._typed + letters if soon else letters
        self._since.start()
        sought = folded(self._typed)
        again = len(set(sought)) == 1
        rows, here = self._people.rowCount(), self.currentIndex().row()
        first = here + 1 if again or not soon else here
        for wanted in (sought, sought[:1]) if again else (sought,):
            for step in range(rows):
                row = (first + step) % rows
                if folded(self._people.index(row, NAME).data()).startswith(wanted):
                    self.setCurrentIndex(self._people.index(row, NAME))
                    return

    def _on_activated(self, index: QModelIndex) -> None:
        person = self._people.row(index)
        if person is not None:
            self.opened.emit(person.line.mentee_id)
