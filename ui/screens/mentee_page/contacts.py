"""The tab Kontakter: the table of contacts, attendance by month, and the attempts apart."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.sessions import is_attempt
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.timeline import ContactItem, list_contacts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Text
from ui.widgets.widths import Width, em, page_margin, width_class

from .attendance import AttendanceBars, months_of
from .contacts_model import Contact, ContactsModel
from .contacts_views import ContactsList, ContactsTable
from .reading import Person
from .tab import Tab

_SIDE, _SIDE_EM, _ATTEMPTS_SHOWN, _ROWS_SHOWN, _TABLE_NEEDS = 300, 15, 5, 5, 720


class ContactsTab(Tab):
    """`opened` carries the UUID of a contact."""

    shows = frozenset({"session", "note_segment"})

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self.model, self.attempts = ContactsModel(texts, self), ContactsModel(texts, self)
        self.table = ContactsTable(theme, self.model, texts("contacts.title"))
        self.rows = ContactsList(theme, self.model, texts("contacts.title"))
        self.rows.setProperty("card", "true")
        self.attempt_rows = ContactsList(theme, self.attempts, texts("contacts.attempts"))
        for view in (self.table, self.rows, self.attempt_rows):
            view.opened.connect(self.opened)
        self.empty = EmptyState(theme, texts("contacts.empty"), "", texts("mentee.note"), act_icon="pencil")
        self.empty.act_wanted.connect(self.note_wanted)
        self._empty_card = Card(theme)
        self._empty_card.add(self.empty, above=12)
        self._views = QStackedWidget()
        for shown in (self.table, self.rows, self._empty_card):
            self._views.addWidget(shown)
        self._lay_out(self._side())

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._came = Card(self.theme, self.texts("contacts.came"))
        self.bars = AttendanceBars(self.theme, self.texts)
        self._came.add(self.bars, below=4)
        explained = Text(self.theme, self.texts("contacts.came_explained"), Role.CAPTION, tone="ink2", wrap=True)
        explained.setMaximumWidth(16_777_215)
        self._came.add(explained)
        column.addWidget(self._came)
        self._attempts_card = Card(self.theme, self.texts("contacts.attempts"), right=" ")
        self._attempts_card.body.addWidget(self.attempt_rows)
        column.addWidget(self._attempts_card)
        column.addStretch(1)
        return side

    def _lay_out(self, side: QWidget) -> None:
        inside = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._whole.setSpacing(16)
        self._whole.addWidget(self._views, 1)
        self._whole.addWidget(side)
        self._side_column = side

    def show_person(self, person: Person) -> None:
        """The current row is kept by its contact."""
        with self.store.read() as session:
            every = list_contacts(session, person.mentee.id)
        attempts = [c for c in every if isinstance(c, ContactItem) and is_attempt(c.kind, c.attendance)]
        apart = {c.id for c in attempts}
        self._fill(self.table, self.model, [c for c in every if c.id not in apart], person)
        self._fill(self.attempt_rows, self.attempts, attempts, person)
        self.rows.setCurrentIndex(self.model.index(self.table.currentIndex().row(), 0))
        self.bars.set_months(months_of([c for c in every if isinstance(c, ContactItem)], person.today))
        self._came.setVisible(bool(every))
        self._attempts_card.setVisible(bool(attempts))
        self._attempts_card.set_right(str(len(attempts)) if attempts else "")
        row = self.attempt_rows.sizeHintForRow(0)
        self.attempt_rows.setFixedHeight(row * min(len(attempts), _ATTEMPTS_SHOWN) if attempts else 0)
        self.arrange()

    def sides(self) -> list[QWidget]:
        return [self._views, self._side_column]

    def focus_first(self) -> None:
        empty = self._views.currentWidget() is self._empty_card
        target: QWidget = self.empty if empty else self.rows if self._views.currentWidget() is self.rows else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """A table and a side column; in a narrow window two-line rows with the side below."""
        width, margin = width_class(self), page_margin(self)
        narrow = width is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(way)
        self._whole.setContentsMargins(margin, 14, margin, 16)
        side = em() * _SIDE_EM if width is Width.MID else self.theme.px(_SIDE)
        self._side_column.setMinimumWidth(0 if narrow else min(side, self.width() // 2))
        self._side_column.setMaximumWidth(16_777_215 if narrow else max(1, min(side, self.width() // 2)))
        rows = self.rows.sizeHintForRow(0) * min(_ROWS_SHOWN, max(1, self.model.rowCount()))
        self._views.setMinimumHeight(rows + 2 if narrow else 0)
        room = self.width() if narrow else self.width() - side - 2 * margin
        shown: QWidget = self.rows if room < self.theme.px(_TABLE_NEEDS) else self.table
        self._views.setCurrentWidget(shown if self.model.rowCount() else self._empty_card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _fill(self, view: QAbstractItemView, model: ContactsModel, rows: Sequence[Contact], person: Person) -> None:
        kept: UUID | None = model.contact(view.currentIndex().row()).id if view.currentIndex().isValid() else None
        model.show_rows(rows, person.name, person.today)
        place = model.row_of(kept) if kept is not None else None
        if rows:
            view.setCurrentIndex(model.index(place or 0, 0))
