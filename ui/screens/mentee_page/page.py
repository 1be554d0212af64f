"""The page of one person: head, the card with the staircase, and the tabs."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.enrolments import LadderStep
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.language.texts import Texts
from mentorapp.store.store import Change, Store
from mentorapp.store.timeline import ContactItem, DamagedItem, LevelItem, StepItem
from ui.requests import NoteRequest, PrintRequest
from ui.theme import Theme
from ui.widgets.overlay import Overlay
from ui.widgets.screen import Screen
from ui.widgets.widths import Width, is_low, page_margin, width_class

from .contacts import ContactsTab
from .details import DetailsSheet
from .head import PageHead
from .header_card import HeaderCard
from .level_form import LevelForm
from .note_reader import NoteReader, PrivateReader
from .overview import OverviewTab
from .plan import PlanTab
from .programme_form import ProgrammeForm
from .reading import Known, Person, read_person
from .tabs import PageTabs

OVERVIEW, PLAN, CONTACTS = 0, 1, 2
_NAMES = ("overview", "plan", "contacts")


class MenteePage(Screen):
    """`open(mentee_id)` shows somebody; the tab last used for each person is remembered as long as the page lives.

    That is until the lock: unlocking builds a new page.
    """

    back_wanted = Signal()
    note_wanted = Signal(object)
    print_wanted = Signal(object)

    shows = frozenset(
        {
            "mentee", "mentee_former_name", "mentee_address", "mentee_municipality", "enrolment", "level_entry",
            "level", "programme", "session", "note_segment", "private_note", "commitment", "plan", "goal", "step",
            "step_undone", "mentor_profile",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._mentee: UUID | None = None
        self._person: Person | None = None
        self._known = Known()
        self._tab_of: dict[UUID, int] = {}
        self.head = PageHead(theme, texts)
        self.card = HeaderCard(theme, texts)
        self.tabs = PageTabs(theme, texts("mentee.tabs"), [texts(f"mentee.tab_{name}") for name in _NAMES])
        self.overview = OverviewTab(store, texts, theme)
        self.plan = PlanTab(store, texts, theme)
        self.contacts = ContactsTab(store, texts, theme)
        self._stack = QStackedWidget()
        for tab in (self.overview, self.plan, self.contacts):
            self._stack.addWidget(tab)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._top = QVBoxLayout()
        self._top.setSpacing(10)
        self._top.addWidget(self.head)
        self._top.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(self.tabs)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.back_wanted.connect(self.back_wanted)
        self.head.details_wanted.connect(self.open_details)
        self.head.print_wanted.connect(self.ask_print)
        self.head.note_wanted.connect(self.ask_note)
        self.card.step_activated.connect(self.open_level)
        self.card.programme_wanted.connect(self.open_programme)
        self.card.write_up_wanted.connect(lambda booking: self.note_wanted.emit(NoteRequest(self._mentee, booking)))
        self.tabs.chosen.connect(self._on_tab)
        self.overview.plan_wanted.connect(lambda: self.choose_tab(PLAN))
        self.overview.note_wanted.connect(self.ask_note)
        self.overview.opened.connect(self.open_item)
        self.plan.print_wanted.connect(self.print_wanted)
        self.plan.programme_wanted.connect(self.open_programme)
        self.contacts.opened.connect(self.open_note)
        self.contacts.note_wanted.connect(self.ask_note)

    @property
    def mentee_id(self) -> UUID | None:
        return self._mentee

    def open(self, mentee_id: UUID) -> None:
        """Shows a person, on the tab that was last used for them."""
        self._mentee = mentee_id
        place = self._tab_of.get(mentee_id, OVERVIEW)
        self.mark_stale()
        if self.tabs.current() != place:
            self.tabs.choose(place)
        self._freshen()

    def regions(self) -> list[QWidget]:
        """What F6 goes between."""
        sides = self._tab().sides()
        return [self.head, self.card, self.tabs, *sides]

    def write_all(self) -> None:
        """What is written in fields and not yet stored; called before lock and close."""
        self.overview.write_all()

    def note_change(self, change: Change) -> None:
        if change.tables & Known.tables:
            self._known.forget()
        super().note_change(change)

    def refresh(self) -> None:
        if self._mentee is None:
            return
        with self._store.read() as session:
            self._person = read_person(session, self._mentee, self._known)
        self.head.show_person(self._person, self.tabs.current() != OVERVIEW or is_low(self))
        self.card.show_person(self._person)
        self._tab().show_person(self._person)
        self._arrange()

    def focus_first(self) -> None:
        self._tab().focus_first()

    def next_tab(self) -> None:
        self.choose_tab(self.tabs.current() + 1)

    def previous_tab(self) -> None:
        self.choose_tab(self.tabs.current() - 1)

    def choose_tab(self, place: int) -> None:
        self.tabs.choose(place)
        self.focus_first()

    def ask_note(self) -> None:
        if self._mentee is not None:
            self.note_wanted.emit(NoteRequest(self._mentee))

    def ask_print(self) -> None:
        """Ctrl+P: the plan in the reading that is chosen on its card."""
        if self._mentee is not None:
            self.print_wanted.emit(self.plan.printing.request() or PrintRequest(self._mentee))

    def open_item(self, item: object) -> None:
        """Enter on a row of the timeline: the note, the step in the plan, or the level."""
        if isinstance(item, ContactItem):
            self.open_note(item.id)
        elif isinstance(item, PrivateNote):
            reader = PrivateReader(self.window(), self._theme, self._texts, item)
            reader.open(reader.close_button)
        elif isinstance(item, StepItem):
            self.choose_tab(PLAN)
            self.plan.focus_step(item.id)
        elif isinstance(item, LevelItem) and self._person is not None:
            step = next((s for s in self._person.stairs if s.level.order == item.order), None)
            if step is not None:
                self.open_level(step)
        else:
            assert isinstance(item, DamagedItem | LevelItem)

    def open_note(self, session_id: UUID) -> NoteReader:
        hidden = self._person.hidden if self._person else frozenset()
        reader = NoteReader(self.window(), self._theme, self._texts, self._store, session_id, hidden)
        reader.open(reader.first_field())
        return reader

    def open_level(self, step: LadderStep) -> Overlay:
        assert self._person is not None
        form = LevelForm(self.window(), self._theme, self._texts, self._store, self._person, step)
        form.open(form.first_field())
        return form

    def open_programme(self) -> Overlay:
        assert self._person is not None
        form = ProgrammeForm(self.window(), self._theme, self._texts, self._store, self._person)
        form.open(form.first_field())
        return form

    def open_details(self) -> DetailsSheet | None:
        """F2, or the initial."""
        if self._person is None:
            return None
        sheet = DetailsSheet(self.window(), self._theme, self._texts, self._store, self._person)
        sheet.open(sheet.first_field())
        return sheet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 where nothing nearer takes it."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.open_details()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_tab(self, place: int) -> None:
        if self._mentee is not None:
            self._tab_of[self._mentee] = place
        self._stack.setCurrentIndex(place)
        if self._person is not None and self._person.mentee.id == self._mentee and not self._stale:
            self._tab().show_person(self._person)
            self.head.show_person(self._person, place != OVERVIEW or is_low(self))
        self._arrange()

    def _tab(self) -> OverviewTab | PlanTab | ContactsTab:
        """The tab in sight: only that is drawn; the others are when they are chosen."""
        return (self.overview, self.plan, self.contacts)[self.tabs.current()]

    def _arrange(self) -> None:
        width, margin = width_class(self), page_margin(self)
        self._top.setContentsMargins(margin, 10, margin, 4)
        self.tabs.set_margin(margin)
        self.tabs.set_folded(width is Width.NARROW)
        self.card.setVisible(self.tabs.current() == OVERVIEW)
        self.card.arrange(width, is_low(self))
        self.head.arrange(width)
