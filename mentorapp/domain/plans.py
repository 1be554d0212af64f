"""The plan: main goal, goals, steps that are ticked, and who does what by when."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

REVIEW_WEEKS = 8


class Agreement(StrEnum):
    SIGNED = "signed"
    ORAL = "oral"
    NOT_YET = "not_yet"


class GoalLevel(StrEnum):
    MAIN = "main"
    SUB = "sub"


class GoalState(StrEnum):
    ACTIVE = "active"
    REACHED = "reached"
    CHANGED = "changed"
    DROPPED = "dropped"


class DoneBy(StrEnum):
    MENTEE = "mentee"
    TOGETHER = "together"
    MENTOR = "mentor"
    OTHER = "other"


class Who(StrEnum):
    """Who makes a promise."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    CONTACT = "contact"


class Origin(StrEnum):
    SESSION = "session"
    MEETING = "meeting"
    PLAN = "plan"


class CommitmentState(StrEnum):
    OPEN = "open"
    DONE = "done"
    MOVED = "moved"
    DROPPED = "dropped"


AREA_CLASS = {
    "housing": C.SOCIAL, "economy": C.INCOME, "family_network": C.SOCIAL, "leisure": C.SOCIAL,
    "physical_health": C.HEALTH, "mental_health": C.HEALTH, "sleep_routines": C.HEALTH, "diet_exercise": C.HEALTH,
    "substance_use": C.HEALTH, "schooling": C.EDU, "study_obstacles": C.EDU, "work_experience": C.WORK,
    "interests_strengths": C.PLAN, "dreams": C.PLAN, "authorities": C.SOCIAL, "care_contacts": C.HEALTH,
    "transport": C.PLAN, "digital": C.PLAN, "language": C.PLAN, "safety": C.VIOLENCE,
}  # fmt: skip
"""The life areas of B.5 with their information class."""

_INHERITED = frozenset({C.HEALTH, C.SOCIAL, C.INCOME, C.VIOLENCE})


def goal_class(area: str, *said: C) -> C:
    """The class of a goal in a life area: PLAN, unless the area itself is sensitive (B.6).

    `said` are the classes of an area of the unit's own, and of words that are more sensitive than their area.
    """
    return next((one for one in (*said, AREA_CLASS.get(area, C.PLAN)) if one in _INHERITED), C.PLAN)


@entity
class Step:
    """The smallest thing to tick off. `easy_text` is what the easy-read print says instead, where it is given."""

    id: UUID = internal()
    goal_id: UUID = internal()
    text: str = classed(C.PLAN)
    easy_text: str = classed(C.PLAN, default="")
    order: int = internal()
    due: date | None = classed(C.PLAN, default=None)
    done_on: date | None = classed(C.PLAN, default=None)
    done_by: DoneBy | None = classed(C.PLAN, default=None)
    done_by_name: str = classed(C.PLAN, default="")
    done_note: str = classed(C.PLAN, default="")
    who: str = classed(C.PLAN, default="")

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


@entity
class StepUndone:
    """A tick that was taken back: kept, so that nothing that was once done disappears."""

    step_id: UUID = internal()
    was_done_on: date = classed(C.PLAN)
    was_done_by: DoneBy | None = classed(C.PLAN)
    undone_at: datetime = internal()


@entity
class Goal:
    """A goal in the mentee's words; its row class covers its steps too."""

    id: UUID = internal()
    plan_id: UUID = internal()
    level: GoalLevel = classed(C.PLAN)
    parent_id: UUID | None = internal(default=None)
    wording: str = classed(C.PLAN)
    easy_wording: str = classed(C.PLAN, default="")
    area: str = classed(C.PLAN, default="")
    info_class: C = internal(default=C.PLAN)
    workplace_relevant: bool = internal(default=False)
    why: str = classed(C.PLAN, default="")
    who: str = classed(C.PLAN, default="")
    target_date: date | None = classed(C.PLAN, default=None)
    target_level_id: UUID | None = internal(default=None)
    state: GoalState = classed(C.PLAN, default=GoalState.ACTIVE)
    state_on: date | None = classed(C.PLAN, default=None)
    rating: int | None = classed(C.RATING, default=None)
    rated_on: date | None = classed(C.RATING, default=None)
    order: int = internal(default=0)
    steps: tuple[Step, ...] = classed(C.PLAN, default=())

    @property
    def steps_done(self) -> int:
        return sum(step.is_done for step in self.steps)


@entity
class Commitment:
    """A promise by a named person: the only "who does what by when" there is. `need` is what it answers to (S11).

    Another than mentee and mentor is a contact of the network, or a name alone; `who_name` keeps the name either way.
    """

    id: UUID = internal()
    enrolment_id: UUID = internal()
    who: Who = classed(C.PLAN)
    who_name: str = classed(C.PLAN, default="")
    contact_id: UUID | None = internal(default=None)
    what: str = classed(C.PLAN)
    by: date | None = classed(C.PLAN, default=None)
    origin: Origin = internal(default=Origin.PLAN)
    origin_id: UUID | None = internal(default=None)
    state: CommitmentState = classed(C.PLAN, default=CommitmentState.OPEN)
    state_on: date | None = classed(C.PLAN, default=None)
    moved_count: int = internal(default=0)
    info_class: C = internal(default=C.PLAN)
    since: date | None = classed(C.PLAN, default=None)
    need: str = classed(C.PLAN, default="")

    @property
    def is_nobodys(self) -> bool:
        """Nobody has taken it on yet: to be said before it is printed (S15)."""
        return self.who is Who.CONTACT and not self.who_name


@entity
class Plan:
    """The current plan of an enrolment; a review makes the next version and overwrites nothing."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    version: int = classed(C.PLAN)
    valid_from: date = classed(C.PLAN)
    made_with: str = classed(C.PLAN, default="")
    mentee_participation: str = classed(C.PLAN, default="")
    review_on: date = classed(C.PLAN)
    agreed_by_mentee: Agreement = classed(C.PLAN, default=Agreement.NOT_YET)
    easy_text: str = classed(C.PLAN, default="")
    goals: tuple[Goal, ...] = classed(C.PLAN, default=())

    @property
    def main_goal(self) -> Goal | None:
        return next((g for g in self.goals if g.level is GoalLevel.MAIN and g.state is GoalState.ACTIVE), None)

    @property
    def main_goals(self) -> tuple[Goal, ...]:
        """Usually one; the first is `main_goal`."""
        return tuple(g for g in self.goals if g.level is GoalLevel.MAIN and g.state is GoalState.ACTIVE)

    @property
    def active_goals(self) -> tuple[Goal, ...]:
        """The sub-goals, each under its main goal: first those of the first main goal and those of none."""
        active = [g for g in self.goals if g.level is GoalLevel.SUB and g.state is GoalState.ACTIVE]
        mains = [main.id for main in self.main_goals[1:]]
        return tuple(sorted(active, key=lambda g: mains.index(g.parent_id) + 1 if g.parent_id in mains else 0))

    def goals_under(self, main_id: UUID | None) -> tuple[Goal, ...]:
        """The active sub-goals of a main goal; the first main goal has those of nobody's too."""
        mains = [main.id for main in self.main_goals]
        if main_id is None or main_id == next(iter(mains), None):
            return tuple(g for g in self.active_goals if g.parent_id not in mains[1:])
        return tuple(g for g in self.active_goals if g.parent_id == main_id)

    @property
    def goals_in_order(self) -> tuple[Goal, ...]:
        """As they are read: the sub-goals of the first main goal, then each other main goal with its own."""
        ordered = list(self.goals_under(None))
        for main in self.main_goals[1:]:
            ordered += [main, *self.goals_under(main.id)]
        return tuple(ordered)

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed when the plan was to be followed up."""
        return self.review_on < today

    @property
    def earlier_goals(self) -> tuple[Goal, ...]:
        return tuple(g for g in self.goals if g.state is not GoalState.ACTIVE)


def first_review(valid_from: date) -> date:
    """Eight weeks after the plan begins."""
    return valid_from + timedelta(weeks=REVIEW_WEEKS)


def steps_of(goals: Iterable[Goal]) -> tuple[int, int]:
    """(done, all) over the goals."""
    steps = [step for goal in goals for step in goal.steps]
    return sum(s.is_done for s in steps), len(steps)


RATING_MAX = 10


def check_rating(rating: int | None) -> None:
    """From 0 to 10, or None to take it away."""
    if rating is not None and not 0 <= rating <= RATING_MAX:
        raise InputError("rating", "number_range", lowest=0, highest=RATING_MAX)


def check_done_on(done_on: date, today: date) -> None:
    if done_on > today:
        raise InputError("done_on", "done_in_future")
