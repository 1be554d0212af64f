"""The five stages of Supported Employment with their dates; several may go on at once (W2)."""

from PySide6.QtCore import Signal

from mentorapp.domain.phases import stage_phases
from mentorapp.domain.workplace_support import SeStage, StageEntry, stages_now
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.phase_row import PhaseRow
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text

from ..reading import Person
from ..words import DOT
from .reading import Work
from .words import stage_line


class StagesCard(Card):
    """Signals: `wanted(StageEntry)` for its form, `begin_wanted(SeStage | None)`, `end_wanted(StageEntry)`."""

    wanted = Signal(object)
    begin_wanted = Signal(object)
    end_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("work.stages"))
        self._texts = texts
        self._shown: object = None
        self._next: SeStage | None = None
        self._over_count = 0
        self._stages: tuple[StageEntry, ...] = ()
        self.new = Button(theme, texts("work.stage_begin"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: self.begin_wanted.emit(self._next))
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.empty = Text(theme, texts("work.stages_empty"), tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.phases = PhaseRow(theme, texts)
        self.phases.phase_activated.connect(lambda code: self._on_phase(SeStage(code)))
        self._phases_box = inset(self, self.phases, above=4, below=8)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self.earlier = Button(theme, " ", "history", kind=Kind.QUIET, size=Size.ROW, checkable=True)
        self.earlier.toggled.connect(lambda _on: self._show_over())
        self._earlier_box = inset(self, self.earlier, left=6, above=2, below=6)
        self.over = Rows(theme)
        self.body.addWidget(self.over)

    def show_work(self, person: Person, work: Work) -> None:
        shown = (person.today, person.enrolment, work.stages, tuple(work.tasks_left.items()))
        if shown == self._shown:
            return
        self._shown = shown
        self._stages = work.stages
        begun = {one.stage for one in work.stages}
        self._next = next((stage for stage in SeStage if stage not in begun), None)
        enrolment = person.enrolment
        self.setVisible(enrolment is not None)
        self.new.setVisible(enrolment is not None and enrolment.started_on is not None)
        self._empty_box.setVisible(not work.stages)
        self.phases.set_phases(stage_phases(stages_now(work.stages, person.today)))
        self._phases_box.setVisible(bool(work.stages))
        newest_first = sorted(work.stages, key=lambda one: one.from_date, reverse=True)
        self.listed.fill([self._row(person, work, one) for one in newest_first if one.to_date is None])
        over = [one for one in newest_first if one.to_date is not None]
        self.over.fill([self._row(person, work, one) for one in over])
        self._over_count = len(over)
        self._show_over()

    def _show_over(self) -> None:
        """What has been folds away: the chevrons tell of it."""
        shown = self.earlier.isChecked()
        key = "work.stages_fold" if shown else "work.stages_earlier"
        self.earlier.set_text(self._texts(key, count=self._over_count))
        self._earlier_box.setVisible(self._over_count > 0)
        self.over.setVisible(shown and self._over_count > 0)

    def _on_phase(self, stage: SeStage) -> None:
        """The newest stretch of the stage; one that has not been begun is begun."""
        entries = [one for one in self._stages if one.stage is stage]
        if entries:
            self.wanted.emit(max(entries, key=lambda one: one.from_date))
        else:
            self.begin_wanted.emit(stage)

    def _row(self, person: Person, work: Work, one: StageEntry) -> Row:
        texts, name = self._texts, self._texts(f"codes.se_stage_{one.stage.value}")
        goes_on = one.to_date is None
        left = work.tasks_left[one.stage] if goes_on else 0
        parts = [stage_line(texts, one, person.today), texts("work.tasks_left", count=left) if left else ""]
        edit = Button(self.theme, texts("around.change"), size=Size.ROW, name=texts("around.change_name", name=name))
        edit.setObjectName(f"{one.id}:change")
        edit.clicked.connect(lambda: self.wanted.emit(one))
        row = Row(self.theme, name, DOT.join(part for part in parts if part), action=edit)
        if goes_on:
            end = Button(self.theme, texts("work.stage_done"), "check", size=Size.ROW, kind=Kind.QUIET,
                         name=texts("work.stage_done_name", name=name))  # fmt: skip
            end.setObjectName(f"{one.id}:end")
            end.clicked.connect(lambda: self.end_wanted.emit(one))
            row.add_right(end)
        row.opened.connect(lambda: self.wanted.emit(one))
        return row
