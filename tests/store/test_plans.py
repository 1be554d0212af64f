"""Plans, goals, steps and promises: versions, ticks with history, order, and who does what."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.plans import Agreement, CommitmentState, DoneBy, GoalLevel, GoalState, Who, goal_class, steps_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import (
    add_commitment,
    list_commitments,
    move_commitment,
    set_commitment_state,
)
from mentorapp.store.plans import (
    add_goal,
    add_plan,
    begin_plan,
    change_goal,
    change_plan,
    get_current_plan,
    get_goal,
    list_plans,
    move_goal,
    rate_goal,
    set_goal_state,
    set_main_goal,
)
from mentorapp.store.steps import (
    add_step,
    change_step,
    drop_step,
    get_step,
    list_undone,
    move_step,
    tick_step,
    untick_step,
)
from mentorapp.store.store import Store


def test_a_review_makes_a_version_and_overwrites_nothing(store: Store, household: Any, day: date) -> None:
    with store.write("plan_reviewed") as session:
        set_main_goal(session, household.plan, "Jag vill arbeta.")
        done = add_goal(session, household.plan, "Klart mål")
        set_goal_state(session, done, GoalState.REACHED, day)
        drop_step(session, add_step(session, household.goal, "Struket"))
        tick_step(session, household.step)
        add_plan(session, household.enrolment, day, made_with="Birk, Moa", agreed_by_mentee=Agreement.ORAL)
    with store.read() as session:
        newest, first = list_plans(session, household.enrolment)
        current = get_current_plan(session, household.enrolment)
    assert (newest.version, first.version) == (2, 1)
    assert current == newest
    assert newest.main_goal is not None
    assert newest.main_goal.wording == "Jag vill arbeta."
    assert [g.wording for g in newest.active_goals] == ["Prova på ett arbete"]
    assert [g.wording for g in first.earlier_goals] == ["Klart mål"]
    assert [(s.text, s.done_on) for s in newest.active_goals[0].steps] == [("Ringa Fantasihallen", day)]
    assert newest.review_on == day + timedelta(weeks=8)
    assert steps_of(newest.active_goals) == (1, 1)


def test_there_is_no_plan_before_the_first(store: Store, household: Any) -> None:
    with store.read() as session:
        assert get_current_plan(session, uuid4()) is None
        with pytest.raises(NotFoundError):
            get_goal(session, uuid4())


def test_the_head_of_a_plan_can_be_changed(store: Store, household: Any, day: date) -> None:
    with store.write("plan_changed") as session:
        change_plan(
            session,
            household.plan,
            made_with="Birk, Moa",
            mentee_participation="Birk skrev själv.",
            agreed_by_mentee=Agreement.SIGNED,
            review_on=day,
        )
        with pytest.raises(InputError):
            change_plan(session, household.plan, review_on=day - timedelta(days=1))
        with pytest.raises(InputError):
            add_plan(session, household.enrolment, day, review_on=day - timedelta(days=1))
        with pytest.raises(TypeError):
            change_plan(session, household.plan, version=7)
    with store.read() as session:
        plan = get_current_plan(session, household.enrolment)
    assert plan is not None
    assert (plan.made_with, plan.agreed_by_mentee) == ("Birk, Moa", Agreement.SIGNED)


@pytest.mark.parametrize(
    ("area", "expected"),
    [("", InfoClass.PLAN), ("dreams", InfoClass.PLAN), ("schooling", InfoClass.PLAN),
     ("mental_health", InfoClass.HEALTH), ("housing", InfoClass.SOCIAL), ("economy", InfoClass.INCOME)],
)  # fmt: skip
def test_a_goal_takes_the_class_of_a_sensitive_area(
    store: Store, household: Any, area: str, expected: InfoClass
) -> None:
    with store.write("goal_added") as session:
        goal = add_goal(session, household.plan, "Ett mål", area=area)
        change_goal(session, household.goal, area=area, wording="Nya ord", why="Därför")
    with store.read() as session:
        assert get_goal(session, goal).info_class is expected
        assert get_goal(session, household.goal).info_class is expected


def test_a_class_may_be_raised_by_hand_and_unknown_fields_are_bugs(store: Store, household: Any) -> None:
    with store.write("goal_changed") as session:
        change_goal(session, household.goal, info_class=InfoClass.HEALTH)
        with pytest.raises(TypeError):
            change_goal(session, household.goal, state=GoalState.REACHED)
        with pytest.raises(InputError):
            change_goal(session, household.goal, wording=" ")
    with store.read() as session:
        assert get_goal(session, household.goal).info_class is InfoClass.HEALTH


def test_the_main_goal_is_reworded_in_place(store: Store, household: Any) -> None:
    with store.write("goal_changed") as session:
        first = set_main_goal(session, household.plan, "Jag vill plugga.")
        assert set_main_goal(session, household.plan, "Jag vill plugga på folkhögskola.") == first
    with store.read() as session:
        assert get_goal(session, first).wording == "Jag vill plugga på folkhögskola."


def test_a_tick_keeps_its_day_and_its_history(store: Store, household: Any, day: date) -> None:
    with store.write("step_ticked") as session:
        tick_step(session, household.step, on=day - timedelta(days=2), by=DoneBy.OTHER, name="Siv på kaféet")
        with pytest.raises(InputError):
            tick_step(session, household.step, on=day + timedelta(days=1))
        with pytest.raises(InputError):
            tick_step(session, household.step, by=DoneBy.OTHER)
    with store.read() as session:
        assert get_step(session, household.step).done_by_name == "Siv på kaféet"
    with store.write("step_unticked") as session:
        untick_step(session, household.step)
        with pytest.raises(InputError):
            untick_step(session, household.step)
    with store.read() as session:
        assert not get_step(session, household.step).is_done
        assert [u.was_done_on for u in list_undone(session, household.step)] == [day - timedelta(days=2)]


def test_steps_are_moved_reworded_and_struck_out(store: Store, household: Any, day: date) -> None:
    with store.write("steps_added") as session:
        second, third = (add_step(session, household.goal, text) for text in ("Två", "Tre"))
        move_step(session, third, -2)
        move_step(session, second, 5)
        change_step(session, third, text="Först", due=day, who="Birk och Moa", easy_text="Jag börjar.")
        with pytest.raises(TypeError):
            change_step(session, third, done_on=day)
        with pytest.raises(InputError):
            add_step(session, household.goal, "")
    with store.read() as session:
        assert [s.text for s in get_goal(session, household.goal).steps] == ["Först", "Ringa Fantasihallen", "Två"]
    with store.write("step_dropped") as session:
        drop_step(session, second)
    with store.read() as session:
        assert [s.text for s in get_goal(session, household.goal).steps] == ["Först", "Ringa Fantasihallen"]


def test_promises_are_kept_moved_and_listed_by_day(store: Store, household: Any, day: date) -> None:
    with store.write("promises_added") as session:
        later = add_commitment(session, household.enrolment, "Skicka länk", who=Who.MENTOR, by=day)
        add_commitment(session, household.enrolment, "Någon gång", who=Who.MENTEE)
        siv = add_commitment(
            session, household.enrolment, "Skriva recept", who=Who.CONTACT, who_name="Siv", by=day - timedelta(days=1)
        )
        with pytest.raises(InputError) as caught:
            add_commitment(session, household.enrolment, "Vem då", who=Who.CONTACT)
        move_commitment(session, later, day + timedelta(days=3))
        set_commitment_state(session, siv, CommitmentState.DONE)
    assert caught.value.key == "who_name_missing"
    with store.read() as session:
        promises = list_commitments(session, household.enrolment)
        still_open = list_commitments(session, household.enrolment, open_only=True)
    assert [p.what for p in promises] == ["Skriva recept", "Skicka länk", "Någon gång"]
    assert [p.what for p in still_open] == ["Skicka länk", "Någon gång"]
    assert [p.moved_count for p in still_open] == [1, 0]
    with store.write("promise_opened") as session:
        set_commitment_state(session, siv, CommitmentState.OPEN)
    with store.read() as session:
        assert list_commitments(session, household.enrolment)[0].state_on is None


def wordings(store: Store, enrolment: Any) -> list[str]:
    with store.read() as session:
        plan = get_current_plan(session, enrolment)
    assert plan is not None
    return [goal.wording for goal in plan.active_goals]


def test_a_plan_begins_when_there_is_none(store: Store, household: Any, day: date) -> None:
    with store.write("plan_added") as session:
        assert begin_plan(session, household.enrolment) == household.plan


def test_goals_are_moved_among_those_they_stand_beside(store: Store, household: Any, day: date) -> None:
    with store.write("goal_added") as session:
        main = add_goal(session, household.plan, "Arbete", level=GoalLevel.MAIN)
        other = add_goal(session, household.plan, "Eget hem", level=GoalLevel.MAIN)
        under = add_goal(session, household.plan, "Stå i kö", parent_id=other)
        over = add_goal(session, household.plan, "Nått redan")
        set_goal_state(session, over, GoalState.REACHED, day)
        last = add_goal(session, household.plan, "Praktik", parent_id=main)
    assert wordings(store, household.enrolment) == ["Prova på ett arbete", "Praktik", "Stå i kö"]
    with store.write("goal_moved") as session:
        move_goal(session, last, -1)
        move_goal(session, under, -5)
        move_goal(session, over, -1)
    assert wordings(store, household.enrolment) == ["Praktik", "Prova på ett arbete", "Stå i kö"]
    with store.write("goal_moved") as session:
        move_goal(session, main, 1)
    with store.read() as session:
        plan = get_current_plan(session, household.enrolment)
    assert plan is not None
    assert [goal.wording for goal in plan.main_goals] == ["Eget hem", "Arbete"]
    assert [g.wording for g in plan.goals_under(other)] == ["Stå i kö"]
    assert [g.wording for g in plan.goals_under(main)] == ["Praktik", "Prova på ett arbete"]
    assert plan.goals_under(None) == plan.goals_under(other)
    assert [g.wording for g in plan.goals_in_order] == ["Stå i kö", "Arbete", "Praktik", "Prova på ett arbete"]


def test_a_review_keeps_goals_under_their_main_goal(store: Store, household: Any, day: date) -> None:
    with store.write("plan_reviewed") as session:
        add_goal(session, household.plan, "Arbete", level=GoalLevel.MAIN)
        other = add_goal(session, household.plan, "Eget hem", level=GoalLevel.MAIN)
        level = household.levels[1]
        under = add_goal(
            session, household.plan, "Stå i kö", parent_id=other, who="Birk", target_level_id=level, target_date=day
        )
        rate_goal(session, under, 4)
        add_plan(session, household.enrolment, day)
    with store.read() as session:
        plan = get_current_plan(session, household.enrolment)
    assert plan is not None
    copied = plan.goals_under(plan.main_goals[1].id)[0]
    assert copied.id != under
    assert (copied.wording, copied.who, copied.target_level_id, copied.target_date) == ("Stå i kö", "Birk", level, day)
    assert (copied.rating, copied.rated_on) == (4, day)


@pytest.mark.parametrize(("level", "parent"), [(GoalLevel.MAIN, "main"), (GoalLevel.SUB, "sub"), (GoalLevel.SUB, "")])
def test_only_sub_goals_stand_under_a_main_goal(store: Store, household: Any, level: GoalLevel, parent: str) -> None:
    with store.write("goal_added") as session:
        main = add_goal(session, household.plan, "Arbete", level=GoalLevel.MAIN)
        parent_id = {"main": main, "sub": household.goal, "": uuid4()}[parent]
        with pytest.raises(InputError, match="goal_parent_unfit"):
            add_goal(session, household.plan, "Fel plats", level=level, parent_id=parent_id)
        change_goal(session, household.goal, parent_id=main, who="Birk och Moa")
    with store.read() as session:
        goal = get_goal(session, household.goal)
    assert (goal.parent_id, goal.who) == (main, "Birk och Moa")


def test_a_goal_is_rated_by_the_mentee_from_0_to_10(store: Store, household: Any, day: date) -> None:
    with store.write("goal_rated") as session:
        rate_goal(session, household.goal, 7, day - timedelta(days=3))
        for rating, on in ((11, None), (-1, None), (3, day + timedelta(days=1))):
            with pytest.raises(InputError):
                rate_goal(session, household.goal, rating, on)
    with store.read() as session:
        goal = get_goal(session, household.goal)
    assert (goal.rating, goal.rated_on) == (7, day - timedelta(days=3))
    with store.write("goal_rated") as session:
        rate_goal(session, household.goal, None)
    with store.read() as session:
        goal = get_goal(session, household.goal)
    assert (goal.rating, goal.rated_on) == (None, None)


def test_what_became_of_a_goal_is_of_a_day_that_has_been(store: Store, household: Any, day: date) -> None:
    with pytest.raises(InputError, match="goal_state_in_future"), store.write("goal_is_reached") as session:
        set_goal_state(session, household.goal, GoalState.REACHED, day + timedelta(days=1))


def test_a_plan_is_overdue_when_its_day_has_passed(store: Store, household: Any, day: date) -> None:
    with store.read() as session:
        plan = get_current_plan(session, household.enrolment)
    assert plan is not None
    assert not plan.is_overdue(plan.review_on)
    assert plan.is_overdue(plan.review_on + timedelta(days=1))


def test_a_goal_is_as_sensitive_as_the_words_it_comes_from() -> None:
    assert goal_class("dreams", InfoClass.HEALTH) is InfoClass.HEALTH
    assert goal_class("housing", InfoClass.PLAN) is InfoClass.SOCIAL
    assert goal_class("own area", InfoClass.EDU, InfoClass.SOCIAL) is InfoClass.SOCIAL
    assert goal_class("work_experience", InfoClass.WORK) is InfoClass.PLAN
