"""The table that says the same as a chart: read with arrow keys, copied with Ctrl+C into a sheet or a letter.

`ChartTable(theme, name)`; `show_table(twin)` fills it.
"""

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from mentorapp.language.chart_words import TableTwin
from ui.theme import Role, Theme

_MOST_ROWS = 12
_SCROLL_BAR = 16


class ChartTable(QTableWidget):
    """As high as its rows, up to twelve; cells cannot be changed. What is wider than the card scrolls in its frame."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setProperty("bare", "true")
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self._dress()
        theme.changed.connect(self._dress)

    def show_table(self, twin: TableTwin) -> None:
        self.setColumnCount(len(twin.heads))
        self.setHorizontalHeaderLabels(twin.heads)
        self.setRowCount(len(twin.rows))
        for row, cells in enumerate(twin.rows):
            for column, words in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(words))
        if twin.rows:
            self.setCurrentCell(0, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._stretch()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """The last column takes what is left, but never less than its words."""
        needed = sum(self._needed(at) for at in range(self.columnCount()))
        self.horizontalHeader().setStretchLastSection(needed <= self.viewport().width())

    def _needed(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """What is selected, else everything with its heads: cells parted by tabs, rows by line ends."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        if len(chosen) < 2:
            heads = [self.horizontalHeaderItem(column) for column in range(self.columnCount())]
            lines = ["\t".join(head.text() for head in heads if head is not None)]
            chosen = {(row, column) for row in range(self.rowCount()) for column in range(self.columnCount())}
        else:
            lines = []
        for row in sorted({row for row, _ in chosen}):
            lines.append("\t".join(self._cell(row, column) for at, column in sorted(chosen) if at == row))
        return "\n".join(lines)

    def sizeHint(self) -> QSize:
        rows = min(max(1, self.rowCount()), _MOST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        return QSize(self._theme.px(320), head + rows * self.verticalHeader().defaultSectionSize() + _SCROLL_BAR)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()

    def _dress(self) -> None:
        self.setFont(self._theme.font(Role.SMALL))
        self.horizontalHeader().setFont(self._theme.font(Role.SMALL, True))
        self.verticalHeader().setDefaultSectionSize(self._theme.line(Role.SMALL) + self._theme.px(14))
        self.updateGeometry()
