"""A new promise: what, who and by when. Enter adds it; who has no default, since a promise is somebody's."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import Who
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import FaultLine, LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from .reading import Person

Add = Callable[[str, Who, str, date | None], None]


class PromiseForm(QWidget):
    """Signal `closed`."""

    closed = Signal()

    def __init__(self, theme: Theme, texts: Texts, clock: Clock, person: Person, add: Add, drafts: FormDrafts) -> None:
        super().__init__()
        self._texts, self._add = texts, add
        self.what = LineField(theme, texts("plan.promise_what"))
        mentor = person.mentor.first_name or texts("mentee.the_mentor")
        choices = (
            Choice(Who.MENTEE.value, person.name),
            Choice(Who.MENTOR.value, mentor),
            Choice(Who.CONTACT.value, texts("plan.someone_else")),
        )
        self.who = ChoiceChips(theme, texts("plan.promise_who"), choices, ticked=True)
        self.who.chosen.connect(self._on_who)
        self.who_fault = FaultLine(theme)
        self.who_name = LineField(theme, texts("plan.promise_who_name"))
        self.who_name.hide()
        self.by = DateField(theme, texts, clock, texts("plan.promise_by"), lean=Lean.AHEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 8)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addWidget(Text(theme, texts("plan.promise_who"), Role.SMALL, bold=True))
        for part in (self.who, self.who_fault, self.who_name, self.by):
            column.addWidget(part)
        self.ready = Button(theme, texts("plan.promise_add"), kind=Kind.PRIMARY, size=Size.ROW)
        self.ready.clicked.connect(self.keep)
        self.leave = Button(theme, texts("plan.close"), kind=Kind.QUIET, size=Size.ROW)
        self.leave.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._drafts = drafts
        drafts.setParent(self)
        for name, part in (("what", self.what), ("who", self.who), ("who_name", self.who_name), ("by", self.by)):
            drafts.add(name, part)
        drafts.restore()

    def put_away(self) -> None:
        """Closes; what was written stays as a draft."""
        self._drafts.keep()
        self._drafts.forget()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        if not self.by.check():
            self.by.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.who.current():
            self.who_fault.show_sentence(self._texts("plan.promise_who_missing"))
            self.who.focus()
            return
        who = Who(self.who.current())
        name = self.who_name.text().strip() if who is Who.CONTACT else ""
        try:
            with self._drafts.ending():
                self._add(self.what.text().strip(), who, name, self.by.day())
        except InputError as refusal:
            field = self.who_name if refusal.field == "who_name" else self.what
            field.set_fault(self._texts.error(refusal))
            field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def _on_who(self, key: str) -> None:
        self.who_fault.show_sentence(None)
        self.who_name.setVisible(key == Who.CONTACT.value)
