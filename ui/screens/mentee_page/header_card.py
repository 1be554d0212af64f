"""The card above the tabs of the overview: the staircase, the next meeting, and the lights of the consents."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.enrolments import LadderStep, StepState
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.staircase import Stair, Staircase
from ui.widgets.text import Text
from ui.widgets.widths import Width

from .lights_part import LightsPart
from .next_meeting import NextMeeting
from .reading import Person
from .words import level_name

_SIDE = 18
_MEETING, _LESS = 310, 270


class HeaderCard(Card):
    """Signals: `step_activated(LadderStep)`, `write_up_wanted(UUID)` for a booking of today, `meeting_wanted(UUID)`,
    `consents_wanted()`, `programme_wanted()`."""

    step_activated = Signal(object)
    write_up_wanted = Signal(object)
    meeting_wanted = Signal(object)
    consents_wanted = Signal()
    programme_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self._person: Person | None = None
        self.setAccessibleName(texts("mentee.header_card"))
        self.stairs = Staircase(theme, texts)
        self.stairs.step_activated.connect(self._on_step)
        self.choose = Button(theme, texts("mentee.programme_choose"), "stairs", kind=Kind.PRIMARY)
        self.choose.clicked.connect(self.programme_wanted)
        self._no_programme = self._without_programme()
        left = QVBoxLayout()
        left.setContentsMargins(_SIDE, 10, _SIDE, 12)
        left.addWidget(self.stairs)
        left.addWidget(self._no_programme)
        self.meeting = NextMeeting(theme, texts)
        self.meeting.write_up_wanted.connect(self.write_up_wanted)
        self.meeting.meeting_wanted.connect(self.meeting_wanted)
        self.lights = LightsPart(theme, texts)
        self.lights.wanted.connect(self.consents_wanted)
        self._whole = QWidget()
        self._pair = QHBoxLayout(self._whole)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(0)
        self._pair.addLayout(left, 1)
        self._pair.addWidget(self.meeting)
        self._pair.addWidget(self.lights)
        self.body.addWidget(self._whole)
        self._folded = self._one_line()
        self.body.addWidget(self._folded)

    def show_person(self, person: Person) -> None:
        self._person = person
        stairs = [self._stair(step) for step in person.stairs]
        if stairs != list(self.stairs.steps()):
            self.stairs.set_steps(stairs)
        self.stairs.setVisible(bool(stairs))
        self._no_programme.setVisible(person.enrolment is None)
        here = person.here
        named = (
            self._texts("mentee.level_named", number=here.level.order, name=level_name(self._texts, here.level))
            if here
            else ""
        )
        self.level.set_text(named or self._texts("mentee.level_choose"))
        self.level.setVisible(bool(stairs))
        self.meeting.show_person(person)
        self.lights.show_person(person)
        self.lights.setVisible(bool(person.head.lights))
        self._booked.setText(self.meeting.said())
        self.prepare.setVisible(not self.meeting.papers.isHidden())
        self.prepare.setAccessibleName(self.meeting.papers.text())
        self.prepare.setToolTip(self.meeting.papers.text())

    def arrange(self, width: Width, low: bool) -> None:
        """In a low window all of it is one line; in a narrow one the meeting stands below the stairs."""
        one = width is Width.NARROW
        self._whole.setVisible(not low)
        self._folded.setVisible(low)
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight)
        wide = width is Width.WIDE
        full = self.theme.px(_MEETING if self.lights.isHidden() else _LESS)
        self.meeting.setMinimumWidth(full if wide else 0)
        self.lights.set_short(width is Width.MID)
        self.lights.setMinimumWidth(self.theme.px(_MEETING) if wide else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.theme.colour("line"))
        if self._whole.isHidden():
            return
        beside = self._pair.direction() is QBoxLayout.Direction.LeftToRight
        for part in (self.meeting, self.lights):
            edge = part.geometry()
            if part.isHidden():
                continue
            if beside:
                painter.drawLine(edge.left(), 1, edge.left(), self.height() - 2)
            else:
                painter.drawLine(1, edge.top(), self.width() - 2, edge.top())

    def _one_line(self) -> QWidget:
        """For a low window: the level as a button with all levels, and the next meeting in words."""
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(6, 3, _SIDE, 3)
        self.level = Button(self.theme, " ", "stairs", kind=Kind.QUIET, size=Size.ROW)
        self.level.clicked.connect(lambda: self.menu().popup(self.level.mapToGlobal(QPoint(0, self.level.height()))))
        self._booked = Text(self.theme, "", Role.SMALL)
        self.prepare = Button(self.theme, "", "meeting", kind=Kind.QUIET, size=Size.ROW)
        self.prepare.clicked.connect(lambda: self.meeting.papers.click())
        line.addWidget(self.level)
        line.addWidget(self._booked, 1)
        line.addWidget(self.prepare)
        return box

    def menu(self) -> QMenu:
        """The levels, to be opened as the steps of the staircase are."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, step in enumerate(self._person.stairs if self._person else ()):
            words = self._texts("mentee.level_named", number=step.level.order, name=level_name(self._texts, step.level))
            menu.addAction(words, partial(self._on_step, place))
        return menu

    def _without_programme(self) -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 8, 0, 8)
        lines.setSpacing(8)
        lines.addWidget(Text(self.theme, self._texts("mentee.programme_none"), wrap=True))
        line = QHBoxLayout()
        line.addWidget(self.choose)
        line.addStretch(1)
        lines.addLayout(line)
        return box

    def _stair(self, step: LadderStep) -> Stair:
        level = step.level
        since = full_date(self._texts, step.since) if step.since and step.state is not StepState.AHEAD else ""
        said = self._texts("mentee.level_since", day=since) if since else ""
        return Stair(level.short_name(self._texts.language), step.state, level.is_goal, said)

    def _on_step(self, place: int) -> None:
        if self._person is not None:
            self.step_activated.emit(self._person.stairs[place])
