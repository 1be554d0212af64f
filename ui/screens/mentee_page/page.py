"""The page of one person: head, the card with the staircase, and the tabs."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.language.texts import Texts
from mentorapp.store.store import Change, Store
from mentorapp.store.timeline import (
    ContactItem,
    DamagedItem,
    LevelItem,
    MeetingItem,
    MilestoneItem,
    PauseItem,
    StepItem,
    WorkItem,
)
from ui.requests import DraftRequest, NoteRequest, PlacementRequest, PrintRequest
from ui.theme import Theme
from ui.widgets.draft_keeper import keep_all
from ui.widgets.lane_values import MeetingSign
from ui.widgets.screen import Screen
from ui.widgets.settle import settle
from ui.widgets.widths import Width, is_low, page_margin, width_class

from .built_tabs import BuiltTabs
from .head import PageHead
from .header_card import HeaderCard
from .kept import Kept
from .meeting_way import meeting_way
from .plan import PlanTab
from .reading import Known, Person, as_of_now, read_person
from .sheets import Sheets
from .tab import Tab
from .tab_list import TABS, tab_class
from .tabs import PageTabs
from .work_events import leads_to

OVERVIEW, PLAN, CONTACTS, NETWORK = "overview", "plan", "contacts", "network"


class MenteePage(Screen):
    """`open(mentee_id)` shows somebody; the tab last used for each person is remembered as long as the page lives.

    That is until the lock: unlocking builds a new page.
    """

    back_wanted = Signal()
    note_wanted = Signal(object)
    print_wanted = Signal(object)
    place_wanted = Signal(str)
    placement_wanted = Signal(object)
    meeting_wanted = Signal(object)

    shows = Person.tables

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._mentee: UUID | None = None
        self._person: Person | None = None
        self._known = Known()
        self._kept: Kept[Person] = Kept(store)
        self._tab_of: dict[UUID, str] = {}
        self.sheets = Sheets(self, store, texts, theme)
        self.head = PageHead(theme, texts)
        self.card = HeaderCard(theme, texts)
        words = {name: texts(f"mentee.tab_{name}") for name in TABS}
        self.tabs = PageTabs(theme, texts("mentee.tabs"), words, texts("mentee.tabs_more"))
        self.built = BuiltTabs(self._make_tab, lambda: self.tabs.button)
        self._top = QVBoxLayout()
        self._top.setSpacing(10)
        self._top.addWidget(self.head)
        self._top.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(self.tabs)
        whole.addWidget(self.built, 1)
        self._connect()
        self.built.show_tab(self.tabs.current())

    def _connect(self) -> None:
        self.head.back_wanted.connect(self.back_wanted)
        self.head.details_wanted.connect(self.open_details)
        self.head.print_wanted.connect(self.ask_print)
        self.head.note_wanted.connect(self.ask_note)
        self.card.step_activated.connect(self.sheets.open_level)
        self.card.programme_wanted.connect(self.sheets.open_programme)
        self.card.write_up_wanted.connect(lambda booking: self.note_wanted.emit(NoteRequest(self._mentee, booking)))
        self.card.meeting_wanted.connect(lambda key: self.meeting_wanted.emit(meeting_way(self._store, key)))
        self.card.consents_wanted.connect(lambda: self.choose_tab(NETWORK))
        self.tabs.chosen.connect(self._on_tab)

    def _make_tab(self, name: str) -> Tab:
        tab = tab_class(name)(self._store, self._texts, self._theme)
        tab.note_wanted.connect(self.ask_note)
        tab.print_wanted.connect(self.print_wanted)
        tab.tab_wanted.connect(self.choose_tab)
        tab.opened.connect(self.open_item)
        tab.programme_wanted.connect(self.sheets.open_programme)
        tab.place_wanted.connect(self.place_wanted)
        tab.placement_wanted.connect(self.placement_wanted)
        self.shows |= tab.shows
        return tab

    def tab(self, name: str) -> Tab:
        """The tab of that name, built now if it was not."""
        return self.built.tab(name)

    @property
    def mentee_id(self) -> UUID | None:
        return self._mentee

    def open(self, mentee_id: UUID) -> None:
        """Shows a person, on the tab that was last used for them."""
        if mentee_id != self._mentee:
            self.write_all()
        self._mentee = mentee_id
        self._stale = True
        self.tabs.choose(self._tab_of.get(mentee_id, OVERVIEW))
        self._freshen()

    def regions(self) -> list[QWidget]:
        """What F6 goes between."""
        return [self.head, self.card, self.tabs, *self._tab().sides()]

    def write_all(self) -> None:
        """What is written in fields and not yet stored; called before lock and close, and before somebody else."""
        for tab in self.built:
            tab.write_all()
        keep_all(self)

    def note_change(self, change: Change) -> None:
        """A tab that is out of sight only remembers that it is to be drawn anew."""
        if change.tables & Known.tables:
            self._known.forget()
        self.built.note_tables(change.tables)
        if change.tables & (Person.tables | self._tab().shows):
            self.mark_stale()

    def refresh(self) -> None:
        if self._mentee is None:
            return
        with self._store.looking():
            try:
                self._person = self.sheets.person = self._read(self._mentee)
            except NotFoundError:  # erased, or the adding undone
                self._mentee = self._person = self.sheets.person = None
                self.back_wanted.emit()
                return
            self.card.show_person(self._person)
            self._show_tab(self._person)

    def _read(self, mentee_id: UUID) -> Person:
        """The next meeting depends on the time of day too."""
        today = self._store.clock.today()
        with self._store.read() as session:
            person = self._kept.get((mentee_id, today), lambda: read_person(session, mentee_id, self._known))
            return as_of_now(session, person)

    def focus_first(self) -> None:
        self._tab().focus_first()

    def next_tab(self) -> None:
        self.choose_tab(self.tabs.step(1))

    def previous_tab(self) -> None:
        self.choose_tab(self.tabs.step(-1))

    def choose_tab(self, name: str) -> None:
        self.tabs.choose(name)
        self.focus_first()

    def ask_note(self) -> None:
        if self._mentee is not None:
            self.note_wanted.emit(NoteRequest(self._mentee))

    def ask_print(self) -> None:
        """Ctrl+P: what the tab in sight has chosen to print, otherwise the plan as the mentee needs it."""
        if self._mentee is not None:
            self.print_wanted.emit(self._tab().print_request() or PrintRequest(self._mentee))

    def open_item(self, item: object) -> None:
        """Enter on a row: the note, the step in the plan, the level; or a form that was begun, where its name says."""
        if isinstance(item, UUID):
            self.sheets.open_note(item)
        elif isinstance(item, DraftRequest):
            place = item.form.partition(".")[0]
            if place in TABS:
                self.choose_tab(place)
            (self._tab() if place in TABS else self.sheets).open_draft(item.form)
        elif isinstance(item, ContactItem):
            self.sheets.open_note(item.id)
        elif isinstance(item, PrivateNote):
            self.sheets.open_private(item)
        elif isinstance(item, StepItem):
            self.choose_tab(PLAN)
            plan = self._tab()
            assert isinstance(plan, PlanTab)
            plan.focus_step(item.id)
        elif isinstance(item, LevelItem):
            self.sheets.open_level_number(item.order)
        elif isinstance(item, MilestoneItem):
            self.choose_tab(CONTACTS)
        elif isinstance(item, MeetingItem | MeetingSign):
            key = item.id if isinstance(item, MeetingItem) else item.key
            assert key is not None
            self.meeting_wanted.emit(meeting_way(self._store, key))
        elif isinstance(item, WorkItem) and self._mentee is not None:
            wanted = leads_to(item, self._mentee)
            if isinstance(wanted, PlacementRequest):
                self.placement_wanted.emit(wanted)
            else:
                self.open_item(wanted)
        else:
            assert isinstance(item, DamagedItem | PauseItem)

    def open_details(self) -> QWidget:
        """F2, or the initial."""
        self.choose_tab("details")
        return self._tab()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 where nothing nearer takes it."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.open_details()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_tab(self, name: str) -> None:
        if self._mentee is not None:
            self._tab_of[self._mentee] = name
        self.built.show_tab(name)
        if self._person is not None and not self._stale:
            self._show_tab(self._person)

    def _show_tab(self, person: Person) -> None:
        """Only the tab in sight is drawn."""
        name = self.tabs.current()
        self.head.show_person(person, name != OVERVIEW or is_low(self))
        self.built.hand_on(name, person)
        self._arrange()
        settle(self)

    def _tab(self) -> Tab:
        return self.built.tab(self.tabs.current())

    def _arrange(self) -> None:
        width, margin = width_class(self), page_margin(self)
        self._top.setContentsMargins(margin, 10, margin, 4)
        self.tabs.set_margin(margin)
        self.tabs.set_folded(width is Width.NARROW)
        self.card.setVisible(self.tabs.current() == OVERVIEW)
        self.card.arrange(width, is_low(self))
        self.head.arrange(width)
