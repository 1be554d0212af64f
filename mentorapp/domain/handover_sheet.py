"""What P11 "Överlämning" is made of: what a new mentor needs to go on with, part by part and line by line (E22, D8).

Every line has an `item`: it is chosen or left out by itself, and what is sensitive takes a tick of its own each time.
"""

from dataclasses import dataclass

from .record_sheet import PartBlock
from .sharing import Audience, Template
from .sheet_parts import AddresseeBlock, MentorBlock, PersonBlock

HANDOVER = Template("P11", 1, frozenset({Audience.NEW_MENTOR}))

TRUST = "trust"
"""How to build trust: the mentor's words, which are on paper when the mentee has said yes to them."""

IDNUM = "idnum"

ASKED_FIRST = frozenset({TRUST, IDNUM})
"""Left out until they are chosen, also where no consent is needed (D.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSheet:
    to: AddresseeBlock | None
    mentor: MentorBlock | None
    person: PersonBlock | None
    parts: tuple[PartBlock, ...]
