"""What the papers that only tell are made of: parts with a heading, sentences, facts and a table (P10, P16, P17, P26,
P27)."""

from dataclasses import dataclass

from .sharing import Audience, Block, InfoClass, Template
from .sheet_parts import SENSITIVE, MentorBlock, PersonBlock

_MENTEE = frozenset({Audience.MENTEE})

EXTRACT = Template("P10", 1, _MENTEE, access_request=True)
"""All that is stored about somebody, for that person; VIOLENCE and LOCATION are ticked when it is handed over in
person (D.4)."""

CERTIFICATE = Template("P16", 1, _MENTEE, ticked=frozenset({InfoClass.WORK, InfoClass.EDU, InfoClass.PLAN}))
"""A letter that may be shown to anybody: every line of it is chosen by the mentee."""

DISPOSAL = Template("P17", 1, _MENTEE)
"""Of nobody: rule, counts and date."""

SUPPORT = Template("P26", 1, _MENTEE)
CLOSING_SUMMARY = Template("P27", 1, _MENTEE, ticked=SENSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceBlock(Block):
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBlock(Block):
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryBlock(Block):
    """Something that is stored, as facts one after the other; `when` stands first."""

    when: str
    facts: tuple[FactBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowBlock(Block):
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBlock(Block):
    """A part is on paper when something of it is. `shares` are the widths of the columns as shares of the line."""

    heading: str
    sentences: tuple[SentenceBlock, ...] = ()
    facts: tuple[FactBlock, ...] = ()
    columns: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    rows: tuple[RowBlock, ...] = ()
    entries: tuple[EntryBlock, ...] = ()
    quoted: SentenceBlock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    lead: SentenceBlock | None
    parts: tuple[PartBlock, ...]
