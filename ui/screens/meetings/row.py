"""One meeting as a row: when, whose and what, the light of everybody from outside, the papers, and the next act."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.meetings import MeetingStatus, Phase
from mentorapp.language.naming import Naming
from mentorapp.language.texts import Texts
from mentorapp.store.meeting_state import MeetingLine
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.chip import Chip
from ui.widgets.consent_light import LIGHT_OF, ConsentLight
from ui.widgets.flow import FlowLayout
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.row import Row
from ui.widgets.tile import Tile

from .words import DOT, PAPERS, details, kind_words, light_words, standing_words, when_lead

_LEAD = 84
_INDENT = 150


@dataclass(frozen=True, slots=True)
class MeetingActs:
    """What a row can ask for; each is given the line."""

    prepare: Callable[[MeetingLine], object]
    write_up: Callable[[MeetingLine], object]
    change: Callable[[MeetingLine], object]
    move: Callable[[MeetingLine], object]
    call_off: Callable[[MeetingLine], object]
    take_back: Callable[[MeetingLine], object]
    remove: Callable[[MeetingLine], object]
    open_mentee: Callable[[MeetingLine], object]


class MeetingRow(QWidget):
    """Enter or the button does what comes next: prepares what is ahead, writes up what has been."""

    def __init__(
        self, theme: Theme, texts: Texts, line: MeetingLine, naming: Naming, acts: MeetingActs, today: date
    ) -> None:
        super().__init__()
        self.theme, self.texts, self.line, self.acts = theme, texts, line, acts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        who = naming.of(line.person)
        shown = naming.shown and not line.person.protected
        self.button = self._button(who)
        second = DOT.join(part for part in (standing_words(texts, line, today), details(texts, line, shown)) if part)
        lead, at = when_lead(texts, line.meeting, today)
        self.row = Row(
            theme, f"{who}{DOT}{kind_words(texts, line.meeting)}", second, lead=lead, lead_second=at, lead_width=_LEAD,
            tile=Tile(theme, "meeting", Family.HEATHER), action=self.button,
        )  # fmt: skip
        self.row.opened.connect(self._next)
        if line.phase in (Phase.AHEAD, Phase.NOW):
            words, (icon, family) = texts(f"meeting.papers_{line.papers.value}"), PAPERS[line.papers]
            self.row.add_right(Chip(theme, words, icon, family, description=texts("meeting.papers", state=words)))
        self.more = MoreButton(theme, texts("meeting.more", who=who), self.menu_acts)
        self.more.setObjectName(f"more:{line.meeting.id}")
        self.row.add_right(self.more)
        self.row.menu_wanted.connect(self.more.open_menu)
        column.addWidget(self.row)
        if line.parties:
            column.addWidget(self._lights())

    def set_stacked(self, stacked: bool) -> None:
        self.row.set_stacked(stacked)

    def menu_acts(self) -> list[Act]:
        """What else can be done with it, by where it stands."""
        acts, line, texts = self.acts, self.line, self.texts
        every: list[tuple[str, Callable[[MeetingLine], object], bool]] = [
            ("change", acts.change, True),
            ("move", acts.move, line.meeting.status is not MeetingStatus.HELD),
            ("call_off", acts.call_off, line.meeting.status is MeetingStatus.PLANNED),
            ("take_back", acts.take_back, line.meeting.status is MeetingStatus.CANCELLED),
            ("open_mentee", acts.open_mentee, True),
            ("remove", acts.remove, True),
        ]
        return [(texts(f"meeting.{key}"), partial(do, line)) for key, do, fits in every if fits]

    def _button(self, who: str) -> Button:
        key, icon = self._act()
        words = self.texts(f"meeting.{key}")
        pressing = self.line.phase in (Phase.NOW, Phase.TO_WRITE)
        button = Button(
            self.theme, words, icon, kind=Kind.PRIMARY if pressing else Kind.NORMAL, size=Size.ROW,
            name=f"{words}: {who}",
        )  # fmt: skip
        button.setObjectName(f"act:{self.line.meeting.id}")
        button.clicked.connect(self._next)
        return button

    def _act(self) -> tuple[str, str]:
        if self.line.phase is Phase.TO_WRITE:
            return "write_up", "pencil"
        return ("open", "right") if self.line.phase is Phase.EARLIER else ("prepare", "meeting")

    def _next(self) -> None:
        line, acts = self.line, self.acts
        if line.meeting.status is MeetingStatus.CANCELLED:
            acts.change(line)
        elif line.phase in (Phase.TO_WRITE, Phase.EARLIER):
            acts.write_up(line)
        else:
            acts.prepare(line)

    def _lights(self) -> QWidget:
        whole, inside = QWidget(), QWidget()
        around = QHBoxLayout(whole)
        around.setContentsMargins(self.theme.px(_INDENT) if self.theme.text_percent <= 125 else 16, 0, 16, 10)
        around.addWidget(inside)
        flow = FlowLayout(inside, 18)
        for party in self.line.parties:
            place = party.invitee.organisation
            name = party.invitee.name if place is None else f"{party.invitee.name}, {place.name}"
            light = ConsentLight(self.theme, LIGHT_OF[party.standing], light_words(self.texts, party.light), name)
            light.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            flow.addWidget(light)
        return whole
