"""Verbs on plans and goals. A review makes a new version of the plan; nothing that was agreed is overwritten."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.plans import (
    Agreement,
    Goal,
    GoalLevel,
    GoalState,
    Plan,
    Step,
    check_rating,
    first_review,
    goal_class,
)
from mentorapp.domain.sharing import InfoClass

from .tables import value_of
from .tables.plans import GoalRow, PlanRow, StepRow

_COPIED_GOAL = (
    "level", "wording", "easy_wording", "area", "info_class", "workplace_relevant", "why", "who", "target_date",
    "target_level_id", "rating", "rated_on", "order",
)  # fmt: skip
_GOAL_DETAILS = ("area", "info_class", "workplace_relevant", "target_date", "target_level_id")
_COPIED_STEP = ("text", "easy_text", "order", "due", "done_on", "done_by", "done_by_name", "done_note", "who")


def add_plan(
    session: Session,
    enrolment_id: UUID,
    valid_from: date,
    *,
    made_with: str = "",
    mentee_participation: str = "",
    review_on: date | None = None,
    agreed_by_mentee: Agreement = Agreement.NOT_YET,
    easy_text: str = "",
) -> UUID:
    """The next version of the plan: a copy of the active goals of the version before, which stays as it was."""
    review_on = review_on or first_review(valid_from)
    if review_on < valid_from:
        raise InputError("review_on", "review_before_plan")
    earlier = _current_row(session, enrolment_id)
    row = PlanRow(
        enrolment_id=enrolment_id,
        version=1 if earlier is None else earlier.version + 1,
        valid_from=valid_from,
        made_with=wording.line("made_with", made_with),
        mentee_participation=wording.text("mentee_participation", mentee_participation),
        review_on=review_on,
        agreed_by_mentee=agreed_by_mentee,
        easy_text=wording.text("easy_text", easy_text),
    )
    copies = {} if earlier is None else {g.id: _copy_of(g) for g in earlier.goals if g.state is GoalState.ACTIVE}
    row.goals = list(copies.values())
    session.add(row)
    session.flush()
    for goal in earlier.goals if earlier is not None else ():
        if goal.id in copies and goal.parent_id in copies:
            copies[goal.id].parent_id = copies[goal.parent_id].id
    session.flush()
    return row.id


def begin_plan(session: Session, enrolment_id: UUID) -> UUID:
    """The plan that holds now; version 1 from today when there is none."""
    current = session.scalar(
        select(PlanRow.id).where(PlanRow.enrolment_id == enrolment_id).order_by(PlanRow.version.desc()).limit(1)
    )
    return current or add_plan(session, enrolment_id, session.info["clock"].today())


def _copy_of(goal: GoalRow) -> GoalRow:
    copy = GoalRow(**{name: getattr(goal, name) for name in _COPIED_GOAL})
    kept = [step for step in goal.steps if step.dropped_at is None]
    copy.steps = [StepRow(**{name: getattr(step, name) for name in _COPIED_STEP}) for step in kept]
    return copy


def change_plan(session: Session, plan_id: UUID, **details: Any) -> None:
    """Changes the head of the plan: made_with, mentee_participation, review_on, agreed_by_mentee, easy_text."""
    row = session.get_one(PlanRow, plan_id)
    if "review_on" in details and details["review_on"] < row.valid_from:
        raise InputError("review_on", "review_before_plan")
    for name, value in details.items():
        if name == "made_with":
            value = wording.line(name, value)
        elif name in ("mentee_participation", "easy_text"):
            value = wording.text(name, value)
        elif name not in ("review_on", "agreed_by_mentee"):
            raise TypeError(f"a plan has no {name} to change")
        setattr(row, name, value)


def add_goal(
    session: Session,
    plan_id: UUID,
    words: str,
    *,
    level: GoalLevel = GoalLevel.SUB,
    area: str = "",
    info_class: InfoClass | None = None,
    easy_wording: str = "",
    why: str = "",
    who: str = "",
    workplace_relevant: bool = False,
    target_date: date | None = None,
    target_level_id: UUID | None = None,
    parent_id: UUID | None = None,
) -> UUID:
    """A goal last in the plan. Its class follows the area unless given; it may be raised, never lowered, by hand.

    `parent_id` is the main goal that a sub-goal stands under; those of nobody's stand under the first.
    """
    _check_parent(session, plan_id, level, parent_id)
    last = session.scalar(select(func.max(GoalRow.order)).where(GoalRow.plan_id == plan_id))
    row = GoalRow(
        plan_id=plan_id,
        level=level,
        wording=wording.text("goal", words, required=True),
        easy_wording=wording.text("easy_wording", easy_wording),
        area=area,
        info_class=info_class or goal_class(area),
        workplace_relevant=workplace_relevant,
        why=wording.text("why", why),
        who=wording.line("who", who),
        target_date=target_date,
        target_level_id=target_level_id,
        parent_id=parent_id,
        order=0 if last is None else last + 1,
    )
    session.add(row)
    session.flush()
    return row.id


def set_main_goal(session: Session, plan_id: UUID, words: str) -> UUID:
    """The main goal in the mentee's own words; an earlier wording stays in the journal."""
    query = select(GoalRow).where(
        GoalRow.plan_id == plan_id, GoalRow.level == GoalLevel.MAIN, GoalRow.state == GoalState.ACTIVE
    )
    row = session.scalars(query.order_by(GoalRow.order)).first()
    if row is None:
        return add_goal(session, plan_id, words, level=GoalLevel.MAIN)
    row.wording = wording.text("goal", words, required=True)
    return row.id


def change_goal(session: Session, goal_id: UUID, **details: Any) -> None:
    """Changes wording, easy_wording, why, who, area (and with it the class), info_class, workplace_relevant, parent_id,
    target_date or target_level_id."""
    row = session.get_one(GoalRow, goal_id)
    if "area" in details:
        details.setdefault("info_class", goal_class(details["area"]))
    for name, value in details.items():
        if name == "wording":
            value = wording.text("goal", value, required=True)
        elif name in ("easy_wording", "why"):
            value = wording.text(name, value)
        elif name == "who":
            value = wording.line(name, value)
        elif name == "parent_id":
            _check_parent(session, row.plan_id, row.level, value)
        elif name not in _GOAL_DETAILS:
            raise TypeError(f"a goal has no {name} to change")
        setattr(row, name, value)


def _check_parent(session: Session, plan_id: UUID, level: GoalLevel, parent_id: UUID | None) -> None:
    """Only sub-goals stand under another, and only under a main goal of the same plan."""
    if parent_id is None:
        return
    parent = session.get(GoalRow, parent_id)
    fits = parent is not None and parent.plan_id == plan_id and parent.level is GoalLevel.MAIN
    if level is GoalLevel.MAIN or not fits:
        raise InputError("parent_id", "goal_parent_unfit")


def set_goal_state(session: Session, goal_id: UUID, state: GoalState, on: date) -> None:
    """Reached, changed, dropped, or active again. InputError for a day that has not come."""
    if on > session.info["clock"].today():
        raise InputError("state_on", "goal_state_in_future")
    row = session.get_one(GoalRow, goal_id)
    row.state, row.state_on = state, on


def rate_goal(session: Session, goal_id: UUID, rating: int | None, on: date | None = None) -> None:
    """The mentee's own rating from 0 to 10 on a day, today unless given; None takes it away (P21)."""
    check_rating(rating)
    today: date = session.info["clock"].today()
    if on is not None and on > today:
        raise InputError("rated_on", "goal_state_in_future")
    row = session.get_one(GoalRow, goal_id)
    row.rating, row.rated_on = rating, None if rating is None else on or today


def move_goal(session: Session, goal_id: UUID, places: int) -> None:
    """Moves a goal up (negative) or down among those it stands beside, as far as there are any.

    A main goal takes its sub-goals along, also those that stood under the first only because it was the first.
    """
    row = session.get_one(GoalRow, goal_id)
    every = list(session.scalars(select(GoalRow).where(GoalRow.plan_id == row.plan_id).order_by(GoalRow.order)))
    mains = [goal.id for goal in every if goal.level is GoalLevel.MAIN and goal.state is GoalState.ACTIVE]
    for goal in every if row.id in mains else ():
        if goal.level is GoalLevel.SUB and goal.parent_id not in mains:
            goal.parent_id = mains[0]
    beside = [goal for goal in every if _stand_together(row, goal, mains)]
    place = beside.index(row)
    beside.insert(max(0, min(len(beside) - 1, place + places)), beside.pop(place))
    rest = [goal for goal in every if goal not in beside]
    for order, goal in enumerate((*rest, *beside)):
        goal.order = order


def _stand_together(one: GoalRow, other: GoalRow, mains: list[UUID]) -> bool:
    """Goals that go on, of the same level and under the same main goal; a goal that is over stands alone."""
    if one is other:
        return True
    if one.state is not GoalState.ACTIVE or other.state is not GoalState.ACTIVE or one.level is not other.level:
        return False
    return _main_of(one, mains) == _main_of(other, mains)


def _main_of(goal: GoalRow, mains: list[UUID]) -> UUID | None:
    return goal.parent_id if goal.parent_id in mains[1:] else None


def get_current_plan(session: Session, enrolment_id: UUID) -> Plan | None:
    """The newest version with its goals and steps, or None before the first."""
    row = _current_row(session, enrolment_id)
    return None if row is None else _plan(row)


def list_plans(session: Session, enrolment_id: UUID) -> tuple[Plan, ...]:
    """All versions, newest first."""
    return tuple(_plan(row) for row in session.scalars(_plans(enrolment_id)))


def get_goal(session: Session, goal_id: UUID) -> Goal:
    row = session.get(GoalRow, goal_id)
    if row is None:
        raise NotFoundError("goal_unknown")
    return _goal(row)


def _plans(enrolment_id: UUID) -> Any:
    goals = selectinload(PlanRow.goals).selectinload(GoalRow.steps)
    return select(PlanRow).where(PlanRow.enrolment_id == enrolment_id).options(goals).order_by(PlanRow.version.desc())


def _current_row(session: Session, enrolment_id: UUID) -> PlanRow | None:
    row: PlanRow | None = session.scalars(_plans(enrolment_id).limit(1)).first()
    return row


def _plan(row: PlanRow) -> Plan:
    return value_of(Plan, row, goals=tuple(_goal(goal) for goal in row.goals))


def _goal(row: GoalRow) -> Goal:
    steps = tuple(value_of(Step, step) for step in row.steps if step.dropped_at is None)
    return value_of(Goal, row, steps=steps)
