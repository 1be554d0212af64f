"""The fields of a form that say where somebody works: an organisation of the register, or a new one and its kind."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from mentorapp.domain.errors import InputError
from mentorapp.domain.network import OrganisationKind
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .field import Field, LineField
from .organisation_chooser import OrganisationChooser

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorapp.store.store import Store


def kind_field(theme: Theme, texts: Texts, kinds: Collection[OrganisationKind]) -> tuple[Field, QComboBox]:
    """A drop-down with nothing chosen: a kind has no default."""
    box = QComboBox()
    for kind in kinds:
        box.addItem(texts(f"codes.organisation_kind_{kind.value}"), kind)
    box.setCurrentIndex(-1)
    return Field(theme, texts("chooser.kind"), box), box


class PlaceFields:
    """`named()` are the fields for the form; `take(session)` gives the organisation, made now when it is new."""

    def __init__(
        self, store: "Store", texts: Texts, theme: Theme, kinds: Collection[OrganisationKind] = tuple(OrganisationKind)
    ) -> None:
        self._texts = texts
        self._wanted = True
        self.chooser = OrganisationChooser(store, texts, theme, texts("chooser.organisation"))
        self.kind_field, self.kind = kind_field(theme, texts, kinds)
        self.kind_other = LineField(theme, texts("chooser.kind_other"))
        self.chooser.edited.connect(self.suit)
        self.kind.currentIndexChanged.connect(lambda _at: self.suit())
        self.kind_field.hide()  # what is shown before it is in a form would be a window of its own
        self.kind_other.hide()

    def named(self) -> tuple[tuple[str, Field], ...]:
        return ("organisation_id", self.chooser), ("kind", self.kind_field), ("kind_other", self.kind_other)

    def chosen_kind(self) -> OrganisationKind | None:
        """Qt gives the code back as plain text."""
        code = self.kind.currentData()
        return None if code is None else OrganisationKind(code)

    def choose(self, organisation_id: UUID | None) -> None:
        self.chooser.choose(organisation_id)
        self.suit()

    def propose(self, kind: OrganisationKind) -> None:
        """A new one of that kind, by the name of the kind."""
        name = self._texts(f"codes.organisation_kind_{kind.value}")
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.chooser.set_draft({"key": "", "name": name, "sure": True})

    def set_wanted(self, wanted: bool) -> None:
        """Private persons have no organisation."""
        self._wanted = wanted
        self.suit()

    def suit(self) -> None:
        new = self._wanted and bool(self.chooser.new_name.strip())
        self.chooser.setVisible(self._wanted)
        self.kind_field.setVisible(new)
        self.kind_other.setVisible(new and self.chosen_kind() is OrganisationKind.OTHER)

    def refusal(self) -> InputError | None:
        """Of a new organisation the kind is asked."""
        if self.kind_field.isHidden() or self.chosen_kind() is not None:
            return None
        return InputError("kind", "organisation_kind_missing")

    def take(self, session: "Session") -> UUID | None:
        from mentorapp.store.network import add_organisation

        choice = self.chooser.value()
        if not self._wanted:
            return None
        if choice.organisation_id is not None or not choice.new_name:
            return choice.organisation_id
        kind = self.chosen_kind() or OrganisationKind.OTHER
        return add_organisation(session, choice.new_name, kind, kind_other=self.kind_other.text())
