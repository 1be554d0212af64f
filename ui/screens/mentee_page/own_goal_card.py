"""The goal in the mentee's own words, with how many steps are done; the way to the plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.plans import steps_of
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.flow import FlowLayout
from ui.widgets.step_pips import StepPips
from ui.widgets.text import Text

from .reading import Person
from .words import genitive, own_words, pronoun_key


class OwnGoalCard(Card):
    """Signal `plan_wanted`."""

    plan_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, tone="soft")
        self._texts = texts
        self._label = Text(theme, "", Role.SMALL, tone="primary", bold=True)
        self._words = Text(theme, "", Role.WORDS, wrap=True)
        self._pips = StepPips(theme, texts, large=True)
        self._count = Text(theme, "", Role.SMALL)
        self.to_plan = Button(theme, "", "right", kind=Kind.QUIET, size=Size.ROW, name=texts("mentee.to_plan"))
        self.to_plan.clicked.connect(self.plan_wanted)
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 12, 0, 14)
        column.setSpacing(5)
        column.addWidget(self._label)
        column.addWidget(self._words)
        self._steps = QWidget()
        steps = FlowLayout(self._steps, gap=14)
        steps.addWidget(self._pips)
        steps.addWidget(self._count)
        column.addWidget(self._steps)
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 8, 0)
        whole.addLayout(column, 1)
        whole.addWidget(self.to_plan)
        self.body.addLayout(whole)

    def show_person(self, person: Person) -> None:
        texts = self._texts
        goal = person.plan.main_goal if person.plan else None
        label = texts("mentee.own_goal", name=genitive(texts, person.name))
        asked = texts(f"plan.main_goal_asked_{pronoun_key(person.mentee)}", name=person.name)
        words = own_words(texts, goal.wording) if goal else asked
        done, count = steps_of(person.plan.active_goals) if person.plan else (0, 0)
        self._label.setText(label)
        self._words.setText(words)
        self._pips.set_steps(done, count)
        self._steps.setVisible(count > 0)
        self._count.setText(texts("plan.of_steps", done=done, count=count) if count else "")
        self.setAccessibleName(f"{label}: {words}")
