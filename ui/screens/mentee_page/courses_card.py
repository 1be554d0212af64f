"""Group activities in the side column: how many meetings a mentee was at, and the certificate. No other name."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.domain.groups import TopicAttendance
from mentorapp.domain.sessions import Attendance
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.row import Row


class CoursesCard(Card):
    """`certificate_wanted` carries the activity. Without any group the card is not there."""

    certificate_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("contacts.courses"))
        self._texts = texts
        self._shown: tuple[TopicAttendance, ...] | None = None
        self.made: list[Row] = []

    def show_courses(self, attended: Sequence[TopicAttendance]) -> None:
        """Made anew only when something is another."""
        if tuple(attended) == self._shown:
            return
        self._shown = tuple(attended)
        for row in self.made:
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()
        activities: dict[UUID, list[TopicAttendance]] = {}
        for one in attended:
            activities.setdefault(one.activity_id, []).append(one)
        self.made = [self._row(key, meetings) for key, meetings in activities.items()]
        for row in self.made:
            self.body.addWidget(row)
        self.setVisible(bool(self.made))

    def _row(self, activity: UUID, meetings: Sequence[TopicAttendance]) -> Row:
        texts, title = self._texts, meetings[0].title
        there = sum(one.attendance is Attendance.HELD for one in meetings)
        paper = Button(
            self.theme,
            texts("contacts.certificate"),
            "print",
            kind=Kind.QUIET,
            size=Size.ROW,
            name=texts("contacts.certificate_of", title=title),
        )
        paper.clicked.connect(partial(self.certificate_wanted.emit, activity))
        paper.setEnabled(there > 0)
        return Row(self.theme, title, texts("contacts.course_came", count=there, all=len(meetings)), action=paper)
