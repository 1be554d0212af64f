"""The less of a goal that is not its words: who, until when or which level, under which main goal, and at work too."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.plans import Goal, GoalLevel
from mentorapp.domain.programmes import Level
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.tick_box import TickBox

from .reading import Person


class GoalDetails(QWidget):
    """`goal` None is for a new one; `level` says whether that is a main goal."""

    edited = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, clock: Clock, person: Person, goal: Goal | None, level: GoalLevel
    ) -> None:
        super().__init__()
        self.who = LineField(theme, texts("plan.goal_who"), goal.who if goal else "")
        day = goal.target_date if goal else None
        self.target_date = DateField(theme, texts, clock, texts("plan.goal_target_date"), day, lean=Lean.AHEAD)
        levels = [step.level for step in person.stairs]
        self.target_level = _levels(texts, levels, goal.target_level_id if goal else None)
        self.parent_goal = _mains(person, goal) if level is GoalLevel.SUB else None
        self.at_work = TickBox(theme, texts("plan.goal_workplace_relevant"))
        self.at_work.setChecked(goal.workplace_relevant if goal else False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(12)
        line.addWidget(self.who, 3)
        line.addWidget(self.target_date, 2)
        if levels:
            line.addWidget(Field(theme, texts("plan.goal_target_level"), self.target_level), 2)
        column.addLayout(line)
        if self.parent_goal is not None:
            column.addWidget(Field(theme, texts("plan.goal_parent"), self.parent_goal))
        column.addWidget(self.at_work)

    def add_to(self, drafts: FormDrafts) -> None:
        """The drafts of the form keep these fields too, by their names in the domain."""
        for name, field in self._fields().items():
            drafts.add(name, field)

    def _fields(self) -> dict[str, QWidget]:
        found: dict[str, QWidget] = {
            "who": self.who,
            "target_date": self.target_date,
            "target_level_id": self.target_level,
            "workplace_relevant": self.at_work,
        }
        return found if self.parent_goal is None else {**found, "parent_id": self.parent_goal}

    def values(self) -> dict[str, object]:
        """What is to be stored; the date has been checked by then."""
        found: dict[str, object] = {
            "who": self.who.text().strip(),
            "target_date": self.target_date.day(),
            "target_level_id": _chosen(self.target_level),
            "workplace_relevant": self.at_work.isChecked(),
        }
        return found if self.parent_goal is None else {**found, "parent_id": _chosen(self.parent_goal)}

    def check(self) -> bool:
        return self.target_date.check()


def _levels(texts: Texts, levels: Sequence[Level], chosen: UUID | None) -> QComboBox:
    box = QComboBox()
    box.addItem(texts("plan.goal_no_level"), "")
    for level in levels:
        box.addItem(level.name(texts.language), str(level.id))
    box.setCurrentIndex(max(0, box.findData(str(chosen))))
    return box


def _mains(person: Person, goal: Goal | None) -> QComboBox | None:
    """Only where there are several to choose between; a sub-goal of nobody's stands under the first."""
    mains = person.plan.main_goals if person.plan else ()
    if len(mains) < 2:
        return None
    box = QComboBox()
    for place, main in enumerate(mains):
        box.addItem(main.wording, str(main.id) if place else "")
    box.setCurrentIndex(max(0, box.findData(str(goal.parent_id) if goal else "")))
    return box


def _chosen(box: QComboBox) -> UUID | None:
    data = box.currentData()
    return UUID(data) if data else None
