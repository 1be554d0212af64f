"""How the person is reached and how they want to be met; where they live, from which day."""

from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.field import LineField
from ui.widgets.inset import inset
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

from .beside import Beside
from .dated_lines import DatedLines, Line
from .reading import Details


class ReachCard(Card):
    """`fields` are kept and stored by the tab; `addresses` and `municipalities` open a sheet."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("details.reach"), "phone")
        self._texts = texts
        self.phones = LineField(theme, texts("details.phones"), hint=texts("details.phones_hint"))
        self.email = LineField(theme, texts("details.email"))
        self.safe = TextField(theme, texts("details.safe_contact"), lines=2, hint=texts("details.safe_contact_hint"))
        self.needs = TextField(theme, texts("details.communication_needs"), lines=2)
        self.interpreter = LineField(theme, texts("details.interpreter_language"))
        self.easy = TickBox(theme, texts("details.needs_easy_read"))
        self.fields: dict[str, QWidget] = {
            "phones": self.phones,
            "email": self.email,
            "safe_contact": self.safe,
            "communication_needs": self.needs,
            "interpreter_language": self.interpreter,
            "needs_easy_read": self.easy,
        }
        self.add(self.safe)
        self.add(Beside(theme, self.phones, self.email))
        self.add(self.needs)
        self.add(Beside(theme, self.interpreter, QWidget()))
        self.add(self.easy, below=10)
        self.protected = Text(theme, texts("details.protected_places"), Role.SMALL, tone="ink2", wrap=True)
        self._protected_box = inset(self, self.protected, below=8)
        self.addresses = DatedLines(
            theme, texts, texts("details.addresses"), texts("details.addresses_none"), texts("details.address_add")
        )
        self.municipalities = DatedLines(
            theme,
            texts,
            texts("details.municipalities"),
            texts("details.municipalities_none"),
            texts("details.municipality_add"),
        )
        self.add(self.addresses, below=10)
        self.add(self.municipalities)

    def show_details(self, details: Details) -> None:
        mentee, today = details.person.mentee, details.person.today
        self._protected_box.setVisible(mentee.is_protected)
        here, home = mentee.address_on(today), mentee.municipality_on(today)
        self.addresses.show_lines(
            [
                Line(one.id.hex, one.address, self._since(one.from_date), one.address != here)
                for one in reversed(mentee.addresses)
                if one.id is not None
            ]
        )
        self.municipalities.show_lines(
            [
                Line(one.id.hex, one.name, self._since(one.from_date), one.name != home)
                for one in reversed(mentee.municipalities)
                if one.id is not None
            ]
        )

    def _since(self, day: date | None) -> str:
        return "" if day is None else self._texts("details.from_day", day=full_date(self._texts, day))
