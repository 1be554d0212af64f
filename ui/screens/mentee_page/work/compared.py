"""Two columns beside each other: what somebody wishes and needs, and what a workplace is (W4)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.text import Text
from ui.widgets.widths import Width, width_class


class Compared(Card):
    """Hidden as long as no place is chosen; below one another in a narrow window."""

    def __init__(self, theme: Theme, wishes_title: str) -> None:
        super().__init__(theme, tone="soft")
        self._wishes_title = wishes_title
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(SIDE, 10, SIDE, 12)
        self._line.setSpacing(16)
        self.body.addLayout(self._line)
        self.hide()

    def show_facts(self, place: str, wishes: Sequence[str], facts: Sequence[str]) -> None:
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        narrow = width_class(self.window()) is Width.NARROW
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        for title, lines in ((self._wishes_title, wishes), (place, facts)):
            if lines:
                self._line.addWidget(_side(self.theme, title, lines), 1, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(place) and bool(wishes or facts))


def _side(theme: Theme, title: str, lines: Sequence[str]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(theme, title, Role.SMALL, bold=True, wrap=True))
    for line in lines:
        column.addWidget(Text(theme, " ".join(line.split()), Role.SMALL, wrap=True))
    return side
