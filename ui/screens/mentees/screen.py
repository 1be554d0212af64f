"""The screen Deltagare: a title that counts, and below it the list or the card for a new person."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.case_list_sheet import CASE_LIST
from mentorapp.language.texts import Texts
from mentorapp.store.attention import ATTENTION_TABLES, Attention, read_attention
from mentorapp.store.intake import Waiting, list_waiting
from mentorapp.store.name_changes import list_renamed
from mentorapp.store.outreach import list_outreach_efforts
from mentorapp.store.overviews import Lines
from mentorapp.store.rests import read_rests
from mentorapp.store.store import Store
from ui.requests import NoteRequest, PrintRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.screen import Screen
from ui.widgets.text import Text
from ui.widgets.widths import page_margin

from .door_card import read_door
from .groups import Group
from .list_page import ListPage
from .new_mentee import FORM as NEW_MENTEE
from .new_mentee import NewMenteeCard
from .outreach_sheet import OUTREACH_FORM, OutreachSheet
from .words import Person

_NEW_NAME_DAYS = 60
_NOT_WAITING = Waiting()
_NOTHING = Attention()


class MenteesScreen(Screen):
    """`selected_mentee` is whom the keys of the window (note, print) are about."""

    mentee_opened = Signal(object)
    note_wanted = Signal(object)
    print_wanted = Signal(object)
    groups_wanted = Signal()
    figures_wanted = Signal()

    shows = frozenset(
        {
            "mentee",
            "mentee_former_name",
            "mentee_municipality",
            "enrolment",
            "level_entry",
            "level",
            "programme",
            "session",
            "decline",
            "outreach_effort",
            "list_word",
            *ATTENTION_TABLES,
        }
    )

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = Lines()
        self._store, self._texts, self._theme = store, texts, theme
        self._title = Text(theme, texts("mentees.title"), Role.TITLE)
        self._count = Text(theme, "", Role.SMALL, tone="ink2")
        self.list = ListPage(theme, texts)
        self.new_card = NewMenteeCard(store, texts, theme)
        self._new_area = QScrollArea()
        self._new_area.setWidgetResizable(True)
        self._new_area.setFrameShape(QFrame.Shape.NoFrame)
        self._new_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._new_area.setWidget(self.new_card)
        self._new_area.hide()
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        self.cases_button = Button(theme, texts("mentees.cases"), "print", kind=Kind.QUIET)
        self.cases_button.clicked.connect(lambda: self.print_wanted.emit(PrintRequest(template=CASE_LIST.code)))
        head.addWidget(self.cases_button)
        self.groups_button = Button(theme, texts("mentees.groups"), "people3", kind=Kind.QUIET)
        self.groups_button.clicked.connect(self.groups_wanted)
        head.addWidget(self.groups_button)
        self.figures_button = Button(theme, texts("mentees.figures"), "chart", kind=Kind.QUIET)
        self.figures_button.clicked.connect(self.figures_wanted)
        head.addWidget(self.figures_button)
        self._whole.addLayout(head)
        self._whole.addWidget(self.list, 1)
        self._whole.addWidget(self._new_area, 1)
        self._connect()

    @property
    def selected_mentee(self) -> UUID | None:
        return None if self.list.isHidden() else self.list.selected

    def open_draft(self, form: str) -> None:
        thing, _, key = form.partition(":")
        if form == NEW_MENTEE:
            self.start_new_mentee()
        elif thing == OUTREACH_FORM:
            self.open_outreach(key)

    def open_outreach(self, key: str = "") -> None:
        """A round of outreach by its key; a new one without."""
        with self._store.read() as session:
            effort = next((one for one in list_outreach_efforts(session) if one.id.hex == key), None)
        if effort is not None or not key:
            sheet = OutreachSheet(self.window(), self._theme, self._texts, self._store, effort)
            sheet.open()

    def start_new_mentee(self) -> None:
        """The card in the place of the list."""
        self.list.hide()
        self._new_area.show()
        self.new_card.open()

    def keep_draft(self) -> bool:
        """What is typed on the card for a new person; False when the world would not let it be kept."""
        return self.new_card.keep_draft()

    def focus_filter(self) -> None:
        """Ctrl+F."""
        if not self._new_area.isHidden():
            self.new_card.close_card()
        self.list.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.filter.selectAll()

    def select(self, mentee_id: UUID) -> None:
        """Marks a person in the list, if the filter shows them."""
        self.list.select(mentee_id)

    def refresh(self) -> None:
        today = self._store.clock.today()
        with self._store.read() as session:
            lines = self._lines.read(session)
            renamed = list_renamed(session, today - timedelta(days=_NEW_NAME_DAYS))
            waiting = list_waiting(session)
            attention = read_attention(session, lines)
            rests = read_rests(session)
            door = read_door(session)
        people = [
            Person(
                line,
                today,
                line.mentee_id in renamed,
                waiting.get(line.mentee_id, _NOT_WAITING),
                attention.get(line.mentee_id, _NOTHING),
                rests.get(line.enrolment_id, ()) if line.enrolment_id else (),
            )
            for line in lines
        ]
        persons = self._texts("mentees.persons", count=len(people))
        enrolments = self._texts("mentees.enrolments", count=sum(line.enrolments for line in lines))
        self._count.setText(f"{persons} · {enrolments}" if people else "")
        self.list.show_people(people)
        self.list.door.show_door(door)

    def focus_first(self) -> None:
        if self._new_area.isHidden():
            self.list.focus_first()
        else:
            self.new_card.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._whole.setContentsMargins(margin, 12, margin, 16)

    def _connect(self) -> None:
        self.list.opened.connect(self.mentee_opened)
        self.list.note_wanted.connect(lambda mentee_id: self.note_wanted.emit(NoteRequest(mentee_id=mentee_id)))
        self.list.print_wanted.connect(lambda mentee_id: self.print_wanted.emit(PrintRequest(mentee_id)))
        self.list.new_wanted.connect(self.start_new_mentee)
        self.list.door.outreach_wanted.connect(self.open_outreach)
        self.list.door.opened.connect(self.mentee_opened)
        self.new_card.closed.connect(self._show_list)
        self.new_card.added.connect(self._on_added)
        self.new_card.opened.connect(self._on_opened)

    def _show_list(self) -> None:
        self._new_area.hide()
        self.list.show()
        self.list.focus_first()

    def _on_added(self, mentee_id: UUID) -> None:
        """The new one is marked in the list for the way back, and the page opens."""
        starts = Group.CURRENT if any(p.line.mentee_id == mentee_id for p in self.list.current()) else Group.INTEREST
        self._show_list()
        self.list.show_group(starts)
        self.list.select(mentee_id)
        self.mentee_opened.emit(mentee_id)

    def _on_opened(self, mentee_id: UUID) -> None:
        self._show_list()
        self.mentee_opened.emit(mentee_id)
