"""The screen Idag: head, at most one banner, and the groups in two columns or one."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import SIGNAL, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.reminder_rules import Group as Kind
from mentorapp.language.texts import Texts
from mentorapp.store.attention import ATTENTION_TABLES
from mentorapp.store.commitments import set_commitment_state
from mentorapp.store.snoozes import put_away
from mentorapp.store.store import Change, Store
from ui.requests import DraftRequest, NoteRequest, PageRequest, PlacementRequest
from ui.theme import Role, Theme
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.row import Row
from ui.widgets.screen import Screen
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .columns import Columns
from .fault import fault_group
from .group import Group
from .groups import Groups
from .reading import Reading, draft_keys, read_screen
from .row_maker import Acts
from .rule_groups import RuleGroups
from .snooze import Occasion, SnoozeSheet, occasion_of
from .thrown import Thrown
from .walk import Walk
from .words import heading

_MINUTE_MS = 60_000
_RIGHT = frozenset({"promises", "watch", "dates", "good_things"})
_DRAFTS_ONLY = frozenset({"draft"})


class TodayScreen(Screen):
    """`names_shown` begins as False and falls back to it by `hide_names()` at every lock."""

    mentee_opened = Signal(object)
    place_wanted = Signal(object)
    placement_wanted = Signal(object)
    note_wanted = Signal(object)
    wizard_wanted = Signal(object)
    write_up_wanted = Signal(object)
    booking_wanted = Signal(object)
    draft_wanted = Signal(object)
    new_mentee_wanted = Signal()
    print_wanted = Signal(object)
    recovery_wanted = Signal()

    shows = ATTENTION_TABLES | {
        "level_entry", "level", "plan", "goal", "step", "milestone", "draft", "adaptation", "placement_hours",
        "meeting", "meeting_invitee", "print_log", "consent",
    }  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._names_shown = False
        self._drafts: frozenset[tuple[str, UUID | None]] = frozenset()
        self._groups: tuple[Group, ...] = ()
        self._limits: dict[str, int] = {}
        self._thrown = Thrown(store)
        self._acts = Acts(
            open_mentee=self.mentee_opened.emit,
            open_tab=lambda mentee_id, tab: self.place_wanted.emit(PageRequest(mentee_id, tab)),
            open_placement=lambda mentee_id, key: self.placement_wanted.emit(PlacementRequest(mentee_id, key)),
            write_note=self.note_wanted.emit,
            prepare=self.wizard_wanted.emit,
            write_up=self.write_up_wanted.emit,
            book=self.booking_wanted.emit,
            open_draft=self.draft_wanted.emit,
            throw=self._thrown.throw,
            take_back=self._thrown.take_back,
            tick=self._tick,
            put_away=self._put_away,
            choose_day=self._choose_day,
        )
        self._empty: EmptyState | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(10)
        self._head = self._make_head()
        self._whole.addWidget(self._head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._whole.addWidget(self._area, 1)
        self._area.verticalScrollBar().rangeChanged.connect(self._leave_room)
        self._columns = Columns()
        self._area.setWidget(self._columns)
        self._walk = Walk(texts, self._area)
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(_MINUTE_MS)
        self._clock_timer.timeout.connect(self._on_minute)
        self._clock_timer.start()

    @property
    def names_shown(self) -> bool:
        return self._names_shown

    def hide_names(self) -> None:
        """Back to aliases, as at every lock."""
        self._set_names(False)

    def refresh(self) -> None:
        place, scrolled = self._walk.place(), self._area.verticalScrollBar().value()
        reading = read_screen(self._store)
        self._title.setText(heading(self._texts, reading.day.today))
        self._week.setText(self._texts("today.week", week=reading.day.today.isocalendar().week))
        self._drafts = draft_keys(self._store)
        groups = self._made(reading)
        for group in groups:
            group.unfolded.connect(self._on_unfolded)
            group.menu_wanted.connect(self._walk.show_menu)
        self._groups = groups
        self._empty = None if any(g.key != "good_things" for g in groups) else self._nothing(reading)
        left: list[QWidget] = [g for g in groups if g.key not in _RIGHT]
        if self._empty is not None:
            left.insert(0, self._in_card(self._empty))
        self._columns.fill(self._banner(reading), left, [g for g in groups if g.key in _RIGHT], self._groups)
        self._stack_rows()
        self._walk.watch(groups)
        self._area.verticalScrollBar().setValue(scrolled)
        if place is not None:
            self._walk.return_to(place)

    def focus_first(self) -> None:
        """The first button of the first group, or the one button of the empty screen."""
        stops = self._walk.stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._empty is not None:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._names.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_back(self) -> None:
        """After something lay over the screen: the row where the focus was, or the one that has taken its place."""
        if not self._walk.return_to():
            self.focus_first()

    def regions(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self._head, *self._columns.parts()]

    def note_change(self, change: Change) -> None:
        """A draft changes at every pause of a typing hand: only a new or a finished one is worth drawing anew."""
        if change.tables & self.shows == _DRAFTS_ONLY and draft_keys(self._store) == self._drafts:
            return
        super().note_change(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._whole.setContentsMargins(page_margin(self), 12, 0, 0)
        self._head_right.setContentsMargins(0, 0, page_margin(self), 0)
        self._names.set_icon_only(width_class(self) is Width.NARROW)
        self._columns.arrange(width_class(self), self._groups)
        self._stack_rows()
        self._leave_room()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._thrown.forget():
            self.mark_stale()

    def _stack_rows(self) -> None:
        """In a narrow window the button of a row stands under its words."""
        for group in self._groups:
            for entry in group.entries():
                if isinstance(entry.widget, Row):
                    entry.widget.set_stacked(width_class(self) is Width.NARROW)

    def _leave_room(self) -> None:
        """The cards end below the head's right end, whether there is a scroll bar beside them or not."""
        bar = self._area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self._columns.set_margin(max(2, page_margin(self) - taken))

    def _made(self, reading: Reading) -> tuple[Group, ...]:
        """The groups in the order of reading. A rule that cannot be worked out spoils its own group only."""
        make = Groups(self._theme, self._texts, self._acts, reading, self._names_shown, self._thrown.rows)
        ruled = RuleGroups(self._theme, self._texts, self._acts, reading, self._names_shown)
        makers: dict[str, tuple[Kind, Callable[[], Group | None]]] = {
            "bookings": (Kind.BOOKINGS, make.bookings),
            "to_write_up": (Kind.WRITE_UP, make.to_write_up),
            "silences": (Kind.SILENCE, make.silences),
            "promises": (Kind.PROMISES, make.promises),
            "follow_ups": (Kind.FOLLOW_UPS, ruled.follow_ups),
            "watch": (Kind.WATCH, ruled.watch),
            "dates": (Kind.DATES, ruled.dates),
            "good_things": (Kind.GOOD, make.good_things),
        }
        made: list[Group] = []
        for key, (kind, maker) in makers.items():
            fault = reading.day.faults.get(kind)
            try:
                group = maker() if fault is None else fault_group(self._theme, self._texts, key, fault)
            except Exception as found:  # noqa: BLE001 - shown in its place; its button raises it again
                group = fault_group(self._theme, self._texts, key, found)
            if group is not None:
                if key in self._limits:
                    group.unfold_to(self._limits[key])
                made.append(group)
        return tuple(made)

    def _make_head(self) -> QWidget:
        whole = QWidget()
        head = QHBoxLayout(whole)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(14)
        self._title = Text(self._theme, "", Role.TITLE)
        self._week = Text(self._theme, "", Role.SMALL, tone="ink2")
        head.addWidget(self._title)
        head.addWidget(self._week)
        head.addStretch(1)
        self._names = Button(self._theme, self._texts("today.show_names"), "eyeoff", checkable=True)
        self._names.toggled.connect(self._set_names)
        self._head_right = QHBoxLayout()
        self._head_right.addWidget(self._names)
        head.addLayout(self._head_right)
        return whole

    def _set_names(self, shown: bool) -> None:
        if shown == self._names_shown:
            return
        self._names_shown = shown
        self._names.setChecked(shown)
        self._names.set_text(self._texts("today.names_shown" if shown else "today.show_names"))
        self._names.setToolTip(self._texts("today.names_shown_help") if shown else "")
        self._names.set_icon("eye" if shown else "eyeoff")
        self.mark_stale()

    def _banner(self, reading: Reading) -> Banner | None:
        if reading.sheet_proved or not reading.anybody:
            return None
        # Without a window that answers there is no button: nothing on the screen is dead.
        answered = self.receivers(SIGNAL("recovery_wanted()")) > 0
        act = self._texts("today.banner_sheet_do") if answered else ""
        banner = Banner(self._theme, self._texts("today.banner_sheet"), act, icon="key", tone="amber")
        banner.act_wanted.connect(self.recovery_wanted)
        return banner

    def _nothing(self, reading: Reading) -> EmptyState:
        text = self._texts
        if not reading.anybody:
            empty = EmptyState(
                self._theme, text("today.first"), text("today.first_then"), text("today.new_mentee"), act_icon="plus"
            )
            empty.act_wanted.connect(self.new_mentee_wanted)
            return empty
        empty = EmptyState(
            self._theme, text("today.empty"), text("today.empty_then"), text("today.new_note"), act_icon="plus"
        )
        empty.act_wanted.connect(lambda: self.note_wanted.emit(NoteRequest()))
        return empty

    def _in_card(self, content: QWidget) -> Card:
        card = Card(self._theme)
        card.add(content, above=24, below=24)
        return card

    def _tick(self, commitment_id: UUID, done: bool) -> None:
        label = "commitment_done" if done else "commitment_reopened"
        with self._store.write(label) as session:
            state = CommitmentState.DONE if done else CommitmentState.OPEN
            set_commitment_state(session, commitment_id, state)

    def open_snooze(self, occasion: Occasion) -> SnoozeSheet:
        """A day of one's own, and why."""
        sheet = SnoozeSheet(self.window(), self._theme, self._texts, self._store, occasion)
        sheet.open()
        return sheet

    def open_begun(self, request: DraftRequest) -> None:
        """The sheet that was begun; its occasion stands in the form's name."""
        if request.mentee_id is not None:
            self.open_snooze(occasion_of(request.mentee_id, request.form))

    def _choose_day(self, occasion: Occasion) -> None:
        self.open_snooze(occasion)

    def _put_away(self, occasion: Occasion, until: date | None) -> None:
        label = "reminder_dealt_with" if until is None else "put_away"
        with self._store.write(label) as session:
            put_away(session, occasion.mentee_id, occasion.rule, occasion.subject, until=until)

    def _on_unfolded(self) -> None:
        self._limits = {group.key: group.limit for group in self._groups}
        self._stack_rows()
        self._walk.watch(self._groups)

    def _on_minute(self) -> None:
        """What comes next, and in how long, is told by the clock."""
        if self.isVisible() and self.isEnabled():
            self.refresh()
