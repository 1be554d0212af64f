"""What P01 "Min plan" is made of, before anything is released."""

from dataclasses import dataclass
from datetime import date, time

from .sharing import Audience, Block, Template
from .sheet_parts import SENSITIVE, MentorBlock, PersonBlock

MIN_PLAN = Template("P01", 1, frozenset({Audience.MENTEE}), ticked=SENSITIVE)
"""The mentee's own copy; goals about health, home or money are in it only when the mentee says yes (D.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBlock(Block):
    """One step; `who` is who ticked it or is to do it, as plain words ("Farah och Moa"), or empty."""

    text: str
    easy_text: str
    due: date | None
    done_on: date | None
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBlock(Block):
    """A sub-goal with its steps; `number` counts from 1 in the order of the plan. `who` works with it."""

    number: int
    wording: str
    easy_wording: str
    why: str
    steps: tuple[StepBlock, ...]
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainGoalBlock(Block):
    wording: str
    easy_wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentBlock(Block):
    """An open promise: who does what by when. `own` is true for the mentee's own promises."""

    who: str
    what: str
    by: date | None
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBlock(Block):
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeetingBlock(Block):
    """The next booked contact or meeting; `kind` is a code of SessionKind, or "meeting". The place is a block of its
    own: it may be LOCATION."""

    on: date
    at: time | None
    kind: str
    place: PlaceBlock | None
    interpreter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFactsBlock(Block):
    """The head of the plan; `agreed` is a code of Agreement, `mentee_participation` the mentee's part in own words."""

    version: int
    valid_from: date
    made_with: str
    mentee_participation: str
    review_on: date
    agreed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    facts: PlanFactsBlock | None
    main_goal: MainGoalBlock | None
    goals: tuple[GoalBlock, ...]
    commitments: tuple[CommitmentBlock, ...]
    next_meeting: NextMeetingBlock | None
