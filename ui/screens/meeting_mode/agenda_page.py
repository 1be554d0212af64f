"""The agenda of the meeting, who is here, and what is decided: each decision is stored as soon as it is said."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.meetings import AgendaItem, MeetingInvitee
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.decision_line import DecisionLine
from ui.widgets.decision_rows import DecisionRows
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text

from .reading import Shown
from .turned_up import TurnedUp


@dataclass(frozen=True, slots=True)
class Acts:
    """Each is one step, stored at once."""

    decide: Callable[[NewDecision], None]
    drop: Callable[[UUID], None]
    turned_up: Callable[[str, str], None]
    said_yes: Callable[[UUID], None]


class AgendaPage(QWidget):
    """`changed` tells that something below moved."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: Store, acts: Acts) -> None:
        super().__init__()
        self._theme, self._texts, self._acts = theme, texts, acts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._decided = Card(theme, texts("meeting_mode.decisions"), "hand")
        self.rows = DecisionRows(theme, texts)
        self.rows.dropped.connect(acts.drop)
        self._decided.body.addWidget(self.rows)
        self.line = DecisionLine(theme, texts, store, acts.decide)
        self._decided.add(self.line, above=10, below=14)
        self._agenda = Card(theme, texts("meeting_mode.agenda"), "form")
        self._items = Rows(theme)
        self._agenda.body.addWidget(self._items)
        self._here = Card(theme, texts("meeting_mode.here"), "people")
        self._people = Rows(theme)
        self._here.body.addWidget(self._people)
        self.turned_up = TurnedUp(theme, texts, store, acts.turned_up)
        self._here.add(self.turned_up, above=6, below=10)
        for card in (self._decided, self._agenda, self._here):
            column.addWidget(card)
        column.addStretch(1)

    def show_meeting(self, shown: Shown) -> None:
        assert shown.meeting_id is not None
        self._items.fill([self._item(place, one) for place, one in enumerate(shown.agenda, 1)])
        self.rows.show_decisions(shown.decisions, shown.names, shown.today)
        self.line.turn_to(shown.mentee_id, shown.meeting_id, shown.parties)
        self.turned_up.turn_to(shown.mentee_id, shown.meeting_id)
        self._people.fill([self._known(shown.name), self._known(shown.mentor), *map(self._party, shown.outside)])

    def _item(self, place: int, item: AgendaItem) -> QWidget:
        title = item.title or self._texts(f"papers.agenda_{item.code}")
        minutes = self._texts("meeting_mode.minutes", count=item.minutes) if item.minutes else ""
        row = Row(self._theme, title, " · ".join(part for part in (item.owner, minutes) if part), lead=str(place))
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return row

    def _known(self, name: str) -> QWidget:
        row = Row(self._theme, name)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return row

    def _party(self, one: MeetingInvitee) -> QWidget:
        """Who only turned up is to be asked about first; what it is about is nobody's business here."""
        place = one.organisation.name if one.organisation else one.role
        if not one.ad_hoc or one.told_mentee:
            row = Row(self._theme, one.name, place)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            return row
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(16, 8, 16, 8)
        words = QVBoxLayout()
        words.addWidget(Text(self._theme, one.name, bold=True, wrap=True))
        words.addWidget(Text(self._theme, self._texts("meeting_mode.ask_first"), Role.SMALL, tone="ink2", wrap=True))
        line.addLayout(words, 1)
        asked = Button(self._theme, self._texts("meeting_mode.asked"), "check", kind=Kind.QUIET, size=Size.ROW)
        asked.setObjectName(f"asked {one.id}")
        asked.clicked.connect(partial(self._on_asked, one.id))
        line.addWidget(asked)
        return whole

    def _on_asked(self, invitee_id: UUID, _checked: bool = False) -> None:
        self._acts.said_yes(invitee_id)
