"""What P05 "Uppföljning – ifylld" is made of: marks where they stood, the round before, what was agreed.

On the mentee's own paper may be the supervisor's marks, the supervisor's words and name never. On that of an employer
are their own marks and what was agreed together; nothing of what the mentee marked or said.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .scale_changes import Trend
from .scale_marks import MarkNote
from .sharing import Audience, Block, Template
from .sheet_parts import SENSITIVE, AddresseeBlock, MentorBlock, PersonBlock
from .voice_rows import VoiceRow

FILLED = Template("P05", 1, frozenset({Audience.MENTEE, Audience.EMPLOYER}), ticked=SENSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBlock(Block):
    """A question with the mentee's mark, in millimetres of an unscaled line or as a step; None is no mark.

    `note` None is a line that nobody filled in. `before` is the mark of the round before in the same version, `trend`
    what has become of it. `voices` are the same marks with the good end to the right, and the supervisor's.
    """

    text: str
    easy_text: str
    left: str
    right: str
    value: Decimal | None
    note: MarkNote | None
    before: Decimal | None
    trend: Trend | None
    voices: VoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledBlock(Block):
    """One form. `steps` None are lines; `occasions` counts the filled forms of this version up to this one.

    `filled_on` is the mentee's, `other_on` the supervisor's, `before_on` the round before; None where there is none.
    """

    title: str
    steps: int | None
    occasions: int
    filled_on: date | None
    other_on: date | None
    before_on: date | None
    answers: tuple[AnswerBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalBlock(Block):
    """A total of somebody else's instrument; None where a line is missing. `cut_off` is the limit of that day."""

    on: date
    value: Decimal | None
    cut_off: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsBlock(Block):
    """The totals of one instrument, oldest first. No form of it, and no word of what it asks."""

    title: str
    top: Decimal
    decimals: int
    totals: tuple[TotalBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBlock(Block):
    """The mentee's own words; `talked` where they were said instead of a form."""

    text: str
    talked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereBlock(Block):
    """The workplace by name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedBlock(Block):
    """What was agreed; `needs` are the adaptations agreed on that day."""

    text: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBlock(Block):
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSheet:
    """`met` is the day of a follow-up at a workplace; without one it is about a form by itself. `to` is an employer;
    the mentee's own has none."""

    person: PersonBlock | None
    mentor: MentorBlock | None
    met: NextBlock | None
    where: WhereBlock | None
    forms: tuple[FilledBlock, ...]
    totals: TotalsBlock | None
    said: tuple[SaidBlock, ...]
    agreed: AgreedBlock | None
    next_on: NextBlock | None
    to: AddresseeBlock | None = None
