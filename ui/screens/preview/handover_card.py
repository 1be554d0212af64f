"""What a handover is to hold: who takes over, how to build trust, and every line by a tick of its own (P11)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.handover_sheet import ASKED_FIRST, TRUST
from mentorapp.domain.meeting_grid import CellState, ticked
from mentorapp.domain.network import Contact
from mentorapp.domain.sharing import Choices, InfoClass, Why
from mentorapp.exchange.addressees import To
from mentorapp.exchange.handovers import HandoverCase, HandoverLine, is_empty, list_successors, read_handover
from mentorapp.language.texts import Texts
from mentorapp.store.handover_sheets import FORM
from mentorapp.store.settings import get_settings
from ui.requests import PageRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice
from ui.widgets.class_chip import class_label
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.inset import inset
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class HandoverCard(Card):
    """Signals `changed` and `page_wanted(PageRequest)`. Another person begins with what is offered; the words about
    trust are kept with the person, and stand on paper once that person has said yes to them."""

    changed = Signal()
    page_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.template_P11"), "people")
        self._texts, self._store = texts, store
        self._mentee: UUID | None = None
        self._name = ""
        self._people: tuple[Contact, ...] = ()
        self._case: HandoverCase | None = None
        self._drafts: FormDrafts | None = None
        self._words = ""
        self._boxes: dict[str, TickBox] = {}
        self._built: object = None
        self.choices = Choices(left_out=ASKED_FIRST)
        self._top = self._column(8)
        self.who: Picker | None = None
        self.informed = TickBox(theme, " ", fades=False)
        self.informed.clicked.connect(lambda _on: self.changed.emit())
        self._informed_box = inset(self, self.informed, below=8)
        self.trust = TextField(theme, "", lines=4)
        self._said = Text(theme, "", Role.SMALL, wrap=True)
        self._said_box = inset(self, self._said, below=8)
        self.ask = Button(theme, texts("preview.handover_network"), "people")
        self.ask.clicked.connect(self._ask)
        self._ask_box = inset(self, self.ask, below=12)
        self._lines = self._column(6)
        self.hide()

    @property
    def to(self) -> To | None:
        """None until somebody takes over."""
        chosen = self.who.current() if self.who else ""
        return To(contact_id=UUID(chosen), internal=self.informed.isChecked()) if chosen else None

    @property
    def why_not(self) -> str:
        """Why there is no paper to print yet; empty where there is one."""
        if self.to is None:
            return self._texts("preview.handover_nobody")
        if self._case is None or is_empty(self._case):
            return self._texts("preview.handover_no_consent", name=self._recipient_name())
        return ""

    def box(self, item: str) -> TickBox:
        return self._boxes[item]

    def show_person(self, mentee_id: UUID, name: str, contact_id: UUID | None = None) -> None:
        """Whom it is about, who can take over, and each line with how it stands."""
        self.write()
        with self._store.read() as session:
            people = list_successors(session, mentee_id)
            offers = get_settings(session).internal_handover
        if (mentee_id, people) != (self._mentee, self._people):
            self._begin(mentee_id, name, people, contact_id)
        self._informed_box.setVisible(offers and bool(people))
        if not offers:
            self.informed.setChecked(False)
        self._read()

    def write(self) -> None:
        """What is being typed is stored now."""
        if self._drafts is not None:
            self._drafts.keep()

    def _begin(self, mentee_id: UUID, name: str, people: tuple[Contact, ...], wanted: UUID | None) -> None:
        self._mentee, self._name, self._people = mentee_id, name, people
        self.choices = Choices(left_out=ASKED_FIRST)
        self.informed.setChecked(False)
        self.informed.set_words(self._texts("preview.handover_informed", name=name))
        if self._drafts is not None:
            self._drafts.forget()
            self._drafts.deleteLater()
        _clear(self._top)
        self._boxes, self._built = {}, None
        choices = [Choice(str(one.id), _named(one)) for one in people]
        first = choices[0].key if len(choices) == 1 else str(wanted or "")
        self.who = Picker(
            self.theme, self._texts("preview.handover_who"), [("", choices)],
            first, nothing=self._texts("preview.handover_choose"),
        )  # fmt: skip
        self.who.chosen.connect(lambda _key: self._on_who())
        self._top.addWidget(self.who)
        self.who.setVisible(bool(people))
        self.trust = TextField(
            self.theme,
            self._texts("preview.handover_trust", name=name),
            hint=self._texts("preview.handover_trust_hint", name=name),
            lines=4,
        )
        self._top.addWidget(self.trust)
        self._drafts = FormDrafts(self._store, FORM, mentee_id, parent=self)
        self._drafts.add("trust", self.trust)
        self._drafts.restore()
        self._words = self.trust.text()
        self.trust.paused.connect(self._on_words)
        self.trust.left.connect(self._on_words)

    def _read(self) -> None:
        to = self.to
        self._case = None
        if to is not None and self._mentee is not None:
            with self._store.read() as session:
                self._case = read_handover(session, self._mentee, to, self.choices, texts=self._texts)
        why = self.why_not
        self._said.setText(why or self._texts("preview.handover_lines", name=self._name))
        self._ask_box.setVisible(bool(why) and (to is not None or not self._people))
        self._show_lines()

    def _show_lines(self) -> None:
        """Made anew only when there are other lines: a tick keeps its box and the focus its place."""
        lines = self._case.lines if self._case and not is_empty(self._case) else ()
        open_ = [one for one in lines if one.row.cells[0].can_change]
        locked = [one for one in lines if not one.row.cells[0].can_change]
        built = ([(one.heading, one.words, one.row.key) for one in open_], _lacking(self._texts, locked))
        if built != self._built:
            self._built = built
            self._build(open_, locked)
        for one in open_:
            self._boxes[one.row.key].setChecked(one.row.cells[0].state is CellState.SHOWN)

    def _build(self, lines: Sequence[HandoverLine], locked: Sequence[HandoverLine]) -> None:
        focused = next((item for item, box in self._boxes.items() if box.hasFocus()), "")
        _clear(self._lines)
        self._boxes = {}
        heading = ""
        for one in lines:
            if one.heading != heading:
                heading = one.heading
                self._lines.addWidget(Text(self.theme, heading, Role.SMALL, bold=True, wrap=True))
            self._lines.addWidget(self._line(one))
        if focused in self._boxes:
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        said = _lacking(self._texts, locked)
        if said:
            self._lines.addWidget(Text(self.theme, said, Role.SMALL, tone="ink2", wrap=True))

    def _line(self, one: HandoverLine) -> TickBox:
        trust = one.row.key == TRUST
        words = self._texts("preview.handover_approved", name=self._name) if trust else one.words
        cell = one.row.cells[0]
        second = class_label(self._texts, cell.info_class) if cell.each else ""
        box = TickBox(self.theme, words, second, fades=False)
        box.clicked.connect(lambda on, item=one.row.key: self._on_tick(item, on))
        self._boxes[one.row.key] = box
        return box

    def _on_tick(self, item: str, on: bool) -> None:
        line = next((one for one in (self._case.lines if self._case else ()) if one.row.key == item), None)
        if line is None:
            return
        self.choices = ticked(self.choices, line.row, line.row.cells[0], on=on)
        self.changed.emit()

    def _on_who(self) -> None:
        """What was ticked was ticked for somebody: for another it begins anew."""
        self.choices = Choices(left_out=ASKED_FIRST)
        self.informed.setChecked(False)
        self.changed.emit()

    def _on_words(self) -> None:
        """Other words than those that the mentee said yes to are not on paper until there is a new yes."""
        self.write()
        if self.trust.text() != self._words:
            self._words = self.trust.text()
            self.choices = replace(self.choices, left_out=self.choices.left_out | {TRUST})
            self.changed.emit()

    def _ask(self) -> None:
        if self._mentee is not None:
            self.page_wanted.emit(PageRequest(self._mentee, "network"))

    def _recipient_name(self) -> str:
        chosen = self.who.current() if self.who else ""
        return next((one.name for one in self._people if str(one.id) == chosen), "")

    def _column(self, spacing: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.setSpacing(spacing)
        self.body.addLayout(column)
        return column


def _named(contact: Contact) -> str:
    place = contact.organisation
    return f"{contact.name}, {place.name}" if place else contact.name


def _lacking(texts: Texts, locked: Sequence[HandoverLine]) -> str:
    """Which classes no consent opens; only on the screen."""
    classes: set[InfoClass] = {one.row.cells[0].info_class for one in locked if one.row.cells[0].why is Why.NO_CONSENT}
    if not classes:
        return ""
    return texts("preview.handover_lacking", what=", ".join(class_label(texts, one) for one in sorted(classes)))


def _clear(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget: QWidget | None = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
