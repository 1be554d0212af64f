"""A step while it is edited, in the place of its row: words, when, who, and the words of the easy-read print.

Enter or leaving the form stores what was written; Esc closes it, and what was written waits as a draft.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import DoneBy, Step
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.form_drafts import FormDrafts

from .reading import Person
from .words import who_did

Save = Callable[[dict[str, object]], None]
"""Stores the changed values by name: text, easy_text, due, who, or done_on, done_by, done_by_name."""


class StepEditor(QWidget):
    """Signal `closed`; `save` may raise an InputError, which is said beside its field."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        clock: Clock,
        person: Person,
        step: Step,
        save: Save,
        drafts: FormDrafts,
    ) -> None:
        super().__init__()
        self._texts = texts
        self._step = step
        self._save = save
        self._drafts = drafts
        self._open = True
        self.text = LineField(theme, texts("plan.step_text"), step.text)
        self.easy = LineField(theme, texts("plan.step_easy"), step.easy_text, hint=texts("plan.step_easy_hint"))
        self.fields: dict[str, Field] = {"step": self.text, "easy_text": self.easy}
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 12)
        column.setSpacing(10)
        column.addWidget(self.text)
        column.addLayout(self._done(theme, clock, person) if step.is_done else self._ahead(theme, clock))
        column.addWidget(self.easy)
        column.addLayout(self._buttons(theme))
        self.setFocusProxy(self.text)
        self._keep_drafts()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _keep_drafts(self) -> None:
        self._drafts.setParent(self)
        for name, field in self.fields.items():
            self._drafts.add(name, field)
        if self._step.is_done:
            self._drafts.add("by", self.done_by)
        self._drafts.restore()

    def _ahead(self, theme: Theme, clock: Clock) -> QHBoxLayout:
        texts, step = self._texts, self._step
        self.due = DateField(theme, texts, clock, texts("plan.step_due"), step.due, lean=Lean.AHEAD)
        self.who = LineField(theme, texts("plan.step_who"), step.who)
        self.fields |= {"due": self.due, "who": self.who}
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.due, 2)
        line.addWidget(self.who, 3)
        return line

    def _done(self, theme: Theme, clock: Clock, person: Person) -> QVBoxLayout:
        """A ticked step: the day it was done, and by whom."""
        texts, step = self._texts, self._step
        self.done_on = DateField(theme, texts, clock, texts("plan.step_done_on"), step.done_on, lean=Lean.BACK)
        self.done_on.set_limits(None, clock.today())
        choices = [Choice(by.value, who_did(texts, person, by, texts("plan.someone_else"))) for by in DoneBy]
        chosen = (step.done_by or DoneBy.MENTEE).value
        self.done_by = ChoiceChips(theme, texts("plan.step_done_by"), choices, chosen, ticked=True)
        self.done_by_name = LineField(theme, texts("plan.step_done_by_name"), step.done_by_name)
        self.done_by.chosen.connect(lambda key: self.done_by_name.setVisible(key == DoneBy.OTHER.value))
        self.fields |= {"done_on": self.done_on, "done_by": self.done_by_name}
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.done_on)
        column.addWidget(self.done_by)
        column.addWidget(self.done_by_name)
        if chosen != DoneBy.OTHER.value:
            self.done_by_name.hide()
        return column

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.ready = Button(theme, self._texts("plan.ready"), kind=Kind.PRIMARY, size=Size.ROW)
        self.ready.clicked.connect(self.keep)
        self.leave = Button(theme, self._texts("plan.leave_as_it_was"), kind=Kind.QUIET, size=Size.ROW)
        self.leave.clicked.connect(self._give_up)
        line.addWidget(self.ready)
        line.addWidget(self.leave)
        line.addStretch(1)
        return line

    def keep(self) -> bool:
        """Stores what differs and closes; False when something cannot be stored as it stands."""
        day = self.done_on if self._step.is_done else self.due
        if not day.check():
            day.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        changed = self._changed(day.day())
        if changed:
            try:
                with self._drafts.ending():
                    self._save(changed)
            except InputError as refusal:
                field = self.fields.get(refusal.field, self.text)
                field.set_fault(self._texts.error(refusal))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        self._give_up()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _changed(self, day: date | None) -> dict[str, object]:
        step = self._step
        now: dict[str, object] = {"text": self.text.text().strip(), "easy_text": self.easy.text().strip()}
        if step.is_done:
            now |= {"done_on": day, "done_by": DoneBy(self.done_by.current())}
            now["done_by_name"] = self.done_by_name.text().strip() if now["done_by"] is DoneBy.OTHER else ""
        else:
            now |= {"due": day, "who": self.who.text().strip()}
        return {name: value for name, value in now.items() if getattr(step, name) != value}

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Leaving by Tab or mouse keeps what was written; a menu or another window is no leaving."""
        if not self._open or old is None or new is None or not self.isAncestorOf(old):
            return
        if new.window() is self.window() and new is not self and not self.isAncestorOf(new):
            self.keep()

    def _give_up(self) -> None:
        """As it was, or as it is stored now: there is nothing left to go on with."""
        self._drafts.discard()
        self._close()

    def _close(self) -> None:
        """What was typed and not stored stays as a draft."""
        if self._open:
            self._drafts.keep()
            self._drafts.forget()
            self._open = False
            self.closed.emit()
