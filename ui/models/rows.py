"""One model for every table and list: frozen rows in, columns of (title, function) pairs.

`RowsModel(columns, key, extra={role: function})`; `set_rows(rows)` keeps rows by their key, so that selection, current
index and scroll survive a refresh; `row(index)`, `row_of(key)`, `sort(column, order)`.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorapp.language.names import sort_key

RowT = TypeVar("RowT")
_Index = QModelIndex | QPersistentModelIndex
_MOST_PIECES = 200
_NOWHERE = QModelIndex()


@dataclass(frozen=True)  # no slots: `Column[Row](...)` sets an attribute of its own
class Column(Generic[RowT]):
    """`text` is what is shown and read aloud; `extra` gives other roles; `order` is what the column is sorted by."""

    title: str
    text: Callable[[RowT], str]
    extra: Mapping[int, Callable[[RowT], object]] = field(default_factory=dict)
    order: Callable[[RowT], Any] | None = None
    right: bool = False


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """`extra` are roles that are the same for every column."""

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        key: Callable[[RowT], Hashable],
        extra: Mapping[int, Callable[[RowT], object]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._extra = dict(extra or {})
        self._rows: list[RowT] = []
        self._places: dict[Hashable, int] = {}
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        found = column.extra.get(role) or self._extra.get(role)
        return found(row) if found else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def rows(self) -> tuple[RowT, ...]:
        """As they stand now, sorted."""
        return tuple(self._rows)

    def row(self, index: _Index) -> RowT | None:
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, key: Hashable) -> int | None:
        """Where the row with that key stands."""
        return self._places.get(key)

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """The index of a key; not valid when there is no such row."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place, column)

    def set_titles(self, titles: Sequence[str]) -> None:
        """After a change of language."""
        self._columns = tuple(
            Column(title, c.text, c.extra, c.order, c.right) for title, c in zip(titles, self._columns, strict=True)
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Takes the new rows; every key must be there once only."""
        wanted = self._in_order(list(rows))
        keys = [self._key(row) for row in wanted]
        if len(set(keys)) != len(keys):
            raise ValueError("two rows have the same key")
        if self._pieces(keys) > _MOST_PIECES:
            self.beginResetModel()
            self._keep(wanted)
            self.endResetModel()
            return
        self._remove_missing(frozenset(keys))
        self._reorder([key for key in keys if key in self._places])
        self._insert_new(wanted, keys)
        self._refresh(wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Remembered for rows that come later; a column of -1 forgets it."""
        self._sorted = (column, order) if 0 <= column < len(self._columns) else None
        self._reorder([self._key(row) for row in self._in_order(list(self._rows))])

    def _in_order(self, rows: list[RowT]) -> list[RowT]:
        if self._sorted is None:
            return rows
        column = self._columns[self._sorted[0]]
        down = self._sorted[1] is Qt.SortOrder.DescendingOrder
        return sorted(rows, key=column.order or (lambda row: sort_key(column.text(row))), reverse=down)

    def _pieces(self, keys: list[Hashable]) -> int:
        """How many insertions and removals it would take; beyond a few hundred a reset is quicker."""
        new, old = frozenset(keys), self._places
        gone = sum(1 for missing, _ in groupby(self._rows, lambda row: self._key(row) not in new) if missing)
        return gone + sum(1 for fresh, _ in groupby(keys, lambda key: key not in old) if fresh)

    def _keep(self, rows: list[RowT]) -> None:
        self._rows = rows
        self._places = {self._key(row): place for place, row in enumerate(rows)}

    def _remove_missing(self, keys: frozenset[Hashable]) -> None:
        gone = [place for place, row in enumerate(self._rows) if self._key(row) not in keys]
        for first, last in reversed(_stretches(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._keep(self._rows[:first] + self._rows[last + 1 :])
            self.endRemoveRows()

    def _reorder(self, keys: list[Hashable]) -> None:
        """The same rows in another order: whoever holds an index is told where its row went."""
        if keys == [self._key(row) for row in self._rows]:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        of_held = [self._key(self._rows[index.row()]) for index in held]
        by_key = {self._key(row): row for row in self._rows}
        self._keep([by_key[key] for key in keys])
        moved = [self.index(self._places[key], index.column()) for key, index in zip(of_held, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _insert_new(self, wanted: list[RowT], keys: list[Hashable]) -> None:
        fresh = [place for place, key in enumerate(keys) if key not in self._places]
        for first, last in _stretches(fresh):
            self.beginInsertRows(QModelIndex(), first, last)
            self._keep(self._rows[:first] + wanted[first : last + 1] + self._rows[first:])
            self.endInsertRows()

    def _refresh(self, wanted: list[RowT]) -> None:
        changed = [place for place, (old, new) in enumerate(zip(self._rows, wanted, strict=True)) if old != new]
        self._rows = wanted
        for first, last in _stretches(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    """Unbroken runs of places, first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
