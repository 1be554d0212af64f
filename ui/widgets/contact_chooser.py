"""Whom of the register: type letters and choose, or add somebody new who is made in the same write as the form.

`ContactChooser(store, texts, theme, label, *, mentee_id=None)`; `value()` gives a `ContactChoice` for
`store.network.contact_from`, `choose(contact_id)` shows somebody. It is a field of `FormSheet` and `PageDrafts`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.network import Contact, ContactChoice
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .name_chooser import NameChooser
from .name_list import Known

if TYPE_CHECKING:
    from mentorapp.store.store import Store


def about(contact: Contact) -> str:
    """Handläggare, Försäkringskassan: what tells two of the same name apart."""
    place = contact.organisation
    parts = [contact.title, place.name if place else "", place.unit if place else ""]
    return ", ".join(part for part in parts if part)


class ContactChooser(NameChooser):
    """Who has left is not offered, nor other mentees' guardians and next of kin."""

    def __init__(
        self, store: "Store", texts: Texts, theme: Theme, label: str, *, mentee_id: UUID | None = None
    ) -> None:
        super().__init__(theme, texts, label, texts("chooser.contact_placeholder"), texts("chooser.contacts"))
        self._store, self._mentee_id = store, mentee_id
        self._shown: UUID | None = None

    def set_mentee(self, mentee_id: UUID | None) -> None:
        """Where a form outlives the person it is about."""
        self._mentee_id = mentee_id

    def value(self) -> ContactChoice:
        return ContactChoice(self.key, self.new_name.strip())

    def choose(self, key: UUID | None) -> None:
        """Also somebody who has left: what was chosen then stays chosen."""
        self._shown = key
        super().choose(key)

    def known(self) -> Sequence[Known]:
        from mentorapp.store.network import list_contacts, private_contacts

        today = self._store.clock.today()
        with self._store.read() as session:
            contacts, private = list_contacts(session), private_contacts(session)
        return [
            Known(one.id, one.name, about(one))
            for one in contacts
            if one.id == self._shown
            or (not one.has_left(today) and (one.id not in private or self._mentee_id in private[one.id]))
        ]

    def said_of_new(self, name: str) -> str:
        """Two mentees are never linked: a mentee's name gives a hint (F 27)."""
        from mentorapp.store.network import is_mentees_name

        with self._store.read() as session:
            same = is_mentees_name(session, name)
        return self.texts("chooser.mentees_name" if same else "chooser.new_contact")
