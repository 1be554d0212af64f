"""What is known about a thing: a quiet heading and words below it, row by row. `Facts(theme)`, `show_facts(...)`."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Role, Theme

from .text import Text

Fact = tuple[str, str]


class Facts(QWidget):
    """Made anew only when what it shows has changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Fact, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def facts(self) -> tuple[Fact, ...]:
        return self._shown

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Those without words are left out."""
        wanted = tuple(one for one in facts if one[1])
        if wanted == self._shown:
            return
        self._shown = wanted
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (heading, words) in enumerate(wanted):
            head = Text(self._theme, heading, Role.CAPTION, tone="ink2", parent=self)
            head.setContentsMargins(0, 6 if number else 0, 0, 0)
            self._column.addWidget(head)
            self._column.addWidget(Text(self._theme, words, wrap=True, parent=self))
        self.setVisible(bool(wanted))
