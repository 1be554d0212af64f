"""The groups in the side column: one of them is chosen and shown beside it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.language.texts import Texts
from mentorapp.store.groups import ActivityLine
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.row import Row

from .words import DOT, kind_words, meeting_when


class ActivityList(Card):
    """`chosen(UUID)`. The chosen row has a soft ground and says so."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("groups.title"))
        self._texts = texts
        self.made: dict[UUID, Row] = {}

    def show_lines(self, lines: Sequence[ActivityLine], current: UUID | None, today: date) -> None:
        focused = next((key for key, row in self.made.items() if row.hasFocus()), None)
        self.clear()
        self.made = {}
        for line in lines:
            self.made[line.activity.id] = self._row(line, line.activity.id == current, today)
            self.add_row(self.made[line.activity.id])
        if focused in self.made:
            self.made[focused].setFocus()

    def _row(self, line: ActivityLine, here: bool, today: date) -> Row:
        ahead = next((one for one in line.meetings if one.event_date >= today), None)
        when = self._texts("groups.next", when=meeting_when(self._texts, ahead, today)) if ahead else ""
        second = DOT.join(part for part in (kind_words(self._texts, line.activity), when) if part)
        row = Row(self.theme, line.activity.title, second, tint="soft" if here else "")
        if here:
            row.setAccessibleDescription(self._texts("groups.here"))
        row.opened.connect(lambda key=line.activity.id: self.chosen.emit(key))
        return row
