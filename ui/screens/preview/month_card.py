"""Which month a caseworker's paper tells of, and who of their mentees is on it (P12)."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.month_sheet import months_back
from mentorapp.exchange.month_papers import PERSON, MonthPerson, read_month
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from datetime import date

    from mentorapp.store.store import Store

_MONTHS = 4


class MonthCard(Card):
    """Signal `changed`. Whoever has not agreed is told by the alias, since somebody may look on."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.template_P12"), "people")
        self._texts, self._store = texts, store
        self._contact: UUID | None = None
        self._built: object = None
        self._boxes: dict[UUID, TickBox] = {}
        months = months_back(store.clock.today(), _MONTHS)
        choices = [
            Choice(one.isoformat(), texts("month.of", month=texts(f"calendar.month_{one.month}"), year=one.year))
            for one in months
        ]
        self.month = Picker(theme, texts("preview.month"), [("", choices)], choices[0].key)
        self.month.chosen.connect(lambda _key: self.changed.emit())
        self.add(self.month, below=10)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(SIDE, 0, SIDE, 12)
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        self.hide()

    @property
    def day(self) -> "date":
        from datetime import date

        return date.fromisoformat(self.month.current())

    @property
    def left_out(self) -> frozenset[str]:
        return frozenset(f"{PERSON}{key}" for key, box in self._boxes.items() if not box.isChecked())

    @property
    def why_not(self) -> str:
        """Why there is no paper; empty where there is one."""
        if not self._boxes:
            return self._texts("preview.month_nobody")
        return "" if any(box.isChecked() for box in self._boxes.values()) else self._texts("preview.month_none_chosen")

    def box(self, mentee_id: UUID) -> TickBox:
        return self._boxes[mentee_id]

    def show_contact(self, contact_id: UUID) -> None:
        """Another caseworker begins with all who have agreed."""
        left = (
            set() if contact_id != self._contact else {key for key, one in self._boxes.items() if not one.isChecked()}
        )
        with self._store.read() as session:
            people = read_month(session, contact_id, self.day, texts=self._texts)
        built = (contact_id, [(one.person, one.may_be_told) for one in people])
        self._contact = contact_id
        if built != self._built:
            self._built = built
            self._build(people, left)

    def _build(self, people: tuple[MonthPerson, ...], left: set[UUID]) -> None:
        focused = next((key for key, box in self._boxes.items() if box.hasFocus()), None)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for one in people:
            if one.may_be_told:
                box = TickBox(self.theme, _name(one), fades=False)
                box.setChecked(one.person.mentee_id not in left)
                box.clicked.connect(lambda _on: self.changed.emit())
                self._boxes[one.person.mentee_id] = box
                self._column.addWidget(box)
        rest = ", ".join(one.person.alias for one in people if not one.may_be_told)
        if rest:
            said = self._texts("preview.month_lacking", who=rest)
            self._column.addWidget(Text(self.theme, said, Role.SMALL, tone="ink2", wrap=True))
        if focused in self._boxes:
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)


def _name(one: MonthPerson) -> str:
    """As on the paper."""
    person = one.released.sheet.person
    return person.full_name if person else ""
