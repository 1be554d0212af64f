"""Plans and promises of a sample story, version by version."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.plans import Agreement, CommitmentState, DoneBy, GoalState, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import add_commitment, move_commitment, set_commitment_state
from mentorapp.store.plans import add_goal, add_plan, set_goal_state, set_main_goal
from mentorapp.store.steps import add_step, tick_step, untick_step
from mentorapp.store.tables.plans import CommitmentRow

from .days import Days

Record = Mapping[str, Any]


def add_plan_of(session: Session, enrolment: UUID, record: Record, days: Days) -> UUID:
    """The next version of the plan: active goals of the version before, and those of the record."""
    plan = add_plan(
        session,
        enrolment,
        days.at(record["from"]),
        made_with=record["made_with"],
        mentee_participation=record.get("mentee_participation", ""),
        review_on=days.at(record["review"]),
        agreed_by_mentee=Agreement(record["agreed"]),
        easy_text=record.get("easy_text", ""),
    )
    set_main_goal(session, plan, record["main_goal"])
    for goal in record["goal"]:
        _add_goal(session, plan, goal, days)
    return plan


def _add_goal(session: Session, plan: UUID, record: Record, days: Days) -> None:
    info_class = record.get("info_class")
    goal = add_goal(
        session,
        plan,
        record["wording"],
        area=record["area"],
        info_class=InfoClass(info_class) if info_class else None,
        easy_wording=record.get("easy", ""),
        why=record.get("why", ""),
        workplace_relevant=record.get("workplace_relevant", False),
    )
    for step in record["steps"]:
        _add_step(session, goal, step, days)
    if "state" in record:
        set_goal_state(session, goal, GoalState(record["state"]), days.at(record["state_on"]))


def _add_step(session: Session, goal: UUID, record: Record, days: Days) -> None:
    step = add_step(
        session,
        goal,
        days.worded(record["text"]),
        due=days.maybe(record.get("due")),
        who=record.get("who", ""),
        easy_text=days.worded(record.get("easy", "")),
    )
    if "undone" in record:
        tick_step(session, step, on=days.at(record["undone"]))
        untick_step(session, step)
    if "done" in record:
        tick_step(session, step, on=days.at(record["done"]), by=DoneBy(record["by"]))


def add_promise(session: Session, enrolment: UUID, record: Record, days: Days) -> None:
    """A promise, moved as often as `moves` has days, and kept on `state_on`."""
    promise = add_commitment(
        session,
        enrolment,
        record["what"],
        who=Who(record["who"]),
        who_name=record.get("who_name", ""),
        by=days.at(record["by"]),
        since=days.at(record["since"]),
    )
    for day in record.get("moves", ()):
        move_commitment(session, promise, days.at(day))
    if "state" in record:
        set_commitment_state(session, promise, CommitmentState(record["state"]))
        session.get_one(CommitmentRow, promise).state_on = days.at(record["state_on"])
    session.flush()
