"""An address, a municipality, a former name: one line and its day."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import Address, FormerName, Municipality
from mentorapp.language.texts import Texts
from mentorapp.store.residences import (
    add_address,
    add_former_name,
    add_municipality,
    change_address,
    change_former_name,
    change_municipality,
    remove_address,
    remove_former_name,
    remove_municipality,
)
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField

from .line_sheet import LineSheet

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class AddressSheet(LineSheet):
    """Where somebody lives from a day on."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, line: Address | None
    ) -> None:
        super().__init__(window, theme, texts, store, mentee_id, "address", line.id if line else None)
        today = store.clock.today()
        self.words = self.add("address", LineField(theme, texts("details.address"), line.address if line else ""))
        self.day = self.add(
            "from_date",
            DateField(
                theme, texts, store.clock, texts("details.from"), line.from_date if line else today, lean=Lean.BACK,
                hint=texts("details.from_hint"),
            ),
        )  # fmt: skip
        self.end_fields()

    def write(self, session: "Session") -> object:
        if self.key is None:
            return add_address(session, self.mentee(), self.words.text(), self.day.day())
        change_address(session, self.key, self.words.text(), self.day.day())
        return self.key

    def remove(self, session: "Session", key: UUID) -> None:
        remove_address(session, key)


class MunicipalitySheet(LineSheet):
    """A move is a new line; the municipality of earlier enrolments stays as it was."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, line: Municipality | None,
        first: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(window, theme, texts, store, mentee_id, "municipality", line.id if line else None)
        self.words = self.add(
            "municipality", LineField(theme, texts("details.municipality"), line.name if line else "")
        )
        begins = None if first else store.clock.today()
        self.day = self.add(
            "from_date",
            DateField(
                theme, texts, store.clock, texts("details.from"), line.from_date if line else begins, lean=Lean.BACK,
                hint=texts("details.from_hint"),
            ),
        )  # fmt: skip
        self.end_fields()

    def write(self, session: "Session") -> object:
        if self.key is None:
            return add_municipality(session, self.mentee(), self.words.text(), self.day.day())
        change_municipality(session, self.key, self.words.text(), self.day.day())
        return self.key

    def remove(self, session: "Session", key: UUID) -> None:
        remove_municipality(session, key)


class FormerNameSheet(LineSheet):
    """A name somebody bore before; the search finds it, no print has it."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, line: FormerName | None
    ) -> None:
        super().__init__(window, theme, texts, store, mentee_id, "former_name", line.id if line else None)
        self.words = self.add("name", LineField(theme, texts("details.former_name"), line.name if line else ""))
        self.day = self.add(
            "until",
            DateField(
                theme, texts, store.clock, texts("details.until"), line.until if line else None, lean=Lean.BACK,
                optional=False,
            ),
        )  # fmt: skip
        self.end_fields()

    def write(self, session: "Session") -> object:
        until = self.day.day()
        if until is None:
            raise InputError("until", "date_empty")
        if self.key is None:
            return add_former_name(session, self.mentee(), self.words.text(), until)
        change_former_name(session, self.key, self.words.text(), until)
        return self.key

    def remove(self, session: "Session", key: UUID) -> None:
        remove_former_name(session, key)
