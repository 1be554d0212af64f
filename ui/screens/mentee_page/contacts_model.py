"""The contacts of a person as a table, and the same rows as two lines for a narrow window."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorapp.domain.sessions import Attendance
from mentorapp.language.texts import Texts
from mentorapp.store.timeline import ContactItem, DamagedItem
from ui.widgets.class_chip import class_look
from ui.widgets.delegates import CELL_ROLE, LINES_ROLE, Cell
from ui.widgets.kind_icons import kind_icon

from .timeline_words import lines_of, said_of
from .words import day_said

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Contact = ContactItem | DamagedItem
COLUMNS = ("day", "kind", "minutes", "came_short", "next_step", "classes")


class ContactsModel(QAbstractTableModel):
    """Rows newest first; each index gives a `Cell`, and the first column the two lines of the row."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[Contact, ...] = ()
        self._name = ""
        self._today = date.min

    def show_rows(self, rows: Sequence[Contact], name: str, today: date) -> None:
        self.beginResetModel()
        self._rows, self._name, self._today = tuple(rows), name, today
        self.endResetModel()

    def contact(self, row: int) -> Contact:
        return self._rows[row]

    def row_of(self, contact_id: UUID) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.id == contact_id), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._texts(f"contacts.column_{COLUMNS[section]}")
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == LINES_ROLE:
            return lines_of(self._texts, row, self._name, self._today) if index.column() == 0 else None
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self._cell(row, COLUMNS[index.column()])
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return said_of(lines_of(self._texts, row, self._name, self._today))
        return cell.chip.text if cell.chip else cell.text

    def _cell(self, row: Contact, column: str) -> Cell:
        if column == "day":
            return Cell(day_said(self._texts, row.on, self._today))
        if isinstance(row, DamagedItem):
            return Cell(self._texts("mentee.line_damaged"), quiet=True) if column == "kind" else Cell()
        if column == "kind":
            kind = self._texts(f"codes.session_kind_{row.kind.value}")
            return Cell(kind, row.place, icon=kind_icon(row.kind), bold=True)
        if column == "minutes":
            return Cell("" if row.duration_min is None else str(row.duration_min), quiet=True)
        if column == "came_short":
            held = row.attendance is Attendance.HELD
            return Cell(self._texts(f"codes.attendance_{row.attendance.value}"), quiet=not held)
        if column == "next_step":
            return Cell(row.next_step)
        return Cell(chip=class_look(self._texts, row.classes[0])) if row.classes else Cell()
