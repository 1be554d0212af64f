"""The timeline as a view as high as its rows, inside the page that scrolls: no second scroll bar, no widget per row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QStyleOptionViewItem, QWidget

from mentorapp.domain.private_notes import PrivateNote
from ui.theme import Theme
from ui.widgets.delegates import TwoLineDelegate
from ui.widgets.painted import hatch

from .timeline_model import TimelineModel

_HATCH = 7
_AHEAD_SCREENS = 1


class TimelineDelegate(TwoLineDelegate):
    """A private note has a hatched left edge: it can be told apart without its colour."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if isinstance(model, TimelineModel) and isinstance(model.item(index.row()), PrivateNote):
            rect: QRect = option.rect
            edge = QRectF(rect.left() + 1, rect.top() + 1, _HATCH, rect.height() - 1)
            hatch(painter, edge, self.theme.colour("heather"), 5, 1.2)


class TimelineView(QListView):
    """Signal `opened(object)` carries the item. Rows are fetched as the page is scrolled towards the end."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: TimelineModel, name: str) -> None:
        super().__init__()
        self._model = model
        self._outer: QScrollArea | None = None
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.doubleClicked.connect(self._on_opened)
        model.modelReset.connect(self.fit)
        model.rowsInserted.connect(self.fit)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """As high as the rows that have been read."""
        rows = self._model.rowCount()
        self.setFixedHeight(rows * self.sizeHintForRow(0) if rows else 0)
        if self._model.has_more():
            QTimer.singleShot(0, self, self._fetch_ahead)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outer is None:
            self._outer = _scroll_area_of(self)
            if self._outer is not None:
                self._outer.verticalScrollBar().valueChanged.connect(self._fetch_ahead)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The current row is scrolled into sight by the page; the last one calls for more."""
        super().currentChanged(current, previous)
        if current.row() >= self._model.rowCount() - 2:
            self._fetch()
        inside = self._outer.widget() if self._outer is not None else None
        if self._outer is not None and inside is not None and current.isValid() and self.hasFocus():
            rect = self.visualRect(current)
            top = self.viewport().mapTo(inside, rect.topLeft())
            self._outer.ensureVisible(top.x(), top.y() + rect.height() // 2, 0, rect.height() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self._model.item(index.row()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.item(index.row()))

    def _fetch_ahead(self) -> None:
        """A screen ahead, so that scrolling never meets an end that is none; in a high window at once."""
        inside = self._outer.widget() if self._outer is not None else None
        if self._outer is None or inside is None or not self.isVisible():
            return
        seen = self._outer.viewport().height()
        bottom = self.mapTo(inside, QPoint(0, self.height())).y()
        if bottom - (self._outer.verticalScrollBar().value() + seen) < _AHEAD_SCREENS * seen:
            self._fetch()

    def _fetch(self) -> None:
        if self._model.has_more():
            self._model.read_more()


def _scroll_area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
