"""Who does what, by when: the promises of the enrolment, ticked, moved and added where they stand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.plans import Commitment, CommitmentState
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.form_drafts import MakeDrafts
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .promise_fields import PromiseWords
from .promise_form import PromiseForm
from .promise_row import PromiseRow
from .promise_sheet import PromiseSheet
from .reading import Person


@dataclass(frozen=True, slots=True)
class PromiseActs:
    """Each is one step that the user sees, stored at once."""

    add: Callable[[PromiseWords], None]
    done: Callable[[UUID, bool], None]
    move: Callable[[UUID, date], None]
    drop: Callable[[UUID], None]
    drafts: MakeDrafts


def is_shown(promise: Commitment, today: date) -> bool:
    """Open ones; those kept today stay ticked in their place until tomorrow."""
    if promise.state is CommitmentState.DONE:
        return promise.state_on == today
    return promise.state is CommitmentState.OPEN


class PromisesCard(Card):
    """Renewed in place, so that focus and a form that is open stay."""

    def __init__(self, theme: Theme, texts: Texts, store: Store, acts: PromiseActs) -> None:
        super().__init__(theme, texts("plan.promises"))
        self._texts, self._store, self._acts = texts, store, acts
        self._person: Person | None = None
        self._by_id: dict[UUID, PromiseRow] = {}
        self._form: PromiseForm | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(1)
        self.body.addLayout(self._list)
        self._none = Text(theme, texts("plan.promises_none"), Role.SMALL, tone="ink2", wrap=True)
        self._none_box = inset(self, self._none, below=4)
        self.adding = Button(theme, texts("plan.promise_add"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.adding.clicked.connect(self.open_form)
        self._foot = inset(self, self.adding, left=SIDE - 12, above=5, below=8)

    def promise_rows(self) -> tuple[PromiseRow, ...]:
        return tuple(self._by_id.values())

    def show_person(self, person: Person) -> None:
        if self._person is not None and self._person.mentee.id != person.mentee.id and self._form is not None:
            self._form.put_away()
        self._person = person
        shown = {p.id: p for p in person.promises if is_shown(p, person.today)}
        for gone in [one for one in self._by_id if one not in shown]:
            row = self._by_id.pop(gone)
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        for place, promise in enumerate(shown.values()):
            row = self._by_id.get(promise.id) or self._new_row(promise.id)
            row.show_promise(person, promise)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
        self._by_id = {key: self._by_id[key] for key in shown}
        self._none_box.setVisible(not shown)
        self.update()

    def open_form(self) -> PromiseForm:
        """The form for a new promise, in the place of the button."""
        if self._form is not None:
            return self._form
        assert self._person is not None
        drafts = self._acts.drafts("plan.promise")
        form = PromiseForm(self._store, self.theme, self._texts, self._person, self._acts.add, drafts)
        form.closed.connect(self._close_form)
        self._form = form
        self.body.insertWidget(self.body.indexOf(self._foot), form)
        self._foot.hide()
        form.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return form

    def open_change(self, promise_id: UUID) -> PromiseSheet | None:
        """The form for a promise that is there; None when it is gone."""
        person = self._person
        promise = next((p for p in person.promises if p.id == promise_id), None) if person else None
        if person is None or promise is None:
            return None
        sheet = PromiseSheet(self.window(), self.theme, self._texts, self._store, person, promise)
        sheet.open()
        return sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        line, border = self.theme.colour("line"), self.theme.border
        edges = [row.y() - 1 for row in self._by_id.values()]
        if self._by_id:
            edges.append(max(row.geometry().bottom() for row in self._by_id.values()) + 1)
        for y in edges:
            painter.fillRect(border, y, self.width() - 2 * border, 1, line)

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            form.hide()
            self.body.removeWidget(form)
            form.deleteLater()
        self._foot.show()
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, promise_id: UUID) -> PromiseRow:
        row = PromiseRow(self.theme, self._texts, self._store.clock, self._acts.drafts)
        row.ticked.connect(lambda done: self._acts.done(promise_id, done))
        row.change_wanted.connect(lambda: self.open_change(promise_id))
        row.moved.connect(lambda day: self._acts.move(promise_id, day))
        row.dropped.connect(lambda: self._acts.drop(promise_id))
        self._by_id[promise_id] = row
        return row
