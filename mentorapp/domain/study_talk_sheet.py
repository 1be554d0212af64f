"""What P22 "Studiesamtal – dagordning" is made of: where the studies stand, who does what, what to talk about (P24)."""

from dataclasses import dataclass
from datetime import date

from .phases import Phase
from .sharing import Audience, Block, Template
from .sheet_parts import MentorBlock, PersonBlock

STUDY_TALK = Template("P22", 1, frozenset({Audience.MENTEE}))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNameBlock(Block):
    """A place or a school by name: LOCATION for a protected person."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkBlock(Block):
    """The talk: its day, who comes, and the points to take up."""

    on: date
    present: str
    points: tuple[str, ...]
    place: PlaceNameBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiesBlock(Block):
    """The studies. `goal` is the mentee's own; `barriers` what stood in the way before. `pace` is in per cent."""

    course: str
    level: str
    pace: int | None
    goal: str
    barriers: str
    phases: tuple[Phase, ...]
    school: PlaceNameBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperBlock(Block):
    """Somebody in the team and what they do."""

    name: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateBlock(Block):
    """A date ahead; `kind` is a code of StudyDateKind."""

    on: date
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTimeBlock(Block):
    """What was agreed at the talk before."""

    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyTalkSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    talk: TalkBlock | None
    studies: StudiesBlock | None
    team: tuple[HelperBlock, ...]
    dates: tuple[DateBlock, ...]
    last_time: LastTimeBlock | None
