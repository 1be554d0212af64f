"""What is decided, by whom, by when and for which need: Enter adds it. What is begun is a draft of the meeting.

`DecisionLine(theme, texts, store)`; `turn_to(mentee_id, meeting_id, parties)`, signal `decided(NewDecision)`; whoever
stores it calls `written()`, or `refuse(InputError)`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.decisions import NewDecision, Party
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .button import Button
from .choice_chips import Choice, ChoiceChips
from .date_field import DateField
from .field import FaultLine, LineField
from .form_drafts import FormDrafts
from .text import Text

if TYPE_CHECKING:
    from mentorapp.store.store import Store

Keep = Callable[[NewDecision], None]


class DecisionLine(QWidget):
    """`keep` stores a decision; an InputError from it is said beside its field. `form` names its draft."""

    edited = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, store: "Store", keep: Keep, *, form: str = "meeting.decision"
    ) -> None:
        super().__init__()
        self._theme, self._texts, self._store, self._keep = theme, texts, store, keep
        self._form = form
        self._parties: dict[str, Party] = {}
        self._drafts: FormDrafts | None = None
        self._turned: tuple[UUID, UUID] | None = None
        self.setAccessibleName(texts("meeting_mode.decision_new"))
        self.what = LineField(theme, texts("meeting_mode.decision_what"))
        self.need = LineField(
            theme, texts("meeting_mode.decision_need"), placeholder=texts("meeting_mode.need_example")
        )
        self.by = DateField(theme, texts, store.clock, texts("meeting_mode.decision_by"), lean=Lean.AHEAD)
        self.by.setMinimumWidth(theme.px(170))
        self.who_fault = FaultLine(theme)
        self.add = Button(theme, texts("meeting_mode.decision_add"), "plus", keys="↵")
        self.add.clicked.connect(self.decide)
        self._who_place = QVBoxLayout()
        self._who_place.setSpacing(5)
        self._who_place.addWidget(Text(theme, texts("meeting_mode.decision_who"), Role.SMALL, bold=True))
        self.who = ChoiceChips(theme, texts("meeting_mode.decision_who"), (), ticked=True)
        self._who_place.addWidget(self.who)
        self._lay_out()

    def turn_to(self, mentee_id: UUID, meeting_id: UUID, parties: Sequence[Party]) -> None:
        """To a meeting; what was begun there before is put back. The same parties again change nothing."""
        if list(parties) != list(self._parties.values()):
            self._show_parties(parties)
        if self._turned == (mentee_id, meeting_id):
            return
        self.put_away()
        self._turned = (mentee_id, meeting_id)
        self._empty()
        self._drafts = self._make_drafts()
        self._drafts.restore()

    def put_away(self) -> None:
        """What was begun stays as a draft of its meeting."""
        drafts, self._drafts, self._turned = self._drafts, None, None
        if drafts is not None:
            drafts.keep()
            drafts.forget()
            drafts.deleteLater()

    def decide(self) -> None:
        """Stores it when it is whole; else the focus goes to what is missing."""
        if self._drafts is None or not self.by.check():
            return
        party = self._parties.get(self.who.current())
        if not self.what.text().strip():
            self.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif party is None:
            self.who_fault.show_sentence(self._texts("plan.promise_who_missing"))
            self.who.focus()
        else:
            self._store_it(party.decides(self.what.text().strip(), self.by.day(), self.need.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.decide()
        else:
            super().keyPressEvent(event)

    def _store_it(self, new: NewDecision) -> None:
        try:
            with self._ending():
                self._keep(new)
        except InputError as refusal:
            self.what.set_fault(self._texts.error(refusal))
            self.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._empty()
        if self._drafts is not None:
            self._drafts.restore()
        self.what.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @contextmanager
    def _ending(self) -> Iterator[None]:
        assert self._drafts is not None
        with self._drafts.ending():
            yield

    def _empty(self) -> None:
        self.what.set_text("")
        self.need.set_text("")
        self.who.choose("")
        self.by.set_day(None)
        self.who_fault.show_sentence(None)

    def _make_drafts(self) -> FormDrafts:
        assert self._turned is not None
        mentee_id, meeting_id = self._turned
        drafts = FormDrafts(self._store, f"{self._form}:{meeting_id.hex}", mentee_id, parent=self)
        for name, field in (("what", self.what), ("who", self.who), ("by", self.by), ("need", self.need)):
            drafts.add(name, field)
        return drafts

    def _show_parties(self, parties: Sequence[Party]) -> None:
        chosen = self.who.current()
        self._parties = {one.key: one for one in parties}
        old = self.who
        choices = [Choice(one.key, one.name) for one in parties]
        self.who = ChoiceChips(self._theme, self._texts("meeting_mode.decision_who"), choices, chosen, ticked=True)
        self.who.chosen.connect(lambda _key: self.who_fault.show_sentence(None))
        self._who_place.replaceWidget(old, self.who)
        old.hide()
        old.deleteLater()
        # What is made later would be last in the window: from what to who to when, pill by pill.
        stops = [self.what.line, *(self.who.pill(one.key) for one in parties), self.by.line]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if self._turned is not None and self._drafts is not None:
            self._drafts.keep()
            self._drafts.forget()
            self._drafts.deleteLater()
            self._drafts = self._make_drafts()
            self._drafts.restore()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addLayout(self._who_place)
        column.addWidget(self.who_fault)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.by)
        line.addWidget(self.need, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(line)
