"""Who is around the person in which role: somebody of the register or somebody new, from where, since when."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.network import (
    PRIVATE_ROLES,
    REPRESENTATIVES,
    Contact,
    NetworkLink,
    NetworkRole,
    OrganisationKind,
    link_class,
)
from mentorapp.language.texts import Texts
from mentorapp.store.network import (
    add_contact,
    add_link,
    change_contact,
    change_link,
    get_contact,
    get_organisation,
    list_organisations,
)
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.place_fields import PlaceFields
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_CONTACT = ("title", "phone", "email")


class LinkSheet(FormSheet):
    """A new role, or `link` to be changed. `kind` is the authority that has nobody named yet."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        link: NetworkLink | None = None,
        kind: OrganisationKind | None = None,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("network.add" if link is None else "network.change_role"),
            form="network.link" if link is None else f"network.link:{link.id.hex}",
            mentee_id=person.mentee.id,
            label="link_added" if link is None else "link_changed",
            save_text=texts("network.add_do" if link is None else "network.save"),
        )
        self._person, self._link = person, link
        self._add_who(kind)
        self._add_place()
        self._add_facts()
        if link is not None:
            self._show(link)
        elif kind is not None:
            self._propose(kind)
        self._suit()

    def write(self, session: "Session") -> object:
        role = NetworkRole(self.role.currentData())
        organisation_id = self.place.take(session)
        self._refuse_hidden(session, role, organisation_id)
        details: dict[str, Any] = {
            "contact_id": self._contact(session, organisation_id),
            "organisation_id": organisation_id,
            "role_other": self.role_other.text(),
            "responsible_for": self.responsible_for.text(),
            "from_date": self.from_date.day(),
            "to_date": self.to_date.day(),
            "appointment": self.appointment.text() if role in REPRESENTATIVES else "",
            "not_to_tell": self.not_to_tell.text(),
        }
        if self._link is None:
            return add_link(session, self._person.mentee.id, role, **details)
        change_link(session, self._link.id, role=role, **details)
        return self._link.id

    def _add_who(self, kind: OrganisationKind | None) -> None:
        texts, theme = self.texts, self.theme
        self.contact = ContactChooser(self.store, texts, theme, texts("network.who"), mentee_id=self._person.mentee.id)
        self.add("contact_id", self.contact)
        self.contact.taken.connect(self._on_contact)
        hidden = self._person.hidden
        roles = [role for role in NetworkRole if link_class(role, None) not in hidden]
        self.role = _drop_down([(texts(f"codes.network_role_{role.value}"), role) for role in roles])
        self.role.setCurrentIndex(0 if kind else -1)
        self.role.currentIndexChanged.connect(lambda _at: self._suit())
        self.add("role", Field(theme, texts("network.role"), self.role))
        self.role_other = self.add("role_other", LineField(theme, texts("network.role_other")))
        if hidden:
            self.body.addWidget(Text(theme, texts("mentee.youth_duty_only"), Role.SMALL, tone="ink2", wrap=True))

    def _add_place(self) -> None:
        hidden = self._person.hidden
        kinds = [kind for kind in OrganisationKind if link_class(NetworkRole.OTHER, kind) not in hidden]
        self.place = PlaceFields(self.store, self.texts, self.theme, kinds)
        for name, field in self.place.named():
            self.add(name, field)

    def _add_facts(self) -> None:
        texts, theme, clock = self.texts, self.theme, self.store.clock
        self.details = {name: LineField(theme, texts(f"network.{name}")) for name in _CONTACT}
        self.responsible_for = LineField(theme, texts("network.responsible_for"))
        self.add_beside(("title", self.details["title"]), ("responsible_for", self.responsible_for))
        self.add_beside(("phone", self.details["phone"]), ("email", self.details["email"]))
        self.from_date = DateField(theme, texts, clock, texts("network.from_date"))
        self.to_date = DateField(theme, texts, clock, texts("network.to_date"))
        self.add_beside(("from_date", self.from_date), ("to_date", self.to_date))
        self.appointment = self.add(
            "appointment",
            TextField(theme, texts("network.appointment"), hint=texts("network.appointment_hint"), lines=2),
        )
        said = texts("network.not_to_tell_field", name=self._person.name)
        self.not_to_tell = self.add(
            "not_to_tell", TextField(theme, said, hint=texts("network.not_to_tell_hint"), lines=2)
        )

    def _show(self, link: NetworkLink) -> None:
        """What is stored; a role that may no longer be chosen stays as it is."""
        if self.role.findData(link.role) < 0:
            self.role.addItem(self.texts(f"codes.network_role_{link.role.value}"), link.role)
        self.role.setCurrentIndex(self.role.findData(link.role))
        self.contact.choose(link.contact_id)
        self.place.choose(link.organisation_id)
        self._fill_details(link.contact)
        self.role_other.set_text(link.role_other)
        self.responsible_for.set_text(link.responsible_for)
        self.from_date.set_day(link.from_date)
        self.to_date.set_day(link.to_date)
        self.appointment.set_text(link.appointment)
        self.not_to_tell.set_text(link.not_to_tell)

    def _propose(self, kind: OrganisationKind) -> None:
        """The authority from the register where there is just one of its kind, else by its name."""
        with self.store.read() as session:
            found = [one for one in list_organisations(session) if one.kind is kind]
        if len(found) == 1:
            self.place.choose(found[0].id)
        elif not found:
            self.place.propose(kind)

    def _on_contact(self) -> None:
        """Somebody known brings along what is known."""
        key = self.contact.key
        if key is None:
            return
        with self.store.read() as session:
            contact = get_contact(session, key)
        self._fill_details(contact)
        if contact.organisation_id is not None:
            self.place.choose(contact.organisation_id)

    def _fill_details(self, contact: Contact | None) -> None:
        for name, field in self.details.items():
            field.set_text(getattr(contact, name) if contact else "")

    def _suit(self) -> None:
        """Only the fields that this role and place need."""
        role = self._chosen_role()
        private = role in PRIVATE_ROLES
        self.role_other.setVisible(role is NetworkRole.OTHER)
        self.appointment.setVisible(role in REPRESENTATIVES)
        for field in (self.details["title"], self.responsible_for):
            field.setVisible(not private)
        self.place.set_wanted(not private)

    def _chosen_role(self) -> NetworkRole | None:
        """Qt gives the code back as plain text."""
        code = self.role.currentData()
        return None if code is None else NetworkRole(code)

    def can_be_kept(self) -> bool:
        """A role and, of a new organisation, its kind have no default."""
        if not super().can_be_kept():
            return False
        missing = InputError("role", "role_missing") if self._chosen_role() is None else self.place.refusal()
        if missing is not None:
            self.show_refusal(missing)
        return missing is None

    def _contact(self, session: "Session", organisation_id: UUID | None) -> UUID | None:
        """Somebody new with what is written here; of somebody known, what was changed here."""
        choice = self.contact.value()
        given = {name: field.text() for name, field in self.details.items()}
        if choice.contact_id is None:
            if not choice.new_name:
                return None
            return add_contact(session, choice.new_name, organisation_id=organisation_id, **given)
        known = get_contact(session, choice.contact_id)
        changed = {name: text for name, text in given.items() if text.strip() != getattr(known, name)}
        if known.organisation_id is None and organisation_id is not None:
            change_contact(session, known.id, organisation_id=organisation_id)
        if changed:
            change_contact(session, known.id, **changed)
        return known.id

    def _refuse_hidden(self, session: "Session", role: NetworkRole, organisation_id: UUID | None) -> None:
        kind = get_organisation(session, organisation_id).kind if organisation_id else None
        if self._link is None and link_class(role, kind) in self._person.hidden:
            raise InputError("organisation_id" if organisation_id else "role", "youth_duty_hides")


def _drop_down(items: list[tuple[str, Any]]) -> QComboBox:
    box = QComboBox()
    for words, data in items:
        box.addItem(words, data)
    return box
