"""The municipality's youth duty (KAA): since when, until which birthday, who takes over, and the handover."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.occupation import YouthDuty
from mentorapp.domain.routines import ItemState, RoutineEntry
from mentorapp.language.dates import full_date
from mentorapp.language.relative import in_days
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.field import FaultLine
from ui.widgets.inset import inset
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .dated_lines import DatedLines, Line
from .reading import Details


class DutyCard(Card):
    """Signals `handover_wanted`, and `ticked(str, bool)` with the code of an item; `lines` has its own.

    Of a protected person neither the municipality nor who takes over is said outside the form.
    """

    handover_wanted = Signal()
    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("details.duty"), "cal")
        self._texts = texts
        self._shown: tuple[object, ...] | None = None
        self._is_protected = False
        self.boxes: dict[str, TickBox] = {}
        self.lines = DatedLines(theme, texts, "", texts("details.duty_none"), texts("details.duty_add"))
        self.head.addWidget(self.lines.add)
        self.head.setContentsMargins(SIDE, 5, 8, 2)
        self.ends = Text(theme, "", wrap=True)
        self.receiver = Text(theme, "", Role.SMALL, wrap=True)
        self.missing = FaultLine(theme)
        self.handed = Button(theme, texts("details.duty_hand_over"), "check", kind=Kind.NORMAL, size=Size.ROW)
        self.handed.clicked.connect(self.handover_wanted)
        self.add(self.lines, below=8)
        self._now = QWidget()
        column = QVBoxLayout(self._now)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.ends, self.receiver, self.missing):
            column.addWidget(part)
        column.addWidget(Text(theme, texts("details.duty_handover"), Role.SMALL, bold=True))
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        column.addLayout(self._steps)
        line = QHBoxLayout()
        line.addWidget(self.handed)
        line.addStretch(1)
        column.addLayout(line)
        self._now_box = inset(self, self._now)

    def show_details(self, details: Details) -> None:
        texts, end, duty = self._texts, details.duty_end, details.duty
        self._is_protected = details.person.mentee.is_protected
        self.lines.show_lines([self._line(one, one == duty) for one in details.duties])
        self.lines.add.setVisible(duty is None)
        self._now_box.setVisible(duty is not None)
        if duty is None:
            return
        self.ends.setVisible(end is not None)
        if end is not None:
            key = "details.duty_ends" if end.days >= 0 else "details.duty_ended"
            said = texts(key, day=full_date(texts, end.on), age=details.settings.youth_duty_age)
            left = texts("details.duty_left", when=in_days(texts, end.days)) if end.days >= 0 else ""
            self.ends.setText(f"{said} {left}".strip())
        name = details.receiver_name or duty.receiver_name
        said = texts("details.duty_receiver", name=name) if name else ""
        self.receiver.setText(texts("details.duty_receiver_chosen") if said and self._is_protected else said)
        self.receiver.setVisible(bool(name))
        self.missing.show_sentence(None if name else texts("details.duty_no_receiver"))
        self._show_steps(details.handover)

    def _line(self, duty: YouthDuty, current: bool) -> Line:
        texts = self._texts
        first = full_date(texts, duty.from_date)
        if duty.to_date is None:
            title = texts("details.duty_since", day=first)
        else:
            title = texts("details.from_to", first=first, last=full_date(texts, duty.to_date))
        handed = texts("details.duty_handed", day=full_date(texts, duty.handed_over_on)) if duty.handed_over_on else ""
        place = "" if self._is_protected else duty.municipality
        second = " · ".join(part for part in (place, handed) if part)
        return Line(duty.id.hex, title, second, not current)

    def _show_steps(self, entries: Sequence[RoutineEntry]) -> None:
        """The boxes stay as long as the list does; only the ticks change."""
        shown = tuple((entry.word.code, entry.word.name(self._texts.language)) for entry in entries)
        if shown != self._shown:
            self._shown = shown
            for box in self.boxes.values():
                box.hide()
                box.deleteLater()
            self.boxes = {}
            for code, name in shown:
                box = self.boxes[code] = TickBox(self.theme, name)
                box.clicked.connect(partial(self._on_ticked, code))
                self._steps.addWidget(box)
        for entry in entries:
            done = entry.said is not None and entry.said.state is ItemState.DONE
            day = full_date(self._texts, entry.said.state_on) if done and entry.said and entry.said.state_on else ""
            self.boxes[entry.word.code].set_words(entry.word.name(self._texts.language), day)
            self.boxes[entry.word.code].setChecked(done)

    def _on_ticked(self, code: str, _checked: bool = False) -> None:
        self.ticked.emit(code, self.boxes[code].isChecked())
