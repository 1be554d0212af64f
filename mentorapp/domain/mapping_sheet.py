"""What P19 "Min kartläggning" is made of: the mentee's own words. The mentor's view is not on this paper."""

from dataclasses import dataclass
from datetime import date

from .sharing import Audience, Block, Template
from .sheet_parts import SENSITIVE, MentorBlock, PersonBlock

MAPPING = Template("P19", 1, frozenset({Audience.MENTEE}), ticked=SENSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingFactsBlock(Block):
    """`type` is a code of MappingType; `completed_on` None while it is going on."""

    version: int
    type: str
    started_on: date
    completed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsBlock(Block):
    """What the mentee said, in the class it was said in."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBlock(Block):
    """A life area that has been talked about; `status` is a code of AnswerStatus, `importance` 0 to 3."""

    name: str
    status: str
    importance: int
    resources: str
    needs: str
    words: tuple[WordsBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnaskedBlock(Block):
    """The areas that nobody has asked about yet."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    facts: MappingFactsBlock | None
    wishes: tuple[WordsBlock, ...]
    areas: tuple[AreaBlock, ...]
    unasked: UnaskedBlock | None
