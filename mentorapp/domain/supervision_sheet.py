"""What P24 "Ärendeblad för handledning" is made of: a case without a name, a place or a day that tells whose it is.

Words are masked when they are gathered; days are said as weeks. What is of health or social life is ticked line by
line.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .enrolments import StepState
from .meeting_sheets import QuestionBlock
from .plans import Who
from .rating_sheet import RatingBlock
from .sharing import Audience, Block, Template
from .sheet_parts import AddresseeBlock
from .summary_sheet import ContactsBlock, TextBlock

SUPERVISION = Template("P24", 1, frozenset({Audience.SUPERVISION}))
BACK_DAYS = 91
"""How far back what has happened is told."""


class AgeBand(StrEnum):
    """Wide enough to hold many people."""

    BELOW_16 = "below_16"
    FROM_16 = "from_16"
    FROM_20 = "from_20"
    FROM_25 = "from_25"
    FROM_30 = "from_30"


_BANDS = ((30, AgeBand.FROM_30), (25, AgeBand.FROM_25), (20, AgeBand.FROM_20), (16, AgeBand.FROM_16))


def age_band(age: int | None) -> AgeBand | None:
    if age is None:
        return None
    return next((band for lowest, band in _BANDS if age >= lowest), AgeBand.BELOW_16)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBlock(Block):
    """By the alias, which is drawn by lot; `months` is how long somebody has been enrolled, None where they are not."""

    alias: str
    band: AgeBand | None
    months: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOfLadderBlock(Block):
    """A level by name, and for how many weeks; None is one that lies ahead."""

    number: int
    name: str
    state: StepState
    weeks: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBlock(Block):
    """A goal with how many of its steps are done, and the next one."""

    wording: str
    main: bool
    done: int
    steps: int
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastBlock(Block):
    """Something that was done, so many weeks ago."""

    text: str
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseBlock(Block):
    """`role` is what somebody else is to the mentee; nobody is named. `weeks` are those left, below 0 those passed."""

    who: Who
    role: str
    what: str
    weeks: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsBlock(Block):
    """Totals of an instrument, oldest first, each so many weeks ago; `limit` is what they are held against."""

    title: str
    totals: tuple[tuple[int, Decimal], ...]
    limit: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionSheet:
    """`question` is what the mentor wants help with; `around` are roles, `obstacles` what is in the way."""

    to: AddresseeBlock | None
    case: CaseBlock | None
    question: QuestionBlock | None
    ladder: tuple[StepOfLadderBlock, ...]
    goals: tuple[GoalBlock, ...]
    done: tuple[PastBlock, ...]
    contacts: ContactsBlock | None
    work: tuple[TextBlock, ...]
    studies: tuple[TextBlock, ...]
    around: tuple[TextBlock, ...]
    obstacles: tuple[TextBlock, ...]
    promises: tuple[PromiseBlock, ...]
    ratings: tuple[RatingBlock, ...]
    totals: tuple[TotalsBlock, ...]
