"""What P06 "Min trappa" is made of: the picture for the wall, with dates, milestones and the next step."""

from dataclasses import dataclass
from datetime import date

from .enrolments import StepState
from .sharing import Audience, Block, Template
from .sheet_parts import SENSITIVE, MentorBlock, PersonBlock

STAIRS = Template("P06", 1, frozenset({Audience.MENTEE}), ticked=SENSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StairBlock(Block):
    """A level as it is drawn; a way down is never drawn. `last` is None while the person is there."""

    number: int
    name: str
    state: StepState
    first: date | None
    last: date | None
    goal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneBlock(Block):
    """A milestone, or a step that was ticked."""

    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepBlock(Block):
    text: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StairsSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    stairs: tuple[StairBlock, ...]
    done: tuple[DoneBlock, ...]
    next_step: NextStepBlock | None
