"""Goals that were reached, changed or dropped, folded under one line until somebody wants to see them."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.plans import Goal
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.text import Text

from .reading import Person
from .words import DOT


class EarlierGoals(QWidget):
    """`take_up` makes a goal of the current plan active again."""

    def __init__(self, theme: Theme, texts: Texts, take_up: Callable[[UUID], None]) -> None:
        super().__init__()
        self._theme, self._texts, self._take_up = theme, texts, take_up
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.fold = Button(theme, texts("plan.earlier_goals", count=0), "right", kind=Kind.QUIET, checkable=True)
        self.fold.toggled.connect(self._on_fold)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.card = Card(theme)
        self.card.hide()
        column.addWidget(self.card)

    def show_person(self, person: Person) -> None:
        goals = person.earlier_goals
        self.setVisible(bool(goals))
        self.fold.set_text(self._texts("plan.earlier_goals", count=len(goals)))
        self.card.clear()
        current = person.plan.id if person.plan else None
        for goal in goals:
            self.card.add_row(self._row(goal, goal.plan_id == current))

    def _row(self, goal: Goal, in_current_plan: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(SIDE, 8, SIDE, 8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self._theme, goal.wording, bold=True, wrap=True))
        parts = [self._texts(f"codes.goal_state_{goal.state.value}")]
        if goal.state_on is not None:
            parts.append(full_date(self._texts, goal.state_on))
        if goal.steps:
            parts.append(self._texts("plan.of_steps", done=goal.steps_done, count=len(goal.steps)))
        words.addWidget(Text(self._theme, DOT.join(parts), Role.SMALL, tone="ink2"))
        line.addLayout(words, 1)
        if in_current_plan:
            again = Button(self._theme, self._texts("plan.goal_again"), "undo", kind=Kind.QUIET, size=Size.ROW)
            again.clicked.connect(lambda: self._take_up(goal.id))
            line.addWidget(again)
        return row

    def _on_fold(self, open_now: bool) -> None:
        self.fold.set_icon("down" if open_now else "right")
        self.card.setVisible(open_now)
