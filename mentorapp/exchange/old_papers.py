"""The papers printed before that should be destroyed, now that what they were made on no longer holds."""

from sqlalchemy.orm import Session

from mentorapp.domain.prints import PrintRecord
from mentorapp.store.stale_prints import list_stale

from .meeting_parties import MeetingCase


def old_papers(session: Session, case: MeetingCase) -> tuple[PrintRecord, ...]:
    """Those made for the meeting, or for one of its parties, the newest first."""
    contacts = {one.party.recipient.contact_id for one in case.parties} - {None}
    return tuple(
        one.record
        for one in list_stale(session, case.meeting.mentee_id)
        if one.record.meeting_id == case.meeting.id or one.record.contact_id in contacts
    )
