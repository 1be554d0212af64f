"""What opens over the page: a note, a level, the programme, the person's details."""

from contextlib import suppress
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.enrolments import LadderStep, StepState
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.overlay import Overlay

from .level_form import LevelDates, LevelForm
from .note_reader import NoteReader, PrivateReader
from .programme_form import ProgrammeForm
from .reading import Person


class Sheets:
    """`person` is who the page shows; what opens is about that person."""

    def __init__(self, page: QWidget, store: Store, texts: Texts, theme: Theme) -> None:
        self._page, self._store, self._texts, self._theme = page, store, texts, theme
        self.person: Person | None = None

    def open_draft(self, form: str) -> None:
        """By the form's name; nothing when what it is about is gone."""
        thing, _, key = form.partition(":")
        if thing == "page.programme":
            self.open_programme()
        elif thing == "page.level":
            stairs = self.person.stairs if self.person else ()
            step = next((step for step in stairs if str(step.level.id) == key), None)
            if step is not None:
                self.open_level(step)
        elif thing in ("page.note", "page.note_reason"):
            with suppress(NotFoundError):
                reader = self.open_note(UUID(key))
                reader.open_draft(form)

    def open_note(self, session_id: UUID) -> NoteReader:
        hidden = self.person.hidden if self.person else frozenset()
        reader = NoteReader(self._page.window(), self._theme, self._texts, self._store, session_id, hidden)
        reader.open(reader.first_field())
        return reader

    def open_private(self, note: PrivateNote) -> Overlay:
        reader = PrivateReader(self._page.window(), self._theme, self._texts, note)
        reader.open(reader.close_button)
        return reader

    def open_level(self, step: LadderStep) -> Overlay:
        assert self.person is not None
        if step.state is StepState.HERE:
            dates = LevelDates(self._page.window(), self._theme, self._texts, self.person, step)
            dates.open(dates.first_field())
            return dates
        form = LevelForm(self._page.window(), self._theme, self._texts, self._store, self.person, step)
        form.open(form.first_field())
        return form

    def open_level_number(self, order: int) -> None:
        """By the level's place in the ladder, where the present ladder has one there."""
        stairs = self.person.stairs if self.person else ()
        step = next((step for step in stairs if step.level.order == order), None)
        if step is not None:
            self.open_level(step)

    def open_programme(self) -> Overlay:
        assert self.person is not None
        form = ProgrammeForm(self._page.window(), self._theme, self._texts, self._store, self.person)
        form.open(form.first_field())
        return form
