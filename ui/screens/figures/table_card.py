"""One table of figures as a card: a row a code, a column a gender that occurs, and so many of how many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.domain.figures import FigureRow, FigureTable
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.side_scroll import SideScroll
from ui.widgets.text import Text

from .words import Names, name_of

_ANY_WIDTH = 16_777_215


class TableCard(Card):
    """Hidden by the screen while nothing is counted."""

    def __init__(self, theme: Theme, texts: Texts, table: FigureTable, names: Names) -> None:
        title = texts(f"figures.{table.counted.value}")
        super().__init__(theme, title, right=texts(f"figures.of_{table.unit.value}", count=table.base.total))
        self._texts, self._table = texts, table
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        heads = [texts(f"figures.short_{gender.value}") for gender in table.genders]
        for column, words in enumerate(["", *heads, texts("figures.together")]):
            if words:
                self._put(0, column, Text(theme, words, Role.CAPTION, tone="ink2"))
        for row in table.rows:
            self._put_row(name_of(texts, names, table.counted, row.code), row)
        self.frame = SideScroll(theme, inside, title)
        self.add(self.frame, below=14)

    def needed(self) -> int:
        """How wide it is with every column to be seen."""
        return max(self.minimumSizeHint().width(), self.frame.needed() + 2 * SIDE)

    def lines(self) -> list[str]:
        """Row by row, for those who read it otherwise."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, Text)]

    def _put_row(self, name: str, row: FigureRow) -> None:
        at = self._grid.rowCount()
        label = Text(self.theme, name, Role.SMALL, wrap=True)
        label.setMaximumWidth(_ANY_WIDTH)
        self._grid.addWidget(label, at, 0)
        for column, gender in enumerate(self._table.genders, start=1):
            self._put(at, column, Text(self.theme, str(row.of(gender)), Role.SMALL, tone="ink2"))
        said = self._texts("figures.share", count=row.total, base=self._table.base.total)
        self._put(at, len(self._table.genders) + 1, Text(self.theme, said, Role.SMALL))

    def _put(self, row: int, column: int, widget: Text) -> None:
        self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
