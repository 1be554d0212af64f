"""A time in the register of the youth duty: from when, in which municipality, and who takes over after it."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.occupation import YouthDuty
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from
from mentorapp.store.store import Store
from mentorapp.store.youth_duties import add_youth_duty, change_youth_duty, remove_youth_duty
from ui.theme import Theme
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField

from .line_sheet import LineSheet

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class DutySheet(LineSheet):
    """Who takes over is a person of the register, or a unit by name where nobody is named yet."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, line: YouthDuty | None,
        municipality: str = "",
    ) -> None:  # fmt: skip
        super().__init__(window, theme, texts, store, mentee_id, "duty", line.id if line else None)
        clock = store.clock
        begins = line.from_date if line else clock.today()
        self.first = DateField(theme, texts, clock, texts("details.from"), begins, lean=Lean.BACK, optional=False)
        self.last = DateField(theme, texts, clock, texts("details.to_optional"), line.to_date if line else None)
        self.add_beside(("from_date", self.first), ("to_date", self.last))
        home = line.municipality if line else municipality
        self.place = self.add("municipality", LineField(theme, texts("details.municipality"), home))
        self.who = ContactChooser(store, texts, theme, texts("details.duty_who"), mentee_id=mentee_id)
        self.add("receiver_contact_id", self.who)
        self.unit = self.add(
            "receiver_name", LineField(theme, texts("details.duty_unit"), line.receiver_name if line else "")
        )
        self.handed = self.add(
            "handed_over_on",
            DateField(
                theme, texts, clock, texts("details.duty_handed_on"), line.handed_over_on if line else None,
                lean=Lean.BACK,
            ),
        )  # fmt: skip
        if line is not None and line.receiver_contact_id is not None:
            self.who.choose(line.receiver_contact_id)
        self.end_fields()

    def write(self, session: "Session") -> object:
        first = self.first.day()
        if first is None:
            raise InputError("from_date", "date_empty")
        details = {
            "to_date": self.last.day(),
            "municipality": self.place.text(),
            "receiver_contact_id": contact_from(session, self.who.value()),
            "receiver_name": self.unit.text(),
            "handed_over_on": self.handed.day(),
        }
        if self.key is None:
            return add_youth_duty(session, self.mentee(), first, **details)
        change_youth_duty(session, self.key, from_date=first, **details)
        return self.key

    def remove(self, session: "Session", key: UUID) -> None:
        remove_youth_duty(session, key)
