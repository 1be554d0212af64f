"""What has changed over time, newest first: each line with its days and a button that opens it; one adds a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """`key` comes back with `change_wanted`; a line that no longer holds is `quiet`."""

    key: str
    title: str
    second: str = ""
    quiet: bool = False


class DatedLines(QWidget):
    """Made anew only when a line has changed; the focus stays on the line it was on.

    Without a title the button `add` is for whoever has one to stand beside, such as the head of a card.
    """

    change_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, title: str, none: str, add: str) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._lines: tuple[Line, ...] | None = None
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.add = Button(theme, add, "plus", kind=Kind.QUIET, size=Size.ROW)
        self.add.clicked.connect(self.add_wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._none = Text(theme, none, Role.SMALL, tone="ink2", wrap=True)
        if title:
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(Text(theme, title, Role.SMALL, bold=True))
            head.addStretch(1)
            head.addWidget(self.add)
            column.addLayout(head)
        column.addWidget(self._none)
        column.addLayout(self._rows)

    def show_lines(self, lines: Sequence[Line]) -> None:
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        focused = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = {}
        before: QWidget = self.add
        for line in self._lines:
            self._rows.addWidget(self._row(line))
            QWidget.setTabOrder(before, self.buttons[line.key])
            before = self.buttons[line.key]
        self._none.setVisible(not self._lines)
        if focused is not None:
            self.buttons.get(focused, self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: Line) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self._theme, line.title, tone="ink2" if line.quiet else "ink", wrap=True))
        if line.second:
            words.addWidget(Text(self._theme, line.second, Role.SMALL, tone="ink2", wrap=True))
        across.addLayout(words, 1000)
        across.addStretch(1)  # beside words that stop at their longest line
        named = self._texts("details.change_named", what=line.title)
        button = Button(self._theme, "", "pencil", kind=Kind.QUIET, size=Size.ROW, name=named)
        button.clicked.connect(partial(self.change_wanted.emit, line.key))
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[line.key] = button
        return row
