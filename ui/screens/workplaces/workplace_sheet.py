"""A workplace: new in the bank, or one that is there. Nothing in it is about a mentee."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.lists import WordList
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.numbers_typed import whole
from mentorapp.domain.workplaces import Workplace
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from mentorapp.store.workplaces import add_workplace, change_workplace
from ui.theme import Theme
from ui.widgets.choice_chips import Choice
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.picker import Picker
from ui.widgets.place_fields import PlaceFields
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NOBODY = UUID(int=0)


class WorkplaceSheet(FormSheet):
    """What is written here is to be fit to be shown to others; that is said at the top."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, place: Workplace | None = None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            place.name if place else texts("workplaces.new"),
            form=f"workplaces.workplace:{place.id.hex}" if place else "workplaces.workplace",
            mentee_id=None,
            label="workplace_changed" if place else "workplace_added",
            save_text=texts("workplaces.save"),
        )
        self._shown = place
        now = place or Workplace(id=_NOBODY, name="")
        self._add_where(now)
        self._add_who(now)
        self._add_what(now)
        self._add_practical(now)
        self.body.addStretch(1)

    def _add_where(self, now: Workplace) -> None:
        texts, theme = self.texts, self.theme
        hint = texts("workplaces.fit_to_show")
        self.name = self.add("name", LineField(theme, texts("workplaces.name"), now.name, hint=hint))
        self.town = LineField(theme, texts("workplaces.town"), now.town)
        self.sector = self._words(WordList.SECTOR, "workplaces.sector", now.sector)
        self.add_beside(("town", self.town), ("sector", self.sector))
        self.address = self.add("address", LineField(theme, texts("workplaces.address"), now.address))

    def _add_who(self, now: Workplace) -> None:
        texts, theme = self.texts, self.theme
        self.employer = PlaceFields(self.store, texts, theme)
        self.employer.chooser.label.setText(texts("workplaces.employer"))
        self.employer.chooser.editor.setAccessibleName(texts("workplaces.employer"))
        for name, field in self.employer.named():
            self.add(name, field)
        self.employer.kind.setCurrentIndex(self.employer.kind.findData(OrganisationKind.EMPLOYER))
        self.employer.choose(now.organisation_id)
        self.supervisor = ContactChooser(self.store, texts, theme, texts("workplaces.supervisor"))
        self.supervisor.choose(now.supervisor_id)
        self.add("supervisor_id", self.supervisor)

    def _add_what(self, now: Workplace) -> None:
        texts, theme = self.texts, self.theme
        self.good_for = self.add("good_for", TextField(theme, texts("workplaces.good_for"), now.good_for, lines=2))
        self.tasks = self.add("tasks", TextField(theme, texts("workplaces.tasks"), now.tasks, lines=3))
        self.environment = self.add(
            "environment", TextField(theme, texts("workplaces.environment"), now.environment, lines=2)
        )

    def _add_practical(self, now: Workplace) -> None:
        texts, theme = self.texts, self.theme
        self.hours = LineField(theme, texts("workplaces.hours"), now.hours)
        self.travel = LineField(theme, texts("workplaces.travel"), now.travel)
        self.add_beside(("hours", self.hours), ("travel", self.travel))
        self.instruction = self._words(WordList.INSTRUCTION, "workplaces.instruction", now.instruction_form)
        room = "" if now.capacity is None else str(now.capacity)
        self.capacity = LineField(theme, texts("workplaces.capacity"), room, longest=3)
        self.add_beside(("instruction_form", self.instruction), ("capacity", self.capacity))
        self.last = DateField(
            theme, texts, self.store.clock, texts("workplaces.last"), now.last_contacted, lean=Lean.BACK
        )
        self.last.set_limits(None, self.store.clock.today())
        self.add("last_contacted", self.last)
        self.note = self.add("note", TextField(theme, texts("workplaces.note"), now.note, lines=2))

    def can_be_kept(self) -> bool:
        if not super().can_be_kept():
            return False
        missing = self.employer.refusal()
        if missing is not None:
            self.show_refusal(missing)
        return missing is None

    def write(self, session: "Session") -> object:
        organisation = self.employer.take(session)
        details: dict[str, Any] = {
            "town": self.town.text(),
            "address": self.address.text(),
            "sector": self.sector.current(),
            "organisation_id": organisation,
            "supervisor_id": contact_from(session, self.supervisor.value(), organisation_id=organisation),
            "good_for": self.good_for.text(),
            "tasks": self.tasks.text(),
            "environment": self.environment.text(),
            "hours": self.hours.text(),
            "travel": self.travel.text(),
            "instruction_form": self.instruction.current(),
            "capacity": whole("capacity", self.capacity.text()),
            "last_contacted": self.last.day(),
            "note": self.note.text(),
        }
        if self._shown is None:
            return add_workplace(session, self.name.text(), **details)
        change_workplace(session, self._shown.id, name=self.name.text(), **details)
        return self._shown.id

    def _words(self, list_: WordList, key: str, chosen: str) -> Picker:
        """The words in use, and the one that was chosen when it was."""
        with self.store.read() as session:
            words = [one for one in list_words(session, list_, all_=True) if one.in_use or one.code == chosen]
        choices = [Choice(one.code, one.name(self.texts.language)) for one in words]
        return Picker(self.theme, self.texts(key), [("", choices)], chosen, nothing=self.texts("workplaces.not_said"))
