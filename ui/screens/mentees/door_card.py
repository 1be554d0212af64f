"""At the door, in figures: outreach, interest, thinking time, noes and why, and who is to be erased. Nobody is named
in a no; those to be erased are, until they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.intake import IntakeCounts, OutreachEffort
from mentorapp.domain.lists import Word, WordList
from mentorapp.language import Texts
from mentorapp.language.dates import short_date
from mentorapp.store.erasure import ToErase, list_to_erase
from mentorapp.store.outreach import intake_counts, list_outreach_efforts
from mentorapp.store.word_lists import list_words
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text

_EFFORTS = 4


@dataclass(frozen=True, slots=True)
class Door:
    """The counts of all time, the latest rounds of outreach, and who waits to be erased, the nearest first."""

    counts: IntakeCounts
    efforts: tuple[OutreachEffort, ...]
    to_erase: tuple[ToErase, ...]
    reasons: tuple[Word, ...]


def read_door(session: Session) -> Door:
    return Door(
        counts=intake_counts(session),
        efforts=list_outreach_efforts(session)[:_EFFORTS],
        to_erase=list_to_erase(session),
        reasons=list_words(session, WordList.DECLINE_REASON, all_=True),
    )


class DoorCard(Card):
    """Signals `outreach_wanted(str)` with the key of a round, or empty for a new one, and `opened(UUID)`."""

    outreach_wanted = Signal(str)
    opened = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("mentees.door"), "chart")
        self._texts = texts
        self._shown: Door | None = None
        self.buttons: list[Button] = []
        self.add_round = Button(theme, texts("mentees.outreach_add"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.add_round.clicked.connect(lambda: self.outreach_wanted.emit(""))
        self.head.addWidget(self.add_round)
        self.head.setContentsMargins(SIDE, 5, 8, 2)

    def show_door(self, door: Door) -> None:
        if door == self._shown:
            return
        self._shown = door
        self.clear()
        self.buttons = []
        inside = QWidget()
        lines = QFormLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(6)
        lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, words in self._figures(door):
            lines.addRow(Text(self.theme, name, Role.SMALL, tone="ink2"), Text(self.theme, words, wrap=True))
        if door.efforts:
            rounds = self._flow([(self._round(one), partial(self._on_round, one.id.hex)) for one in door.efforts])
            lines.addRow(Text(self.theme, self._texts("mentees.outreach_rounds"), Role.SMALL, tone="ink2"), rounds)
        if door.to_erase:
            people = self._flow([(self._erased(one), partial(self._on_person, one)) for one in door.to_erase])
            lines.addRow(Text(self.theme, self._texts("mentees.to_erase"), Role.SMALL, tone="ink2"), people)
        self.add(inside)

    def _figures(self, door: Door) -> list[tuple[str, str]]:
        texts, counts = self._texts, door.counts
        enrolled = texts("mentees.door_enrolled", count=counts.came_by_outreach)
        sought = texts("mentees.door_sought", sent=counts.sent, reached=counts.reached, enrolled=enrolled)
        names = {word.code: word.name(texts.language) for word in door.reasons}
        noes = " · ".join(f"{names.get(one.reason, one.reason)} {one.count}" for one in counts.noes)
        return [
            (texts("mentees.door_outreach"), sought if counts.sent else texts("mentees.door_none")),
            (
                texts("mentees.door_waiting"),
                texts("mentees.door_waits", interested=counts.interested, thinking=counts.thinking),
            ),
            (texts("mentees.door_noes", count=counts.declined), noes or texts("mentees.door_none")),
        ]

    def _round(self, effort: OutreachEffort) -> str:
        kind = self._texts(f"codes.outreach_kind_{effort.kind.value}")
        day = short_date(self._texts, effort.event_date)
        return self._texts("mentees.outreach_round", kind=kind, day=day, reached=effort.reached, sent=effort.sent)

    def _erased(self, one: ToErase) -> str:
        return self._texts("mentees.to_erase_one", alias=one.alias, day=short_date(self._texts, one.erase_on))

    def _flow(self, acts: Sequence[tuple[str, partial[None]]]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, 6)
        for words, act in acts:
            button = Button(self.theme, words, size=Size.ROW)
            button.clicked.connect(act)
            flow.addWidget(button)
            self.buttons.append(button)
        return box

    def _on_round(self, key: str, _checked: bool = False) -> None:
        self.outreach_wanted.emit(key)

    def _on_person(self, one: ToErase, _checked: bool = False) -> None:
        self.opened.emit(one.mentee_id)
