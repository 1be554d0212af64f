"""The working screens of an open store, built once and wired to the frame round them. Loaded after the first paint."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.reminder_sheet import REMINDER
from mentorapp.store.opening import OpenStore
from mentorapp.store.programmes import list_programmes
from mentorapp.store.settings import get_settings
from mentorapp.store.store import Change
from ui.building import Building
from ui.frame import Frame
from ui.keeping import Keeping
from ui.kit import Kit
from ui.meeting_mode import MeetingModeSwitch
from ui.meeting_rooms import (
    MEETING_DRAFTS,
    add_meeting_screens,
    at_any_meeting,
    book_next,
    open_meeting_draft,
)
from ui.mentee_room import open_page, open_session
from ui.requests import (
    DraftRequest,
    MeetingModeRequest,
    NoteRequest,
    PlacementRequest,
    PrintRequest,
    WizardRequest,
    WriteUpRequest,
)
from ui.screens.contacts_register import ContactsRegister
from ui.screens.figures import FiguresScreen
from ui.screens.groups import GroupsScreen
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.tab_list import TABS
from ui.screens.mentees import NEW_MENTEE, MenteesScreen
from ui.screens.placement import PlacementScreen
from ui.screens.preview import PrintPreview
from ui.screens.quick_note import QuickNote
from ui.screens.settings import SettingsScreen
from ui.screens.today import TodayScreen
from ui.screens.workplaces import WorkplacesScreen
from ui.widgets.draft_keeper import keep_all
from ui.widgets.screen import Screen

# Built while nobody waits, in the order in which they are likely to be wanted.
_PAPER_OF_DRAFT = {"preview.certificate": "P16", "preview.request": "P10", "preview.handover": "P11",
                   "preview.supervision": "P24"}  # fmt: skip
"""Which paper a form beside it belongs to."""

_WITH_DRAFTS = frozenset({"register", "groups", "workplaces", "meetings"})
_LATER = ("mentees", "mentee", "preview", "settings")


def has_programme(opened: OpenStore) -> bool:
    with opened.store.read() as session:
        return bool(list_programmes(session))


class Rooms(QObject):
    """What is in the window while a store is open. What a screen asks for goes through here to another screen."""

    lock_wanted = Signal()
    language_chosen = Signal(str)
    sample_wanted = Signal()

    def __init__(self, kit: Kit, opened: OpenStore, *, looking: bool) -> None:
        super().__init__(kit.window)
        self.kit = kit
        self.store = store = opened.store
        self.texts, self.theme = kit.texts, kit.theme
        self._opened, self._looking = opened, looking
        self.frame = Frame(store, self.texts, self.theme)
        self.mode = MeetingModeSwitch(self, kit)
        self._add_screens()
        self._connect_frame()
        self._minutes = self._read_minutes()
        self._unsubscribe = store.on_change(self._on_change)
        screens = (partial(self.frame.build, key) for key in _LATER)
        tabs = (lambda name=name: self.page.tab(name) for name in TABS)
        self.building = Building([lambda: self.note, *screens, *tabs], self)
        self.keeping = Keeping(kit.window, self.frame, self.texts, self._write_all)

    @cached_property
    def today(self) -> TodayScreen:
        today = TodayScreen(self.store, self.texts, self.theme)
        today.mentee_opened.connect(partial(self.frame.go, "mentee"))
        today.place_wanted.connect(partial(open_page, self))
        today.placement_wanted.connect(partial(self.frame.go, "placement"))
        today.note_wanted.connect(self.open_note)
        today.wizard_wanted.connect(partial(self.frame.go, "wizard"))
        today.write_up_wanted.connect(partial(self.frame.go, "meeting_after"))
        today.booking_wanted.connect(partial(book_next, self))
        today.print_wanted.connect(self.open_preview)
        today.draft_wanted.connect(self.open_draft)
        today.new_mentee_wanted.connect(partial(self.open_draft, DraftRequest(None, NEW_MENTEE)))
        today.recovery_wanted.connect(self.show_sheet)
        return today

    @cached_property
    def mentees(self) -> MenteesScreen:
        mentees = MenteesScreen(self.store, self.texts, self.theme)
        mentees.mentee_opened.connect(partial(self.frame.go, "mentee"))
        mentees.note_wanted.connect(self.open_note)
        mentees.print_wanted.connect(self.open_preview)
        mentees.groups_wanted.connect(partial(self.frame.go, "groups"))
        mentees.figures_wanted.connect(partial(self.frame.go, "figures"))
        return mentees

    @cached_property
    def page(self) -> MenteePage:
        page = MenteePage(self.store, self.texts, self.theme)
        page.back_wanted.connect(partial(self.frame.go, "mentees"))
        page.note_wanted.connect(self.open_note)
        page.print_wanted.connect(self.open_preview)
        page.place_wanted.connect(self.frame.go)
        page.placement_wanted.connect(partial(self.frame.go, "placement"))
        page.meeting_wanted.connect(partial(at_any_meeting, self))
        return page

    @cached_property
    def groups(self) -> GroupsScreen:
        groups = GroupsScreen(self.store, self.texts, self.theme)
        groups.back_wanted.connect(partial(self.frame.go, "mentees"))
        return groups

    @cached_property
    def preview(self) -> PrintPreview:
        preview = PrintPreview(self.store, self.texts, self.theme, self.kit.tasks, self.kit.parts)
        preview.closed.connect(self.frame.back)
        preview.page_wanted.connect(partial(open_page, self))
        return preview

    @cached_property
    def settings(self) -> SettingsScreen:
        settings = SettingsScreen(self.store, self.texts, self.theme, self._opened, self.kit, looking=self._looking)
        settings.language_chosen.connect(self.language_chosen)
        settings.sample_wanted.connect(self.sample_wanted)
        settings.print_wanted.connect(self.open_preview)
        return settings

    @cached_property
    def note(self) -> QuickNote:
        note = QuickNote(self.store, self.texts, self.theme, self.frame)
        note.closed.connect(partial(self.frame.set_form_over, False))
        note.asked.connect(self.frame.telling.say)
        return note

    def show(self, at: str) -> None:
        self.kit.window.show_page(self.frame)
        self.frame.go(at)
        self.building.start()

    def lock_minutes(self) -> int:
        return self._minutes

    def _write_all(self) -> None:
        """What the screens that were built hold; WorldFault when the world does not take it."""
        built = self.__dict__
        if "page" in built:
            self.page.write_all()
        kept = [built[name].keep_draft() for name in ("note", "mentees") if name in built]
        if not all(kept):
            raise WorldFault("draft_not_kept")
        keep_all(self.kit.window)

    def close(self) -> None:
        self.building.stop()
        self.keeping.stop()
        self._unsubscribe()
        self.frame.let_go()
        self.theme.drawn.clear()
        self.deleteLater()

    def show_sheet(self) -> None:
        """The recovery sheet is still to be proved: to the page where that is done."""
        self.settings.show_page("security")
        self.frame.go("settings")
        self.settings.security.sheet.passphrase.line.setFocus()

    def _add_screens(self) -> None:
        frame = self.frame
        frame.add_screen("today", lambda: self.today)
        frame.add_screen("mentees", lambda: self.mentees)
        frame.add_screen("mentee", lambda: self.page, lambda who: self.page.open(cast("UUID", who)), rail="mentees")
        frame.add_screen(
            "preview", lambda: self.preview, lambda what: self.preview.open(cast("PrintRequest", what)), rail="mentees"
        )
        frame.add_screen("register", lambda: _register(self.frame), rail="mentees")
        add_meeting_screens(self)
        frame.add_screen("groups", lambda: self.groups, rail="mentees")
        frame.add_screen("figures", lambda: _figures(self.frame), rail="mentees")
        frame.add_screen("placement", lambda: _placement(self), partial(_open_placement, frame), rail="workplaces")
        frame.add_screen("workplaces", lambda: WorkplacesScreen(self.store, self.texts, self.theme))
        frame.add_screen("settings", lambda: self.settings)
        frame.add_screen(
            "meeting_mode", lambda: self.mode.screen, lambda who: self.mode.screen.open(cast("MeetingModeRequest", who))
        )
        frame.assemble()

    def _connect_frame(self) -> None:
        frame = self.frame
        frame.lock_wanted.connect(self.lock_wanted)
        frame.note_wanted.connect(self._note_for_whom_is_shown)
        frame.print_wanted.connect(self._print_whom_is_shown)
        frame.filter_wanted.connect(self._filter)
        frame.meeting_mode_wanted.connect(self.mode.toggle)
        frame.text_size_chosen.connect(self._on_text_size)

    def _on_text_size(self, percent: int) -> None:
        if self.mode.is_on:
            self.mode.set_size(percent)
            return
        self.kit.preferences.change(text_percent=percent)
        self.theme.set_text_percent(percent)

    def open_note(self, request: NoteRequest) -> None:
        self.frame.set_form_over(True)
        self.note.open(request)

    def open_draft(self, request: DraftRequest) -> None:
        """To where the form is, and on with it."""
        place = request.form.partition(".")[0]
        if place == "today":
            self.frame.go("today")
            self.today.open_begun(request)
        elif place == "placement":
            _open_placement_draft(self, request)
        elif place == "meeting":
            self.mode.open_draft(request)
        elif place in MEETING_DRAFTS:
            open_meeting_draft(self, request)
        elif place == "preview":
            template = _PAPER_OF_DRAFT.get(request.form, REMINDER.code)
            self.open_preview(PrintRequest(request.mentee_id, template=template))
        elif request.mentee_id is not None:
            self.frame.go("mentee", request.mentee_id)
            self.page.open_item(request)
        elif place == "settings":
            self.frame.go("settings")
            self.settings.open_draft(request.form)
        elif place in _WITH_DRAFTS:
            self.frame.go(place)
            cast("Screen", self.frame.current).open_draft(request.form)
        else:
            self.frame.go("mentees")
            self.mentees.open_draft(request.form)

    def open_preview(self, request: PrintRequest) -> None:
        self.frame.go("preview", request)

    def shown_mentee(self) -> UUID | None:
        here = self.frame.here
        if here is None:
            return None
        shown: dict[str, Callable[[], UUID | None]] = {
            "mentees": lambda: self.mentees.selected_mentee,
            "mentee": lambda: self.page.mentee_id,
            "placement": lambda: here.subject.mentee_id if isinstance(here.subject, PlacementRequest) else None,
            "preview": lambda: here.subject.mentee_id if isinstance(here.subject, PrintRequest) else None,
            "wizard": lambda: here.subject.mentee_id if isinstance(here.subject, WizardRequest) else None,
            "meeting_after": lambda: here.subject.mentee_id if isinstance(here.subject, WriteUpRequest) else None,
        }
        return shown[here.key]() if here.key in shown else None

    def _note_for_whom_is_shown(self) -> None:
        if self.mode.is_on:
            self.mode.screen.open_note()
            return
        self.open_note(NoteRequest(self.shown_mentee()))

    def _print_whom_is_shown(self) -> None:
        """Ctrl+P: a page asks with what is chosen on it; in the list it is the selected person."""
        here = self.frame.here
        if here is None or here.key == "preview":
            return
        ask_print = getattr(self.frame.current, "ask_print", None)
        if callable(ask_print):
            ask_print()
            return
        mentee_id = self.shown_mentee()
        if mentee_id is None:
            self.frame.telling.say(self.texts("window.nobody_to_print"))
        else:
            self.open_preview(PrintRequest(mentee_id))

    def _filter(self) -> None:
        """Ctrl+F is for the list in sight; where there is none, for the list of people."""
        focus_filter = getattr(self.frame.current, "focus_filter", None)
        if not callable(focus_filter):
            self.frame.go("mentees")
            focus_filter = self.mentees.focus_filter
        focus_filter()

    def _on_change(self, change: Change) -> None:
        if "setting" in change.tables:
            self._minutes = self._read_minutes()

    def _read_minutes(self) -> int:
        with self.store.read() as session:
            return get_settings(session).lock_minutes


def _register(frame: Frame) -> ContactsRegister:
    register = ContactsRegister(frame.store, frame.texts, frame.theme)
    register.back_wanted.connect(frame.back)
    return register


def _figures(frame: Frame) -> FiguresScreen:
    figures = FiguresScreen(frame.store, frame.texts, frame.theme)
    figures.back_wanted.connect(partial(frame.go, "mentees"))
    figures.mentee_opened.connect(partial(frame.go, "mentee"))
    return figures


def _placement(rooms: Rooms) -> PlacementScreen:
    screen = PlacementScreen(rooms.store, rooms.texts, rooms.theme)
    screen.back_wanted.connect(rooms.frame.back)
    screen.print_wanted.connect(rooms.open_preview)
    screen.page_wanted.connect(partial(open_page, rooms))
    screen.session_opened.connect(partial(open_session, rooms))
    return screen


def _open_placement(frame: Frame, which: object) -> None:
    cast("PlacementScreen", frame.current).open(cast("PlacementRequest", which))


def _open_placement_draft(rooms: Rooms, request: DraftRequest) -> None:
    """Which placement it is about stands in its name."""
    key = request.form.partition(":")[2].partition(".")[0]
    assert request.mentee_id is not None
    rooms.frame.go("placement", PlacementRequest(request.mentee_id, UUID(hex=key)))
    cast("Screen", rooms.frame.current).open_draft(request.form)
