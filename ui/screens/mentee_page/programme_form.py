"""Which programme, and from when: the one thing a person without an enrolment lacks before ladder and plan."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder, list_ladders
from mentorapp.store.programmes import add_programme, get_programme, list_programmes
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import FaultLine
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

from .reading import Person

_LADDER = "ladder:"


class ProgrammeForm(Overlay):
    """The programmes there are, and the shipped ladders that no programme has taken yet."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts("mentee.programme_choose"))
        self._texts, self._store, self._person = texts, store, person
        choices = self._choices()
        self.programme = ChoiceChips(theme, texts("mentee.programme"), choices, choices[0].key, ticked=True)
        self.from_day = DateField(
            theme, texts, store.clock, texts("mentee.programme_from"), person.today, optional=False
        )
        self.fault = FaultLine(theme)
        self.body.addWidget(Text(theme, texts("mentee.programme_explained"), Role.SMALL, tone="ink2", wrap=True))
        for part in (self.programme, self.fault, self.from_day):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.ready = Button(theme, texts("mentee.programme_begin"), kind=Kind.PRIMARY, keys="Ctrl ↵")
        self.ready.clicked.connect(self.keep)
        self.leave = Button(theme, texts("mentee.close"))
        self.leave.clicked.connect(self.close_over)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        self.closed.connect(self.deleteLater)

    def first_field(self) -> QWidget:
        return self.programme.pill(self.programme.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Enrols from the day, on the first level."""
        day = self.from_day.day()
        if not self.from_day.check() or day is None:
            return
        try:
            with self._store.write("enrolment_added") as session:
                programme = self._programme(session)
                enrolment = add_enrolment(
                    session, self._person.mentee.id, programme, status=EnrolmentStatus.ACTIVE, started_on=day
                )
                levels = get_programme(session, programme).levels
                if levels:
                    change_level(session, enrolment, levels[0].id, day)
        except InputError as refusal:
            if refusal.field == "programme":
                self.fault.show_sentence(self._texts.error(refusal))
            else:
                self.from_day.set_fault(self._texts.error(refusal))
        else:
            self.close_over()

    def _choices(self) -> list[Choice]:
        with self._store.read() as session:
            programmes = list_programmes(session)
        taken = {programme.name for programme in programmes}
        known = [Choice(str(programme.id), programme.name) for programme in programmes]
        swedish = self._texts.language == "sv"
        named = [(ladder.code, ladder.name_sv if swedish else ladder.name_en) for ladder in list_ladders()]
        return known + [Choice(f"{_LADDER}{code}", name) for code, name in named if name not in taken]

    def _programme(self, session: Session) -> UUID:
        """The programme chosen; a ladder chosen becomes a programme of its own name."""
        key = self.programme.current()
        if not key.startswith(_LADDER):
            return UUID(key)
        ladder = get_ladder(key.removeprefix(_LADDER))
        name = ladder.name_sv if self._texts.language == "sv" else ladder.name_en
        return add_programme(session, name, ladder)
