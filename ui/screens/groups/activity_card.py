"""The chosen group: what it is, its meetings, and who was at the one that is marked."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from mentorapp.domain.groups import GroupMeeting
from mentorapp.language.names import fits
from mentorapp.language.texts import Texts
from mentorapp.store.groups import ActivityLine
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text

from .attendance_list import AttendanceList, AttendanceModel
from .meetings_list import MeetingsList, MeetingsModel
from .people import Present
from .words import activity_line, meeting_title, meeting_when, size_words

_MEETINGS_SHOWN, _PEOPLE_SHOWN = 5, 8


class ActivityCard(Card):
    """`change_wanted()`, `meeting_wanted(GroupMeeting or None)`, `shown(GroupMeeting)`, `set_wanted(UUID, State)`."""

    change_wanted = Signal()
    meeting_wanted = Signal(object)
    shown = Signal(object)
    set_wanted = Signal(object, object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, " ")
        self._texts = texts
        self._people: tuple[Present, ...] = ()
        self.change = Button(theme, texts("groups.change"), "pencil", size=Size.ROW)
        self.change.clicked.connect(self.change_wanted)
        self.head.addWidget(self.change)
        self.line = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.size_line = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.add(self.line, below=2)
        self.add(self.size_line, below=8)
        self.meetings_model = MeetingsModel(texts, self)
        self.meetings = MeetingsList(theme, texts, self.meetings_model)
        self.meetings.opened.connect(self.meeting_wanted)
        self.meetings.shown.connect(self.shown)
        self.body.addWidget(self.meetings)
        self.adding = Button(theme, texts("groups.meeting_new"), "plus", size=Size.ROW)
        self.adding.clicked.connect(lambda: self.meeting_wanted.emit(None))
        row = QHBoxLayout()
        row.addWidget(self.adding)
        row.addStretch(1)
        self.add(row, above=8, below=12)
        self._build_attendance()

    def _build_attendance(self) -> None:
        theme, texts = self.theme, self._texts
        self.who = Text(theme, "", Role.SECTION)
        self.filter = SearchField(theme, texts("groups.filter"), icon="filter", pill=False)
        self.filter.setMaximumWidth(theme.px(200))
        self.filter.textEdited.connect(lambda _text: self._show_people())
        head = QHBoxLayout()
        head.addWidget(self.who)
        head.addStretch(1)
        head.addWidget(self.filter)
        self.add(head, above=4, below=6)
        self.model = AttendanceModel(texts, self)
        self.people = AttendanceList(theme, texts, self.model)
        self.people.set_wanted.connect(self.set_wanted)
        self.filter.list_wanted.connect(self.people.setFocus)
        self.filter.left.connect(self.people.setFocus)
        self.body.addWidget(self.people)
        self.fault = Text(theme, "", Role.SMALL, wrap=True)
        self.fault.setVisible(False)
        self.add(self.fault, above=6, below=2)
        self.keys = Text(theme, texts("groups.attendance_keys"), Role.CAPTION, tone="ink2", wrap=True)
        self.add(self.keys, above=6, below=12)

    def show_activity(self, line: ActivityLine, meeting: UUID | None, today: date) -> GroupMeeting | None:
        """Gives the meeting that is marked now; None while there is none."""
        self.set_title(line.activity.title)
        self.line.setText(activity_line(self._texts, line.activity))
        self.size_line.setText(size_words(self._texts, line.members))
        self.size_line.setVisible(bool(line.members))
        model = self.meetings_model
        quiet = self.meetings.blockSignals(True)
        model.show_meetings(line.meetings, today)
        at = model.row_of(meeting)
        row = model.likely_row() if at is None else at
        if line.meetings:
            self.meetings.setCurrentIndex(model.index(row))
        self.meetings.blockSignals(quiet)
        high = self.meetings.sizeHintForRow(0) * min(len(line.meetings), _MEETINGS_SHOWN)
        self.meetings.setFixedHeight(max(0, high))
        self.meetings.setVisible(bool(line.meetings))
        return model.meeting(row) if line.meetings else None

    def show_people(self, people: Sequence[Present], meeting: GroupMeeting | None, today: date) -> None:
        for widget in (self.who, self.filter, self.people, self.keys):
            widget.setVisible(meeting is not None)
        self._people = tuple(people)
        if meeting is not None:
            title, when = meeting_title(self._texts, meeting), meeting_when(self._texts, meeting, today)
            self.who.setText(self._texts("groups.who", title=title, when=when))
            self._show_people()

    def show_fault(self, sentence: str) -> None:
        """What could not be written, until something is."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _show_people(self) -> None:
        kept = self.people.currentIndex()
        marked = self.model.person(kept.row()).mentee_id if kept.isValid() else None
        people = [one for one in self._people if fits(self.filter.text(), one.name, one.alias)]
        self.model.show_people(people)
        row = self.model.row_of(marked) if marked is not None else None
        if people:
            self.people.setCurrentIndex(self.model.index(row or 0))
        high = self.people.sizeHintForRow(0) * min(max(1, len(people)), _PEOPLE_SHOWN)
        self.people.setFixedHeight(max(self.theme.px(40), high))
