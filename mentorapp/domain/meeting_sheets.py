"""What P07 "Dagordning" and P08 "Protokoll" are made of, before anything is released."""

from dataclasses import dataclass
from datetime import date, time

from .sharing import Audience, Block, Template
from .sheet_parts import AddresseeBlock, DoerBlock, MentorBlock, PersonBlock

PARTIES = frozenset(Audience) - {Audience.SUPERVISION, Audience.STATISTICS}
AGENDA = Template("P07", 1, PARTIES)
PROTOCOL = Template("P08", 1, PARTIES)
"""One common text: it is released to all parties at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereBlock(Block):
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenBlock(Block):
    """When a meeting is; `form` is a code of MeetingForm. The place is a block of its own: it may be LOCATION."""

    on: date
    at: time | None
    minutes: int | None
    form: str
    where: WhereBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBlock(Block):
    """Somebody who is invited, or was there: name, and as what, else from where. Where is a block of its own: it may
    be LOCATION. `signs` is whether the common text is theirs too."""

    name: str
    role: str
    came: bool | None
    place: WhereBlock | None = None
    signs: bool = True

    @property
    def said(self) -> str:
        return self.role or (self.place.place if self.place else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBlock(Block):
    """The question that the meeting is to answer, or what the mentee wants to take up."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBlock(Block):
    title: str
    minutes: int | None
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointBlock(Block):
    """What was said or agreed."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBlock(Block):
    """Who does what by when, and for which need; `earlier` is one that an earlier meeting left open. `doer` names the
    mentee where it is they."""

    who: str
    what: str
    by: date | None
    done: bool
    earlier: bool
    need: str = ""
    doer: DoerBlock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSheet:
    to: AddresseeBlock | None
    mentor: MentorBlock | None
    person: PersonBlock | None
    when: WhenBlock | None
    question: QuestionBlock | None
    raised: QuestionBlock | None
    parties: tuple[PartyBlock, ...]
    items: tuple[ItemBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolSheet:
    mentor: MentorBlock | None
    person: PersonBlock | None
    when: WhenBlock | None
    question: QuestionBlock | None
    parties: tuple[PartyBlock, ...]
    points: tuple[PointBlock, ...]
    decisions: tuple[DecisionBlock, ...]
    next_on: WhenBlock | None
