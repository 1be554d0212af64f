"""What a handover can hold for whoever takes over, line by line, and who that can be (D8)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent, audience_of
from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.meeting_grid import GridRow, Party, PartyPaper, meeting_grid, pieces
from mentorapp.domain.network import Contact, is_current
from mentorapp.domain.record_sheet import EntryBlock, FactBlock, RowBlock, SentenceBlock
from mentorapp.domain.sharing import Audience, Block, Choices, Recipient
from mentorapp.language import Texts
from mentorapp.store.consents import list_consents
from mentorapp.store.mentees import get_mentee
from mentorapp.store.network import list_links

from .addressees import To, addressee_of
from .orders import KINDS, Order

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A line of the paper under the heading of its part, with the one cell that says how it stands."""

    heading: str
    words: str
    row: GridRow


@dataclass(frozen=True, slots=True)
class HandoverCase:
    recipient: Recipient
    consents: tuple[Consent, ...]
    lines: tuple[HandoverLine, ...]


def list_successors(session: Session, mentee_id: UUID) -> tuple[Contact, ...]:
    """Mentors around the person who are not you, the newest first."""
    today = session.info["clock"].today()
    age = get_mentee(session, mentee_id).age(today)
    links = [one for one in list_links(session, mentee_id) if is_current(one, age, today)]
    found = {
        one.contact.id: one.contact
        for one in links
        if one.contact is not None and audience_of(one.role, None) is Audience.NEW_MENTOR
    }
    return tuple(found.values())


def read_handover(session: Session, mentee_id: UUID, to: To, choices: Choices, *, texts: Texts) -> HandoverCase:
    """Asks the gate that the paper goes through: the list and the paper cannot differ."""
    recipient = addressee_of(session, mentee_id, to).recipient
    consents = list_consents(session, mentee_id)
    sheet = KINDS[HANDOVER.code].gather(session, Order(mentee_id=mentee_id, template=HANDOVER.code, to=to), texts)
    party = Party("", recipient, (PartyPaper(HANDOVER, sheet),), choices)
    rows = meeting_grid((party,), consents, {session.info["clock"].today()})
    headings = {block.item: part.heading for part in reversed(sheet.parts) for block in pieces(part) if block.item}
    lines = tuple(HandoverLine(headings[row.key], words_of(row.blocks[0]), row) for row in rows)
    return HandoverCase(recipient, consents, lines)


def words_of(block: Block) -> str:
    """What a line says, on one line."""
    said = " ".join(" · ".join(part for part in _parts(block) if part).split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"


def _parts(block: Block) -> tuple[str, ...]:
    if isinstance(block, RowBlock):
        return block.cells[:2]
    if isinstance(block, EntryBlock):
        return (block.when, *(one.value for one in block.facts))
    if isinstance(block, FactBlock):
        return (block.label, block.value)
    return (block.text,) if isinstance(block, SentenceBlock) else (getattr(block, "heading", ""),)


def is_empty(case: HandoverCase) -> bool:
    """Whether nothing at all may be handed over to that recipient."""
    return not any(cell.can_change for one in case.lines for cell in one.row.cells)
