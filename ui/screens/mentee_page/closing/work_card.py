"""Has begun to work or study, said apart from the closing; and the support that goes on from that day (P17, P18)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.closing import AfterSupport
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.inset import inset
from ui.widgets.text import Text

from ..reading import Person
from ..words import day_in_full
from .list_card import Line, ListCard
from .reading import Case
from .words import work_line


class WorkCard(ListCard):
    """Signal `work_wanted(UUID | None)`: one to change, or a new one."""

    work_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts, texts("closing.work"), texts("closing.work_none"))
        self._contacts = Text(theme, "", Role.CAPTION, tone="ink2")
        self._contacts_box = inset(self, self._contacts, below=6)
        self.act = Button(theme, texts("closing.work_begun"), "work", size=Size.ROW)
        self.act.clicked.connect(lambda: self.work_wanted.emit(None))
        self._foot: QWidget = inset(self, self.act, above=6, below=12)
        self._note = Text(theme, texts("closing.work_not_closed"), Role.CAPTION, tone="ink2", wrap=True)
        self._note_box = inset(self, self._note, below=12)

    def show_case(self, person: Person, case: Case) -> None:
        self.show_lines(
            [
                Line(
                    key=one.id.hex,
                    title=work_line(self.texts, one, person),
                    second=self._support(person, one),
                    act=lambda one=one: self.work_wanted.emit(one.id),  # type: ignore[misc]
                    act_name=self.texts("closing.change"),
                )
                for one in case.given
            ]
        )
        self._contacts.setText(self.texts("closing.support_contacts", count=case.support_contacts))
        self._contacts_box.setVisible(bool(case.given))
        can = case.is_open and case.is_started
        self._foot.setVisible(can)
        self._note_box.setVisible(can and bool(case.given))
        self.setVisible(can or bool(case.given))

    def _support(self, person: Person, one: AfterSupport) -> str:
        """Efterstöd till 12 februari; and what was agreed about it."""
        texts, today = self.texts, person.today
        if one.ended_on is not None:
            said = texts("closing.support_ended", day=day_in_full(texts, one.ended_on, today))
        elif one.goes_on(today):
            said = texts("closing.support_to", day=day_in_full(texts, one.planned_until, today))
        else:
            said = texts("closing.support_was_to", day=day_in_full(texts, one.planned_until, today))
        return "\n".join(part for part in (said, one.contact_plan) if part)
