"""The tab Plan, by keyboard, over a real store."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.plans import Agreement, CommitmentState, DoneBy, GoalLevel, GoalState, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import list_commitments
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_plan, change_plan, get_current_plan, list_plans, set_goal_state
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.steps import list_undone
from ui.requests import PrintRequest
from ui.screens.mentee_page.goal_card import GOAL
from ui.screens.mentee_page.goal_sheets import RateSheet, StateSheet
from ui.screens.mentee_page.page import PLAN
from ui.screens.mentee_page.plan import PlanTab
from ui.screens.mentee_page.step_list import StepList
from ui.screens.mentee_page.step_row import STEP, StepRow
from ui.widgets.dragging import mime

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
Press = Callable[..., None]


@pytest.fixture
def plan(look: Any) -> PlanTab:
    look.page.choose_tab(PLAN)
    QApplication.processEvents()
    tab: PlanTab = look.page.tab("plan")
    return tab


def steps_of(tab: PlanTab, goal: int = 0) -> StepList:
    return tab.goal_cards()[goal].steps


def focused_row() -> StepRow:
    row = QApplication.focusWidget()
    assert isinstance(row, StepRow)
    return row


def choose(menu: QMenu, words: str) -> None:
    next(act for act in menu.actions() if act.text() == words).trigger()


def texts_of(look: Any, goal: int = 0) -> list[str]:
    return [step.text for step in look.steps(goal)]


def test_the_first_step_that_is_not_done_has_the_focus(plan: PlanTab) -> None:
    assert focused_row().text() == "Prova kassan"


def test_one_key_ticks_a_step_for_the_mentee_today(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    press(K.Key_Space)
    step = look.steps()[2]
    assert (step.done_on, step.done_by) == (day, DoneBy.MENTEE)
    assert look.store.undo_label == "step_ticked"
    row = focused_row()
    assert row.text() == "Prova kassan"
    assert row.isChecked()
    assert row.right == "25 nov · Farah"


def test_undo_shows_at_once(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Space)
    look.store.undo()
    assert not look.steps()[2].is_done
    assert not focused_row().isChecked()
    assert focused_row().right == "senast 2 dec · Farah och Siv"
    look.store.redo()
    assert focused_row().isChecked()


def test_a_tick_taken_back_is_remembered(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    press(K.Key_Up, K.Key_Space)
    step = look.steps()[1]
    assert not step.is_done
    with look.store.read() as session:
        undone = list_undone(session, step.id)
    assert [(one.was_done_on, one.was_done_by) for one in undone] == [(day - timedelta(days=6), DoneBy.TOGETHER)]
    assert look.store.undo_label == "step_unticked"


def test_pips_and_words_follow_the_ticks(plan: PlanTab, press: Press) -> None:
    card = plan.goal_cards()[0]
    assert card._count.text() == "2 av 4"
    press(K.Key_Space)
    assert card._count.text() == "3 av 4"


def test_after_a_tick_it_can_be_said_who_did_it(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Space)
    chip = steps_of(plan).asking()
    assert chip is not None
    chip.menu_of_names.actions()[1].trigger()
    assert look.steps()[2].done_by is DoneBy.TOGETHER
    assert focused_row().right == "25 nov · Farah och Moa"
    assert steps_of(plan).asking() is None


def test_the_question_who_goes_away_by_itself(plan: PlanTab, press: Press, qtbot: QtBot) -> None:
    press(K.Key_Space)
    chip = steps_of(plan).asking()
    assert chip is not None
    chip._timer.setInterval(1)
    qtbot.waitUntil(lambda: steps_of(plan).asking() is None)
    assert focused_row().beside() is None


def test_somebody_else_is_named_in_the_form(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Space)
    chip = steps_of(plan).asking()
    assert chip is not None
    chip.menu_of_names.actions()[3].trigger()
    press("Siv på caféet", K.Key_Return)
    step = look.steps()[2]
    assert (step.done_by, step.done_by_name) == (DoneBy.OTHER, "Siv på caféet")


def test_three_steps_are_added_by_typing(plan: PlanTab, look: Any, press: Press) -> None:
    steps_of(plan).adding.line.setFocus()
    press("Lära mig språket", K.Key_Return, "Öva på å, ä och ö", K.Key_Return, "Beställa själv", K.Key_Return)
    assert texts_of(look)[-3:] == ["Lära mig språket", "Öva på å, ä och ö", "Beställa själv"]
    assert QApplication.focusWidget() is steps_of(plan).adding.line
    assert [row.text() for row in steps_of(plan).rows()][-1] == "Beställa själv"


def test_a_step_that_is_too_long_is_refused_beside_its_line(plan: PlanTab, look: Any, press: Press) -> None:
    adding = steps_of(plan).adding
    adding.line.setFocus()
    adding.line.setText("x" * 1000)
    press(K.Key_Return)
    assert "200" in adding.fault.sentence()
    assert adding.line.text() == "x" * 1000
    assert len(look.steps()) == 4


@pytest.mark.parametrize("words", ["<b>Fet</b> & co", "مطبخ", "\u202eomvänt", "😀 glad", "a\tb", "1 < 2 > 1"])
def test_hostile_words_are_shown_as_they_stand(plan: PlanTab, look: Any, press: Press, words: str) -> None:
    adding = steps_of(plan).adding
    adding.line.setFocus()
    adding.line.setText(words)
    press(K.Key_Return)
    assert look.steps()[-1].text == " ".join(words.split())
    plan.grab()


def test_control_characters_are_refused(plan: PlanTab, look: Any, press: Press) -> None:
    adding = steps_of(plan).adding
    adding.line.setFocus()
    adding.line.setText("hej\x00där")
    press(K.Key_Return)
    assert len(look.steps()) == 4
    assert adding.fault.sentence()


def test_alt_and_an_arrow_move_a_step_and_the_focus_goes_along(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Down, alt=True)
    assert texts_of(look) == ["Hälsa på Siv", "Hämta kläder", "En hel dag", "Prova kassan"]
    assert focused_row().text() == "Prova kassan"
    press(K.Key_Up, K.Key_Up, alt=True)
    assert texts_of(look) == ["Hälsa på Siv", "Prova kassan", "Hämta kläder", "En hel dag"]


def test_delete_strikes_out_and_undo_brings_back(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Delete)
    assert texts_of(look) == ["Hälsa på Siv", "Hämta kläder", "En hel dag"]
    assert focused_row().text() == "En hel dag"
    look.store.undo()
    assert len(steps_of(plan).rows()) == 4


def test_enter_edits_in_place_and_enter_keeps(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    press(K.Key_Return)
    press("Prova kassan själv", K.Key_Tab)
    press("i morgon", K.Key_Tab)
    press("Farah", K.Key_Tab)
    press("Jag provar kassan.", K.Key_Return)
    step = look.steps()[2]
    assert (step.text, step.due, step.who) == ("Prova kassan själv", day + timedelta(days=1), "Farah")
    assert step.easy_text == "Jag provar kassan."
    assert focused_row().text() == "Prova kassan själv"


def test_escape_leaves_a_step_as_it_was(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_F2)
    press("Något helt annat", K.Key_Escape)
    assert texts_of(look)[2] == "Prova kassan"
    assert focused_row().text() == "Prova kassan"


def test_leaving_the_form_keeps_what_was_written(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Return)
    press("Prova kassan en gång")
    plan.promises.adding.setFocus()
    QApplication.processEvents()
    assert texts_of(look)[2] == "Prova kassan en gång"
    assert steps_of(plan).editor() is None


def test_an_impossible_date_keeps_the_form_open(plan: PlanTab, look: Any, press: Press) -> None:
    press(K.Key_Return, K.Key_Tab)
    press("31 november", K.Key_Return)
    editor = steps_of(plan).editor()
    assert editor is not None
    assert "30" in editor.due.fault()
    assert QApplication.focusWidget() is editor.due.line


def test_a_ticked_step_can_get_another_day(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    press(K.Key_Up, K.Key_Return, K.Key_Tab)
    press("i går", K.Key_Return)
    step = look.steps()[1]
    assert (step.done_on, step.done_by) == (day - timedelta(days=1), DoneBy.TOGETHER)


def test_a_double_click_on_the_words_edits(plan: PlanTab, qtbot: QtBot) -> None:
    row = steps_of(plan).rows()[3]
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert steps_of(plan).editor() is not None


def test_one_click_on_the_box_ticks_and_one_on_the_words_does_not(plan: PlanTab, look: Any, qtbot: QtBot) -> None:
    row = steps_of(plan).rows()[3]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert not look.steps()[3].is_done
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.focus_rect().center())
    assert look.steps()[3].is_done


def test_the_menu_of_a_step_offers_what_the_keys_do(plan: PlanTab, look: Any) -> None:
    row = steps_of(plan).rows()[2]
    acts = steps_of(plan).menu(row).actions()
    assert [act.text() for act in acts] == ["Ändra steget", "Flytta upp", "Flytta ner", "Stryk steget"]
    acts[1].trigger()
    assert texts_of(look)[1] == "Prova kassan"


def test_arrows_walk_through_the_goals(plan: PlanTab, press: Press) -> None:
    steps_of(plan, 1).focus_row(steps_of(plan, 1).rows()[0])
    press(K.Key_Up)
    assert focused_row().text() == "En hel dag"
    press(K.Key_Down)
    assert QApplication.focusWidget() is steps_of(plan).adding.line


def test_each_goal_is_one_tab_stop_of_steps(plan: PlanTab) -> None:
    for goal in (0, 1):
        stops = [r for r in steps_of(plan, goal).rows() if r.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1


def test_the_main_goal_is_changed_where_it_stands(plan: PlanTab, look: Any, press: Press) -> None:
    plan.main_goal.change.click()
    press("Jag vill bli kock.", K.Key_Return)
    goal = look.plan().main_goal
    assert goal is not None
    assert goal.wording == "Jag vill bli kock."
    assert plan.main_goal.words.text() == "”Jag vill bli kock.”"
    look.store.undo()
    assert plan.main_goal.words.text() == "”Jag vill arbeta i ett kök.”"


def test_an_empty_main_goal_is_refused_beside_the_field(plan: PlanTab, press: Press) -> None:
    plan.main_goal.change.click()
    plan.main_goal.field.line.clear()
    press(K.Key_Return)
    assert plan.main_goal.field.fault()


def test_a_new_goal_gets_its_class_from_the_area_and_then_its_steps(plan: PlanTab, look: Any, press: Press) -> None:
    plan.new_goal.click()
    editor = plan.open_new_goal()
    editor.area.setCurrentIndex(editor.area.findData("economy"))
    assert editor._explains.text()
    editor.wording.line.setFocus()
    press("Ha pengar kvar", K.Key_Return)
    goal = look.plan().active_goals[-1]
    assert (goal.wording, goal.info_class) == ("Ha pengar kvar", InfoClass.INCOME)
    press("Skriva upp allt", K.Key_Return)
    assert texts_of(look, 2) == ["Skriva upp allt"]


def test_a_goal_that_is_reached_folds_under_earlier_goals_and_can_come_back(plan: PlanTab, look: Any) -> None:
    choose(plan.goal_cards()[1].menu(), "Målet är nått")
    assert [g.state for g in look.plan().earlier_goals] == [GoalState.REACHED]
    assert len(plan.goal_cards()) == 1
    assert plan.earlier.isVisible()
    assert plan.earlier.fold.text() == "Tidigare mål (1)"
    plan.earlier.fold.click()
    plan._take_up(look.who.goals[1])
    assert len(plan.goal_cards()) == 2
    assert not plan.earlier.isVisible()


def test_a_promise_is_added_with_who_and_by_when(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    plan.promises.adding.click()
    press("Skriva ner recepten", K.Key_Return)
    form = plan.promises.open_form()
    assert form.who_fault.sentence() == "Vem gör det här? Välj någon innan du lägger till."
    press("n")
    form.who_name.line.setFocus()
    press("Siv, Café Låtsas", K.Key_Tab)
    press("om en vecka", K.Key_Return)
    with look.store.read() as session:
        promise = list_commitments(session, look.who.enrolment)[-1]
    assert (promise.who, promise.who_name, promise.what) == (Who.CONTACT, "Siv, Café Låtsas", "Skriva ner recepten")
    assert promise.by == day + timedelta(days=7)
    assert len(plan.promises.promise_rows()) == 2


def test_a_promise_is_ticked_and_stays_until_tomorrow(plan: PlanTab, look: Any, press: Press) -> None:
    row = plan.promises.promise_rows()[0]
    row.box.setFocus()
    press(K.Key_Space)
    with look.store.read() as session:
        assert list_commitments(session, look.who.enrolment)[0].state is CommitmentState.DONE
    assert plan.promises.promise_rows()[0].box.isChecked()
    press(K.Key_Space)
    assert look.store.undo_label == "commitment_reopened"


def test_a_promise_gets_another_day_and_is_struck_out(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    row = plan.promises.promise_rows()[0]
    row.menu().actions()[0].trigger()
    press("i övermorgon", K.Key_Return)
    with look.store.read() as session:
        promise = list_commitments(session, look.who.enrolment)[0]
    assert (promise.by, promise.moved_count) == (day + timedelta(days=2), 1)
    row.menu().actions()[1].trigger()
    assert plan.promises.promise_rows() == ()


def test_the_facts_of_the_plan_are_stored_when_they_are_left(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    form = plan.facts.edit()
    press("Farah, Moa och tolk", K.Key_Tab)
    assert look.plan().made_with == "Farah, Moa och tolk"
    form.agreed.chosen.emit(Agreement.SIGNED.value)
    form.review_on.line.setFocus()
    form.review_on.line.selectAll()
    press("1 jan 2026", K.Key_Return)
    assert form.review_on.fault()
    form.review_on.line.selectAll()
    press("30 december", K.Key_Return)
    plan_now = look.plan()
    assert (plan_now.agreed_by_mentee, plan_now.review_on) == (Agreement.SIGNED, date(2026, 12, 30))
    press(K.Key_Escape)
    assert plan.facts._values["review_on"].text() == "30 december"


def test_a_review_makes_the_next_version_and_leaves_the_old_as_it_was(plan: PlanTab, look: Any, press: Press) -> None:
    review = plan.open_review()
    review.goal_choice(1).choose(GoalState.REACHED.value)
    press(K.Key_Return, ctrl=True)
    with look.store.read() as session:
        new, old = list_plans(session, look.who.enrolment)
    assert (new.version, old.version) == (2, 1)
    assert [g.state for g in old.goals] == [GoalState.ACTIVE] * 3
    assert [g.wording for g in new.active_goals] == ["Lära känna Café Låtsas"]
    assert [g.wording for g in new.earlier_goals] == ["Sova om natten"]
    assert plan.facts.earlier.isVisible()
    earlier = plan.open_earlier()
    assert earlier.isVisible()
    press(K.Key_Escape)
    look.store.undo()
    assert look.plan().version == 1


def test_printing_from_the_plan_asks_the_window(plan: PlanTab, look: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.page.print_wanted) as asked:
        plan.printing.print.click()
    assert asked.args == [PrintRequest(look.who.mentee, easy=True, at_once=True)]
    plan.printing.reading.choose("ordinary")
    with qtbot.waitSignal(look.page.print_wanted) as asked:
        plan.printing.look.click()
    assert asked.args == [PrintRequest(look.who.mentee, easy=False, at_once=False)]


def test_every_focusable_part_has_a_name(plan: PlanTab, look: Any) -> None:
    from PySide6.QtWidgets import QWidget

    plan.promises.open_form()
    plan.facts.edit()
    plan.open_new_goal()
    nameless = [
        widget
        for widget in look.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_plan_of_two_hundred_steps_opens_and_ticks(plan: PlanTab, look: Any, press: Press) -> None:
    from mentorapp.store.steps import add_step

    with look.store.write("step_added") as session:
        for number in range(200):
            add_step(session, look.who.goals[0], f"Steg nummer {number} med några ord till så att raden blir lång")
    rows = steps_of(plan).rows()
    assert len(rows) == 204
    QApplication.processEvents()
    steps_of(plan).focus_row(rows[150])
    press(K.Key_Space)
    assert look.steps()[150].is_done
    assert steps_of(plan).rows()[150] is rows[150], "rows are renewed in place"


def test_the_plan_is_first_asked_for_in_the_persons_own_words(
    show: Callable[..., Any], store: Any, farah: Any, day: date, press: Press
) -> None:
    from mentorapp.store.enrolments import add_enrolment
    from mentorapp.store.mentees import add_mentee
    from mentorapp.store.programmes import list_programmes

    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Love")
        enrolment = add_enrolment(session, mentee, list_programmes(session)[0].id, started_on=day)
    page = show(mentee)
    page.choose_tab(PLAN)
    assert page.tab("plan").main_goal.words.text() == "Vad vill Love? Skriv det med samma ord som Love."
    assert QApplication.focusWidget() is page.tab("plan").main_goal.field.line
    press("Jag vill ha körkort.", K.Key_Return)
    with store.read() as session:
        plan = get_current_plan(session, enrolment)
    assert plan is not None
    assert (plan.version, plan.valid_from) == (1, day)
    assert plan.main_goal is not None
    assert plan.main_goal.wording == "Jag vill ha körkort."
    assert page.tab("plan")._first_step.isVisible()


def test_under_the_youth_duty_alone_sensitive_areas_are_not_offered(
    show: Callable[..., Any], store: Any, day: date
) -> None:
    from mentorapp.domain.programmes import LegalProfile
    from mentorapp.domain.sessions import NewSession, SessionKind
    from mentorapp.store.enrolments import add_enrolment
    from mentorapp.store.ladders import get_ladder
    from mentorapp.store.mentees import add_mentee
    from mentorapp.store.plans import add_plan
    from mentorapp.store.programmes import add_programme
    from mentorapp.store.sessions import add_session

    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Alva")
        programme = add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)
        enrolment = add_enrolment(session, mentee, programme, started_on=day)
        add_plan(session, enrolment, day)
        walk = add_session(session, NewSession(mentee_id=mentee, kind=SessionKind.PHONE, event_date=day))
    page = show(mentee)
    page.choose_tab(PLAN)
    areas = page.tab("plan").open_new_goal().area
    assert areas.findData("sleep_routines") < 0
    assert areas.findData("housing") < 0
    assert areas.findData("work_experience") > 0
    form = page.sheets.open_note(walk).edit()
    assert InfoClass.HEALTH in form._hidden


def test_goals_change_places_by_key_and_by_menu(plan: PlanTab, look: Any, press: Press) -> None:
    first, second = plan.goal_cards()
    second.more.setFocus()
    press(K.Key_Up, alt=True)
    assert [g.wording for g in look.plan().active_goals] == ["Sova om natten", "Lära känna Café Låtsas"]
    assert plan.goal_cards() == (second, first)
    assert second.more.hasFocus()
    assert look.store.undo_label == "goal_moved"
    menu = second.menu()
    assert not next(act for act in menu.actions() if act.text() == "Flytta upp").isEnabled()
    choose(menu, "Flytta ner")
    assert plan.goal_cards() == (first, second)


def test_a_goal_is_dropped_on_another(plan: PlanTab, look: Any) -> None:
    first, second = plan.goal_cards()
    drop(first, mime(GOAL, str(second.goal.id)), 5)
    assert plan.goal_cards() == (second, first)
    drop(first, QMimeData(), 5)
    assert plan.goal_cards() == (second, first)


def test_a_step_is_dropped_between_others(plan: PlanTab, look: Any) -> None:
    steps = steps_of(plan)
    last = steps.rows()[-1]
    data = mime(STEP, str(last.step.id))
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.MoveAction, data, LEFT, NONE)
    QApplication.sendEvent(steps, enter)
    QApplication.sendEvent(steps, QDragMoveEvent(QPointF(5, 1).toPoint(), Qt.DropAction.MoveAction, data, LEFT, NONE))
    assert steps.drops.over == 0
    QApplication.processEvents()
    QApplication.sendEvent(steps, QDragLeaveEvent())
    assert steps.drops.over == -1
    drop(steps, data, 1)
    assert texts_of(look) == ["En hel dag", "Hälsa på Siv", "Hämta kläder", "Prova kassan"]
    other = steps_of(plan, 1)
    drop(other, data, 1)
    assert texts_of(look, 1)[0] == "Lägga bort mobilen"


def drop(on: QWidget, data: QMimeData, y: float) -> None:
    at = QPointF(5, y)
    QApplication.sendEvent(on, QDragEnterEvent(at.toPoint(), Qt.DropAction.MoveAction, data, LEFT, NONE))
    QApplication.sendEvent(on, QDropEvent(at, Qt.DropAction.MoveAction, data, LEFT, NONE))
    QApplication.processEvents()


def test_a_goal_has_who_when_and_at_work(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    editor = plan.goal_cards()[0].edit()
    editor.details.who.line.setFocus()
    press("Farah och Siv", K.Key_Tab)
    press("2/12", K.Key_Tab)
    editor.details.at_work.setChecked(True)
    editor.details.target_level.setCurrentIndex(4)
    editor.keep()
    goal = look.plan().active_goals[0]
    assert (goal.who, goal.target_date, goal.workplace_relevant) == ("Farah och Siv", day + timedelta(days=7), True)
    assert goal.target_level_id == look.who.levels[3]
    said = words_of(plan.goal_cards()[0])
    assert "Farah och Siv · till 2 dec · till " in said
    assert "får visas på arbetsplatsen" in said


def words_of(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_a_date_that_is_none_keeps_the_form_open(plan: PlanTab, look: Any) -> None:
    editor = plan.goal_cards()[0].edit()
    editor.details.target_date.line.setText("i övermorgon kanske")
    editor.keep()
    QApplication.processEvents()
    assert editor.isVisible()
    assert editor.details.target_date.fault()


def test_a_goal_is_rated_with_its_day(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    choose(plan.goal_cards()[0].menu(), "Skatta målet")
    press("6")
    press(K.Key_Return, ctrl=True)
    goal = look.plan().active_goals[0]
    assert (goal.rating, goal.rated_on) == (6, day)
    assert "6 av 10, 25 nov" in words_of(plan.goal_cards()[0])


def test_what_became_of_a_goal_has_its_day(plan: PlanTab, look: Any, press: Press, day: date) -> None:
    choose(plan.goal_cards()[0].menu(), "En annan dag …")
    sheet = next(one for one in plan.window().findChildren(StateSheet) if one.isVisible())
    sheet.state.choose("dropped")
    sheet.on.set_day(day - timedelta(days=4))
    press(K.Key_Return, ctrl=True)
    goal = look.plan().earlier_goals[0]
    assert (goal.state, goal.state_on) == (GoalState.DROPPED, day - timedelta(days=4))


def test_there_may_be_several_main_goals_with_goals_of_their_own(plan: PlanTab, look: Any, press: Press) -> None:
    plan.new_main.click()
    press("Ett eget hem", K.Key_Return)
    assert [g.wording for g in look.plan().main_goals] == ["Jag vill arbeta i ett kök.", "Ett eget hem"]
    main = plan.goals.main_cards()[0]
    assert "”Ett eget hem”" in words_of(main)
    editor = plan.goal_cards()[1].edit()
    assert editor.details.parent_goal is not None
    editor.details.parent_goal.setCurrentIndex(1)
    editor.keep()
    assert [g.wording for g in look.plan().goals_under(look.plan().main_goals[1].id)] == ["Sova om natten"]
    choose(main.menu(), "Flytta upp")
    assert look.plan().main_goal.wording == "Ett eget hem"
    assert "Ett eget hem" in plan.main_goal.words.text()
    choose(plan.main_goal.menu(), "Målet är nått")
    assert [g.wording for g in look.plan().main_goals] == ["Jag vill arbeta i ett kök."]
    assert len(look.plan().active_goals) == 2


def test_ready_made_goals_of_the_level_are_offered(show: Callable[..., Any], store: Any, day: date) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Praktiktrappan", get_ladder("praktiktrappan"))
        level = get_programme(session, programme).levels[0]
        mentee = add_mentee(session, "Birk")
        enrolment = add_enrolment(session, mentee, programme, started_on=day)
        change_level(session, enrolment, level.id, day)
    page = show(mentee)
    page.choose_tab(PLAN)
    tab = page.tab("plan")
    assert [one.text() for one in tab.step_goals.buttons()] == ["Rutiner", "Sociala biten", "Arbetskulturen"]
    tab.step_goals.buttons()[1].click()
    with store.read() as session:
        plan = get_current_plan(session, enrolment)
    assert plan is not None
    assert [(g.wording, g.target_level_id) for g in plan.active_goals] == [("Sociala biten", level.id)]
    assert [one.text() for one in tab.step_goals.buttons()] == ["Rutiner", "Arbetskulturen"]


def test_a_review_whose_day_has_passed_says_so(plan: PlanTab, look: Any, day: date) -> None:
    with look.store.write("plan_changed") as session:
        change_plan(session, look.who.plan, review_on=day - timedelta(days=1))
    QApplication.processEvents()
    assert "24 november, dagen har varit" in words_of(plan.facts)


def test_earlier_versions_are_read_with_steps_and_days(plan: PlanTab, look: Any, day: date) -> None:
    with look.store.write("plan_reviewed") as session:
        set_goal_state(session, look.who.goals[1], GoalState.REACHED, day)
        add_plan(session, look.who.enrolment, day)
    QApplication.processEvents()
    said = words_of(plan.open_earlier())
    assert "Version 2, från 25 november 2026" in said
    assert "Hälsa på Siv · klart 12 november 2026" in said
    assert "Sova om natten · 1 av 3 steg · nått · 25 november 2026" in said


def test_forms_about_goals_that_were_begun_open_again(plan: PlanTab, look: Any) -> None:
    for form, kind in (("plan.goal_rating", RateSheet), ("plan.goal_state", StateSheet)):
        plan.open_draft(f"{form}:{look.who.goals[0]}")
        next(one for one in plan.window().findChildren(kind) if one.isVisible()).close_over()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    plan.open_draft("plan.new_main_goal")
    assert plan.goals.is_writing
    assert not plan.open_new_goal(GoalLevel.MAIN).isHidden()
