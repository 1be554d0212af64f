"""A part of the window that is laid out before it is painted stands where it will stand, and is painted once."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.settle import settle
from ui.widgets.text import Text


class Paints(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_what_stands_deep_inside_is_in_its_place_before_the_first_paint(qtbot: QtBot, theme: Theme) -> None:
    window, inside = QWidget(), QWidget()
    qtbot.addWidget(window)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    QVBoxLayout(window).addWidget(area)
    column = QVBoxLayout(inside)
    first, below = Card(theme, "Ett"), Card(theme, "Två")
    words = Text(theme, "kort", wrap=True)
    first.add(words)
    for card in (first, below):
        column.addWidget(card)
    column.addStretch(1)
    window.resize(300, 500)
    window.show()
    for _ in range(5):
        QApplication.processEvents()
    paints = Paints()
    below.installEventFilter(paints)
    words.setText("Många ord som behöver flera rader i en så smal ruta. " * 4)
    settle(window)
    stood = below.y()
    for _ in range(5):
        QApplication.processEvents()
    assert below.y() == stood
    assert stood > first.y() + 100
    assert paints.count == 1
