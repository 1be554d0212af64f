"""Printing from the plan: which reading, straight to the printer, or a look first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from mentorapp.domain.plans import CommitmentState
from mentorapp.language.texts import Texts
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import FaultLine
from ui.widgets.inset import inset

from .reading import Person

EASY, ORDINARY = "easy", "ordinary"


class PrintCard(Card):
    """Signal `print_wanted(PrintRequest)`. The mentee's own need chooses the reading until somebody else does."""

    print_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("plan.print_plan"))
        self._texts = texts
        self._person: Person | None = None
        choices = (Choice(EASY, texts("plan.print_easy")), Choice(ORDINARY, texts("plan.print_ordinary")))
        self.reading = ChoiceChips(theme, texts("plan.print_reading"), choices, ticked=True)
        self.print = Button(theme, texts("plan.print_plan"), "print", kind=Kind.PRIMARY)
        self.print.clicked.connect(lambda: self._ask(at_once=True))
        self.look = Button(theme, texts("plan.print_look"), "eye")
        self.look.clicked.connect(lambda: self._ask(at_once=False))
        self.add(self.reading, below=10)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.print, 1)
        line.addWidget(self.look)
        self.flag = FaultLine(theme)
        self._flag_box = inset(self, self.flag, below=10)
        self.add(line, below=14)

    def show_person(self, person: Person) -> None:
        if self._person is None or self._person.mentee.id != person.mentee.id:
            self.reading.choose(EASY if person.mentee.needs_easy_read else ORDINARY)
        self._person = person
        self.set_title(self._texts("plan.print_to", name=person.name))
        nobodys = any(p.is_nobodys and p.state is CommitmentState.OPEN for p in person.promises)
        self.flag.show_sentence(self._texts("plan.promises_nobodys") if nobodys else None)
        self._flag_box.setVisible(nobodys)
        self.setVisible(person.plan is not None)

    def request(self, at_once: bool = False) -> PrintRequest | None:
        """What would be printed now; None before anybody is shown."""
        if self._person is None:
            return None
        return PrintRequest(self._person.mentee.id, self.reading.current() == EASY, at_once)

    def _ask(self, at_once: bool) -> None:
        self.print_wanted.emit(self.request(at_once))
