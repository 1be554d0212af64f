"""A death: a day, and from then on nothing reminds and no letter is written. What was stays readable."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import Mentee
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import change_mentee
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from .reading import Details

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class DeathPart(QWidget):
    """A quiet button at the end of the page, or the words. Signals `note_wanted`, `undo_wanted`."""

    note_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._dead = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.words = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.act = Button(theme, texts("details.death_note"), kind=Kind.QUIET, size=Size.ROW)
        self.act.clicked.connect(self._on_act)
        column.addWidget(self.words)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)

    def show_details(self, details: Details) -> None:
        day, texts = details.person.mentee.deceased_on, self._texts
        self._dead = day is not None
        self.words.setText("" if day is None else texts("details.death_on", day=full_date(texts, day)))
        self.words.setVisible(self._dead)
        self.act.set_text(texts("details.death_take_back" if self._dead else "details.death_note"))

    def _on_act(self) -> None:
        (self.undo_wanted if self._dead else self.note_wanted).emit()


class DeathSheet(FormSheet):
    """The day alone."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee: Mentee) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("details.death"),
            form="details.death",
            mentee_id=mentee.id,
            label="death_noted",
            save_text=texts("details.save"),
        )
        self._mentee = mentee
        self.body.addWidget(Text(theme, texts("details.death_what"), Role.SMALL, tone="ink2", wrap=True))
        self.day = self.add(
            "deceased_on",
            DateField(theme, texts, store.clock, texts("details.death_day"), lean=Lean.BACK, optional=False),
        )
        self.body.addStretch(1)

    def write(self, session: "Session") -> object:
        day = self.day.day()
        if day is None:
            raise InputError("deceased_on", "date_empty")
        change_mentee(session, self._mentee.id, deceased_on=day)
        return self._mentee.id
