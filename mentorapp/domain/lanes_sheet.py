"""What P20 "Allt på en gång" is made of: one lane for each actor, with gaps, over a stretch of time."""

from dataclasses import dataclass
from datetime import date

from .sharing import Audience, Block, Template
from .sheet_parts import SENSITIVE, MentorBlock, PersonBlock

LANES = Template("P20", 1, frozenset({Audience.MENTEE}), ticked=SENSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanBlock(Block):
    """Something that goes on in a lane; None means before or beyond what is known. `pending` is not there yet.

    With `percent` it is drawn as a step of that height, and `short` stands on it.
    """

    lane: str
    words: str
    first: date | None
    last: date | None
    pending: bool
    gap: bool = False
    percent: int | None = None
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsBlock(Block):
    """The days of contacts held and not held."""

    lane: str
    held: tuple[date, ...]
    missed: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisBlock(Block):
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedOnBlock(Block):
    """What the mentee lived on when the enrolment began, and lives on now or did when it ended (E17)."""

    at_start: str
    later: str
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodBlock(Block):
    """The enrolment. `reason` is a code of CloseReason as it may stand on paper: a sensitive one is "other" (C4)."""

    programme: str
    started_on: date
    closed_on: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    axis: AxisBlock | None
    contacts: ContactsBlock | None
    spans: tuple[SpanBlock, ...]
    period: PeriodBlock | None = None
    lived_on: LivedOnBlock | None = None
