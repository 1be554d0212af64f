"""Good to know: how the person is reached safely, and how they want to be met. Written where it stands."""

from collections.abc import Callable

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.field import FaultLine
from ui.widgets.text import Text

from .growing_text import GrowingText
from .reading import Person

_FIELDS = ("safe_contact", "communication_needs")


class GoodToKnowCard(Card):
    """`change(field, text)` stores; an InputError is said below the field."""

    def __init__(self, theme: Theme, texts: Texts, change: Callable[[str, str], None]) -> None:
        super().__init__(theme, texts("mentee.good_to_know"))
        self._texts, self._change = texts, change
        self.fields: dict[str, GrowingText] = {}
        self._faults: dict[str, FaultLine] = {}
        for name in _FIELDS:
            label = texts(f"mentee.{name}")
            self.add(Text(theme, label, Role.CAPTION, tone="ink2"), below=0)
            field = GrowingText(theme, label, texts(f"mentee.{name}_empty"))
            field.written.connect(lambda text, name=name: self._store(name, text))
            self.fields[name] = field
            self._faults[name] = FaultLine(theme)
            self.add(field, below=0)
            self.add(self._faults[name], below=8)

    def show_person(self, person: Person) -> None:
        for name, field in self.fields.items():
            field.set_stored(getattr(person.mentee, name))

    def write_all(self) -> None:
        """What is written and not stored yet, before the page is left or locked."""
        for field in self.fields.values():
            field.write()

    def _store(self, name: str, text: str) -> None:
        self._faults[name].show_sentence(None)
        try:
            self._change(name, text)
        except InputError as refusal:
            self._faults[name].show_sentence(self._texts.error(refusal))
