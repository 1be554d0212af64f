"""The screen after a meeting, wired: everything is stored at once, and *Klart* says that it is written up."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.meeting_sheets import PROTOCOL
from mentorapp.domain.meetings import next_after
from mentorapp.exchange.addressees import To
from mentorapp.language.dates import day_in_full, time_of_day
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import BookingRequest, PrintRequest, WriteUpRequest
from ui.theme import Family, Role, Theme
from ui.widgets.banner import FaultStrip
from ui.widgets.button import Button, Kind
from ui.widgets.columns import ColumnsTab
from ui.widgets.draft_keeper import keep_all
from ui.widgets.one_line import OneLine
from ui.widgets.oral_sheet import OralCase, OralSheet
from ui.widgets.screen import Screen
from ui.widgets.settle import settle
from ui.widgets.tile import Tile
from ui.widgets.widths import is_low, page_margin

from .acts import AfterActs
from .decisions_card import DecisionsCard
from .foot import Foot
from .next_card import NextCard
from .people_card import PeopleCard
from .points_card import PointsCard
from .reading import AfterView, read_view


class AfterScreen(Screen):
    """`open(WriteUpRequest)`. Signals: `back_wanted`, `print_wanted(PrintRequest)`, `book_wanted(BookingRequest)`."""

    back_wanted = Signal()
    print_wanted = Signal(object)
    book_wanted = Signal(object)

    shows = AfterView.tables

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._request: WriteUpRequest | None = None
        self._view: AfterView | None = None
        acts = AfterActs(store, self._shown)
        self.acts = acts
        self.people = PeopleCard(theme, texts, acts)
        self.decisions = DecisionsCard(theme, texts, acts)
        self.points = PointsCard(theme, texts, acts)
        self.next = NextCard(theme, texts, acts)
        self.strip = FaultStrip(theme)
        self.foot = Foot(theme, texts)
        self._lay_out()
        self._connect()

    def open(self, request: WriteUpRequest) -> None:
        if self._request is None or self._request.meeting_id != request.meeting_id:
            keep_all(self)
            self.decisions.line.put_away()
            self._view = None
        self._request = request
        self.strip.clear()
        self._stale = True
        self._freshen()

    def refresh(self) -> None:
        if self._request is None:
            return
        with self._store.looking(), self._store.read() as session:
            try:
                view = read_view(session, self._request.meeting_id, self._texts)
            except NotFoundError:  # taken away, or the booking undone
                self._request = self._view = None
                self.back_wanted.emit()
                return
        fresh = self._view is None
        self._view = view
        self._title.set_words(self._texts("after.title", name=view.mentee.full_name))
        self._line.set_words(self._said(view))
        if fresh:
            for card in (self.people, self.points, self.next):
                card.turn_to(view)
        for part in (self.decisions, self.points, self.people, self.next):
            part.show_view(view)
        written = view.meeting.written_up_on
        self.foot.words.setText(
            self._texts("after.written_up", day=day_in_full(self._texts, written, view.today)) if written else ""
        )
        settle(self)

    def focus_first(self) -> None:
        """Who was there comes first; when that stands, what was decided."""
        if not self.people.focus_first():
            self.decisions.line.what.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        return [*self._columns.sides(), self.foot]

    def ask_print(self) -> None:
        """Ctrl+P: the protocol, as it stands now."""
        view = self._shown()
        keep_all(self)
        to = To(meeting_id=view.meeting.id)
        self.print_wanted.emit(PrintRequest(view.mentee.id, template=PROTOCOL.code, to=to))

    def finish(self) -> None:
        """Written up. One that is still ahead was not held: that is said, and nothing is changed."""
        keep_all(self)
        try:
            self.acts.finish(self._store.clock.today())
        except InputError as refusal:
            self.strip.show_fault(self._texts.error(refusal), "")
            return
        self.back_wanted.emit()

    def ask_oral(self, invitee_id: UUID) -> None:
        """What the mentee says yes to about somebody who is there."""
        view = self._shown()
        invitee = next((one for one in view.meeting.outside if one.id == invitee_id), None)
        if invitee is not None:
            case = OralCase("after", view.mentee, view.meeting, invitee)
            OralSheet(self.window(), self._theme, self._texts, self._store, case).open()

    def open_draft(self, form: str) -> None:
        place, _, key = form.partition(":")
        thing = place.partition(".")[2]
        if thing == "oral":
            self.ask_oral(UUID(hex=key.partition(".")[2]))
            return
        fields: dict[str, QWidget] = {
            "somebody": self.people.new.line, "decision": self.decisions.line.what.line, "point": self.points.new.line,
            "next": self.next.on.line,
        }  # fmt: skip
        first = self.points.fields[0] if self.points.fields else self.points.new.line
        fields.get(thing, first).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._whole.setContentsMargins(0, 10, 0, 12)
        self._head.setContentsMargins(margin, 0, margin, 0)
        self._foot_line.setContentsMargins(margin, 0, margin, 0)
        low = is_low(self)
        self._line.setVisible(not low)
        self._tile.setVisible(not low)

    def _lay_out(self) -> None:
        self.back = Button(self._theme, "", "left", kind=Kind.QUIET, name=self._texts("wizard.leave"))
        self._title = OneLine(self._theme, Role.TITLE)
        self._line = OneLine(self._theme, Role.SMALL, tone="ink2")
        self._tile = Tile(self._theme, "meeting", Family.OK)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        for part in (self.back, self._tile):
            self._head.addWidget(part)
        self._head.addLayout(words, 1)
        self._columns = ColumnsTab(self._theme, [self.decisions, self.points], [self.people, self.next], side=400)
        self._foot_line = QHBoxLayout()
        self._foot_line.addWidget(self.foot)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(8)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self.strip)
        self._whole.addWidget(self._columns, 1)
        self._whole.addLayout(self._foot_line)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.people.ask_wanted.connect(self.ask_oral)
        self.next.book_wanted.connect(self._book)
        self.foot.print_wanted.connect(self.ask_print)
        self.foot.finish_wanted.connect(self.finish)

    def _book(self) -> None:
        keep_all(self)
        meeting = self._shown().meeting
        day = meeting.next_on or next_after(meeting.event_date, meeting.repeat_days)
        self.book_wanted.emit(BookingRequest(meeting.mentee_id, meeting.id, day))

    def _said(self, view: AfterView) -> str:
        meeting, texts = view.meeting, self._texts
        day = day_in_full(texts, meeting.event_date, view.today)
        at = time_of_day(texts, meeting.start_time) if meeting.start_time else ""
        when = " ".join(part for part in (day, at) if part)
        return " · ".join((texts(f"meeting.kind_{meeting.kind.value}"), when))

    def _shown(self) -> AfterView:
        assert self._view is not None
        return self._view
