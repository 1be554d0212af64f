"""Somebody of the register leaves: the last day at work, seen with all who have that person."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.network import Contact
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_left
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class LeaveSheet(FormSheet):
    """The day may lie ahead."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        mentee_id: UUID,
        contact: Contact,
        link_id: UUID,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("network.leave_title", name=contact.name),
            form=f"network.leave:{link_id.hex}",
            mentee_id=mentee_id,
            label="contact_left",
            save_text=texts("network.save"),
        )
        self._contact = contact
        self.body.addWidget(Text(theme, texts("network.leave_explained"), tone="ink2", role=Role.SMALL, wrap=True))
        last = contact.works_until or store.clock.today()
        self.works_until = self.add(
            "works_until", DateField(theme, texts, store.clock, texts("network.works_until"), last, optional=False)
        )

    def write(self, session: "Session") -> object:
        day = self.works_until.day()
        if day is None:
            raise InputError("works_until", "date_empty")
        contact_left(session, self._contact.id, day)
        return self._contact.id
