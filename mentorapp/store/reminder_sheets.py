"""Gathers what "Kom ihåg" is made of: the next booked contact or planned meeting, whichever is first."""

from datetime import time
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import Meeting, MeetingForm, MeetingStatus
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.plan_sheet import NextMeetingBlock, PlaceBlock
from mentorapp.domain.reminder_sheet import BringBlock, ReminderSheet
from mentorapp.domain.sharing import InfoClass

from .meetings import get_meeting, list_meetings
from .mentees import get_mentee
from .plan_sheets import next_meeting
from .sheet_parts import mentor_block

_KINDS = {MeetingForm.PHONE: "phone", MeetingForm.VIDEO: "video"}


def names_sender(mentee: Mentee) -> bool:
    """Nobody who told how to be reached safely, and nobody protected, gets a slip with a sender unasked."""
    return not (mentee.safe_contact.strip() or mentee.is_protected)


def gather_reminder_sheet(
    session: Session, mentee_id: UUID, *, meeting_id: UUID | None = None, bring: str = "", sender: bool | None = None
) -> ReminderSheet:
    """`sender` None is what is safe for that mentee."""
    mentee = get_mentee(session, mentee_id)
    named = names_sender(mentee) if sender is None else sender
    if meeting_id is not None:
        at: NextMeetingBlock | None = _of_meeting(get_meeting(session, meeting_id), mentee)
    else:
        at = _first(session, mentee)
    return ReminderSheet(
        meeting=at,
        bring=BringBlock(info_class=InfoClass.PLAN, text=bring.strip()) if bring.strip() else None,
        sender=mentor_block(session) if named else None,
    )


def _first(session: Session, mentee: Mentee) -> NextMeetingBlock | None:
    today = session.info["clock"].today()
    ahead = [
        _of_meeting(one, mentee)
        for one in list_meetings(session, mentee.id)
        if one.status is MeetingStatus.PLANNED and one.event_date >= today
    ]
    booked = next_meeting(session, mentee)
    return min([*([booked] if booked else []), *ahead], key=lambda one: (one.on, one.at or time.max), default=None)


def _of_meeting(meeting: Meeting, mentee: Mentee) -> NextMeetingBlock:
    place = PlaceBlock(info_class=mentee.place_class(), place=meeting.place) if meeting.place else None
    return NextMeetingBlock(
        info_class=InfoClass.PRESENCE,
        on=meeting.event_date,
        at=meeting.start_time,
        kind=_KINDS.get(meeting.form, ""),
        place=place,
        interpreter=meeting.with_interpreter,
    )
