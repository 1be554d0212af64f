"""The screen Möten: what is ahead, what goes on now, what is to be written up, what comes back, and what has been."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.meetings import Phase, phase_of
from mentorapp.language.naming import Naming, shared_names
from mentorapp.language.texts import Texts
from mentorapp.store.check_in_lines import CheckInLine, list_check_in_lines
from mentorapp.store.meeting_state import (
    DueAgain,
    MeetingLine,
    count_earlier,
    list_due_again,
    list_meeting_lines,
    meeting_line,
)
from mentorapp.store.store import Store
from ui.requests import BookingRequest, MeetingModeRequest, WizardRequest, WriteUpRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.screen import Screen
from ui.widgets.scrolled import scrolled
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .acts import hold, remove, take_back
from .booking_sheet import BookingSheet
from .check_ins import CheckInSheet, check_ins_card
from .due_card import due_card
from .move_sheets import CallOffSheet, MoveSheet
from .row import MeetingActs, MeetingRow
from .tab_order import in_tab_order

_EARLIER_SHOWN = 10
_ORDER = (Phase.NOW, Phase.TO_WRITE, Phase.AHEAD, Phase.EARLIER)
_ICONS = {Phase.NOW: "talk", Phase.TO_WRITE: "pencil", Phase.AHEAD: "cal", Phase.EARLIER: "history"}


class MeetingsScreen(Screen):
    """`wizard_wanted(WizardRequest)` and `write_up_wanted(WriteUpRequest)` are for what comes next with a meeting;
    `print_wanted(PrintRequest)` for the paper of a caseworker's month."""

    wizard_wanted = Signal(object)
    write_up_wanted = Signal(object)
    mentee_opened = Signal(object)
    print_wanted = Signal(object)

    shows = frozenset({
        "meeting", "meeting_invitee", "consent", "print_log", "mentee", "network_link", "contact", "organisation",
        "check_in", "enrolment",
    })  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._lines: tuple[MeetingLine, ...] = ()
        self._due: tuple[DueAgain, ...] = ()
        self._check_ins: tuple[CheckInLine, ...] = ()
        self._names_shown, self._all_earlier, self._earlier = False, False, 0
        self.rows: dict[UUID, MeetingRow] = {}
        self._acts = MeetingActs(
            prepare=self._prepare,
            write_up=self._write_up,
            change=lambda line: self.open_booking(line),
            move=lambda line: MoveSheet(self.window(), theme, texts, store, line.meeting).open(),
            call_off=lambda line: CallOffSheet(self.window(), theme, texts, store, line.meeting).open(),
            take_back=partial(take_back, store),
            remove=partial(remove, store),
            open_mentee=lambda line: self.mentee_opened.emit(line.person.mentee_id),
        )
        self._lay_out()

    def open_booking(
        self, line: MeetingLine | None = None, *, like: DueAgain | None = None, mentee_id: UUID | None = None
    ) -> BookingSheet:
        """A new meeting, one that is there, or the next of one that comes back."""
        sheet = BookingSheet(
            self.window(), self._theme, self._texts, self._store,
            meeting=line.meeting if line else None,
            like=like.last if like else None,
            day=max(like.on, self._store.clock.today()) if like else None,
            mentee_id=mentee_id,
        )  # fmt: skip
        sheet.open()
        return sheet

    def open_next(self, request: BookingRequest) -> None:
        """The form of the next meeting like one that was; nothing where that is gone."""
        line = self._line_of(request.last_id)
        if line is not None:
            day = request.day or self._store.clock.today()
            self.open_booking(like=DueAgain(line.meeting, line.person, day))

    def meeting_mode_request(self) -> MeetingModeRequest:
        """F8: a meeting of today whose row has the focus, or the only one that goes on; nobody is guessed."""
        at, today = QApplication.focusWidget() or self, self._store.clock.today()
        here = [row.line for row in self.rows.values() if row.isAncestorOf(at) and row.line.meeting.event_date == today]
        found = here or [one for one in self._lines if one.phase is Phase.NOW]
        if len(found) != 1:
            return MeetingModeRequest()
        return MeetingModeRequest(found[0].person.mentee_id, found[0].meeting.id)

    def open_draft(self, form: str) -> None:
        """What a form is about may be gone: then nothing opens."""
        name, _, key = form.partition(":")
        acts = {"meetings.change": self._acts.change, "meetings.move": self._acts.move,
                "meetings.call_off": self._acts.call_off}  # fmt: skip
        if name == "meetings.booking":
            self.open_booking()
        elif name == "meetings.check_in":
            self._freshen()
            for one in self._check_ins:
                if str(one.contact.id) == key:
                    self.open_check_in(one)
        elif name in acts and (line := self._line_of(UUID(key))) is not None:
            acts[name](line)

    def _line_of(self, meeting_id: UUID) -> MeetingLine | None:
        """Also of one that is too long ago to be shown; None where it is gone."""
        with self._store.read() as session:
            try:
                return meeting_line(session, meeting_id)
            except NotFoundError:
                return None

    def hide_names(self) -> None:
        self._set_names(False)

    def refresh(self) -> None:
        here = QApplication.focusWidget()
        name = here.objectName() if here is not None and self.isAncestorOf(here) else ""
        scrolled = self._area.verticalScrollBar().value()
        with self._store.read() as session:
            self._lines = list_meeting_lines(session, None if self._all_earlier else _EARLIER_SHOWN)
            self._earlier = count_earlier(session)
            self._due = list_due_again(session)
            self._check_ins = list_check_in_lines(session)
        self._fill()
        self._area.verticalScrollBar().setValue(scrolled)
        if name:
            found = next((w for card in self._cards for w in card.findChildren(QWidget, name)), None)
            if found is not None:
                found.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focus_first()

    def focus_first(self) -> None:
        """What comes next with the first meeting, or what the empty screen offers."""
        if self.rows:
            next(iter(self.rows.values())).button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._empty is not None:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self._head, self._area]

    def showEvent(self, event: QShowEvent) -> None:
        """What was ahead goes on by now, and what went on is to be written up, without anything having changed."""
        now = self._store.clock.now().astimezone()
        self._stale = self._stale or any(phase_of(one.meeting, now) is not one.phase for one in self._lines)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._whole.setContentsMargins(margin, 12, 0, 0)
        self._head_line.setContentsMargins(0, 0, margin, 0)
        self._column.setContentsMargins(0, 0, margin, 16)
        self._stack()

    def _lay_out(self) -> None:
        self._empty: EmptyState | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        self._head = self._make_head()
        self._whole.addWidget(self._head)
        self._area, inside = scrolled()
        self._whole.addWidget(self._area, 1)
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self._cards: list[Card] = []

    def _make_head(self) -> QWidget:
        whole = QWidget()
        self._head_line = QHBoxLayout(whole)
        self._head_line.setSpacing(10)
        self._head_line.addWidget(Text(self._theme, self._texts("meeting.title"), Role.TITLE))
        self._head_line.addStretch(1)
        self._names = Button(self._theme, self._texts("today.show_names"), "eyeoff", checkable=True)
        self._names.toggled.connect(self._set_names)
        self._head_line.addWidget(self._names)
        self.new_button = Button(self._theme, self._texts("meeting.book"), "plus", kind=Kind.PRIMARY)
        self.new_button.clicked.connect(lambda: self.open_booking())
        self._head_line.addWidget(self.new_button)
        return whole

    def _fill(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self.rows = [], {}
        naming = Naming(self._names_shown, shared_names(one.person for one in self._lines))
        today = self._store.clock.today()
        self._empty = None
        if not any(one.phase is not Phase.EARLIER for one in self._lines) and not self._due:
            self._cards.append(self._make_empty())
        self.new_button.setVisible(self._empty is None)
        for phase in _ORDER:
            lines = [one for one in self._lines if one.phase is phase]
            if phase is Phase.EARLIER:
                lines.reverse()
                if self._due:
                    self._cards.append(due_card(self._theme, self._texts, self._due, naming, today, self._book_next))
                if self._check_ins:
                    self._cards.append(
                        check_ins_card(
                            self._theme,
                            self._texts,
                            self._check_ins,
                            naming,
                            today,
                            self.open_check_in,
                            partial(hold, self._store),
                            self.print_wanted.emit,
                        )
                    )
            if lines:
                self._cards.append(self._card(phase, lines, naming, today))
        for at, card in enumerate(self._cards):
            self._column.insertWidget(at, card)
        in_tab_order(self.new_button, self._cards)
        self._stack()

    def _card(self, phase: Phase, lines: list[MeetingLine], naming: Naming, today: date) -> Card:
        texts = self._texts
        count = self._earlier if phase is Phase.EARLIER else len(lines)
        card = Card(self._theme, texts(f"meeting.group_{phase.value}"), _ICONS[phase],
                    right=texts("meeting.count", count=count))  # fmt: skip
        for line in lines:
            row = MeetingRow(self._theme, texts, line, naming, self._acts, today)
            self.rows[line.meeting.id] = row
            card.add_row(row)
        left = count - len(lines)
        if left > 0:
            more = Button(self._theme, texts("meeting.show_more", count=left), "down", kind=Kind.QUIET, size=Size.ROW)
            more.clicked.connect(self._show_all)
            line_of = QHBoxLayout()
            line_of.addWidget(more)
            line_of.addStretch(1)
            card.add(line_of, above=4, below=8)
        return card

    def _book_next(self, one: DueAgain) -> None:
        self.open_booking(like=one)

    def _make_empty(self) -> Card:
        texts = self._texts
        self._empty = EmptyState(
            self._theme, texts("meeting.empty"), texts("meeting.empty_then"), texts("meeting.book"), act_icon="plus"
        )
        self._empty.act_wanted.connect(lambda: self.open_booking())
        card = Card(self._theme)
        card.add(self._empty, above=24, below=24)
        return card

    def _show_all(self) -> None:
        self._all_earlier = True
        self.mark_stale()

    def _set_names(self, shown: bool) -> None:
        if shown == self._names_shown:
            return
        self._names_shown = shown
        self._names.setChecked(shown)
        self._names.set_text(self._texts("today.names_shown" if shown else "today.show_names"))
        self._names.set_icon("eye" if shown else "eyeoff")
        self.mark_stale()

    def _prepare(self, line: MeetingLine) -> None:
        self.wizard_wanted.emit(WizardRequest(line.person.mentee_id, line.meeting.id))

    def _write_up(self, line: MeetingLine) -> None:
        self.write_up_wanted.emit(WriteUpRequest(line.person.mentee_id, line.meeting.id))

    def open_check_in(self, line: CheckInLine) -> None:
        """How often to talk with a caseworker."""
        CheckInSheet(self.window(), self._theme, self._texts, self._store, line).open()

    def _stack(self) -> None:
        narrow = width_class(self) is Width.NARROW
        for row in self.rows.values():
            row.set_stacked(narrow)
