"""The list under a field in which a name is typed: who fits, the best first, and an offer to add the name."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from mentorapp.language.names import fits, match_rank
from ui.theme import Theme

from .delegates import LINES_ROLE, TwoLineDelegate, TwoLines

_SHOWN_ROWS = 5
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something that can be chosen; `second` tells those of the same name apart. Without key: to add."""

    key: UUID | None
    name: str
    second: str = ""


def fitting(typed: str, known: Sequence[Known]) -> list[Known]:
    """Those whose name or second line fits, the best first."""
    found = [one for one in known if fits(typed, one.name, one.second)]
    ranked = [(match_rank(typed, (one.name, one.second)), one) for one in found]
    return [one for _, one in sorted(((r, one) for r, one in ranked if r is not None), key=lambda pair: pair[0])]


class NameModel(QAbstractListModel):
    """Rows as the delegate draws them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Known, ...] = ()

    def set_rows(self, rows: Sequence[Known]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Known | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.row(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == LINES_ROLE:
            return TwoLines(one.name, one.second, letter=one.name[:1].upper() if one.key else "+")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (one.name, one.second) if part)
        return None


class NameList(QListView):
    """Lies over the window under its field and never takes the focus."""

    def __init__(self, theme: Theme, name: str, over: QWidget) -> None:
        super().__init__(over)
        self.names = NameModel(self)
        self.setProperty("card", "true")
        self.setModel(self.names)
        self.setItemDelegate(TwoLineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.hide()

    def marked(self) -> Known | None:
        return self.names.row(self.currentIndex().row()) if self.isVisible() else None

    def mark(self, row: int) -> str:
        """Marks a row and gives what is read aloud of it."""
        index = self.names.index(max(0, min(self.names.rowCount() - 1, row)), 0)
        self.setCurrentIndex(index)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        return said if isinstance(said, str) else ""

    def step(self, by: int) -> str:
        return self.mark(self.currentIndex().row() + by)

    def lie_under(self, line: QWidget) -> None:
        """Below the line, or above it where there is more room."""
        over = self.parentWidget()
        if over is None:
            return
        rows = min(_SHOWN_ROWS, self.names.rowCount())
        wanted = rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth() + 2
        top = line.mapTo(over, QPoint(0, 0))
        below, above = over.height() - top.y() - line.height() - 12, top.y() - 12
        upward = below < wanted and above > below
        height = min(wanted, above if upward else below)
        y = top.y() - height - 4 if upward else top.y() + line.height() + 4
        self.setGeometry(top.x(), y, line.width(), max(0, height))
        self.raise_()
