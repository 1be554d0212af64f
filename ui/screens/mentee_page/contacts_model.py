"""The contacts of a person as a table, and the same rows as two lines for a narrow window."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorapp.domain.sessions import Attendance, way_of
from mentorapp.language.texts import Texts
from mentorapp.store.timeline import ContactItem, DamagedItem, MovedItem
from ui.widgets.class_chip import class_look
from ui.widgets.delegates import CELL_ROLE, LINES_ROLE, Cell
from ui.widgets.kind_icons import kind_icon

from .timeline_words import lines_of, said_of
from .words import day_said

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Contact = ContactItem | MovedItem | DamagedItem
COLUMNS = ("day", "kind", "minutes", "came_short", "support", "next_step", "classes")


class ContactsModel(QAbstractTableModel):
    """Rows newest first; each index gives a `Cell`, and the first column the two lines of the row."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[Contact, ...] = ()
        self._name = ""
        self._today = date.min
        self._support: Mapping[str, str] = {}

    def show_rows(
        self, rows: Sequence[Contact], name: str, today: date, support: Mapping[str, str] | None = None
    ) -> None:
        """`support` are the names of the kinds of support by their codes."""
        self.beginResetModel()
        self._rows, self._name, self._today, self._support = tuple(rows), name, today, support or {}
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, COLUMNS[index.column()])
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
        if isinstance(row, DamagedItem | MovedItem):
            said = self._texts("mentee.line_damaged" if isinstance(row, DamagedItem) else "contacts.moved")
            return Cell(said, quiet=True) if column == "kind" else Cell()
        if column == "kind":
            return self._kind(row)
        if column == "minutes":
            return Cell("" if row.duration_min is None else str(row.duration_min), quiet=True)
        if column == "came_short":
            return self._came(row)
        if column == "support":
            return Cell(", ".join(self._support.get(code, code) for code in row.support_kinds), quiet=True)
        if column == "next_step":
            return Cell(row.next_step)
        return self._classes(row)

    def _tip(self, row: Contact, column: str) -> str | None:
        """What may not fit in its column."""
        cell = self._cell(row, column)
        if cell.chip is not None:
            return cell.chip.description or None
        return ", ".join(part for part in (cell.text, cell.second) if part) or None

    def _kind(self, row: ContactItem) -> Cell:
        """An attempt by its way; a group by its name."""
        way = way_of(row.kind, row.attempt_way)
        second = row.group or row.place
        return Cell(self._texts(f"codes.session_kind_{way.value}"), second, icon=kind_icon(way), bold=True)

    def _came(self, row: ContactItem) -> Cell:
        """How it went, and below it what was out of the ordinary."""
        marks = [name for name in ("came_late", "unplanned") if getattr(row, name)]
        second = ", ".join(self._texts(f"note.{name}") for name in marks)
        held = row.attendance is Attendance.HELD
        return Cell(self._texts(f"codes.attendance_{row.attendance.value}"), second, quiet=not held)

    def _classes(self, row: ContactItem) -> Cell:
        """The class of the first box, and how many more there are."""
        if not row.classes:
            return Cell()
        look = class_look(self._texts, row.classes[0])
        more = len(row.classes) - 1
        if not more:
            return Cell(chip=look)
        every = ", ".join(class_look(self._texts, one).text for one in row.classes)
        return Cell(chip=replace(look, text=f"{look.text} +{more}", description=every))
