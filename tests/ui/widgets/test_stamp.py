"""What looks the same in many rows is painted once, and anew with another look of the program."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.theme import Theme, ThemeChoice
from ui.widgets.stamp import stamp


def test_a_drawing_is_painted_once_and_lands_where_it_is_wanted(theme: Theme) -> None:
    made: list[QRect] = []

    def draw(painter: QPainter, rect: QRect) -> None:
        made.append(rect)
        painter.fillRect(rect, QColor("#ff0000"))

    paper = QPixmap(60, 20)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    for x in (0, 40):
        stamp(painter, theme, QRect(x, 5, 10, 10), ("red",), draw)
    painter.end()
    assert made == [QRect(0, 0, 10, 10)]
    image = paper.toImage()
    assert image.pixelColor(45, 10) == QColor("#ff0000")
    assert image.pixelColor(25, 10) == QColor("#ffffff")
    assert image.pixelColor(45, 2) == QColor("#ffffff")


def test_drawings_are_forgotten_with_the_look(theme: Theme) -> None:
    paper = QPixmap(20, 20)
    painter = QPainter(paper)
    stamp(painter, theme, QRect(0, 0, 8, 8), ("any",), lambda on, box: on.fillRect(box, QColor("#00ff00")))
    painter.end()
    assert theme.drawn
    theme.choose(ThemeChoice.DARK if not theme.dark else ThemeChoice.LIGHT)
    assert not theme.drawn
