"""One workplace at the side of the bank, in words that can be shown to anybody."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.network import Contact
from mentorapp.domain.workplaces import Workplace
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.contact_chooser import about
from ui.widgets.facts import Fact, Facts
from ui.widgets.field import FaultLine
from ui.widgets.flow import FlowLayout
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.text import Text

from .bank import DOT, Bank, contact_words


class WorkplaceCard(Card):
    """Signals carry nothing: they are about the workplace that is shown."""

    change_wanted = Signal()
    touched = Signal()
    away_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("workplaces.title"))
        self._texts = texts
        self._place: Workplace | None = None
        self.line = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.add(self.line, below=6)
        self._lay_out_acts()
        self.hint = FaultLine(theme)
        self.fault = FaultLine(theme)
        for line in (self.hint, self.fault):
            self.add(line, below=4)
        self.facts = Facts(theme)
        self.add(self.facts, below=14)

    @property
    def shown(self) -> Workplace | None:
        return self._place

    def show_place(self, place: Workplace, bank: Bank, named: bool, today: date) -> None:
        """`named`: a mentee's name, or one like it, stands in the texts."""
        if self._place is None or place.id != self._place.id:
            self.fault.show_sentence(None)
        self._place = place
        texts = self._texts
        self.set_title(place.name)
        self.line.setText(DOT.join(part for part in (bank.sector(texts, place), place.town, place.address) if part))
        self.line.setVisible(bool(self.line.text()))
        self.hint.show_sentence(texts("workplaces.name_in_text") if named else None)
        self.facts.show_facts(said_of(texts, place, bank, today))
        self.change.setAccessibleName(texts("workplaces.change_name", name=place.name))

    def show_fault(self, sentence: str | None) -> None:
        self.fault.show_sentence(sentence)

    def _acts(self) -> list[Act]:
        assert self._place is not None
        away = "workplaces.take_out" if self._place.put_away else "workplaces.put_away"
        return [
            (self._texts(away), self.away_wanted.emit),
            (self._texts("workplaces.remove"), self.removal_wanted.emit),
        ]

    def _lay_out_acts(self) -> None:
        texts, theme = self._texts, self.theme
        self.change = Button(theme, texts("workplaces.change"), "pencil", size=Size.ROW)
        self.change.clicked.connect(self.change_wanted)
        self.touch = Button(theme, texts("workplaces.touched"), "phone", kind=Kind.QUIET, size=Size.ROW)
        self.touch.clicked.connect(self.touched)
        self.more = MoreButton(theme, texts("workplaces.more"), self._acts)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self.change, self.touch, self.more):
            flow.addWidget(button)
        self.body.addWidget(acts)
        acts.setContentsMargins(SIDE, 0, SIDE, 8)


def said_of(texts: Texts, place: Workplace, bank: Bank, today: date) -> list[Fact]:
    """Everything that is said about a workplace, in the order in which one asks for it."""
    room = texts("workplaces.room", count=place.capacity) if place.capacity is not None else ""
    found = (
        ("good_for", place.good_for),
        ("tasks", place.tasks),
        ("environment", place.environment),
        ("instruction", bank.instruction(texts, place)),
        ("hours", place.hours),
        ("travel", place.travel),
        ("capacity", room),
        ("employer", place.organisation.name if place.organisation else ""),
        ("supervisor", _person(place.supervisor)),
        ("last", contact_words(texts, place, today)),
        ("note", place.note),
    )
    return [(texts(f"workplaces.{key}"), words) for key, words in found]


def _person(contact: Contact | None) -> str:
    """Sture Fantasi · lagerchef, Fantasihallen AB · 070-174 06 05."""
    if contact is None:
        return ""
    return DOT.join(part for part in (contact.name, about(contact), contact.phone, contact.email) if part)
