"""What is decided at a meeting: who does what, and by when. It becomes a promise as soon as it is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .meetings import MeetingInvitee
from .plans import Who

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision as it is typed; `who` None is nobody yet, `need` is what it answers to."""

    what: str
    who: Who | None
    who_name: str = ""
    contact_id: UUID | None = None
    by: date | None = None
    need: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can take a decision on; `key` stays the same while the list is renewed."""

    key: str
    name: str
    who: Who | None
    contact_id: UUID | None = None

    def decides(self, what: str, by: date | None, need: str = "") -> NewDecision:
        named = self.who is Who.CONTACT
        return NewDecision(what, self.who, self.name if named else "", self.contact_id, by, need)


def parties(mentee: str, mentor: str, outside: Iterable[MeetingInvitee], nobody: str) -> tuple[Party, ...]:
    """The mentee first, then the mentor, then the others as invited; last nobody yet."""
    return (
        Party("mentee", mentee, Who.MENTEE),
        Party("mentor", mentor, Who.MENTOR),
        *(Party(one.id.hex, one.name, Who.CONTACT, one.contact_id) for one in outside),
        Party(NOBODY, nobody, None),
    )
