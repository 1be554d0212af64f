"""Everything at once: the mentor's contacts and the levels over eight months, as a picture or as a table."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from mentorapp.domain.calendar import add_months
from mentorapp.domain.geometry import DayScale
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.timeline import list_contact_days
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.lane_values import Dot, Lane, LaneStep, lanes_table, lanes_table_heads
from ui.widgets.lanes import Lanes

from .inset import inset
from .reading import Person

_MONTHS_BACK, _MONTHS_AHEAD = 5, 3


def lanes_scale(today: date) -> DayScale:
    """Five whole months back and two ahead, with the month that is."""
    first = add_months(today.replace(day=1), -_MONTHS_BACK)
    return DayScale(first, add_months(today.replace(day=1), _MONTHS_AHEAD) - timedelta(days=1))


class LanesCard(Card):
    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(theme, texts("mentee.all_at_once"))
        self._store, self._texts = store, texts
        self._shown: tuple[DayScale, tuple[Lane, ...]] | None = None
        self.as_table = Button(
            theme, texts("mentee.show_as_table"), "link", kind=Kind.QUIET, size=Size.ROW, checkable=True
        )
        self.as_table.toggled.connect(self._on_toggled)
        self.head.addWidget(self.as_table)
        self.head.setContentsMargins(SIDE, 6, 6, 0)
        today = store.clock.today()
        self.picture = Lanes(theme, texts, lanes_scale(today), today)
        self.add(self.picture, below=10)
        self.table = _table(texts)
        self._table_box = inset(self, self.table)
        self._table_box.hide()

    def show_person(self, person: Person) -> None:
        scale = lanes_scale(person.today)
        lanes = (self._contacts(person.mentee.id, scale), *self._levels(person))
        if (scale, lanes) != self._shown:
            self._shown = scale, lanes
            self.picture.set_lanes(scale, person.today, lanes)
            if self.as_table.isChecked():
                self._fill_table(lanes)

    def _contacts(self, mentee_id: UUID, scale: DayScale) -> Lane:
        with self._store.read() as session:
            days = list_contact_days(session, mentee_id, scale.first, scale.last)
        return Lane(self._texts("mentee.lane_mentor"), dots=tuple(Dot(day, held) for day, held in days))

    def _levels(self, person: Person) -> tuple[Lane, ...]:
        """The ladder as steps whose height is the level's place; no lane without a ladder."""
        levels = {step.level.id: step.level for step in person.stairs}
        if not person.stays or not levels:
            return ()
        steps = tuple(
            LaneStep(
                start=stay.entered_on,
                end=stay.left_on - timedelta(days=1) if stay.left_on else None,
                height=levels[stay.level_id].order / len(levels),
                words=f"{levels[stay.level_id].order} {levels[stay.level_id].short_name(self._texts.language)}",
                family=Family.PRIMARY,
            )
            for stay in person.stays
            if stay.level_id in levels
        )
        return (Lane(self._texts("mentee.lane_level"), steps=steps),)

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


def _table(texts: Texts) -> QTableWidget:
    """The twin of the picture, for reading aloud and copying."""
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels(lanes_table_heads(texts))
    table.setAccessibleName(texts("mentee.all_at_once"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(180)
    return table
