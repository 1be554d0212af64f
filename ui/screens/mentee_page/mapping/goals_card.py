"""The goals there are, and the place to drop a need or a dream that is to become one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.plans import Goal
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.painted import Painted, rounded, smooth
from ui.widgets.step_pips import StepPips
from ui.widgets.text import Text

from ..reading import Person
from ..words import own_words
from .need import need_of


class _DropPlace(Painted):
    """A dotted frame with one sentence; filled while something hangs over it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme)
        self.over = False
        text = Text(theme, words, Role.SMALL, tone="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(text)

    def set_over(self, over: bool) -> None:
        self.over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill = self.theme.colour("soft") if self.over else None
        edge = self.theme.colour("primary" if self.over else "edge")
        rounded(smooth(self), self.rect(), 8, fill, edge, 1.3, dashed=True)


class GoalsCard(Card):
    """Signals `dropped(object)` with a Need, and `plan_wanted`."""

    dropped = Signal(object)
    plan_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("mapping.goals"), "tree")
        self._texts = texts
        self._shown: tuple[object, ...] | None = None
        self.setAcceptDrops(True)
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(SIDE, 0, SIDE, 4)
        self._column.setSpacing(6)
        self.body.addWidget(self._box)
        self.place = _DropPlace(theme, texts("mapping.drop_here"))
        self.add(self.place, above=2, below=8)
        self.to_plan = Button(theme, texts("mapping.to_plan"), "right", kind=Kind.QUIET, size=Size.ROW)
        self.to_plan.clicked.connect(self.plan_wanted)
        line = QHBoxLayout()
        line.setContentsMargins(SIDE - 13, 0, SIDE, 8)
        line.addWidget(self.to_plan)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_person(self, person: Person) -> None:
        plan = person.plan
        goals = (*plan.main_goals, *plan.active_goals) if plan else ()
        shown = tuple((goal.wording, goal.level, goal.steps_done, len(goal.steps)) for goal in goals)
        self._box.setVisible(bool(goals))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for goal in goals:
            self._column.addWidget(self._line(goal, plan is not None and goal in plan.main_goals))

    def _line(self, goal: Goal, is_main: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        words = own_words(self._texts, goal.wording) if is_main else goal.wording
        column.addWidget(Text(self.theme, words, bold=is_main, wrap=True))
        if goal.steps:
            column.addWidget(StepPips(self.theme, self._texts, goal.steps_done, len(goal.steps)))
        return row

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if need_of(event.mimeData()) is not None:
            self.place.set_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.place.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.place.set_over(False)
        need = need_of(event.mimeData())
        if need is not None:
            event.acceptProposedAction()
            self.dropped.emit(need)
