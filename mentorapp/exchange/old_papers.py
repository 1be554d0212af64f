"""The papers printed before that should be destroyed, now that what they were made on no longer holds."""

from datetime import date

from sqlalchemy.orm import Session

from mentorapp.domain.prints import PrintRecord
from mentorapp.domain.sharing import Audience, Recipient
from mentorapp.domain.withheld import no_longer_holds
from mentorapp.store.print_log import list_prints
from mentorapp.store.recipients import recipient_of

from .meeting_parties import MeetingCase


def old_papers(session: Session, case: MeetingCase) -> tuple[PrintRecord, ...]:
    """Those made for the parties of the meeting, or for the meeting itself, the newest first."""
    today = session.info["clock"].today()
    contacts = {one.party.recipient.contact_id for one in case.parties}
    return tuple(
        one
        for one in list_prints(session, case.meeting.mentee_id)
        if one.audience is not Audience.MENTEE
        and (one.meeting_id == case.meeting.id or (one.contact_id is not None and one.contact_id in contacts))
        and any(
            no_longer_holds(one, who, case.consents, today, _day(one, case)) for who in _recipients(session, one, case)
        )
    )


def _day(record: PrintRecord, case: MeetingCase) -> date | None:
    return case.meeting.event_date if record.meeting_id == case.meeting.id else None


def _recipients(session: Session, record: PrintRecord, case: MeetingCase) -> tuple[Recipient, ...]:
    """One text for several parties holds only as long as it does for every one of them."""
    if record.contact_id is not None:
        found = recipient_of(session, case.meeting.mentee_id, record.contact_id, meeting_id=record.meeting_id)
        return (found,)
    return tuple(one.party.recipient for one in case.parties if one.party.recipient.contact_id is not None)
