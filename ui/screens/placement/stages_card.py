"""The stages of Supported Employment as chevrons, and what is left to do in those that go on (W2)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.phases import stage_phases
from mentorapp.domain.routines import ItemState, RoutineEntry
from mentorapp.domain.workplace_support import SeStage, StageState, stages_now
from mentorapp.language.dates import day_said
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.phase_row import PhaseRow
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .reading import View


class StagesCard(Card):
    """Signal `stage_wanted(SeStage)`: a click, Enter or Space on a chevron."""

    stage_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self.setAccessibleName(texts("placement.stages"))
        self.row = PhaseRow(theme, texts)
        self.row.phase_activated.connect(lambda code: self.stage_wanted.emit(SeStage(code)))
        self.add(self.row, above=10, below=10)

    def show_view(self, view: View) -> None:
        phases = stage_phases(stages_now(view.stages, view.today))
        if phases != self.row.phases():
            self.row.set_phases(phases)


class TasksCard(Card):
    """Signal `ticked(RoutineEntry, bool)`. Hidden while no stage goes on."""

    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("placement.tasks_now"))
        self._texts = texts
        self._shown: object = None
        self.set_right("")
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self.boxes: list[TickBox] = []

    def show_view(self, view: View) -> None:
        here = [one.stage for one in stages_now(view.stages, view.today) if one.state is StageState.CURRENT]
        shown = (here, view.tasks, view.today)
        if shown == self._shown:
            return
        self._shown, self.boxes = shown, []
        entries = {stage: [one for one in view.tasks if one.word.get("stage") == stage.value] for stage in here}
        left = sum(one.state is ItemState.OPEN for found in entries.values() for one in found)
        self.set_right(self._texts("placement.tasks_left", count=left) if left else self._texts("placement.tasks_done"))
        self.listed.fill([self._stage(stage, found, view) for stage, found in entries.items() if found])
        self.setVisible(any(entries.values()))

    def _stage(self, stage: SeStage, entries: list[RoutineEntry], view: View) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(SIDE, 4, SIDE, 8)
        column.setSpacing(2)
        column.addWidget(Text(self.theme, self._texts(f"codes.se_stage_{stage.value}"), Role.CAPTION, tone="ink2"))
        for entry in entries:
            column.addWidget(self._box(entry, view))
        return part

    def _box(self, entry: RoutineEntry, view: View) -> TickBox:
        second = ""
        if entry.state is not ItemState.OPEN:
            day = day_said(self._texts, entry.state_on, view.today) if entry.state_on else ""
            second = f"{self._texts(f'codes.item_state_{entry.state.value}')} {day}".strip()
        box = TickBox(self.theme, entry.word.name(self._texts.language), second)
        box.setObjectName(f"{entry.word.code}:box")
        box.setChecked(entry.state is ItemState.DONE)
        box.clicked.connect(lambda on: self.ticked.emit(entry, on))
        self.boxes.append(box)
        return box
