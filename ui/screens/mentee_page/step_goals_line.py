"""Ready-made goals of the level one stands on (Rutiner, Sociala biten, Arbetskulturen): pressed, one is in the plan."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.plans import GoalState
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.chip import ChipButton, ChipLook
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text

from .reading import Person

Add = Callable[[str, UUID], None]


class StepGoalsLine(QWidget):
    """Offers those that are not in the plan yet; `add(words, level_id)` puts one there."""

    def __init__(self, theme: Theme, texts: Texts, add: Add) -> None:
        super().__init__()
        self._theme, self._texts, self._add = theme, texts, add
        self._shown: tuple[tuple[str, UUID], ...] = ()
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(Text(theme, texts("plan.step_goals"), Role.SMALL, tone="ink2"))
        line.addWidget(self._box, 1)

    def buttons(self) -> list[ChipButton]:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [one for one in widgets if isinstance(one, ChipButton)]

    def show_person(self, person: Person) -> None:
        goals = person.plan.goals if person.plan else ()
        there = {goal.wording.casefold() for goal in goals if goal.state is GoalState.ACTIVE}
        here = [step.level for step in person.stairs if step.state is StepState.HERE]
        offered = tuple(
            (words, level.id) for level in here for words in level.step_goals if words.casefold() not in there
        )
        self.setVisible(bool(offered) and person.enrolment is not None)
        if offered != self._shown:
            self._shown = offered
            self._make()

    def _make(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, level_id in self._shown:
            look = ChipLook(words, "plus", Family.BLUE, description=self._texts("plan.step_goal_add"))
            button = ChipButton(self._theme, look, self._box)
            button.clicked.connect(lambda _checked=False, w=words, key=level_id: self._add(w, key))
            self._flow.addWidget(button)
            button.show()
