"""Gathers what "Min trappa" is made of."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment, LadderStep, LevelEntry, StepState
from mentorapp.domain.milestones import Milestone
from mentorapp.domain.plans import Plan, Step
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.domain.stairs_sheet import DoneBlock, NextStepBlock, StairBlock, StairsSheet
from mentorapp.language import Texts

from .enrolments import current_enrolment, list_level_entries, staircase_of
from .mentees import get_mentee
from .milestones import list_milestones
from .plans import get_current_plan
from .sheet_parts import mentor_block, person_block
from .stairs_ratings import asked_ratings

_ROOM = 4


def gather_stairs_sheet(
    session: Session, mentee_id: UUID, *, texts: Texts, to: AddresseeBlock | None = None, items: Iterable[str] = ()
) -> StairsSheet:
    """The sheet of a person before release; without an enrolment it has no stairs. `to` is somebody else than the
    mentee, `items` the ratings that were asked for."""
    ratings, trend = asked_ratings(session, mentee_id, items, language=texts.language)
    mentee = get_mentee(session, mentee_id)
    enrolment = current_enrolment(session, mentee_id)
    plan = get_current_plan(session, enrolment.id) if enrolment else None
    return StairsSheet(
        person=person_block(mentee),
        mentor=mentor_block(session, about=to.about if to else None),
        stairs=stair_blocks(session, enrolment, texts.language) if enrolment else (),
        done=_done(list_milestones(session, mentee_id), plan, texts),
        next_step=_next(plan),
        to=to,
        ratings=ratings,
        trend=trend,
    )


def stair_blocks(session: Session, enrolment: Enrolment, language: str) -> tuple[StairBlock, ...]:
    """The levels as they are drawn."""
    entries = list_level_entries(session, enrolment.id)
    return tuple(_stair(step, entries, language) for step in staircase_of(session, enrolment))


def _stair(step: LadderStep, entries: Sequence[LevelEntry], language: str) -> StairBlock:
    """Dates of the latest stay; a level that lies ahead again has none."""
    stay = max((e for e in entries if e.level_id == step.level.id), key=lambda e: e.entered_on, default=None)
    ahead = stay is None or step.state is StepState.AHEAD
    last = None if stay is None or ahead or stay.left_on is None else stay.left_on - timedelta(days=1)
    return StairBlock(
        info_class=InfoClass.PLAN,
        number=step.level.order,
        name=step.level.short_name(language),
        state=step.state,
        first=None if stay is None or ahead else stay.entered_on,
        last=None if last is None or stay is None else max(last, stay.entered_on),
        goal=step.level.is_goal,
        easy_text=step.level.description_easy_sv if language == "sv" else "",
    )


def _done(milestones: Iterable[Milestone], plan: Plan | None, texts: Texts) -> tuple[DoneBlock, ...]:
    """Milestones that the mentee wants shown, and ticked steps; the newest, in the order of time."""
    found = [
        DoneBlock(
            info_class=one.info_class,
            item=f"milestone:{one.id}",
            on=one.event_date,
            text=one.note or one.kind_other or texts(f"codes.milestone_kind_{one.kind.value}"),
        )
        for one in milestones
        if one.mentee_wants_shown
    ]
    found += [
        DoneBlock(info_class=goal.info_class, item=f"step:{step.id}", on=step.done_on, text=step.easy_text or step.text)
        for goal in (plan.goals if plan else ())
        for step in goal.steps
        if step.done_on is not None
    ]
    return tuple(sorted(found, key=lambda one: one.on)[-_ROOM:])


def _next(plan: Plan | None) -> NextStepBlock | None:
    following = next_of(plan)
    if following is None:
        return None
    info_class, step = following
    return NextStepBlock(info_class=info_class, item=f"step:{step.id}", text=step.easy_text or step.text, due=step.due)


def next_of(plan: Plan | None, classes: frozenset[InfoClass] = frozenset(InfoClass)) -> tuple[InfoClass, Step] | None:
    """The open step with the nearest day, else the first open one; with the class of its goal, one of `classes`."""
    waiting = [
        (step.due or date.max, place, goal.info_class, step)
        for goal in (plan.active_goals if plan else ())
        for place, step in enumerate(goal.steps)
        if not step.is_done and goal.info_class in classes
    ]
    if not waiting:
        return None
    _due, _place, info_class, step = min(waiting, key=lambda one: one[:2])
    return info_class, step
