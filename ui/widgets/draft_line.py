"""The quiet line about the draft of a form: from when it is, and the way to begin anew.

`DraftLine(theme, texts)`; `show_day(day, today)` at the opening, `show_kept(is_draft)` while typing. Signal
`turned(bool)`: True for begun anew, False for back to what was kept.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.language.relative import ago
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .button import Button, Kind, Size
from .text import Text


class DraftLine(QWidget):
    """Empty until there is a draft. The button is there only for a draft that was kept at another time."""

    turned = Signal(bool)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._fresh = False
        self._words = Text(theme, "", Role.CAPTION, tone="ink2")
        self.button = Button(theme, texts("drafts.begin_anew"), kind=Kind.QUIET, size=Size.ROW)
        self.button.clicked.connect(lambda: self._turn())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._words)
        line.addWidget(self.button)
        self.button.hide()

    def words(self) -> str:
        return self._words.text()

    def show_day(self, day: date, today: date) -> None:
        """Utkast från i går."""
        self._words.setText(self._texts("drafts.from_day", day=ago(self._texts, day, today)))
        self.button.show()

    def show_kept(self, is_draft: bool) -> None:
        """While typing: that it is kept. It stays in sight as long as there is a way back."""
        if is_draft:
            self._words.setText(self._texts("drafts.kept"))
        elif self.button.isHidden():
            self._words.setText("")
        else:
            self._words.setText(self._texts("drafts.empty"))

    def _turn(self) -> None:
        self._fresh = not self._fresh
        self.button.set_text(self._texts("drafts.take_back" if self._fresh else "drafts.begin_anew"))
        self.turned.emit(self._fresh)
