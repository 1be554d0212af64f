"""Who makes a promise, as a form asks it: the mentee, the mentor, somebody of the register, or nobody yet."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.plans import Commitment, Who
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.date_field import DateField
from ui.widgets.field import FaultLine, LineField

from .reading import Person

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """A promise as it is written; `who` None is nobody yet."""

    what: str
    who: Who | None
    contact: ContactChoice
    by: date | None
    need: str = ""


class PromiseFields:
    """The fields of both forms, the one for a new promise and the one that changes it."""

    def __init__(self, store: Store, theme: Theme, texts: Texts, person: Person) -> None:
        self._texts = texts
        self.what = LineField(theme, texts("plan.promise_what"))
        mentor = person.mentor.first_name or texts("mentee.the_mentor")
        choices = (
            Choice(Who.MENTEE.value, person.name),
            Choice(Who.MENTOR.value, mentor),
            Choice(Who.CONTACT.value, texts("plan.someone_else")),
            Choice(NOBODY, texts("plan.promise_nobody_yet")),
        )
        self.who = ChoiceChips(theme, texts("plan.promise_who"), choices, ticked=True)
        self.who_name = ContactChooser(store, texts, theme, texts("plan.promise_who_name"), mentee_id=person.mentee.id)
        self.by = DateField(theme, texts, store.clock, texts("plan.promise_by"), lean=Lean.AHEAD)
        self.need = LineField(theme, texts("plan.promise_need"), placeholder=texts("meeting_mode.need_example"))
        self.who_fault = FaultLine(theme)
        self.who.chosen.connect(lambda _key: self._on_who())
        self.suit()

    def named(self) -> tuple[tuple[str, QWidget], ...]:
        """The fields under their names in the domain."""
        what, who, name, by = self.what, self.who, self.who_name, self.by
        return ("what", what), ("who", who), ("who_name", name), ("by", by), ("need", self.need)

    def show_promise(self, promise: Commitment) -> None:
        """Somebody who is not in the register stands there by name."""
        self.what.set_text(promise.what)
        self.who.choose(NOBODY if promise.is_nobodys else promise.who.value)
        if promise.contact_id is not None:
            self.who_name.choose(promise.contact_id)
        elif promise.who_name:
            self.who_name.show_name(promise.who_name)
        self.by.set_day(promise.by)
        self.need.set_text(promise.need)
        self.suit()

    def is_whole(self) -> bool:
        """Whether everything can be read and somebody, or nobody yet, is chosen; else it is said and has the focus."""
        asks_name = self.who.current() == Who.CONTACT.value
        for field in (self.by, *((self.who_name,) if asks_name else ())):
            if not field.check():
                field.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        if not self.who.current():
            self.who_fault.show_sentence(self._texts("plan.promise_who_missing"))
            self.who.focus()
            return False
        return True

    def words(self) -> PromiseWords:
        key = self.who.current()
        who = Who(key) if key and key != NOBODY else None
        contact = self.who_name.value() if who is Who.CONTACT else ContactChoice()
        return PromiseWords(self.what.text().strip(), who, contact, self.by.day(), self.need.text().strip())

    def suit(self) -> None:
        self.who_name.setVisible(self.who.current() == Who.CONTACT.value)

    def _on_who(self) -> None:
        self.who_fault.show_sentence(None)
        self.suit()
