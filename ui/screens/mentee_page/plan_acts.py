"""What is done to a plan from the page: each function is one step that the user sees, one undo, one notice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.plans import CommitmentState, DoneBy, Goal, GoalLevel, GoalState, Origin, Step
from mentorapp.store.commitments import add_commitment, move_commitment, set_commitment_state
from mentorapp.store.network import contact_from
from mentorapp.store.plans import (
    add_goal,
    add_plan,
    change_goal,
    change_plan,
    move_goal,
    set_goal_state,
    set_main_goal,
)
from mentorapp.store.steps import add_step, change_step, drop_step, move_step, tick_step, untick_step
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from ui.widgets.form_drafts import MakeDrafts

from .goal_details import GoalDetails
from .goal_menu import GoalActs
from .promise_fields import PromiseWords
from .promises_card import PromiseActs
from .step_list import StepActs

_DONE_FIELDS = ("done_on", "done_by", "done_by_name")


@dataclass(frozen=True, slots=True)
class GoalForms:
    """The forms about a goal that the tab opens."""

    rate: Callable[[Goal], object]
    became: Callable[[Goal], object]
    details: Callable[[Goal | None, GoalLevel], GoalDetails]


def step_ticker(store: Store) -> Callable[[UUID, bool], None]:
    def tick(step_id: UUID, ticked: bool) -> None:
        with store.write("step_ticked" if ticked else "step_unticked") as session:
            if ticked:
                tick_step(session, step_id)
            else:
                untick_step(session, step_id)

    return tick


def step_acts(store: Store, drafts: MakeDrafts) -> StepActs:
    def credit(step: Step, by: DoneBy, name: str) -> None:
        with store.write("step_credited") as session:
            tick_step(session, step.id, on=step.done_on, by=by, name=name, note=step.done_note)

    def add(goal_id: UUID, words: str) -> None:
        with store.write("step_added") as session:
            add_step(session, goal_id, words)

    def move(step_id: UUID, places: int) -> None:
        with store.write("step_moved") as session:
            move_step(session, step_id, places)

    def drop(step_id: UUID) -> None:
        with store.write("step_dropped") as session:
            drop_step(session, step_id)

    change = partial(_change_step, store)
    return StepActs(add, step_ticker(store), credit, change, move, drop, drafts)


def _change_step(store: Store, step: Step, new: Mapping[str, Any]) -> None:
    """Words, day and who; for a ticked step also when and by whom it was done."""
    done = {name: new.get(name, getattr(step, name)) for name in _DONE_FIELDS}
    words = {name: value for name, value in new.items() if name not in _DONE_FIELDS}
    with store.write("step_changed") as session:
        change_step(session, step.id, **words)
        if len(words) < len(new):
            tick_step(
                session,
                step.id,
                on=done["done_on"],
                by=done["done_by"] or DoneBy.MENTEE,
                name=done["done_by_name"],
                note=step.done_note,
            )


def goal_acts(store: Store, drafts: MakeDrafts, forms: GoalForms) -> GoalActs:
    def change(goal_id: UUID, new: dict[str, object]) -> None:
        with store.write("goal_changed") as session:
            change_goal(session, goal_id, **new)

    def set_state(goal_id: UUID, state: GoalState) -> None:
        with store.write(f"goal_is_{state.value}") as session:
            set_goal_state(session, goal_id, state, store.clock.today())

    def move(goal_id: UUID, places: int) -> None:
        with store.write("goal_moved") as session:
            move_goal(session, goal_id, places)

    def areas() -> tuple[Word, ...]:
        with store.read() as session:
            words = list_words(session, WordList.LIFE_AREA, all_=True)
        return tuple(sorted(words, key=lambda word: word.name_sv.casefold()))

    return GoalActs(
        change, set_state, move, forms.rate, forms.became, areas, forms.details, step_acts(store, drafts), drafts
    )


def promise_acts(store: Store, enrolment: Callable[[], UUID], drafts: MakeDrafts) -> PromiseActs:
    """`enrolment` gives whose promises they are at the moment one is added."""

    def add(words: PromiseWords) -> None:
        with store.write("commitment_added") as session:
            contact = contact_from(session, words.contact)
            add_commitment(
                session, enrolment(), words.what, who=words.who, contact_id=contact, by=words.by, origin=Origin.PLAN,
                need=words.need,
            )  # fmt: skip

    def move(promise_id: UUID, by: date) -> None:
        with store.write("commitment_moved") as session:
            move_commitment(session, promise_id, by)

    def drop(promise_id: UUID) -> None:
        with store.write("commitment_dropped") as session:
            set_commitment_state(session, promise_id, CommitmentState.DROPPED)

    return PromiseActs(add, lambda promise_id, done: tick_promise(store, promise_id, done), move, drop, drafts)


def tick_promise(store: Store, promise_id: UUID, done: bool) -> None:
    with store.write("commitment_done" if done else "commitment_reopened") as session:
        set_commitment_state(session, promise_id, CommitmentState.DONE if done else CommitmentState.OPEN)


def write_main_goal(store: Store, enrolment_id: UUID, plan_id: UUID | None, words: str) -> None:
    """The first main goal begins the first plan, from today."""
    with store.write("main_goal_changed" if plan_id else "plan_added") as session:
        plan = plan_id or add_plan(session, enrolment_id, store.clock.today())
        set_main_goal(session, plan, words)


def write_goal(store: Store, enrolment_id: UUID, plan_id: UUID | None, new: Mapping[str, Any]) -> None:
    """A new goal; the first one begins the first plan when none is there."""
    details = dict(new)
    words = details.pop("wording")
    with store.write("goal_added") as session:
        plan = plan_id or add_plan(session, enrolment_id, store.clock.today())
        add_goal(session, plan, words, **details)


def write_facts(store: Store, plan_id: UUID, new: Mapping[str, Any]) -> None:
    with store.write("plan_changed") as session:
        change_plan(session, plan_id, **new)
