"""Everything at once: one lane for each actor over the months, as a picture or as a table."""

from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from mentorapp.domain.calendar import add_months
from mentorapp.domain.geometry import DayScale
from mentorapp.language.texts import Texts
from mentorapp.store.lanes import read_lanes
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.lane_values import Lane, lanes_table, lanes_table_heads
from ui.widgets.lanes import Lanes

from .kept import Kept
from .person_lanes import person_lanes
from .reading import Person

MONTHS = (5, 3)
"""Five whole months back and two ahead, with the month that is."""


def lanes_scale(today: date, months: tuple[int, int] = MONTHS) -> DayScale:
    """Whole months: so many back, and so many ahead with the one that is."""
    back, ahead = months
    month = today.replace(day=1)
    return DayScale(add_months(month, -back), add_months(month, ahead) - timedelta(days=1))


class LanesCard(Card):
    """One read for each showing; the picture is drawn anew only when something on it has changed."""

    tables = frozenset(
        {"session", "parallel_intervention", "intervention_state", "income_period", "income_state",
         "education_support", "level_entry", "level", "placement", "placement_hours", "workplace", "meeting"}
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme, title: str = "") -> None:
        super().__init__(theme, title or texts("mentee.all_at_once"))
        self._store, self._texts = store, texts
        self._months = MONTHS
        self._person: Person | None = None
        self._shown: tuple[DayScale, tuple[Lane, ...]] | None = None
        self._kept: Kept[tuple[Lane, ...]] = Kept(store)
        self.as_table = Button(
            theme, texts("mentee.show_as_table"), "link", kind=Kind.QUIET, size=Size.ROW, checkable=True
        )
        self.as_table.toggled.connect(self._on_toggled)
        self.head.addWidget(self.as_table)
        self.head.setContentsMargins(SIDE, 6, 6, 0)
        today = store.clock.today()
        self.picture = Lanes(theme, texts, lanes_scale(today), today)
        self.add(self.picture, below=10)
        self.table = _table(texts, self.accessibleName())
        self._table_box = inset(self, self.table)
        self._table_box.hide()

    def show_person(self, person: Person) -> None:
        self._person = person
        scale = lanes_scale(person.today, self._months)
        lanes = self._kept.get((person.mentee.id, person.today, scale), lambda: self.read_lanes(person, scale))
        if (scale, lanes) != self._shown:
            self._shown = scale, lanes
            self.picture.set_lanes(scale, person.today, lanes)
            if self.as_table.isChecked():
                self._fill_table(lanes)

    def read_lanes(self, person: Person, scale: DayScale) -> tuple[Lane, ...]:
        """What lies on the axis; a card of only some of it reads less."""
        with self._store.read() as session:
            facts = read_lanes(session, person.mentee.id, scale.first, scale.last)
        return person_lanes(self._texts, person, facts, scale)

    def show_months(self, back: int, ahead: int) -> None:
        """Another stretch of time."""
        self._months = back, ahead
        if self._person is not None:
            self.show_person(self._person)

    def _on_toggled(self, as_table: bool) -> None:
        if as_table and self._shown is not None:
            self._fill_table(self._shown[1])
        self.picture.setVisible(not as_table)
        self._table_box.setVisible(as_table)
        self.as_table.set_text(self._texts("mentee.show_as_picture" if as_table else "mentee.show_as_table"))

    def _fill_table(self, lanes: tuple[Lane, ...]) -> None:
        cells = lanes_table(self._texts, lanes)
        self.table.setRowCount(len(cells))
        for row, parts in enumerate(cells):
            for column, words in enumerate(parts):
                self.table.setItem(row, column, QTableWidgetItem(words))
        if cells and self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)


def _table(texts: Texts, name: str) -> QTableWidget:
    """The twin of the picture, for reading aloud and copying."""
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels(lanes_table_heads(texts))
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(180)
    return table
