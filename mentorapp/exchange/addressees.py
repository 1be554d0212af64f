"""For whom a print is made: as secrecy sees them, by name, and the day on which it is to serve."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.meetings import MeetingInvitee
from mentorapp.domain.sharing import THE_MENTEE, Audience, Recipient
from mentorapp.domain.sheet_parts import AddresseeBlock, addressee
from mentorapp.store.meetings import get_meeting
from mentorapp.store.mentees import get_mentee
from mentorapp.store.network import get_contact
from mentorapp.store.recipients import recipient_of, recipient_of_invitee


@dataclass(frozen=True, slots=True, kw_only=True)
class To:
    """For whom: nobody named is the mentee. A party of a meeting is an invitee; `internal` is a new mentor of the same
    organisation after information to the mentee. `supervision` is the mentor's own, where nobody is named."""

    contact_id: UUID | None = None
    meeting_id: UUID | None = None
    invitee_id: UUID | None = None
    internal: bool = False
    supervision: bool = False


THE_MENTEES_OWN = To()
IN_SUPERVISION = To(supervision=True)


_SUPERVISION = Recipient(audience=Audience.SUPERVISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """`needed_on` is the day of the meeting that the print is for: consents must hold on that day too."""

    recipient: Recipient
    name: str
    organisation: str = ""
    needed_on: date | None = None


def addressee_of(session: Session, mentee_id: UUID | None, to: To) -> Addressee:
    """NotFoundError for a party that is not invited to that meeting."""
    if to.supervision:
        return Addressee(recipient=_SUPERVISION, name="")
    if mentee_id is None:
        return Addressee(recipient=THE_MENTEE, name="")
    meeting = get_meeting(session, to.meeting_id) if to.meeting_id else None
    needed_on = meeting.event_date if meeting else None
    if to.invitee_id is not None:
        invitee = next((one for one in (meeting.invitees if meeting else ()) if one.id == to.invitee_id), None)
        if invitee is None:
            raise NotFoundError("invitee_unknown")
        return _party(session, mentee_id, invitee, needed_on)
    if to.contact_id is not None:
        contact = get_contact(session, to.contact_id)
        found = recipient_of(
            session,
            mentee_id,
            contact.id,
            meeting_id=to.meeting_id,
            internal=to.internal,
        )
        place = contact.organisation.name if contact.organisation else ""
        return Addressee(recipient=found, name=contact.name, organisation=place, needed_on=needed_on)
    name = get_mentee(session, mentee_id).full_name
    return Addressee(recipient=THE_MENTEE, name=name, needed_on=needed_on)


def addressee_block(session: Session, mentee_id: UUID, to: To) -> AddresseeBlock:
    """The recipient in the header of a paper."""
    found = addressee_of(session, mentee_id, to)
    return addressee(found.recipient.contact_id or to.meeting_id, found.name, found.organisation)


def _party(session: Session, mentee_id: UUID, invitee: MeetingInvitee, needed_on: date | None) -> Addressee:
    found = recipient_of_invitee(session, mentee_id, invitee)
    name = get_mentee(session, mentee_id).full_name if invitee.is_mentee else invitee.name
    place = invitee.organisation.name if invitee.organisation else ""
    return Addressee(recipient=found, name=name, organisation=place, needed_on=needed_on)
