"""The grid of step 3: a row for each piece, a column for each party, and in each cell a box or a padlock with words.

One Tab stop; the arrows walk. The words of the cell where one is stand below the grid, and in its tooltip.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.meeting_grid import Cell, CellState, GridRow
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, paint_icon
from ui.widgets.card import Card
from ui.widgets.class_chip import ClassChip
from ui.widgets.consent_light import Light, paint_light
from ui.widgets.painted import Painted, smooth
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox
from ui.widgets.widths import Width, width_class

from .reading import WizardView
from .words import cell_words, party_name, reason_light, row_words

_WAYS = {
    int(Qt.Key.Key_Left): (0, -1), int(Qt.Key.Key_Right): (0, 1), int(Qt.Key.Key_Up): (-1, 0),
    int(Qt.Key.Key_Down): (1, 0),
}  # fmt: skip
_CELL, _LAMP = 168, 20
_WORDS_BELOW = 5


class _Lamp(Painted):
    """Three dots where there is nothing to light: it stands on no paper of theirs."""

    def __init__(self, theme: Theme, light: Light | None) -> None:
        super().__init__(theme)
        self._light = light
        self.setFixedSize(theme.px(_LAMP), theme.px(_LAMP))

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        if self._light is None:
            paint_icon(painter, "more", self.rect().adjusted(2, 2, -2, -2), self.theme.colour("edge"))
        else:
            paint_light(painter, self.theme, self.rect(), self._light)


class Closed(QWidget):
    """A cell that no tick opens: the light says why by its shape, and words beside it where there is room."""

    ring_radius = 6.0

    def __init__(self, theme: Theme, light: Light | None, name: str, words: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(6)
        line.addWidget(_Lamp(theme, light))
        self._words = Text(theme, words, Role.CAPTION, tone="ink2", wrap=True)
        line.addWidget(self._words, 1)

    def set_words_shown(self, shown: bool) -> None:
        self._words.setVisible(shown)


class Grid(Card):
    """Signals: `ticked(column, GridRow, Cell, bool)`, `looked_at(str)` with the words of a cell."""

    ticked = Signal(int, object, object, bool)
    looked_at = Signal(str)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("wizard.grid"), "eye")
        self._texts = texts
        self.cells: list[list[QWidget]] = []
        self._built: object = None
        self._at = (0, 0)
        self._inside: QWidget | None = None

    def show_view(self, view: WizardView) -> None:
        """Made anew only when rows or parties are others: a tick keeps its box, and the focus its place."""
        rows = view.case.rows
        shape = (
            self._wordy(view),
            tuple((row.key, row.items, row_words(self._texts, row)) for row in rows),
            tuple((one.key, party_name(view, one)) for one in view.parties),
            tuple(tuple(cell.can_change for cell in row.cells) for row in rows),
            tuple(cell_words(self._texts, view, view.parties[at], cell)
                  for row in rows for at, cell in enumerate(row.cells) if not cell.can_change),
        )  # fmt: skip
        if shape != self._built:
            had = self._has_focus()
            self._built = shape
            self._build(view)
            if had:
                self.focus()
        for row, widgets in zip(rows, self.cells, strict=True):
            for column, (cell, widget) in enumerate(zip(row.cells, widgets, strict=True)):
                if isinstance(widget, TickBox):
                    widget.setChecked(cell.state is CellState.SHOWN)
                    widget.setToolTip(cell_words(self._texts, view, view.parties[column], cell))

    def focus(self) -> None:
        if self.cells and self.cells[0]:
            row = min(self._at[0], len(self.cells) - 1)
            self.cells[row][min(self._at[1], len(self.cells[row]) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def first_open(self) -> QWidget | None:
        """The first box that waits for a yes of the mentee."""
        boxes = [one for row in self.cells for one in row if isinstance(one, TickBox)]
        return next((one for one in boxes if not one.isChecked()), next(iter(boxes), None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        place = self._place(watched)
        if place is None:
            return False
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self._stop_at(*place)
            widget = self.cells[place[0]][place[1]]
            self.looked_at.emit(f"{widget.accessibleName()}. {widget.toolTip()}")
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            way = _WAYS.get(event.key())
            if way is not None:
                self._walk(place, way)
                return True
        return False

    def _walk(self, place: tuple[int, int], way: tuple[int, int]) -> None:
        row = max(0, min(len(self.cells) - 1, place[0] + way[0]))
        column = max(0, min(len(self.cells[row]) - 1, place[1] + way[1]))
        self.cells[row][column].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self, watched: QObject) -> tuple[int, int] | None:
        for row, widgets in enumerate(self.cells):
            for column, widget in enumerate(widgets):
                if widget is watched:
                    return row, column
        return None

    def _stop_at(self, row: int, column: int) -> None:
        self._at = (row, column)
        for at, widgets in enumerate(self.cells):
            for place, widget in enumerate(widgets):
                stop = (at, place) == (row, column)
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _has_focus(self) -> bool:
        return any(one.hasFocus() for row in self.cells for one in row)

    def _build(self, view: WizardView) -> None:
        self.clear()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 0, 16, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for column, party in enumerate(view.parties, 2):
            head = Text(self.theme, party_name(view, party), Role.SMALL, bold=True)
            if self._wordy(view):
                head.setMinimumWidth(self.theme.px(_CELL))
            grid.addWidget(head, 0, column)
        self.cells = []
        for at, row in enumerate(view.case.rows):
            grid.addWidget(self._chip(row), at + 1, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._words(row), at + 1, 1)
            self.cells.append(self._row(view, row, grid, at + 1))
        if not view.case.rows:
            grid.addWidget(Text(self.theme, self._texts("wizard.grid_empty"), tone="ink2", wrap=True), 1, 0, 1, 2)
        self.body.addWidget(inside)
        if self.cells and self.cells[0]:
            first = self.first_open()
            self._stop_at(*((self._place(first) if first else None) or (0, 0)))

    def _chip(self, row: GridRow) -> QWidget:
        chip = ClassChip(self.theme, self._texts, row.info_class)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return chip

    def _words(self, row: GridRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        title, second = row_words(self._texts, row)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.theme, title, wrap=True))
        if second:
            words.addWidget(Text(self.theme, second, Role.CAPTION, tone="ink2", wrap=True))
        layout.addLayout(words, 1)
        layout.addStretch()  # A text is never wider than a line is read; what is left over is to its right.
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return line

    def _row(self, view: WizardView, row: GridRow, grid: QGridLayout, at: int) -> list[QWidget]:
        title, _second = row_words(self._texts, row)
        made: list[QWidget] = []
        for column, cell in enumerate(row.cells):
            party = view.parties[column]
            words = cell_words(self._texts, view, party, cell)
            name = f"{title}, {party_name(view, party)}"
            widget: QWidget
            if cell.can_change:
                box = TickBox(self.theme, name=name, fades=False)
                box.clicked.connect(lambda on, row=at - 1, place=column: self._on_clicked(row, place, on))
                widget = box
            else:
                elsewhere = cell.state is CellState.ELSEWHERE
                light = None if elsewhere else reason_light(view, party, cell.info_class, cell.why)
                widget = Closed(self.theme, light, name, words)
                widget.set_words_shown(self._wordy(view))
            widget.setToolTip(words)
            widget.setAccessibleDescription(words)
            widget.installEventFilter(self)
            grid.addWidget(widget, at, column + 2, self._place_of(widget))
            made.append(widget)
        self._rows_shown = view.case.rows
        return made

    def _wordy(self, view: WizardView) -> bool:
        """Whether there is room for words in the cells."""
        return width_class(self) is Width.WIDE and len(view.parties) < _WORDS_BELOW

    @staticmethod
    def _place_of(widget: QWidget) -> Qt.AlignmentFlag:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return left if isinstance(widget, TickBox) else Qt.AlignmentFlag.AlignVCenter

    def _on_clicked(self, row: int, column: int, on: bool) -> None:
        shown: tuple[GridRow, ...] = self._rows_shown
        cell: Cell = shown[row].cells[column]
        self.ticked.emit(column, shown[row], cell, on)
