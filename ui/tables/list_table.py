"""A table of a place: columns in a wide window, cards of two lines in a narrow one; one Tab stop, letters find names.

`ListTable(theme, name, model, shares)`: `shares` are the parts of the width that each column has in each
width class, 0 for a column that gives way. Signals: `opened(row)`, `menu_wanted`, `chosen`.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mentorapp.language.names import folded
from ui.models.rows import RowsModel
from ui.theme import Theme
from ui.widgets.list_header import ListHeader
from ui.widgets.table_delegate import TableDelegate
from ui.widgets.widths import Width, width_class

RowT = TypeVar("RowT")
Shares = Mapping[Width, Sequence[int]]
_NAME = 0
_FORGETS_AFTER_MS = 900


class ListTable(QTableView, Generic[RowT]):
    """Always with a current row; the first column is the name by which it sorts and is searched."""

    opened = Signal(object)
    menu_wanted = Signal()
    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: RowsModel[RowT],
        shares: Shares,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._shares = shares
        self._cards = False
        self._typed, self._since = "", QElapsedTimer()
        self._delegate = TableDelegate(theme, self)
        self.setProperty("card", "true")
        self.setAccessibleName(name)
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
        self._dress_headers()
        self.setSortingEnabled(True)
        self.sortByColumn(_NAME, Qt.SortOrder.AscendingOrder)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.fit)
        self.fit()

    def selected(self) -> RowT | None:
        return self._rows.row(self.currentIndex())

    def select_key(self, key: Hashable) -> None:
        """The row of that key, or the first in the list."""
        index = self._rows.index_of(key)
        if not index.isValid() and self._rows.rowCount():
            index = self._rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def wanted_height(self) -> int:
        """Head and all rows, so that the card ends where they do."""
        head = 0 if self._cards else self.horizontalHeader().sizeHint().height()
        return head + self._rows.rowCount() * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()

    def fit(self) -> None:
        """Columns by their shares of the width."""
        width = width_class(self)
        self._cards = width is Width.NARROW
        self._delegate.set_form(cards=self._cards, compact=width is Width.MID)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.horizontalHeader().setVisible(not self._cards)
        shares, room = self._shares[width], self.viewport().width()
        for column, share in enumerate(shares):
            self.setColumnHidden(column, not share)
            self.setColumnWidth(column, room * share // sum(shares))
        shown = [column for column, share in enumerate(shares) if share]
        self.setColumnWidth(shown[-1], room - sum(self.columnWidth(column) for column in shown[:-1]))

    def turn_by(self, column: int) -> None:
        """Sorts by a column; by the one it is sorted by already, the other way."""
        header = self.horizontalHeader()
        turn = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder if turn else Qt.SortOrder.AscendingOrder)

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

    def _dress_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)

    def _go_to(self, letters: str) -> None:
        """Letters typed soon after one another are read together; the same one again goes on to the next."""
        soon = self._since.isValid() and self._since.elapsed() < _FORGETS_AFTER_MS
        self._typed = self._typed + letters if soon else letters
        self._since.start()
        sought = folded(self._typed)
        again = len(set(sought)) == 1
        rows, here = self._rows.rowCount(), self.currentIndex().row()
        first = here + 1 if again or not soon else here
        for wanted in (sought, sought[:1]) if again else (sought,):
            for step in range(rows):
                row = (first + step) % rows
                if folded(self._rows.index(row, _NAME).data()).startswith(wanted):
                    self.setCurrentIndex(self._rows.index(row, _NAME))
                    return

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None:
            self.opened.emit(row)
