"""Attendance of many at once: a list in which a letter writes how it was for the person in it, and goes on to the next.

Keys: K kom, S kom sent, A avbokade, U uteblev, I inbjuden (in the language of the program), Delete takes off the list.
A click on a row, or the menu key, offers the same as words.
"""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from mentorapp.domain.sessions import Attendance
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.chip import ChipLook
from ui.widgets.delegates import LINES_ROLE, TwoLineDelegate, TwoLines

from .people import Present

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class State(NamedTuple):
    """How it was for somebody."""

    attendance: Attendance | None
    came_late: bool = False


STATES = {
    "held": State(Attendance.HELD),
    "late": State(Attendance.HELD, True),
    "cancelled": State(Attendance.CANCELLED_MENTEE),
    "absent": State(Attendance.NO_SHOW),
    "invited": State(Attendance.PLANNED),
    "off": State(None),
}
_LOOKS = {
    "held": ("check", Family.OK),
    "late": ("clock", Family.OK),
    "cancelled": ("x", Family.SLATE),
    "absent": ("x", Family.SLATE),
    "invited": ("cal", Family.BLUE),
}


def state_key(person: Present) -> str:
    if person.attendance is Attendance.HELD:
        return "late" if person.came_late else "held"
    known = (key for key, state in STATES.items() if state.attendance is person.attendance)
    return next(known, "cancelled")


class AttendanceModel(QAbstractListModel):
    """Rows as they are given."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._people: tuple[Present, ...] = ()

    def show_people(self, people: Sequence[Present]) -> None:
        """The same people in the same order only change their look, so that place and scroll stay."""
        same = [one.mentee_id for one in people] == [one.mentee_id for one in self._people]
        if same and people:
            self._people = tuple(people)
            self.dataChanged.emit(self.index(0), self.index(len(people) - 1))
            return
        self.beginResetModel()
        self._people = tuple(people)
        self.endResetModel()

    def person(self, row: int) -> Present:
        return self._people[row]

    def row_of(self, mentee_id: UUID) -> int | None:
        return next((row for row, one in enumerate(self._people) if one.mentee_id == mentee_id), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._people):
            return None
        person = self._people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        said = self._texts(f"groups.state_{state_key(person)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{person.name}, {said}"
        if role == LINES_ROLE:
            key = state_key(person)
            chip = ChipLook(said, *_LOOKS[key]) if key in _LOOKS else None
            return TwoLines(person.name, person.alias, letter=person.name[:1].upper(), chip=chip)
        return None


class AttendanceList(QListView):
    """`set_wanted(mentee_id, State)`."""

    set_wanted = Signal(object, object)

    def __init__(self, theme: Theme, texts: Texts, model: AttendanceModel) -> None:
        super().__init__()
        self._texts, self._model = texts, model
        self._letters = {texts(f"groups.letter_{key}").casefold(): key for key in STATES if key != "off"}
        self.setModel(model)
        self.setAccessibleName(texts("groups.attendance"))
        self.setAccessibleDescription(texts("groups.attendance_keys"))
        self.setItemDelegate(TwoLineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.menu_of(index.row()).popup(self._below(index)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key = self._letters.get(event.text().casefold())
        if row >= 0 and event.key() == Qt.Key.Key_Delete:
            self._write(row, "off", go_on=False)
        elif row >= 0 and key is not None and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._write(row, key, go_on=True)
        elif row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.menu_of(row).popup(self._below(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.menu_of(index.row()).popup(self._below(index))
        event.accept()

    def menu_of(self, row: int) -> QMenu:
        """How it was, in words."""
        menu, now = QMenu(self), state_key(self._model.person(row))
        for key in STATES:
            if key == "off":
                menu.addSeparator()
            act = menu.addAction(self._texts(f"groups.state_{key}"))
            act.setCheckable(True)
            act.setChecked(key == now)
            act.triggered.connect(lambda _checked=False, chosen=key: self._write(row, chosen, go_on=False))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _write(self, row: int, key: str, *, go_on: bool) -> None:
        self.set_wanted.emit(self._model.person(row).mentee_id, STATES[key])
        if go_on and row + 1 < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row + 1))

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
