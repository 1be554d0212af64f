"""An organisation of the register: its name, what kind it is, where it is."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.network import Organisation, OrganisationKind
from mentorapp.language.texts import Texts
from mentorapp.store.network import add_organisation, change_organisation
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.place_fields import kind_field

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LINES = ("kind_other", "unit", "address", "phone")


class OrganisationSheet(FormSheet):
    """A new organisation, or one to be changed."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, place: Organisation | None = None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("register.organisation_new" if place is None else "register.organisation_change"),
            form="register.organisation" if place is None else f"register.organisation:{place.id.hex}",
            mentee_id=None,
            label="organisation_added" if place is None else "organisation_changed",
            save_text=texts("register.save"),
        )
        self._place_shown = place
        self.name = self.add("name", LineField(theme, texts("register.organisation_name"), place.name if place else ""))
        field, self.kind = kind_field(theme, texts, tuple(OrganisationKind))
        self.add("kind", field)
        self.details = {
            name: LineField(theme, texts(f"register.{name}"), getattr(place, name) if place else "") for name in _LINES
        }
        for name in ("kind_other", "unit", "address", "phone"):
            self.add(name, self.details[name])
        if place is not None:
            self.kind.setCurrentIndex(self.kind.findData(place.kind))
        self.kind.currentIndexChanged.connect(lambda _at: self._suit())
        self._suit()

    def can_be_kept(self) -> bool:
        if not super().can_be_kept():
            return False
        if self.kind.currentData() is None:
            self.show_refusal(InputError("kind", "organisation_kind_missing"))
            return False
        return True

    def write(self, session: "Session") -> object:
        kind = OrganisationKind(self.kind.currentData())
        details: dict[str, Any] = {name: field.text() for name, field in self.details.items()}
        if kind is not OrganisationKind.OTHER:
            details["kind_other"] = ""
        if self._place_shown is None:
            return add_organisation(session, self.name.text(), kind, **details)
        change_organisation(session, self._place_shown.id, name=self.name.text(), kind=kind, **details)
        return self._place_shown.id

    def _suit(self) -> None:
        self.details["kind_other"].setVisible(self.kind.currentData() == OrganisationKind.OTHER)
