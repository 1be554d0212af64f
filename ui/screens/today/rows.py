"""The two kinds of row that only Idag has: a promise to tick, and a good thing to read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.card import SIDE
from ui.widgets.chip import Chip
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

_AIR = 8


class PromiseRow(QWidget):
    """A tick box, and a chip at the right when the promise is somebody else's."""

    menu_wanted = Signal()

    def __init__(self, box: TickBox, chip: Chip | None) -> None:
        super().__init__()
        self.box = box
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, _AIR, SIDE, _AIR)
        line.setSpacing(12)
        line.addWidget(box, 1)
        if chip is not None:
            line.addWidget(chip)
        self.setFocusProxy(box)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()
        event.accept()


class GoodRow(QWidget):
    """One line without an act: Enter opens the person."""

    opened = Signal()
    menu_wanted = Signal()
    ring_radius = 5.0

    def __init__(self, theme: Theme, words: str, last: bool) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE + theme.px(20) + 9, 1, SIDE, 12 if last else 1)
        line.addWidget(Text(theme, words, Role.SMALL, wrap=True))
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()
