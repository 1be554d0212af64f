"""Which programme, and from when: the one thing a person without an enrolment lacks before ladder and plan."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder, list_ladders
from mentorapp.store.programmes import add_programme, get_programme, list_programmes
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from .reading import Person

_LADDER = "ladder:"


class ProgrammeForm(FormSheet):
    """The programmes there are, and the shipped ladders that no programme has taken yet."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("mentee.programme_choose"),
            form="page.programme",
            mentee_id=person.mentee.id,
            label="enrolment_added",
            save_text=texts("mentee.programme_begin"),
        )
        self._person = person
        choices = self._choices()
        self.body.addWidget(Text(theme, texts("mentee.programme_explained"), Role.SMALL, tone="ink2", wrap=True))
        self.programme = self.add(
            "programme", ChoiceChips(theme, texts("mentee.programme"), choices, choices[0].key, ticked=True)
        )
        self.from_day = self.add(
            "started_on",
            DateField(theme, texts, store.clock, texts("mentee.programme_from"), person.today, optional=False),
        )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.programme.pill(self.programme.current())

    def write(self, session: Session) -> object:
        """Enrols from the day, on the first level."""
        day = self.from_day.day()
        assert day is not None
        programme = self._programme(session)
        enrolment = add_enrolment(
            session, self._person.mentee.id, programme, status=EnrolmentStatus.ACTIVE, started_on=day
        )
        levels = get_programme(session, programme).levels
        if levels:
            change_level(session, enrolment, levels[0].id, day)
        return enrolment

    def _choices(self) -> list[Choice]:
        with self.store.read() as session:
            programmes = list_programmes(session)
        taken = {programme.name for programme in programmes}
        known = [Choice(str(programme.id), programme.name) for programme in programmes]
        swedish = self.texts.language == "sv"
        named = [(ladder.code, ladder.name_sv if swedish else ladder.name_en) for ladder in list_ladders()]
        return known + [Choice(f"{_LADDER}{code}", name) for code, name in named if name not in taken]

    def _programme(self, session: Session) -> UUID:
        """The programme chosen; a ladder chosen becomes a programme of its own name."""
        key = self.programme.current()
        if not key.startswith(_LADDER):
            return UUID(key)
        ladder = get_ladder(key.removeprefix(_LADDER))
        name = ladder.name_sv if self.texts.language == "sv" else ladder.name_en
        return add_programme(session, name, ladder)
