"""What can be done to a goal, as its menu says it: change, move, rate, and say what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from mentorapp.domain.lists import Word
from mentorapp.domain.plans import Goal, GoalLevel, GoalState
from mentorapp.language.texts import Texts
from ui.widgets.form_drafts import MakeDrafts

from .goal_details import GoalDetails
from .step_list import StepActs


@dataclass(frozen=True, slots=True)
class GoalActs:
    """What can be done to a goal; each is one step that the user sees, or opens the form for it.

    `areas` and `details` make what the form of a goal is filled with.
    """

    change: Callable[[UUID, dict[str, object]], None]
    set_state: Callable[[UUID, GoalState], None]
    move: Callable[[UUID, int], None]
    rate: Callable[[Goal], object]
    became: Callable[[Goal], object]
    areas: Callable[[], tuple[Word, ...]]
    details: Callable[[Goal | None, GoalLevel], GoalDetails]
    steps: StepActs
    drafts: MakeDrafts


def goal_menu(
    parent: QWidget, texts: Texts, acts: GoalActs, goal: Goal, edit: Callable[[], object], beside: tuple[bool, bool]
) -> QMenu:
    """`beside` says whether there is a goal above it and one below it to change places with."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(texts("plan.goal_edit"), edit)
    if goal.level is GoalLevel.SUB:
        menu.addAction(texts("plan.goal_rate"), partial(acts.rate, goal))
    for way, key, there in ((-1, "plan.step_up", beside[0]), (1, "plan.step_down", beside[1])):
        menu.addAction(texts(key), partial(acts.move, goal.id, way)).setEnabled(there)
    menu.addSeparator()
    for state in (GoalState.REACHED, GoalState.CHANGED, GoalState.DROPPED):
        menu.addAction(texts(f"plan.goal_is_{state.value}"), partial(acts.set_state, goal.id, state))
    menu.addAction(texts("plan.goal_became_on"), partial(acts.became, goal))
    return menu
