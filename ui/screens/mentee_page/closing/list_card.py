"""A card of lines that are made anew each time: a title, a quiet line, more words, and one act at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`key` is the same from one showing to the next, so that the focus finds back."""

    key: str
    title: str
    second: str = ""
    act: Callable[[], object] | None = None
    act_name: str = ""


class ListCard(Card):
    """`show_lines` draws only when something is different."""

    def __init__(self, theme: Theme, texts: Texts, title: str, empty: str = "") -> None:
        super().__init__(theme, title)
        self.texts = texts
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self._buttons: dict[str, Button] = {}
        self._acts: dict[str, Callable[[], object]] = {}
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(1)
        self.body.addWidget(self._box)
        self._empty = Text(theme, empty, Role.SMALL, tone="ink2", wrap=True)
        self._empty.setContentsMargins(SIDE, 0, SIDE, 6)
        self.body.addWidget(self._empty)

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._acts = {line.key: line.act for line in lines if line.act is not None}
        shown = tuple((line.key, line.title, line.second) for line in lines)
        self._empty.setVisible(not lines and bool(self._empty.text()))
        self._box.setVisible(bool(lines))
        if shown == self._shown:
            return
        focused = next((key for key, button in self._buttons.items() if button.hasFocus()), None)
        self._shown = shown
        self._clear()
        for line in lines:
            self._column.addWidget(self._row(line))
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def _row(self, line: Line) -> QWidget:
        row = QWidget()
        row.setAccessibleName(". ".join(part for part in (line.title, line.second) if part))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.theme, line.title, bold=True, wrap=True, parent=row))
        second = Text(self.theme, line.second, Role.SMALL, tone="ink2", wrap=True, parent=row)
        second.setVisible(bool(line.second))
        words.addWidget(second)
        whole = QHBoxLayout(row)
        whole.setContentsMargins(SIDE, 6, SIDE - 6, 6)
        whole.addLayout(words, 1000)
        whole.addStretch(1)  # beside words that stop at their longest line
        if line.act is not None:
            named = f"{line.act_name}: {line.title}"
            button = Button(self.theme, "", "pencil", kind=Kind.QUIET, size=Size.ROW, name=named)
            button.clicked.connect(lambda: self._acts[line.key]())
            self._buttons[line.key] = button
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _clear(self) -> None:
        self._buttons.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
