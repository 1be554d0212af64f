"""Good to know: how the person is reached safely, and how they want to be met. Written where it stands."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.field import FaultLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text

from .reading import Person

_FIELDS = ("safe_contact", "communication_needs")


class GoodToKnowCard(Card):
    """`change(mentee, field, text)` stores; an InputError is said below the field."""

    def __init__(self, store: Store, texts: Texts, theme: Theme, change: Callable[[UUID, str, str], None]) -> None:
        super().__init__(theme, texts("mentee.good_to_know"))
        self._change = change
        self._mentee: UUID | None = None
        self.fields: dict[str, GrowingText] = {}
        self.drafts = PageDrafts(store, "overview.good_to_know", parent=self, texts=texts)
        for name in _FIELDS:
            label = texts(f"mentee.{name}")
            self.add(Text(theme, label, Role.CAPTION, tone="ink2"), below=0)
            field = GrowingText(theme, label, texts(f"mentee.{name}_empty"))
            fault = FaultLine(theme)
            self.drafts.attach(name, field, partial(self._store, name), fault)
            self.fields[name] = field
            self.add(field, below=0)
            self.add(fault, below=8)

    def show_person(self, person: Person) -> None:
        self.drafts.show(person.mentee.id, {name: getattr(person.mentee, name) for name in self.fields})
        self._mentee = person.mentee.id

    def _store(self, name: str, text: str) -> None:
        assert self._mentee is not None
        self._change(self._mentee, name, text)
