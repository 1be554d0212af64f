"""The meetings of a group in order of time; the one that is chosen shows who was there."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from mentorapp.domain.groups import GroupMeeting
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.delegates import LINES_ROLE, TwoLineDelegate, TwoLines

from .words import DOT, meeting_present, meeting_title, meeting_when

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class MeetingsModel(QAbstractListModel):
    """Rows as they are given."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._meetings: tuple[GroupMeeting, ...] = ()
        self._today = date.min

    def show_meetings(self, meetings: Sequence[GroupMeeting], today: date) -> None:
        self.beginResetModel()
        self._meetings, self._today = tuple(meetings), today
        self.endResetModel()

    def meeting(self, row: int) -> GroupMeeting:
        return self._meetings[row]

    def row_of(self, meeting_id: UUID | None) -> int | None:
        return next((row for row, one in enumerate(self._meetings) if one.id == meeting_id), None)

    def likely_row(self) -> int:
        """Where one most often is: the last that has been, else the first."""
        past = [row for row, one in enumerate(self._meetings) if one.event_date <= self._today]
        return past[-1] if past else 0

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._meetings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._meetings):
            return None
        meeting, texts = self._meetings[index.row()], self._texts
        title, when = meeting_title(texts, meeting), meeting_when(texts, meeting, self._today)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        present = meeting_present(texts, meeting, self._today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (when, title, present) if part)
        if role == LINES_ROLE:
            family = Family.HEATHER if meeting.event_date <= self._today else Family.BLUE
            second = DOT.join(part for part in (when, meeting.place) if part)
            return TwoLines(title, second, "people3", family, right=present)
        return None


class MeetingsList(QListView):
    """`opened(GroupMeeting)` by Enter or a double click, `shown(GroupMeeting)` for the one that is chosen."""

    opened = Signal(object)
    shown = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, model: MeetingsModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(texts("groups.meetings"))
        self.setItemDelegate(TwoLineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.meeting(index.row())))
        self.selectionModel().currentChanged.connect(self._on_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.opened.emit(self._model.meeting(index.row()))
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.shown.emit(self._model.meeting(index.row()))
