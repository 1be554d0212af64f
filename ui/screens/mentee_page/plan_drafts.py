"""The forms of the tab Plan by their names, so that one that was begun can be gone on with; what is gone is left."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from mentorapp.domain.plans import GoalLevel

from .goal_card import GoalCard

if TYPE_CHECKING:
    from .plan import PlanTab


def open_plan_draft(tab: "PlanTab", form: str) -> None:
    thing, _, key = form.partition(":")
    plan = tab.person.plan if tab.person is not None else None
    is_this_plan = plan is not None and str(plan.id) == key
    if thing == "plan.new_goal":
        tab.open_new_goal()
    elif thing == "plan.new_main_goal":
        tab.open_new_goal(GoalLevel.MAIN)
    elif thing == "plan.main_goal":
        tab.main_goal.go_on()
    elif thing == "plan.promise" and key:
        tab.promises.open_change(UUID(key))
    elif thing == "plan.promise":
        tab.promises.open_form()
    elif thing == "plan.promise_day":
        row = next((row for row in tab.promises.promise_rows() if row.promise_id == key), None)
        if row is not None:
            row.open_day()
    elif thing == "plan.facts" and is_this_plan:
        tab.facts.edit()
    elif thing == "plan.review" and is_this_plan:
        tab.open_review()
    else:
        _open_sheet(tab, thing, key)
        _open_in_goal((*tab.goal_cards(), *tab.goals.main_cards()), thing, key)


def _open_sheet(tab: "PlanTab", thing: str, key: str) -> None:
    goals = tab.person.plan.goals if tab.person is not None and tab.person.plan is not None else ()
    goal = next((goal for goal in goals if str(goal.id) == key), None)
    open_it = {"goal_rating": tab.open_rating, "goal_state": tab.open_became}.get(thing.partition(".")[2])
    if goal is not None and open_it is not None:
        open_it(goal)


def _open_in_goal(cards: tuple[GoalCard, ...], thing: str, key: str) -> None:
    for card in cards:
        if str(card.goal.id) == key and thing == "plan.goal":
            card.edit()
        elif str(card.goal.id) == key and thing == "plan.new_step":
            card.steps.adding.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif thing == "plan.step":
            row = next((row for row in card.steps.rows() if str(row.step.id) == key), None)
            if row is not None:
                card.steps.edit(row.step.id)
