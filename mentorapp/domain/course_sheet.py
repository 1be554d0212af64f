"""What P21 "Kursintyg" is made of: that somebody took part in a group activity, and in what of it. No other name."""

from dataclasses import dataclass
from datetime import date

from .sharing import Audience, Block, Template
from .sheet_parts import MentorBlock, PersonBlock

COURSE = Template("P21", 1, frozenset({Audience.MENTEE}))


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseBlock(Block):
    """`attended` of `held` meetings, `minutes` in all."""

    title: str
    organiser: str
    first: date
    last: date
    attended: int
    held: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBlock(Block):
    """A topic of the course and the days on which the mentee took part in it; none where the mentee was away."""

    topic: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    course: CourseBlock | None
    topics: tuple[TopicBlock, ...]
