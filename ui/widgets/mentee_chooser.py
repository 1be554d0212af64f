"""Which of the mentees a form is about: type letters of the name or the alias and choose.

`MenteeChooser(store, texts, theme, label)`; `value()` is the identifier or None. It is a field of `FormSheet`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.language.texts import Texts
from ui.theme import Theme

from .name_chooser import NameChooser
from .name_list import Known

if TYPE_CHECKING:
    from mentorapp.store.overviews import MenteeLine
    from mentorapp.store.store import Store


class MenteeChooser(NameChooser):
    """Two of the same name are told apart by alias, year of birth and town (F 26). Nobody new is made here; somebody
    protected is found by the alias only (F 5)."""

    def __init__(self, store: "Store", texts: Texts, theme: Theme, label: str) -> None:
        super().__init__(theme, texts, label, texts("chooser.mentee_placeholder"), texts("chooser.mentees"))
        self._store = store

    def value(self) -> UUID | None:
        return self.key

    def known(self) -> Sequence[Known]:
        from mentorapp.store.overviews import list_lines

        with self._store.read() as session:
            lines = list_lines(session)
        return [_known(one) for one in lines]

    def said_of_new(self, _name: str) -> str:
        return self.texts("chooser.mentee_unknown")


def _known(line: "MenteeLine") -> Known:
    from mentorapp.store.attention import person_of

    if person_of(line).protected:
        return Known(line.mentee_id, line.alias)
    born = line.birth_date.year if line.birth_date else line.birth_year
    parts = (line.alias, str(born) if born else "", line.municipality)
    return Known(line.mentee_id, line.full_name, " · ".join(part for part in parts if part))
