"""The list of the register: one Tab stop, Enter opens, the menu key says what else can be done."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from mentorapp.language.texts import Texts
from ui.models.rows import Column, RowsModel
from ui.theme import Theme
from ui.widgets.delegates import LINES_ROLE, TwoLineDelegate

from .entries import Entry, lines, read_aloud


class EntryList(QListView):
    """Signals: `opened` and `removed` carry an Entry; `menu_wanted` a global point."""

    opened = Signal(object)
    removed = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        title = texts("register.title")
        extra: dict[int, Any] = {
            int(LINES_ROLE): lambda entry: lines(texts, entry),
        }
        column: Column[Entry] = Column(title, lambda entry: read_aloud(texts, entry))
        self.entries = RowsModel[Entry]((column,), lambda entry: entry.key, extra)
        self.setModel(self.entries)
        self.setItemDelegate(TwoLineDelegate(theme, self))
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)

    def selected(self) -> Entry | None:
        return self.entries.row(self.currentIndex())

    def show_entries(self, entries: list[Entry], wanted: object = None) -> None:
        """The current row stays, or is `wanted`, or the first."""
        before = self.selected()
        self.entries.set_rows(entries)
        index = self.entries.index_of(wanted or (before.key if before else None))
        if not index.isValid() and entries:
            index = self.entries.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.selected()
        if entry is not None and event.key() == Qt.Key.Key_F2:
            self.opened.emit(entry)
        elif entry is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(entry)
        elif event.key() == Qt.Key.Key_Menu:
            self._ask_menu(self._below_current())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self._ask_menu(self._below_current() if by_key else event.globalPos())
        event.accept()

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def _ask_menu(self, where: QPoint) -> None:
        if self.selected() is not None:
            self.menu_wanted.emit(where)

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self.entries.row(index)
        if entry is not None:
            self.opened.emit(entry)
