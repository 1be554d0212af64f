"""Whether a registration is by name or anonymous, and why; and that it is done (P13)."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.domain.sharing import InfoClass
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import change_enrolment, list_enrolments, that_matters
from mentorapp.store.mentees import get_mentee
from mentorapp.store.registration_sheets import registration_consent
from ui.requests import PageRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.inset import inset
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class RegistrationCard(Card):
    """Signals `changed` and `page_wanted(PageRequest)`. The number is ticked each time."""

    changed = Signal()
    page_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.registration"), "form")
        self._texts, self._store = texts, store
        self._mentee: UUID | None = None
        self._enrolment: UUID | None = None
        self.said = Text(theme, "", Role.SMALL, wrap=True)
        self.number = TickBox(theme, texts("preview.registration_number"), fades=False)
        self.number.clicked.connect(lambda _on: self.changed.emit())
        self.done = TickBox(theme, texts("preview.registration_done"), fades=False)
        self.done.clicked.connect(self._on_done)
        self.ask = Button(theme, texts("preview.handover_network"), "people")
        self.ask.clicked.connect(self._ask)
        inset(self, self.said, below=8)
        self._number_box = inset(self, self.number, below=4)
        self._done_box = inset(self, self.done, below=8)
        self._ask_box = inset(self, self.ask, below=12)
        self.hide()

    @property
    def ticks(self) -> frozenset[InfoClass]:
        return frozenset({InfoClass.IDNUM}) if self.number.isChecked() else frozenset()

    def show_person(self, mentee_id: UUID) -> None:
        """Another person's number is not ticked."""
        if mentee_id != self._mentee:
            self.number.setChecked(False)
        self._mentee = mentee_id
        with self._store.read() as session:
            mentee = get_mentee(session, mentee_id)
            consent = registration_consent(session, mentee_id)
            enrolment = that_matters(list_enrolments(session, mentee_id))
        self._enrolment = enrolment.id if enrolment else None
        if consent is not None:
            system = consent.system or self._texts("preview.registration_system")
            day = full_date(self._texts, consent.valid_to)
            said = self._texts("preview.registration_named", system=system, day=day)
        else:
            key = "protected" if mentee.is_protected else "anonymous"
            said = self._texts(f"preview.registration_{key}", name=mentee.preferred_name)
        self.said.setText(said)
        self._number_box.setVisible(consent is not None and bool(mentee.id_number))
        self._ask_box.setVisible(consent is None and not mentee.is_protected)
        self._done_box.setVisible(enrolment is not None)
        self.done.setChecked(enrolment is not None and enrolment.registered_in_followup_system)

    def _on_done(self) -> None:
        if self._enrolment is not None:
            with self._store.write("enrolment_changed") as session:
                change_enrolment(session, self._enrolment, registered_in_followup_system=self.done.isChecked())

    def _ask(self) -> None:
        if self._mentee is not None:
            self.page_wanted.emit(PageRequest(self._mentee, "network"))
