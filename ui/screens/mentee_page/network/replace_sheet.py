"""Somebody new takes over a role: for this person, or for all who had the one before. The role before is kept."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.network import NetworkLink
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from, count_mentees, replace_contact
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet

from .reading import Network
from .words import contact_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ONE, _ALL = "one", "all"


class ReplaceSheet(FormSheet):
    """How many others had the same one is said, never who."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, network: Network, link: NetworkLink
    ) -> None:
        assert link.contact is not None
        person = network.person
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("network.replace_title", name=contact_name(link)),
            form=f"network.replace:{link.id.hex}",
            mentee_id=person.mentee.id,
            label="contact_replaced",
            save_text=texts("network.save"),
        )
        self._link, self._old, self._person = link, link.contact, person
        self.contact = self.add(
            "contact_id",
            ContactChooser(store, texts, theme, texts("network.replace_who"), mentee_id=person.mentee.id),
        )
        last = self._old.works_until
        first = person.today if last is None or last < person.today else last + timedelta(days=1)
        self.on = self.add(
            "on",
            DateField(theme, texts, store.clock, texts("network.from_date"), first, lean=Lean.AHEAD, optional=False),
        )
        with store.read() as session:
            count = count_mentees(session, person.today).get(self._old.id, 1)
        self.for_whom: ChoiceChips | None = None
        if count > 1:
            choices = (
                Choice(_ONE, texts("network.for_one", name=person.name)),
                Choice(_ALL, texts("network.for_all", count=count, name=self._old.name)),
            )
            question = texts("network.for_whom")
            self.for_whom = self.add("for_whom", ChoiceChips(theme, question, choices, _ONE, ticked=True), question)

    def write(self, session: "Session") -> object:
        choice, on = self.contact.value(), self.on.day()
        if choice.is_nobody:
            raise InputError("contact_id", "link_nobody")
        if choice.contact_id == self._old.id:
            raise InputError("contact_id", "same_contact")
        if on is None:
            raise InputError("on", "date_empty")
        new = contact_from(session, choice, organisation_id=self._link.organisation_id, title=self._old.title)
        assert new is not None
        of_all = self.for_whom is not None and self.for_whom.current() == _ALL
        return replace_contact(session, self._old.id, new, on, mentee_id=None if of_all else self._person.mentee.id)
