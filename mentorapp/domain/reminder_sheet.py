"""What P18 "Kom ihåg" is made of: a slip about the next time, in words that tell nobody what it is about."""

from dataclasses import dataclass

from .plan_sheet import NextMeetingBlock
from .sharing import Audience, Block, Template
from .sheet_parts import MentorBlock

REMINDER = Template("P18", 1, frozenset({Audience.MENTEE}))


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBlock(Block):
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSheet:
    """`sender` is None where no sender may stand on what is found by others."""

    meeting: NextMeetingBlock | None
    bring: BringBlock | None
    sender: MentorBlock | None
