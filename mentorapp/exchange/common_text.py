"""The one text of a meeting that all its parties share: who reads it, and why something cannot stand in it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent
from mentorapp.domain.meeting_sheets import PROTOCOL
from mentorapp.domain.meetings import Attended, MeetingInvitee
from mentorapp.domain.sharing import THE_MENTEE, Block, Choices, Gate, Recipient, Why
from mentorapp.store.consents import list_consents
from mentorapp.store.meetings import get_meeting
from mentorapp.store.protocols import not_reading, said_yes_to
from mentorapp.store.recipients import recipient_of_invitee


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonText:
    """`readers` are those who were there, or may come; `agreed` is what all have said yes to, one by one."""

    readers: tuple[tuple[MeetingInvitee, Recipient], ...]
    consents: tuple[Consent, ...]
    days: frozenset[date]
    agreed: frozenset[str]

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        return tuple(one for _, one in self.readers) or (THE_MENTEE,)

    def kept_from(self, block: Block) -> tuple[tuple[MeetingInvitee, Why], ...]:
        """Whoever may not read a piece, which keeps it out for all, and why."""
        return tuple((who, why) for who, reader in self.readers if (why := self._why(block, reader)) is not None)

    def _why(self, block: Block, reader: Recipient) -> Why | None:
        gate = Gate(PROTOCOL, (reader,), Choices(items=self.agreed), self.consents, tuple(self.days))
        return gate.verdict(block).why


def read_common(session: Session, meeting_id: UUID) -> CommonText:
    """Whoever did not come, or is not to have it, is none of its readers."""
    meeting = get_meeting(session, meeting_id)
    without = not_reading(session, meeting_id)
    here = [
        one
        for one in meeting.invitees
        if not one.is_mentor and one.attended is not Attended.CAME_NOT and one.id not in without
    ]
    return CommonText(
        readers=tuple((one, recipient_of_invitee(session, meeting.mentee_id, one)) for one in here),
        consents=list_consents(session, meeting.mentee_id),
        days=frozenset({session.info["clock"].today(), meeting.event_date}),
        agreed=said_yes_to(session, meeting_id),
    )
