"""What P03 "Arbetsplatsblad" is made of: only what a workplace has use for, worded as needs, of its own placement.

No level, programme, benefit or age, and nothing of why somebody ended: there is no place for it.
"""

from dataclasses import dataclass
from datetime import date

from .meeting_sheets import WhenBlock
from .sharing import Audience, Block, Template
from .sheet_parts import AddresseeBlock, MentorBlock, PersonBlock
from .summary_sheet import TextBlock

AT_WORK = Template("P03", 1, frozenset({Audience.EMPLOYER}))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementFactsBlock(Block):
    """`type` is a code of PlacementType; `hours` is said in words. The end is the planned one, or the day it ended."""

    type: str
    first: date
    last: date | None
    hours: str
    schedule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWorkSheet:
    """`needs` are adaptations, `known` what the mentee has said that the workplace may know, `goals` those about work
    that the mentee has ticked one by one."""

    to: AddresseeBlock | None
    mentor: MentorBlock | None
    person: PersonBlock | None
    when: WhenBlock | None
    facts: PlacementFactsBlock | None
    tasks: TextBlock | None
    instructions: TextBlock | None
    needs: tuple[TextBlock, ...]
    known: TextBlock | None
    goals: tuple[TextBlock, ...]
