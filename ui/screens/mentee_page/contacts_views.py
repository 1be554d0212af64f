"""The two views of the contacts: a table, and two-line rows for a narrow window and for the attempts."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QListView, QTableView

from mentorapp.store.timeline import ContactItem
from ui.theme import Theme
from ui.widgets.delegates import CellDelegate, TwoLineDelegate

from .contacts_model import COLUMNS, ContactsModel

_WIDTHS = {"day": 82, "kind": 164, "minutes": 68, "came_short": 118, "classes": 128}
_STRETCHED = tuple(COLUMNS.index(name) for name in ("support", "next_step"))


class ContactsTable(QTableView):
    """Signal `opened(UUID)`. Tab leaves the table; the arrows walk in it."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: ContactsModel, name: str) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("card", "true")
        self._delegate = CellDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in _STRETCHED:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        contact = self._model.contact(index.row())
        if isinstance(contact, ContactItem):
            self.opened.emit(contact.id)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        for name, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(name), self._theme.px(width))


class ContactsList(QListView):
    """Signal `opened(UUID)`."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: ContactsModel, name: str) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(TwoLineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        contact = self._model.contact(index.row())
        if isinstance(contact, ContactItem):
            self.opened.emit(contact.id)
