"""Which workplace: type letters and choose from the bank, or write a name nobody has and it is new there.

`WorkplaceChooser(store, texts, theme, label)`; `value()` gives the identifier and the new name, one of them empty. It
is a field of `FormSheet`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.lists import WordList
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .name_chooser import NameChooser
from .name_list import Known

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class WorkplaceChooser(NameChooser):
    """What has been put away is not offered. A mentee's name is pointed out: the bank knows nobody (W7)."""

    def __init__(self, store: "Store", texts: Texts, theme: Theme, label: str) -> None:
        super().__init__(theme, texts, label, texts("chooser.workplace_placeholder"), texts("chooser.workplaces"))
        self._store = store

    def value(self) -> tuple[UUID | None, str]:
        return self.key, self.new_name.strip()

    def known(self) -> Sequence[Known]:
        from mentorapp.store.word_lists import list_words
        from mentorapp.store.workplaces import list_workplaces

        with self._store.read() as session:
            found = list_workplaces(session)
            words = list_words(session, WordList.SECTOR, all_=True)
        sectors = {word.code: word.name(self.texts.language) for word in words}
        return [Known(one.id, one.name, _about(one.town, sectors.get(one.sector, ""))) for one in found]

    def said_of_new(self, name: str) -> str:
        from mentorapp.store.workplaces import mentees_named_in

        with self._store.read() as session:
            same = mentees_named_in(session, name)
        return self.texts("chooser.workplace_named" if same else "chooser.new_workplace")


def _about(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
