"""The screen Grupper: the groups at the side, the chosen one with its meetings and attendance, and the year."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.groups import GroupMeeting
from mentorapp.language.texts import Texts
from mentorapp.store.group_attendance import list_attendance, list_members, set_attendance
from mentorapp.store.groups import ActivityLine, list_activities
from mentorapp.store.overviews import list_lines
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.screen import Screen
from ui.widgets.scrolled import scrolled
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .activity_card import ActivityCard
from .activity_list import ActivityList
from .attendance_list import State
from .people import people_of
from .sheets import ActivitySheet, MeetingSheet
from .year_wheel import YearWheel

_SIDE = 320


class GroupsScreen(Screen):
    """`back_wanted` leads to Deltagare. What is drawn here names people; personal views never do."""

    back_wanted = Signal()

    shows = frozenset({"group_activity", "group_meeting", "session", "mentee", "enrolment"})

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._lines: tuple[ActivityLine, ...] = ()
        self._activity: UUID | None = None
        self._meeting: UUID | None = None
        self._year = store.clock.today().year
        self.list = ActivityList(theme, texts)
        self.list.chosen.connect(self.choose)
        self.card = ActivityCard(theme, texts)
        self.card.change_wanted.connect(lambda: self.open_activity(self._activity))
        self.card.meeting_wanted.connect(self.open_meeting)
        self.card.shown.connect(self._on_meeting)
        self.card.set_wanted.connect(self._on_set)
        self.year = YearWheel(theme, texts)
        self._lay_out()

    def choose(self, activity_id: UUID) -> None:
        """Shows a group beside the list."""
        self._activity, self._meeting = activity_id, None
        self.refresh()

    def open_activity(self, activity_id: UUID | None) -> ActivitySheet:
        """The form of a new group, or of one that is there."""
        found = next((line.activity for line in self._lines if line.activity.id == activity_id), None)
        sheet = ActivitySheet(self.window(), self._theme, self._texts, self._store, found)
        sheet.kept.connect(self.choose)
        sheet.open()
        return sheet

    def open_meeting(self, meeting: GroupMeeting | None) -> MeetingSheet | None:
        line = self._line()
        if line is None:
            return None
        done = frozenset(one.topic for one in line.meetings)
        sheet = MeetingSheet(self.window(), self._theme, self._texts, self._store, line.activity, meeting, done)
        sheet.kept.connect(self._on_meeting_kept)
        sheet.open()
        return sheet

    def open_draft(self, form: str) -> None:
        """What a form is about may be gone: then nothing opens."""
        self._freshen()
        name, _, key = form.partition(":")
        activities = {str(line.activity.id): line.activity.id for line in self._lines}
        meetings = {str(one.id): (line.activity.id, one) for line in self._lines for one in line.meetings}
        if name == "groups.activity" and (not key or key in activities):
            self.open_activity(activities.get(key))
        elif name == "groups.meeting" and key in activities:
            self.choose(activities[key])
            self.open_meeting(None)
        elif name == "groups.meeting_change" and key in meetings:
            self.choose(meetings[key][0])
            self.open_meeting(meetings[key][1])

    def refresh(self) -> None:
        today = self._store.clock.today()
        with self._store.read() as session:
            self._lines = list_activities(session)
            line = self._line() or next(iter(self._lines), None)
            self._activity = line.activity.id if line else None
            meeting = self.card.show_activity(line, self._meeting, today) if line else None
            self._meeting = meeting.id if meeting else None
            attendees = list_attendance(session, meeting.id) if meeting else ()
            members = list_members(session, line.activity.id) if line else frozenset()
            lines = list_lines(session) if meeting else ()
        self.list.show_lines(self._lines, self._activity, today)
        self.card.show_people(people_of(lines, attendees, members), meeting, today)
        self._show_year()
        for widget in (self._side, self.card):
            widget.setVisible(bool(self._lines))
        self._empty_card.setVisible(not self._lines)
        self.new_button.setVisible(bool(self._lines))

    def focus_first(self) -> None:
        """The meetings of the group that is shown, or what the empty screen offers."""
        if not self._lines:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.card.meetings.isVisibleTo(self):
            self.card.meetings.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.card.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self._head, self.card, self._side]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = width_class(self) is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._side.setMaximumWidth(16_777_215 if narrow else self._theme.px(_SIDE))
        self._side.setMinimumWidth(0 if narrow else min(self._theme.px(_SIDE), self.width() // 3))
        margin = page_margin(self)
        self._whole.setContentsMargins(margin, 12, 0, 0)
        self._inside.setContentsMargins(0, 0, margin, 16)
        self._head_line.setContentsMargins(0, 0, margin, 0)

    def _lay_out(self) -> None:
        theme, texts = self._theme, self._texts
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        self._head = self._make_head()
        self._whole.addWidget(self._head)
        area, inside = scrolled()
        self._whole.addWidget(area, 1)
        self._inside = QVBoxLayout(inside)
        self._inside.setSpacing(12)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._inside.addLayout(self._columns)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.list)
        side.addWidget(self._make_year())
        side.addStretch(1)
        self._columns.addWidget(self.card, 1)
        self._columns.addWidget(self._side)
        self.empty = EmptyState(theme, texts("groups.empty"), texts("groups.empty_then"), texts("groups.new"),
                                act_icon="plus")  # fmt: skip
        self.empty.act_wanted.connect(lambda: self.open_activity(None))
        self._empty_card = Card(theme)
        self._empty_card.add(self.empty, above=24, below=24)
        self._inside.addWidget(self._empty_card)
        self._inside.addStretch(1)

    def _make_head(self) -> QWidget:
        whole = QWidget()
        self._head_line = QHBoxLayout(whole)
        self._head_line.setSpacing(10)
        self.back = Button(self._theme, "", "left", kind=Kind.QUIET, name=self._texts("groups.back"))
        self.back.clicked.connect(self.back_wanted)
        self.new_button = Button(self._theme, self._texts("groups.new"), "plus", kind=Kind.PRIMARY)
        self.new_button.clicked.connect(lambda: self.open_activity(None))
        self._head_line.addWidget(self.back)
        self._head_line.addWidget(Text(self._theme, self._texts("groups.title"), Role.TITLE))
        self._head_line.addStretch(1)
        self._head_line.addWidget(self.new_button)
        return whole

    def _make_year(self) -> Card:
        self._year_card = Card(self._theme, self._texts("groups.year", year=self._year))
        self.earlier, self.later = (
            Button(self._theme, "", icon, kind=Kind.QUIET, size=Size.ROW, name=self._texts(f"groups.year_{name}"))
            for icon, name in (("left", "before"), ("right", "after"))
        )
        self.earlier.clicked.connect(lambda: self._turn_year(-1))
        self.later.clicked.connect(lambda: self._turn_year(1))
        self._year_card.head.addWidget(self.earlier)
        self._year_card.head.addWidget(self.later)
        self._year_card.add(self.year, above=2, below=4)
        self._no_year = Text(self._theme, self._texts("groups.year_empty"), Role.SMALL, tone="ink2")
        self._year_card.add(self._no_year)
        return self._year_card

    def _turn_year(self, step: int) -> None:
        self._year += step
        self._show_year()

    def _show_year(self) -> None:
        today = self._store.clock.today()
        self.year.show_year(self._lines, self._year, today.month if today.year == self._year else 0)
        self._year_card.set_title(self._texts("groups.year", year=self._year))
        self.year.setVisible(not self.year.is_empty)
        self._no_year.setVisible(self.year.is_empty)

    def _line(self) -> ActivityLine | None:
        return next((line for line in self._lines if line.activity.id == self._activity), None)

    def _on_meeting(self, meeting: GroupMeeting) -> None:
        if meeting.id != self._meeting:
            self._meeting = meeting.id
            self.card.show_fault("")
            self.refresh()

    def _on_meeting_kept(self, meeting_id: object) -> None:
        assert isinstance(meeting_id, UUID)
        self._meeting = meeting_id
        self.refresh()

    def _on_set(self, mentee_id: UUID, state: State) -> None:
        """One step for each: Ctrl+Z takes back the last one."""
        assert self._meeting is not None
        try:
            with self._store.write("attendance_set") as session:
                set_attendance(session, self._meeting, mentee_id, state.attendance, came_late=state.came_late)
        except InputError as refusal:
            self.card.show_fault(self._texts.error(refusal))
        else:
            self.card.show_fault("")
