"""What P02 "Sammanfattning inför trepartsmöte" is made of: what has happened since the last meeting, piece by piece.

Each piece has an `item`: it can be ticked, left out and worded anew for one meeting.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from .hours_curve import HoursCurve
from .meeting_sheets import QuestionBlock, WhenBlock
from .periods import Period
from .rating_sheet import RatingBlock, TrendBlock
from .sharing import Audience, Block, InfoClass, Template
from .sheet_parts import AddresseeBlock, DoerBlock, MentorBlock, PersonBlock
from .stairs_sheet import StairBlock
from .study_talk_sheet import PlaceNameBlock

SUMMARY = Template("P02", 1, frozenset({Audience.CASEWORKER, Audience.CARE, Audience.SCHOOL}))
"""One for each recipient. The employer has a sheet of its own."""

PROPOSAL = "proposal:"
"""The wording of a meeting under this and a class is the mentor's own proposal, and has that class."""

PROPOSAL_CLASSES = (InfoClass.PLAN, InfoClass.WORK, InfoClass.EDU, InfoClass.INCOME, InfoClass.HEALTH, InfoClass.SOCIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodBlock(Block):
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBlock(Block):
    """The small stair."""

    stairs: tuple[StairBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBlock(Block):
    """How many of a kind: a code of SessionKind, or `no_show`."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsBlock(Block):
    """Counted kind by kind and never together: a total would tell of a kind that is not there."""

    counts: tuple[CountBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneBlock(Block):
    """A step that was done, or a milestone."""

    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementBlock(Block):
    """`type` is a code of PlacementType; `text` says hours and tasks."""

    type: str
    text: str
    curve: HoursCurve
    place: PlaceNameBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyBlock(Block):
    text: str
    place: PlaceNameBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(Block):
    """A benefit with its decision, an obstacle, a proposal."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPromiseBlock(Block):
    """`doer` names the mentee where it is they."""

    who: str
    what: str
    by: date | None
    doer: DoerBlock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySheet:
    to: AddresseeBlock | None
    mentor: MentorBlock | None
    person: PersonBlock | None
    when: WhenBlock | None
    period: PeriodBlock | None
    level: LevelBlock | None
    steps: tuple[DoneBlock, ...]
    milestones: tuple[DoneBlock, ...]
    contacts: ContactsBlock | None
    placements: tuple[PlacementBlock, ...]
    studies: tuple[StudyBlock, ...]
    incomes: tuple[TextBlock, ...]
    raised: QuestionBlock | None
    ratings: tuple[RatingBlock, ...]
    trend: TrendBlock | None
    promises: tuple[OpenPromiseBlock, ...]
    obstacles: tuple[TextBlock, ...]
    proposals: tuple[TextBlock, ...]


def since_last(before: date | None, started: date | None, meeting: date, today: date) -> Period:
    """From the meeting before, else from the first day, up to today or the day before the meeting."""
    last = min(today, meeting - timedelta(days=1))
    first = before or started or last
    return Period(min(first, last), last)
