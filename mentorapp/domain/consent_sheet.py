"""What P09 "Samtycke" is made of: one recipient, what may be told, why, until when, and who signs. Blank, or filled."""

from dataclasses import dataclass
from datetime import date

from .matrix import InfoClass
from .sharing import Audience, Block, Template
from .sheet_parts import MentorBlock, PersonBlock

CONSENT = Template("P09", 1, frozenset({Audience.MENTEE}))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedBlock(Block):
    """`covers` are the classes agreed to, of those `offered`; without days there are lines to write on.

    `signers` are codes of who signs: mentee, guardian, representative.
    """

    recipient: str
    covers: tuple[InfoClass, ...]
    offered: tuple[InfoClass, ...]
    purpose: str
    direction: str
    valid_from: date | None
    valid_to: date | None
    signers: tuple[str, ...]
    interpreter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    person: PersonBlock | None
    mentor: MentorBlock | None
    agreed: AgreedBlock | None
