"""When to meet again, and how often it comes back."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.numbers_typed import days_of_weeks
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.page_drafts import PageDrafts

from .acts import AfterActs
from .reading import AfterView


class NextCard(Card):
    """Signal `book_wanted`: the next one, with the same people."""

    book_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, acts: AfterActs) -> None:
        super().__init__(theme, texts("after.next"), "cal")
        self._texts, self._acts = texts, acts
        self.drafts: PageDrafts | None = None
        self.on = DateField(theme, texts, acts.store.clock, texts("after.next_on"), lean=Lean.AHEAD)
        self.weeks = LineField(theme, texts("meeting.weeks"), hint=texts("meeting.weeks_hint"))
        self.book = Button(theme, texts("after.book"), "plus", size=Size.ROW)
        self.book.clicked.connect(self.book_wanted)
        self.add(self.on, above=2, below=10)
        self.add(self.weeks, below=10)
        line = QHBoxLayout()
        line.addWidget(self.book)
        line.addStretch(1)
        self.add(line, below=14)

    def turn_to(self, view: AfterView) -> None:
        """To another meeting, with what was begun there."""
        meeting = view.meeting
        self.drafts = PageDrafts(
            self._acts.store, f"after.next:{meeting.id.hex}", meeting.mentee_id, parent=self, texts=self._texts
        )
        self.on.set_day(None)
        self.weeks.set_text("")
        self.drafts.attach("next_on", self.on, lambda day: self._acts.meet_again(next_on=day))
        self.drafts.attach("weeks", self.weeks, self._repeat)

    def show_view(self, view: AfterView) -> None:
        assert self.drafts is not None
        meeting = view.meeting
        values: dict[str, Any] = {
            "next_on": meeting.next_on,
            "weeks": str(meeting.repeat_days // 7) if meeting.repeat_days else "",
        }
        self.drafts.show(meeting.mentee_id, values)

    def _repeat(self, typed: str) -> None:
        self._acts.meet_again(repeat_days=days_of_weeks("weeks", typed))
