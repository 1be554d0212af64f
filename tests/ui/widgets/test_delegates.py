"""Painted rows of lists and tables."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget

from mentorapp.domain.enrolments import StepState
from ui.models.rows import Column, RowsModel
from ui.theme import Family, Theme
from ui.theme.tokens import DARK, HIGH_CONTRAST_LIGHT
from ui.widgets.chip import ChipLook
from ui.widgets.delegates import CELL_ROLE, LINES_ROLE, Cell, CellDelegate, TwoLineDelegate, TwoLines

Show = Callable[..., QWidget]
ROWS = [
    TwoLines(
        "Besök",
        "50 % går bra.",
        "work",
        Family.BLUE,
        chip=ChipLook("Arbetsplats", "work", Family.BLUE),
        right="mån 23 nov",
    ),
    TwoLines("Birk Provare", "LM 207", letter="B"),
    TwoLines("Klart", done=True),
    TwoLines(
        "Ett mycket långt namn på en rad som inte får plats någonstans alls " * 3, "och en lika lång andra rad " * 9
    ),
]


@pytest.fixture
def timeline(theme: Theme, shown: Show) -> QListView:
    model = RowsModel([Column[TwoLines]("", lambda r: r.title, {LINES_ROLE: lambda r: r})], lambda r: r.title)
    view = QListView()
    model.setParent(view)
    model.set_rows(ROWS)
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(theme, view))
    view.setMinimumHeight(260)
    shown(view)
    return view


def test_all_rows_are_equally_high_and_grow_with_the_text(theme: Theme, timeline: QListView) -> None:
    def heights() -> set[int]:
        return {timeline.visualRect(timeline.model().index(row, 0)).height() for row in range(len(ROWS))}

    before = heights()
    assert len(before) == 1
    assert before.pop() >= 48
    theme.set_text_percent(200)
    QApplication.processEvents()
    assert min(heights()) > 80


def test_a_chosen_row_has_a_ground_and_a_bar(theme: Theme, timeline: QListView) -> None:
    timeline.setCurrentIndex(timeline.model().index(1, 0))
    QApplication.processEvents()
    rect = timeline.visualRect(timeline.model().index(1, 0))
    picture = timeline.viewport().grab().toImage()
    assert picture.pixelColor(rect.left() + 1, rect.center().y()) == theme.colour("primary")
    assert picture.pixelColor(rect.right() - 2, rect.top() + 3) == theme.colour("soft")
    other = timeline.visualRect(timeline.model().index(0, 0))
    assert picture.pixelColor(other.right() - 2, other.top() + 3) == theme.colour("surface")


@pytest.mark.parametrize("tokens", [DARK, HIGH_CONTRAST_LIGHT])
def test_rows_follow_the_palette(theme: Theme, timeline: QListView, tokens: object) -> None:
    theme.use(tokens)  # type: ignore[arg-type]
    QApplication.processEvents()
    picture = timeline.viewport().grab().toImage()
    assert picture.pixelColor(QPoint(3, 3)) == theme.colour("surface")


def test_a_table_of_people_is_painted_and_read(theme: Theme, shown: Show) -> None:
    cells = [
        Cell("Birk Provare", "LM 207", True, letter="B"),
        Cell("Nivå 3", stairs=(StepState.BEEN, StepState.HERE, StepState.AHEAD)),
        Cell("i måndags", icon="work", quiet=True),
        Cell(chip=ChipLook("Underlag görs om", "print", Family.AMBER)),
        Cell(),
    ]
    columns = [
        Column[int](str(n), lambda _row, cell=cell: cell.text, {CELL_ROLE: lambda _row, cell=cell: cell})  # type: ignore[misc]
        for n, cell in enumerate(cells)
    ]
    model = RowsModel(columns, lambda row: row)
    table = QTableView()
    model.setParent(table)
    model.set_rows([1, 2])
    table.setModel(model)
    delegate = CellDelegate(theme, table)
    table.setItemDelegate(delegate)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.verticalHeader().setDefaultSectionSize(delegate.row_height())
    shown(table)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(model.index(0, 0), flags)
    QApplication.processEvents()
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(1, 10) == theme.colour("primary")
    assert table.sizeHintForColumn(1) > table.sizeHintForColumn(4)
    assert model.index(0, 1).data() == "Nivå 3"
