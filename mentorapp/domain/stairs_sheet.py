"""What P06 "Min trappa" is made of: the picture for the wall, with dates, milestones and the next step; for others with
consent, and with ratings where somebody asks for them."""

from dataclasses import dataclass
from datetime import date

from .enrolments import StepState
from .rating_sheet import RatingBlock, TrendBlock
from .sharing import Audience, Block, Template
from .sheet_parts import SENSITIVE, AddresseeBlock, MentorBlock, PersonBlock

STAIRS = Template(
    "P06",
    1,
    frozenset(
        {
            Audience.MENTEE,
            Audience.GUARDIAN,
            Audience.CASEWORKER,
            Audience.SCHOOL,
            Audience.CARE,
            Audience.NEW_MENTOR,
        }
    ),
    ticked=SENSITIVE,
)
"""Not for an employer: what level somebody is on is nothing for a workplace (P03)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StairBlock(Block):
    """A level as it is drawn; a way down is never drawn. `last` is None while the person is there. `easy_text` is what
    is done there, in plain words."""

    number: int
    name: str
    state: StepState
    first: date | None
    last: date | None
    goal: bool
    easy_text: str = ""


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
    """`to` is somebody else; the mentee's own has none."""

    person: PersonBlock | None
    mentor: MentorBlock | None
    stairs: tuple[StairBlock, ...]
    done: tuple[DoneBlock, ...]
    next_step: NextStepBlock | None
    to: AddresseeBlock | None = None
    ratings: tuple[RatingBlock, ...] = ()
    trend: TrendBlock | None = None
