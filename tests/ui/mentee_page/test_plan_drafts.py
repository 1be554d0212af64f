"""What is begun in the plan is kept, belongs to its person and its place, and is opened again from its name."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mentorapp.store.drafts import keep_draft, list_drafts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.store import Store
from ui.requests import DraftRequest
from ui.screens.mentee_page.plan import PlanTab

K = Qt.Key
Press = Callable[..., None]


@pytest.fixture
def plan(look: Any) -> PlanTab:
    look.page.choose_tab("plan")
    tab = look.page.tab("plan")
    assert isinstance(tab, PlanTab)
    return tab


def drafts(store: Store) -> dict[str, dict[str, object]]:
    with store.read() as session:
        return {draft.form: dict(draft.content) for draft in list_drafts(session)}


def other_person(store: Store) -> Any:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Love")


def test_each_place_of_the_plan_keeps_what_is_begun_under_its_own_name(
    plan: PlanTab, look: Any, press: Press, qtbot: QtBot
) -> None:
    card = plan.goal_cards()[0]
    step = card.steps.rows()[0].step
    card.steps.edit(step.id)
    press("Prova kassan", K.Key_Escape)
    assert drafts(look.store)[f"plan.step:{step.id}"]["step"] == "Prova kassan"
    card.steps.adding.line.setFocus()
    press("ringa")
    qtbot.waitUntil(lambda: f"plan.new_step:{card.goal.id}" in drafts(look.store))
    card.edit()
    press("Bli barista", K.Key_Escape)
    plan.open_new_goal()
    press("Få körkort", K.Key_Escape)
    plan.main_goal.edit()
    press("Ett eget liv", K.Key_Escape)
    plan.promises.open_form()
    press("Ring Siv", K.Key_Escape)
    review = plan.open_review()
    review.part.box.setFocus()
    press("Farah skrev själv", K.Key_Escape)
    plan_id = look.plan().id
    assert set(drafts(look.store)) == {
        f"plan.step:{step.id}",
        f"plan.new_step:{card.goal.id}",
        f"plan.goal:{card.goal.id}",
        "plan.new_goal",
        "plan.main_goal",
        "plan.promise",
        f"plan.review:{plan_id}",
    }


def test_a_draft_is_opened_by_its_name_with_what_was_written(plan: PlanTab, look: Any) -> None:
    card = plan.goal_cards()[0]
    step = card.steps.rows()[0].step
    names = {
        f"plan.step:{step.id}": "step",
        f"plan.goal:{card.goal.id}": "wording",
        "plan.new_goal": "wording",
        "plan.main_goal": "wording",
        "plan.promise": "what",
        f"plan.facts:{look.plan().id}": "made_with",
    }
    with look.store.write("draft_kept") as session:
        for form, field in names.items():
            keep_draft(session, form, look.who.mentee, {field: f"begun in {form}"})
    for form in names:
        look.page.open_item(DraftRequest(look.who.mentee, form))
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        assert line.text() == f"begun in {form}"


@pytest.mark.parametrize("thing", ["step", "goal", "new_step", "facts", "review", "promise_day", "later"])
def test_a_draft_of_what_is_gone_opens_nothing(plan: PlanTab, look: Any, thing: str) -> None:
    before = QApplication.focusWidget()
    plan.open_draft(f"plan.{thing}:{look.who.mentee}")
    assert QApplication.focusWidget() is before


def test_saving_takes_the_draft_with_it(plan: PlanTab, look: Any, press: Press, qtbot: QtBot) -> None:
    card = plan.goal_cards()[0]
    card.steps.adding.line.setFocus()
    press("ringa")
    qtbot.waitUntil(lambda: bool(drafts(look.store)))
    press(K.Key_Return)
    assert drafts(look.store) == {}
    assert card.steps.adding.line.text() == ""
    press("skriva")
    qtbot.waitUntil(lambda: bool(drafts(look.store)))
    press(K.Key_Escape)
    assert drafts(look.store) == {}
    form = plan.promises.open_form()
    press("Ring Siv")
    qtbot.waitUntil(lambda: bool(drafts(look.store)))
    form.who.pill("mentor").click()
    form.keep()
    assert drafts(look.store) == {}
    plan.main_goal.edit()
    press("Ett eget liv")
    qtbot.waitUntil(lambda: bool(drafts(look.store)))
    press(K.Key_Return)
    assert drafts(look.store) == {}
    plan.main_goal.edit()
    press("Något annat")
    plan.main_goal.leave.click()
    assert drafts(look.store) == {}
    assert look.plan().main_goal.wording == "Ett eget liv"


def test_what_is_begun_about_one_person_never_stands_in_the_next_ones_plan(
    plan: PlanTab, look: Any, press: Press
) -> None:
    other = other_person(look.store)
    plan.main_goal.edit()
    press("Farahs ord")
    plan.promises.open_form()
    press("Ring Siv")
    plan.open_new_goal()
    press("Farahs mål")
    plan.facts.edit()
    press("Farah och tolk")
    look.page.open(other)
    look.page.choose_tab("plan")
    lines = [line.text() for line in look.page.findChildren(QLineEdit) if line.isVisible()]
    assert not {"Farahs ord", "Ring Siv", "Farahs mål", "Farah och tolk"} & set(lines)
    with look.store.read() as session:
        kept = list_drafts(session)
    assert {draft.mentee_id for draft in kept} == {look.who.mentee}
    assert {draft.form for draft in kept} == {"plan.main_goal", "plan.promise", "plan.new_goal"}
    assert look.plan().made_with == "Farah och tolk"
    look.page.open(look.who.mentee)
    plan.open_draft("plan.main_goal")
    assert plan.main_goal.field.text() == "Farahs ord"


def test_the_day_of_a_promise_is_kept_while_it_is_typed(plan: PlanTab, look: Any, press: Press, qtbot: QtBot) -> None:
    row = plan.promises.promise_rows()[0]
    row.open_day()
    press("31 nov")
    qtbot.waitUntil(lambda: drafts(look.store) == {f"plan.promise_day:{row.promise_id}": {"by": "31 nov"}})
    day = row.open_day()
    day.line.selectAll()
    press("5 december", K.Key_Return)
    assert drafts(look.store) == {}
    assert look.store.undo_label == "commitment_moved"
