"""The closing of an enrolment, folded until it is wanted; a closing that was begun stands open."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.drafts import get_draft
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.inset import inset
from ui.widgets.step_pips import StepPips
from ui.widgets.text import Text

from ..reading import Person
from .closing_form import FORM, ClosingForm
from .reading import Case, Ending, read_ending


class ClosingCard(Card):
    """Signals `attempt_wanted`, `pause_wanted` and `ended` come from the form in it."""

    ended = Signal()
    attempt_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(theme, texts("closing.end"))
        self._store, self._texts = store, texts
        self._shown: UUID | None = None
        self._person: Person | None = None
        self._case: Case | None = None
        self.form: ClosingForm | None = None
        self.pips = StepPips(theme, texts)
        self.pips.hide()
        self.head.addWidget(self.pips)
        self._why = Text(theme, texts("closing.end_explained"), Role.SMALL, tone="ink2", wrap=True)
        inset(self, self._why, below=8)
        self.begin = Button(theme, texts("closing.begin"), size=Size.ROW)
        self.begin.clicked.connect(lambda: self.unfold())
        self._begin_box = inset(self, self.begin, below=12)
        self._place = QWidget()
        self._inside = QHBoxLayout(self._place)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._form_box = inset(self, self._place, below=14)
        self._form_box.hide()

    def show_case(self, person: Person, case: Case) -> None:
        self._person, self._case = person, case
        self.setVisible(case.is_open and case.is_started)
        if self._shown != case.enrolment.id or self.isHidden():
            self.fold()
            self._shown = case.enrolment.id
            if not self.isHidden() and self._has_draft(case):
                self.unfold(focus=False)
        elif self.form is not None:
            self.form.show_case(person, case, self._read(person, case))

    def unfold(self, *, focus: bool = True) -> ClosingForm:
        """Gone through from here on; what is answered is kept as a draft."""
        if self.form is None:
            assert self._person is not None
            assert self._case is not None
            person, case = self._person, self._case
            form = ClosingForm(self._store, self._texts, self.theme, person, case, self._read(person, case))
            form.closed.connect(self.ended)
            form.attempt_wanted.connect(self.attempt_wanted)
            form.pause_wanted.connect(self.pause_wanted)
            form.advanced.connect(self.pips.set_steps)
            self.pips.set_steps(*form.steps())
            self._inside.addWidget(form)
            self.form = form
        self.pips.show()
        self._begin_box.hide()
        self._form_box.show()
        if focus:
            self.form.first_field().setFocus()
        return self.form

    def fold(self) -> None:
        """What was answered stays as a draft."""
        self.write_all()
        form, self.form = self.form, None
        if form is not None:
            form.drafts.forget()
            form.hide()
            self._inside.removeWidget(form)
            form.deleteLater()
        self.pips.hide()
        self._form_box.hide()
        self._begin_box.show()

    def write_all(self) -> None:
        if self.form is not None:
            self.form.drafts.keep()

    def _read(self, person: Person, case: Case) -> Ending:
        with self._store.read() as session:
            return read_ending(session, person, case.enrolment.id)

    def _has_draft(self, case: Case) -> bool:
        with self._store.read() as session:
            return get_draft(session, f"{FORM}:{case.enrolment.id}", case.enrolment.mentee_id) is not None
