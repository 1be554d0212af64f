"""The one table model: rows by key, selection that survives, Swedish order."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from ui.models.rows import Column, RowsModel

WEIGHT = int(Qt.ItemDataRole.UserRole) + 7


@dataclass(frozen=True)
class Fruit:
    key: int
    name: str
    grams: int = 100


def make(rows: list[Fruit] | None = None) -> RowsModel[Fruit]:
    columns = [
        Column[Fruit]("Frukt", lambda fruit: fruit.name),
        Column[Fruit]("Vikt", lambda fruit: f"{fruit.grams} g", order=lambda fruit: fruit.grams, right=True),
    ]
    model = RowsModel(columns, lambda fruit: fruit.key, {WEIGHT: lambda fruit: fruit.grams})
    model.set_rows(rows or [])
    return model


@pytest.fixture
def tested(qapp: QApplication) -> Callable[[RowsModel[Fruit]], RowsModel[Fruit]]:
    """Every change of the model is watched by Qt's own tester, which ends the run at a broken rule."""

    def watch(model: RowsModel[Fruit]) -> RowsModel[Fruit]:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        return model

    return watch


def test_columns_give_texts_titles_and_sides(qapp: QApplication) -> None:
    model = make([Fruit(1, "Äpple", 120)])
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in range(2)] == ["Frukt", "Vikt"]
    assert model.index(0, 1).data() == "120 g"
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "120 g"
    assert model.index(0, 0).data(WEIGHT) == 120
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_titles_follow_a_change_of_language(qapp: QApplication) -> None:
    model = make()
    model.set_titles(("Fruit", "Weight"))
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Weight"


def test_rows_are_found_by_key(qapp: QApplication) -> None:
    model = make([Fruit(7, "Päron"), Fruit(8, "Äpple")])
    assert model.row_of(8) == 1
    assert model.row_of(9) is None
    assert model.row(model.index_of(8)) == Fruit(8, "Äpple")
    assert not model.index_of(9).isValid()
    assert model.row(QModelIndex()) is None


def test_two_rows_with_one_key_are_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="same key"):
        make([Fruit(1, "Äpple"), Fruit(1, "Päron")])


def test_selection_and_current_row_survive_a_refresh(qtbot: QtBot) -> None:
    model = make([Fruit(1, "Äpple"), Fruit(2, "Päron"), Fruit(3, "Lingon")])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().setCurrentIndex(model.index(1, 0), flags)
    model.set_rows([Fruit(9, "Hjortron"), Fruit(3, "Lingon"), Fruit(2, "Päron", 150), Fruit(8, "Blåbär")])
    assert model.row(view.currentIndex()) == Fruit(2, "Päron", 150)
    assert [model.row(index) for index in view.selectionModel().selectedRows()] == [Fruit(2, "Päron", 150)]


def test_only_what_changed_is_told(qtbot: QtBot) -> None:
    model = make([Fruit(1, "Äpple"), Fruit(2, "Päron"), Fruit(3, "Lingon")])
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([Fruit(1, "Äpple"), Fruit(2, "Päron", 175), Fruit(3, "Lingon")])
    assert (told.args[0].row(), told.args[1].row()) == (1, 1)


def test_the_same_rows_again_disturb_nobody(qtbot: QtBot) -> None:
    rows = [Fruit(1, "Äpple"), Fruit(2, "Päron")]
    model = make(rows)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.layoutChanged):
        model.set_rows(list(rows))


def test_a_column_sorts_by_its_own_order_and_new_rows_fall_in(qapp: QApplication) -> None:
    model = make([Fruit(1, "Äpple", 9), Fruit(2, "Päron", 100), Fruit(3, "Ananas", 20)])
    model.sort(1)
    assert [fruit.grams for fruit in model.rows()] == [9, 20, 100]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [fruit.name for fruit in model.rows()] == ["Äpple", "Päron", "Ananas"]
    model.set_rows([*model.rows(), Fruit(4, "Ödla")])
    assert model.rows()[0].name == "Ödla"
    model.sort(-1)
    model.set_rows([Fruit(4, "Ödla"), Fruit(1, "Äpple", 9)])
    assert [fruit.key for fruit in model.rows()] == [4, 1]


def test_swedish_letters_stand_last_and_in_their_order(qapp: QApplication) -> None:
    names = ["Örjan", "Ärna", "Åsa", "Zoe", "Elis", "Éva", "adam"]
    model = make([Fruit(key, name) for key, name in enumerate(names)])
    model.sort(0)
    assert [fruit.name for fruit in model.rows()] == ["adam", "Elis", "Éva", "Zoe", "Åsa", "Ärna", "Örjan"]


def test_a_wholly_other_list_is_taken_by_a_reset(qtbot: QtBot) -> None:
    model = make([Fruit(n, str(n)) for n in range(0, 1000, 2)])
    with qtbot.waitSignal(model.modelReset):
        model.set_rows([Fruit(n, str(n)) for n in range(0, 1000, 3)])
    assert model.rowCount() == 334


keys = st.lists(st.integers(0, 12), unique=True, max_size=10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(st.tuples(keys, st.integers(0, 3)), min_size=2, max_size=4))
def test_any_refresh_keeps_held_rows(
    tested: Callable[[RowsModel[Fruit]], RowsModel[Fruit]], refreshes: list[tuple[list[int], int]]
) -> None:
    model = tested(make())
    held: dict[int, QPersistentModelIndex] = {}
    for wanted, weight in refreshes:
        model.set_rows([Fruit(key, f"frukt {key}", weight) for key in wanted])
        assert [fruit.key for fruit in model.rows()] == wanted
        for key, index in held.items():
            assert index.isValid() == (key in wanted)
            if index.isValid():
                assert model.rows()[index.row()] == Fruit(key, f"frukt {key}", weight)
        held = {key: QPersistentModelIndex(model.index_of(key)) for key in wanted}
