"""Which organisation of the register, or the name of a new one; `value()` gives an `OrganisationChoice`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorapp.domain.network import Organisation, OrganisationChoice
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .name_chooser import NameChooser
from .name_list import Known

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class OrganisationChooser(NameChooser):
    """What kind a new one is, is asked by the form."""

    def __init__(self, store: "Store", texts: Texts, theme: Theme, label: str) -> None:
        super().__init__(theme, texts, label, texts("chooser.organisation_placeholder"), texts("chooser.organisations"))
        self._store = store

    def value(self) -> OrganisationChoice:
        return OrganisationChoice(self.key, self.new_name.strip())

    def known(self) -> Sequence[Known]:
        from mentorapp.store.network import list_organisations

        with self._store.read() as session:
            found = list_organisations(session)
        return [Known(one.id, one.name, self._about(one)) for one in found]

    def said_of_new(self, _name: str) -> str:
        return self.texts("chooser.new_organisation")

    def _about(self, place: Organisation) -> str:
        """The kind where the name does not say it, and the unit."""
        kind = place.kind_other or self.texts(f"codes.organisation_kind_{place.kind.value}")
        parts = ("" if kind.casefold() == place.name.casefold() else kind, place.unit)
        return ", ".join(part for part in parts if part)
