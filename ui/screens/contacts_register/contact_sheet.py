"""Somebody of the register: name, title, where they work, how they are reached, and when they leave."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.network import Contact
from mentorapp.language.texts import Texts
from mentorapp.store.network import add_contact, change_contact, is_mentees_name
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.place_fields import PlaceFields

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LINES = {"title": "person_title", "phone": "phone", "email": "email"}


class ContactSheet(FormSheet):
    """A new person, or one to be changed; what is changed shows with everybody who has that person."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, contact: Contact | None = None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("register.person_new" if contact is None else "register.person_change"),
            form="register.contact" if contact is None else f"register.contact:{contact.id.hex}",
            mentee_id=None,
            label="contact_added" if contact is None else "contact_changed",
            save_text=texts("register.save"),
        )
        self._contact = contact
        self.name = self.add("name", LineField(theme, texts("register.name"), contact.name if contact else ""))
        self.name.committed.connect(self._hint)
        self.details = {
            name: LineField(theme, texts(f"register.{key}"), getattr(contact, name) if contact else "")
            for name, key in _LINES.items()
        }
        self.add("title", self.details["title"])
        self.place = PlaceFields(store, texts, theme)
        for name, field in self.place.named():
            self.add(name, field)
        if contact is not None:
            self.place.choose(contact.organisation_id)
        self.add_beside(("phone", self.details["phone"]), ("email", self.details["email"]))
        last = contact.works_until if contact else None
        self.works_until = DateField(theme, texts, store.clock, texts("register.works_until"), last)
        self.add("works_until", self.works_until)

    def can_be_kept(self) -> bool:
        if not super().can_be_kept():
            return False
        missing = self.place.refusal()
        if missing is not None:
            self.show_refusal(missing)
        return missing is None

    def write(self, session: "Session") -> object:
        details: dict[str, Any] = {name: field.text() for name, field in self.details.items()}
        details["works_until"] = self.works_until.day()
        details["organisation_id"] = self.place.take(session)
        if self._contact is None:
            return add_contact(session, self.name.text(), **details)
        change_contact(session, self._contact.id, name=self.name.text(), **details)
        return self._contact.id

    def _hint(self, name: str) -> None:
        """A mentee's name gives a hint: mentees are never linked (F 27)."""
        with self.store.read() as session:
            same = is_mentees_name(session, name)
        self.name.hint.setText(self.texts("chooser.mentees_name") if same else "")
        self.name.hint.setVisible(same)
