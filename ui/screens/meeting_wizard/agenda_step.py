"""Step 4: the mentee's own points first, what is not to be raised for the mentor's eyes only, then the agenda."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.meetings import AgendaItem
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.add_line import AddLine
from ui.widgets.card import Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox
from ui.widgets.widths import Width, width_class

from .acts import WizardActs
from .agenda_row import AgendaRow, minutes_of
from .column import Column
from .meeting_step import only_you
from .reading import WizardView


class AgendaStep(QWidget):
    """What is moved keeps the focus."""

    said = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, acts: WizardActs, view: WizardView) -> None:
        super().__init__()
        self.theme, self._texts, self._acts = theme, texts, acts
        meeting, name = view.meeting, view.name
        self.rows: dict[UUID, AgendaRow] = {}
        self._built: object = None
        self._focus_on: tuple[UUID, str] | None = None
        self.wants = TextField(theme, texts("wizard.wants", name=name), lines=3, hint=texts("wizard.wants_hint"))
        self.wants_not = TextField(theme, texts("wizard.wants_not", name=name), lines=3)
        self.prepared = TickBox(theme, texts("wizard.prepared", name=name), fades=False)
        self.drafts = PageDrafts(
            acts.store, f"wizard.agenda:{meeting.id.hex}", meeting.mentee_id, parent=self, texts=texts
        )
        self.drafts.attach("wants", self.wants, lambda text: acts.change(wants_raised=text))
        self.drafts.attach("wants_not", self.wants_not, lambda text: acts.change(wants_not_raised=text))
        self.drafts.attach("prepared", self.prepared, lambda on: acts.change(mentee_prepared=bool(on)))
        self.points = self._points(name)
        self.not_raised = self._not_raised()
        self.agenda = Card(theme, texts("wizard.agenda"), "form", right=" ")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.agenda.body.addLayout(self._list)
        self.new = AddLine(theme, texts, texts("wizard.agenda_new"), acts.add_item)
        self.new.keep_drafts(FormDrafts(acts.store, f"wizard.item:{meeting.id.hex}", meeting.mentee_id))
        self.agenda.body.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.column = Column(theme, [self.points, self.agenda], [self.not_raised])
        whole.addWidget(self.column)

    def show_view(self, view: WizardView) -> None:
        meeting = view.meeting
        values = {"wants": meeting.wants_raised, "wants_not": meeting.wants_not_raised,
                  "prepared": meeting.mentee_prepared}  # fmt: skip
        self.drafts.show(meeting.mentee_id, values)
        minutes = sum(one.minutes or 0 for one in meeting.agenda)
        self.agenda.set_right(self._texts("wizard.minutes", count=minutes))
        order = tuple((one.id, one.info_class) for one in meeting.agenda)
        if order != self._built:
            self._built = order
            self._build(meeting.agenda)
        for one in meeting.agenda:
            self.drafts.show(meeting.mentee_id, _kept(one))

    def first_focus(self) -> QWidget | None:
        """The mentee's points come first; when they stand there the next step is next."""
        return None if self.wants.text() else self.wants.box

    def regions(self) -> Sequence[QWidget]:
        return [self.points, self.agenda, self.not_raised]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _points(self, name: str) -> Card:
        card = Card(self.theme, self._texts("wizard.points_first", name=name), "talk")
        card.add(self.wants, above=2, below=10)
        card.add(self.prepared, below=12)
        return card

    def _not_raised(self) -> Card:
        card = Card(self.theme, self._texts("wizard.not_raised"), "lock", tone="heather")
        chips = QHBoxLayout()
        chips.addWidget(only_you(self.theme, self._texts))
        chips.addStretch(1)
        card.add(chips, below=8)
        card.add(self.wants_not, below=8)
        never = self._texts("wizard.not_raised_never")
        card.add(Text(self.theme, never, Role.SMALL, tone="ink2", wrap=True), below=14)
        return card

    def _build(self, agenda: Sequence[AgendaItem]) -> None:
        at = self._where()
        self.drafts.write_all()
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for one in agenda:
            self._list.addWidget(self._row(one))
        self._stack()
        if at is not None and at[0] in self.rows:
            line = getattr(self.rows[at[0]], at[1])
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _where(self) -> tuple[UUID, str] | None:
        """In which line of which item the hand is."""
        for key, row in self.rows.items():
            for part in ("title", "owner", "minutes", "about"):
                if (widget := getattr(row, part)) is not None and widget.hasFocus():
                    return key, part
        return None

    def _row(self, item: AgendaItem) -> AgendaRow:
        usual = self._texts(f"papers.agenda_{item.code}") if item.code else self._texts("wizard.agenda_title")
        row = AgendaRow(self.theme, self._texts, item, usual)
        key = item.id.hex
        change = self._acts.change_item
        self.drafts.attach(f"title:{key}", row.title, lambda text: change(item.id, title=text))
        self.drafts.attach(f"owner:{key}", row.owner, lambda text: change(item.id, owner=text))
        self.drafts.attach(f"minutes:{key}", row.minutes, lambda text: change(item.id, minutes=minutes_of(text)))
        row.class_chosen.connect(partial(self._acts.set_class, item.id))
        row.move_wanted.connect(partial(self._move, item.id))
        row.remove_wanted.connect(lambda: self._acts.remove_item(item.id))
        self.rows[item.id] = row
        return row

    def _move(self, item_id: UUID, way: int) -> None:
        self.drafts.write_all()
        if self._acts.move_item(item_id, way):
            self.said.emit(self._texts("wizard.moved_up" if way < 0 else "wizard.moved_down"))

    def _stack(self) -> None:
        stacked = width_class(self) is Width.NARROW
        for row in self.rows.values():
            row.set_stacked(stacked)


def _kept(item: AgendaItem) -> dict[str, str]:
    """The lines of an item as the store has them, by the names of their drafts."""
    key = item.id.hex
    minutes = "" if item.minutes is None else str(item.minutes)
    return {f"title:{key}": item.title, f"owner:{key}": item.owner, f"minutes:{key}": minutes}
