"""What comes next with somebody, in the card above the tabs: a booked contact, or a meeting with others."""

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.meetings import Meeting, PapersState
from mentorapp.domain.sessions import Session
from mentorapp.language.dates import time_of_day
from mentorapp.language.relative import ahead, capital
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.chip import Chip, ChipButton, ChipLook
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text

from .reading import Person

_SIDE = 18
_PAPERS = {
    PapersState.NOT_PREPARED: ("pencil", Family.SLATE),
    PapersState.READY: ("check", Family.OK),
    PapersState.REDO: ("print", Family.AMBER),
}


class NextMeeting(QWidget):
    """Signals: `write_up_wanted(UUID)` for a booking of today, `meeting_wanted(UUID)` for a meeting with others."""

    write_up_wanted = Signal(object)
    meeting_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._person: Person | None = None
        self.when = Text(theme, "", Role.SECTION, wrap=True)
        self.what = Text(theme, "", Role.SMALL, wrap=True)
        self.then = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.interpreter = Chip(theme, texts("mentee.interpreter_booked"), "talk", Family.SLATE)
        self.papers = ChipButton(theme, ChipLook("", "print"))
        self.papers.clicked.connect(self._on_open)
        self.write_up = Button(theme, texts("mentee.write_up"), "pencil", size=Size.ROW)
        self.write_up.clicked.connect(self._on_write_up)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_SIDE, 14, _SIDE, 14)
        lines.setSpacing(3)
        lines.addWidget(Text(theme, texts("mentee.next_meeting"), Role.SMALL, tone="ink2"))
        for line in (self.when, self.what, self.then):
            lines.addWidget(line)
        last = QWidget()
        self._last = FlowLayout(last, 8)
        for one in (self.interpreter, self.papers, self.write_up):
            self._last.addWidget(one)
        lines.addWidget(last)
        lines.addStretch(1)

    def show_person(self, person: Person) -> None:
        self._person = person
        meeting, booking = coming(person), person.booking
        self.when.setText(when_words(self._texts, person))
        self.what.setText(what_words(self._texts, person))
        then = then_words(self._texts, person)
        self.then.setText(then)
        self.then.setVisible(bool(then))
        needs = meeting.with_interpreter if meeting else booking is not None and booking.with_interpreter
        self.interpreter.setVisible(needs)
        self.write_up.setVisible(meeting is None and booking is not None and booking.event_date == person.today)
        self._show_meeting(person)

    def said(self) -> str:
        """In one line, for a low window."""
        if self._person is None or (self._person.booking is None and self._person.head.ahead is None):
            return self.when.text()
        return self._texts("mentee.next_meeting_line", when=self.when.text(), what=self.what.text())

    def _show_meeting(self, person: Person) -> None:
        """The way to a meeting that comes after a booked contact is there too."""
        ahead_ = person.head.ahead
        self.papers.setVisible(ahead_ is not None)
        if ahead_ is not None:
            icon, family = _PAPERS[ahead_.papers]
            words = self._texts(f"meeting.basis_{ahead_.papers.value}")
            kind = kind_words(self._texts, ahead_.meeting)
            self.papers.set_look(ChipLook(words, icon, family, description=kind))

    def _on_write_up(self) -> None:
        if self._person is not None and self._person.booking is not None:
            self.write_up_wanted.emit(self._person.booking.id)

    def _on_open(self) -> None:
        if self._person is not None and self._person.head.ahead is not None:
            self.meeting_wanted.emit(self._person.head.ahead.meeting.id)


def coming(person: Person) -> Meeting | None:
    """The meeting with others, where no booked contact comes before it."""
    if person.head.ahead is None:
        return None
    meeting, booking = person.head.ahead.meeting, person.booking
    return meeting if booking is None or _starts(meeting) <= _starts(booking) else None


def _starts(one: Meeting | Session) -> tuple[date, time]:
    return one.event_date, one.start_time or time.min


def when_words(texts: Texts, person: Person) -> str:
    """I morgon 10.00; or that nothing is booked."""
    one = coming(person) or person.booking
    return texts("mentee.nothing_booked") if one is None else capital(_at(texts, one, person.today))


def _at(texts: Texts, one: Meeting | Session, today: date) -> str:
    day = ahead(texts, one.event_date, today)
    return f"{day} {time_of_day(texts, one.start_time)}" if one.start_time else day


def what_words(texts: Texts, person: Person) -> str:
    """Promenad, Stadsparken; how to book when nothing is."""
    meeting, booking = coming(person), person.booking
    if meeting is not None:
        return _with_place(kind_words(texts, meeting), "" if person.mentee.is_protected else meeting.place)
    if booking is None:
        return texts("mentee.nothing_booked_how")
    return _with_place(texts(f"codes.session_kind_{booking.kind.value}"), booking.place)


def then_words(texts: Texts, person: Person) -> str:
    """What comes after it, where there is both a booked contact and a meeting: the other one."""
    facts, meeting, booking = person.head, coming(person), person.booking
    if facts.ahead is None or booking is None:
        return ""
    if meeting is not None:
        kind = texts(f"codes.session_kind_{booking.kind.value}")
        return texts("mentee.then", what=small(kind), when=_at(texts, booking, person.today))
    kind = texts(f"meeting.short_{facts.ahead.meeting.kind.value}")
    return texts("mentee.then", what=small(kind), when=_at(texts, facts.ahead.meeting, person.today))


def small(words: str) -> str:
    """Inside a sentence: trepartsmöte, but SIP-möte."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def kind_words(texts: Texts, meeting: Meeting) -> str:
    return texts(f"meeting.kind_{meeting.kind.value}")


def _with_place(kind: str, place: str) -> str:
    return f"{kind}, {place}" if place and place.casefold() not in kind.casefold() else kind
