"""The screen that may be shown: it has the window to itself, with a rail of its own that leads nowhere else."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.plans import CommitmentState
from mentorapp.language.dates import time_of_day
from mentorapp.language.names import genitive
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import set_commitment_state
from mentorapp.store.decisions import add_decision
from mentorapp.store.meetings import add_invitee, get_meeting
from mentorapp.store.mentees import get_mentee
from mentorapp.store.store import Change, Store
from ui.actions import cap
from ui.requests import MeetingModeRequest
from ui.theme import Role, Theme
from ui.widgets.oral_sheet import OralCase, OralSheet
from ui.widgets.rail import Place, Rail
from ui.widgets.screen import Screen
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .agenda_page import Acts, AgendaPage
from .band import Band
from .beside import Beside
from .lines_page import LinesPage
from .note_sheet import NoteSheet
from .own_page import OwnPage
from .reading import Shown, list_aliases, read_shown

_PAGES = ("agenda", "page", "lines")
_ICONS = {"agenda": "form", "page": "stairs", "lines": "chart"}


class MeetingMode(Screen):
    """`leave_wanted` and `lock_wanted` are asked for on its rail."""

    leave_wanted = Signal()
    lock_wanted = Signal()

    keys_alone = frozenset(
        {"note", "lock", "meeting_mode", "next_tab", "previous_tab", "next_region", "previous_region", "undo", "redo",
         "larger", "smaller", "normal_size"}
    )  # fmt: skip
    undoes = frozenset({"decision_added", "decision_dropped", "unexpected_added", "unexpected_asked"})
    shows = frozenset(
        {"mentee", "enrolment", "level_entry", "level", "programme", "plan", "goal", "step", "commitment", "session",
         "mentor_profile", "meeting", "meeting_invitee", "agenda_item", "contact", "organisation",
         "scale_response", "scale_mark", "milestone"}
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._request = MeetingModeRequest()
        self.shown: Shown | None = None
        self._at = "page"
        self.band = Band(theme, texts)
        self.rail = self._make_rail()
        self.title = Text(theme, "", Role.TITLE)
        self.beside = Beside(theme, texts)
        self.beside.chosen.connect(self._on_chosen)
        self.own = OwnPage(theme, texts)
        acts = Acts(self._decide, self._drop, self._turned_up, self.ask_oral)
        self.agenda = AgendaPage(theme, texts, store, acts)
        self.lines = LinesPage(theme, texts)
        self._lay_out()

    def open(self, request: MeetingModeRequest) -> None:
        """A meeting begins with its agenda; somebody without one with their own page."""
        self.forget()
        self._request = request
        self._stale = False
        self.refresh()
        self._go("agenda" if self.shown is not None and self.shown.meeting_id else "page")

    def forget(self) -> None:
        """Nothing of anybody stays behind; what was begun is a draft."""
        self.agenda.line.put_away()
        self.agenda.turned_up.put_away()
        self.beside.clear()
        self._request, self.shown = MeetingModeRequest(), None
        self.band.saved.setText("")

    def refresh(self) -> None:
        mentee_id = self._request.mentee_id
        if mentee_id is None:
            with self._store.read() as session:
                self.beside.show_aliases(list_aliases(session))
            self._pages.setCurrentWidget(self._areas["beside"])
        else:
            with self._store.read() as session:
                self.shown = read_shown(session, mentee_id, self._request.meeting_id, self._texts)
            self.own.show_person(self.shown)
            self.lines.show_person(self.shown)
            if self.shown.meeting_id is not None:
                self.agenda.show_meeting(self.shown)
        self._suit_rail()

    def note_change(self, change: Change) -> None:
        super().note_change(change)
        if self.isVisible():
            at = time_of_day(self._texts, self._store.clock.now().astimezone().time())
            self.band.saved.setText(self._texts("window.saved", time=at))

    def focus_first(self) -> None:
        if self.shown is None:
            first = next(iter(self.beside.buttons.values()), None)
            (first or self.rail.main).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._at == "agenda":
            self.agenda.line.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._areas[self._at].setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.rail, self._pages]

    def next_tab(self) -> None:
        self._turn(1)

    def previous_tab(self) -> None:
        self._turn(-1)

    def open_note(self) -> None:
        """Ctrl+N: a note that both may see. Nobody chosen yet has none."""
        if self.shown is not None:
            shown = self.shown
            sheet = NoteSheet(self.window(), self._theme, self._texts, self._store, shown.mentee_id, shown.name)
            sheet.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_chosen(self, mentee_id: UUID) -> None:
        self.open(MeetingModeRequest(mentee_id))
        self.focus_first()

    def _go(self, key: str) -> None:
        if self.shown is None:
            self.title.setText("")
            return
        self._at = key
        titles = {"page": self._texts("meeting_mode.title", name=genitive(self._texts, self.shown.name))}
        self.title.setText(titles.get(key) or self._texts(f"meeting_mode.{key}"))
        self._pages.setCurrentWidget(self._areas[key])
        self.rail.set_current(key)

    def _turn(self, step: int) -> None:
        open_ones = self._open_pages()
        if self._at in open_ones:
            self._on_rail(open_ones[(open_ones.index(self._at) + step) % len(open_ones)])

    def _open_pages(self) -> list[str]:
        if self.shown is None:
            return []
        return [key for key in _PAGES if key != "agenda" or self.shown.meeting_id is not None]

    def _on_rail(self, key: str) -> None:
        if key == "meeting_mode":
            self.leave_wanted.emit()
        elif key == "lock":
            self.lock_wanted.emit()
        elif key == "note":
            self.open_note()
        else:
            self._go(key)
            self.focus_first()

    def _suit_rail(self) -> None:
        shown = self._open_pages()
        for key in _PAGES:
            self.rail.button(key).setVisible(key in shown)
        self.rail.main.setVisible(bool(shown))
        self.title.setVisible(bool(shown))

    def _decide(self, new: NewDecision) -> None:
        assert self.shown is not None
        with self._store.write("decision_added") as session:
            add_decision(session, self.shown.mentee_id, new, self.shown.meeting_id)

    def _drop(self, decision_id: UUID) -> None:
        with self._store.write("decision_dropped") as session:
            set_commitment_state(session, decision_id, CommitmentState.DROPPED)

    def _turned_up(self, name: str, place: str) -> None:
        assert self.shown is not None
        assert self.shown.meeting_id is not None
        with self._store.write("unexpected_added") as session:
            add_invitee(session, self.shown.meeting_id, name=name, role=place, ad_hoc=True)

    def ask_oral(self, invitee_id: UUID) -> None:
        """Whoever turned up is asked about: what the mentee says yes to is written down at once (F 23)."""
        assert self.shown is not None
        assert self.shown.meeting_id is not None
        with self._store.read() as session:
            mentee, meeting = get_mentee(session, self.shown.mentee_id), get_meeting(session, self.shown.meeting_id)
        invitee = next((one for one in meeting.outside if one.id == invitee_id), None)
        if invitee is not None:
            case = OralCase("meeting", mentee, meeting, invitee)
            OralSheet(self.window(), self._theme, self._texts, self._store, case).open()

    def _make_rail(self) -> Rail:
        texts = self._texts
        places = tuple(Place(key, texts(f"meeting_mode.{key}"), _ICONS[key]) for key in _PAGES)
        foot = (
            Place("meeting_mode", texts("meeting_mode.leave"), "screen", cap(texts, "meeting_mode")),
            Place("lock", texts("window.lock"), "lock", cap(texts, "lock")),
        )
        main = Place("note", texts("window.note"), "plus", cap(texts, "note"))
        rail = Rail(self._theme, texts("window.name"), main, places, foot)
        rail.chosen.connect(self._on_rail)
        return rail

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.band)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.rail)
        self._right = QVBoxLayout()
        self._right.setSpacing(10)
        self._right.addWidget(self.title)
        self._pages = QStackedWidget()
        parts = {"beside": self.beside, "agenda": self.agenda, "page": self.own, "lines": self.lines}
        self._areas = {key: self._area(key, part) for key, part in parts.items()}
        for area in self._areas.values():
            self._pages.addWidget(area)
        self._right.addWidget(self._pages, 1)
        line.addLayout(self._right, 1)
        whole.addLayout(line, 1)

    def _area(self, key: str, part: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self._texts(f"meeting_mode.{key}"))
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 14, 16)
        column.addWidget(part)
        area.setWidget(inside)
        return area

    def _fit(self) -> None:
        margin = page_margin(self)
        self._right.setContentsMargins(margin, 12, max(0, margin - 14), 0)
        self.rail.set_words(width_class(self) is Width.WIDE)
