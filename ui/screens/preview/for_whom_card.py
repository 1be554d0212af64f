"""For whom a paper is, where it can be for others than the mentee (P05, P06), and what is only there when asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.exchange.addressees import To
from mentorapp.exchange.extras import Extra, list_addressees, list_extras
from mentorapp.language.texts import Texts
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from mentorapp.store.store import Store

_NOBODY = ""


class ForWhomCard(Card):
    """Signals `changed`, and `whom_changed` where it is for somebody else. Another paper or another person begins with
    the one that was asked for and nothing ticked."""

    changed = Signal()
    whom_changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.for_whom"), "people")
        self._texts, self._store = texts, store
        self._shown: object = None
        self._asked = To()
        self.who: Picker | None = None
        self._boxes: dict[str, TickBox] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(SIDE, 0, SIDE, 12)
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        self.hide()

    @property
    def to(self) -> To:
        """Whom it is made for."""
        chosen = self.who.current() if self.who else _NOBODY
        if self.who is None or chosen == str(self._asked.contact_id or _NOBODY):
            return self._asked
        return To(contact_id=UUID(chosen)) if chosen else To()

    @property
    def items(self) -> frozenset[str]:
        return frozenset(item for item, box in self._boxes.items() if box.isChecked())

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose."""
        return self.who is not None or bool(self._boxes)

    def box(self, item: str) -> TickBox:
        return self._boxes[item]

    def show_paper(self, request: PrintRequest, name: str) -> None:
        """What there is to choose for this paper; what was chosen for it stays."""
        asked = (request.mentee_id, request.template, request.about, request.to)
        if asked != self._shown:
            self._shown, self._asked = asked, request.to
            self._build(self._people(request, name))
        self._show_extras(self._extras(request))

    def _people(self, request: PrintRequest, name: str) -> tuple[Choice, ...]:
        """The mentee first; nobody where it is for one alone."""
        if request.mentee_id is None:
            return ()
        with self._store.read() as session:
            people = list_addressees(session, request.mentee_id, request.template, request.about)
        others = [
            Choice(str(one.id), f"{one.name}, {one.organisation.name}" if one.organisation else one.name)
            for one in people
        ]
        return (Choice(_NOBODY, name), *others) if others else ()

    def _extras(self, request: PrintRequest) -> tuple[Extra, ...]:
        if request.mentee_id is None:
            return ()
        with self._store.read() as session:
            return list_extras(session, request.mentee_id, request.template, self.to, texts=self._texts)

    def _build(self, people: Sequence[Choice]) -> None:
        self.who, self._boxes = None, {}
        self._clear_from(0)
        if people:
            chosen = str(self._asked.contact_id or _NOBODY)
            self.who = Picker(self.theme, self._texts("preview.for_whom_who"), [("", people)], chosen)
            self.who.chosen.connect(lambda _key: self.whom_changed.emit())
            self._column.addWidget(self.who)

    def _show_extras(self, extras: Sequence[Extra]) -> None:
        """Boxes for what there is; made anew only when that is something else."""
        if [one.item for one in extras] == list(self._boxes):
            return
        self._clear_from(1 if self.who else 0)
        self._boxes = {}
        if extras and self.who is not None:
            self._column.addWidget(
                Text(self.theme, self._texts("preview.for_whom_too"), Role.SMALL, bold=True, wrap=True)
            )
        for one in extras:
            box = self._boxes[one.item] = TickBox(self.theme, one.words, fades=False)
            box.clicked.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)

    def _clear_from(self, first: int) -> None:
        while self._column.count() > first:
            item = self._column.takeAt(first)
            widget: QWidget | None = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
