"""The card above the tabs of the overview: the staircase, and the next meeting."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.enrolments import LadderStep, StepState
from mentorapp.domain.sessions import Session
from mentorapp.language.dates import full_date, time_of_day
from mentorapp.language.relative import ahead, capital
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.staircase import Stair, Staircase
from ui.widgets.text import Text
from ui.widgets.widths import Width

from .reading import Person
from .words import level_name

_SIDE = 18
_MEETING = 310


class HeaderCard(Card):
    """Signals: `step_activated(LadderStep)`, `write_up_wanted(UUID)` for a booking of today, `programme_wanted()`."""

    step_activated = Signal(object)
    write_up_wanted = Signal(object)
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
        self._meeting = QWidget()
        self._meeting.setLayout(self._meeting_lines())
        self._whole = QWidget()
        self._pair = QHBoxLayout(self._whole)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(0)
        self._pair.addLayout(left, 1)
        self._pair.addWidget(self._meeting)
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
        self._show_booking(person, person.booking)

    def arrange(self, width: Width, low: bool) -> None:
        """In a low window all of it is one line; in a narrow one the meeting stands below the stairs."""
        one = width is Width.NARROW
        self._whole.setVisible(not low)
        self._folded.setVisible(low)
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight)
        self._meeting.setMinimumWidth(0 if one else self.theme.px(_MEETING) if width is Width.WIDE else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.theme.colour("line"))
        edge = self._meeting.geometry()
        if self._whole.isHidden():
            return
        if self._pair.direction() is QBoxLayout.Direction.LeftToRight:
            painter.drawLine(edge.left(), 1, edge.left(), self.height() - 2)
        else:
            painter.drawLine(1, edge.top(), self.width() - 2, edge.top())

    def _meeting_lines(self) -> QVBoxLayout:
        self._when = Text(self.theme, "", Role.SECTION, wrap=True)
        self._what = Text(self.theme, "", Role.SMALL, wrap=True)
        self.paper = Chip(self.theme, self._texts("mentee.interpreter_booked"), "talk", Family.SLATE)
        self.write_up = Button(self.theme, self._texts("mentee.write_up"), "pencil", size=Size.ROW)
        self.write_up.clicked.connect(self._on_write_up)
        lines = QVBoxLayout()
        lines.setContentsMargins(_SIDE, 14, _SIDE, 14)
        lines.setSpacing(3)
        lines.addWidget(Text(self.theme, self._texts("mentee.next_meeting"), Role.SMALL, tone="ink2"))
        lines.addWidget(self._when)
        lines.addWidget(self._what)
        last = QHBoxLayout()
        last.setContentsMargins(0, 5, 0, 0)
        last.addWidget(self.paper)
        last.addWidget(self.write_up)
        last.addStretch(1)
        lines.addLayout(last)
        lines.addStretch(1)
        return lines

    def _one_line(self) -> QWidget:
        """For a low window: the level as a button with all levels, and the next meeting in words."""
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(6, 3, _SIDE, 3)
        self.level = Button(self.theme, " ", "stairs", kind=Kind.QUIET, size=Size.ROW)
        self.level.clicked.connect(lambda: self.menu().popup(self.level.mapToGlobal(QPoint(0, self.level.height()))))
        self._booked = Text(self.theme, "", Role.SMALL)
        line.addWidget(self.level)
        line.addWidget(self._booked, 1)
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

    def _show_booking(self, person: Person, booking: Session | None) -> None:
        self._when.setText(booking_when(self._texts, person, booking))
        self._what.setText(booking_what(self._texts, booking))
        when = self._when.text()
        said = self._texts("mentee.next_meeting_line", when=when, what=self._what.text()) if booking else when
        self._booked.setText(said)
        self.paper.setVisible(booking is not None and booking.with_interpreter)
        self.write_up.setVisible(booking is not None and booking.event_date == person.today)

    def _on_step(self, place: int) -> None:
        if self._person is not None:
            self.step_activated.emit(self._person.stairs[place])

    def _on_write_up(self) -> None:
        if self._person is not None and self._person.booking is not None:
            self.write_up_wanted.emit(self._person.booking.id)


def booking_when(texts: Texts, person: Person, booking: Session | None) -> str:
    """I morgon 10.00; or that nothing is booked."""
    if booking is None:
        return texts("mentee.nothing_booked")
    day = capital(ahead(texts, booking.event_date, person.today))
    return f"{day} {time_of_day(texts, booking.start_time)}" if booking.start_time else day


def booking_what(texts: Texts, booking: Session | None) -> str:
    """Promenad, Stadsparken; how to book when nothing is."""
    if booking is None:
        return texts("mentee.nothing_booked_how")
    kind = texts(f"codes.session_kind_{booking.kind.value}")
    return f"{kind}, {booking.place}" if booking.place else kind
