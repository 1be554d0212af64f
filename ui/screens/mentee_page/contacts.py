"""The tab Kontakter: the table of contacts and its filter; at the side attendance, attempts, time, milestones and the
question about violence."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.lists import WordList
from mentorapp.domain.milestones import Milestone
from mentorapp.domain.safety import SafetyQuestion
from mentorapp.domain.sessions import is_attempt
from mentorapp.language.texts import Texts
from mentorapp.store.group_attendance import attendance_by_topic
from mentorapp.store.milestones import list_milestones
from mentorapp.store.safety_questions import list_questions
from mentorapp.store.sessions import get_session
from mentorapp.store.store import Store
from mentorapp.store.timeline import ContactItem, list_contacts
from mentorapp.store.word_lists import list_words
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Text
from ui.widgets.widths import Width, em, page_margin, width_class

from .attendance import AttendanceBars, months_of
from .contacts_filter import ContactsFilter, Wanted
from .contacts_model import Contact, ContactsModel
from .contacts_views import ContactsList, ContactsTable
from .courses_card import CoursesCard
from .milestone_sheet import MilestoneSheet
from .milestones_card import MilestonesCard
from .note_sheets import CommentSheet, MoveSheet
from .reading import Person
from .safety_card import SafetyCard
from .safety_sheet import SafetySheet
from .tab import Tab
from .time_card import TimeCard

_SIDE, _SIDE_EM, _ATTEMPTS_SHOWN, _ROWS_SHOWN, _TABLE_NEEDS = 296, 15, 5, 5, 740


class ContactsTab(Tab):
    """`opened` carries the UUID of a contact."""

    shows = frozenset(
        {"session", "note_segment", "group_activity", "group_meeting", "level_entry", "list_word", "milestone",
         "safety_question"}
    )  # fmt: skip

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
        self.filter = ContactsFilter(theme, texts)
        self.filter.chosen.connect(self._show_chosen)
        self.last = Text(theme, "", Role.SMALL, tone="ink2")
        self._person: Person | None = None
        self._every: tuple[Contact, ...] = ()
        self._support: dict[str, str] = {}
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
        self.time = TimeCard(self.theme, self.texts)
        self.milestones = MilestonesCard(self.theme, self.texts)
        self.milestones.wanted.connect(self.open_milestone)
        self.safety = SafetyCard(self.theme, self.texts)
        self.safety.wanted.connect(self.open_safety)
        self.courses = CoursesCard(self.theme, self.texts)
        self.courses.certificate_wanted.connect(self._on_certificate)
        for card in (self.milestones, self.courses, self.time, self.safety):
            column.addWidget(card)
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
        main = QVBoxLayout()
        main.setSpacing(6)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.filter)
        head.addStretch(1)
        head.addWidget(self.last)
        main.addWidget(self._head)
        main.addWidget(self._views, 1)
        self._whole.addLayout(main, 1)
        self._whole.addWidget(side)
        self._side_column = side

    def show_person(self, person: Person) -> None:
        """The current row is kept by its contact."""
        if self._person is not None and self._person.mentee.id != person.mentee.id:
            self.filter.reset()
        self._person = person
        language = self.texts.language
        with self.store.read() as session:
            self._every = list_contacts(session, person.mentee.id)
            words = list_words(session, WordList.SUPPORT_KIND, all_=True)
            self.time.read(session, person)
            milestones = list_milestones(session, person.mentee.id)
            questions = list_questions(session, person.mentee.id)
            attended = attendance_by_topic(session, person.mentee.id)
        self._support = {word.code: word.name(language) for word in words}
        self.milestones.show_milestones(milestones, person)
        self.safety.show_questions(questions, person)
        self.courses.show_courses(attended)
        self.filter.offer(self._every)
        self._show_last(person)
        self._show_chosen()

    def _on_certificate(self, activity: UUID) -> None:
        assert self._person is not None
        self.print_wanted.emit(PrintRequest(self._person.mentee.id, template="P21", about=activity))

    def open_milestone(self, milestone: Milestone | None) -> MilestoneSheet:
        assert self._person is not None
        sheet = MilestoneSheet(self.window(), self.theme, self.texts, self.store, self._person, milestone)
        sheet.open()
        return sheet

    def open_safety(self, question: SafetyQuestion | None) -> SafetySheet:
        assert self._person is not None
        self.safety.lock()
        sheet = SafetySheet(self.window(), self.theme, self.texts, self.store, self._person, question)
        sheet.open()
        return sheet

    def open_draft(self, form: str) -> None:
        """Forms about one thing carry its id; what is gone meanwhile opens nothing."""
        person = self._person
        name, _, key = form.partition(":")
        if person is None:
            return
        with self.store.read() as session:
            milestones = {str(one.id): one for one in list_milestones(session, person.mentee.id)}
            questions = {str(one.id): one for one in list_questions(session, person.mentee.id)}
        if name == "contacts.milestone" and (not key or key in milestones):
            self.open_milestone(milestones.get(key))
        elif name == "contacts.safety" and (not key or key in questions):
            self.open_safety(questions.get(key))
        elif name in ("contacts.comment", "contacts.move") and key in {str(one.id) for one in self._every}:
            with self.store.read() as session:
                contact = get_session(session, UUID(key))
            made = CommentSheet if name == "contacts.comment" else MoveSheet
            made(self.window(), self.theme, self.texts, self.store, contact).open()

    def _show_last(self, person: Person) -> None:
        """Days since the last held two-way contact: the one rule everywhere (S24)."""
        held = [one.on for one in self._every if isinstance(one, ContactItem) and one.is_contact]
        days = (person.today - max(held)).days if held else None
        words = "" if days is None else self.texts("contacts.last_today" if days <= 0 else "contacts.last", count=days)
        self.last.setText(words)

    def _show_chosen(self) -> None:
        """What the filter lets through; attendance is counted over everything."""
        person, every = self._person, self._every
        if person is None:
            return
        attempts = [c for c in every if isinstance(c, ContactItem) and is_attempt(c.kind, c.attendance)]
        apart = set() if self.filter.wanted != Wanted() else {c.id for c in attempts}
        wanted = [c for c in every if c.id not in apart and self.filter.wanted.takes(c)]
        self._fill(self.table, self.model, wanted, person)
        self._fill(self.attempt_rows, self.attempts, attempts, person)
        self.rows.setCurrentIndex(self.model.index(self.table.currentIndex().row(), 0))
        self.bars.set_months(months_of([c for c in every if isinstance(c, ContactItem)], person.today))
        self._came.setVisible(bool(every))
        self._head.setVisible(bool(every))
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
        model.show_rows(rows, person.name, person.today, self._support)
        place = model.row_of(kept) if kept is not None else None
        if rows:
            view.setCurrentIndex(model.index(place or 0, 0))
