"""The meetings of the sample people with those around them, from `resources/sample/case`."""

from collections.abc import Mapping
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus, NewPoint
from mentorapp.store.meetings import add_invitee, add_meeting, change_meeting, get_meeting, set_attended
from mentorapp.store.meetings import set_meeting_status as set_status
from mentorapp.store.protocols import write_protocol

from .days import Days
from .surroundings import Place

Record = Mapping[str, Any]


def add_meetings(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    """What has been was held and is written up, but for one that is called off (`off`) or waits (`waits`)."""
    for one in record.get("meeting", ()):
        key = _add(session, mentee, one, place, days)
        if "off" in one:
            set_status(session, key, MeetingStatus.CANCELLED, one["off"])
        elif one["day"] < 0 and not one.get("waits"):
            _hold(session, key, one, days)


def _add(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> UUID:
    key = add_meeting(
        session,
        mentee,
        MeetingKind(record["kind"]),
        days.at(record["day"]),
        start_time=time.fromisoformat(record["at"].replace(".", ":")),
        duration_min=record.get("min", 60),
        place=record.get("place", ""),
        purpose=record.get("purpose", ""),
        with_interpreter=record.get("interpreter", False),
        repeat_days=record.get("every"),
        wants_raised=record.get("wants", ""),
    )
    for name in record.get("who", ()):
        add_invitee(session, key, contact_id=place.contacts[name])
    return key


def _hold(session: Session, key: UUID, record: Record, days: Days) -> None:
    set_status(session, key, MeetingStatus.HELD)
    for one in get_meeting(session, key).invitees:
        set_attended(session, one.id, Attended.CAME)
    if record.get("said"):
        write_protocol(session, key, [NewPoint(words, workplace_relevant=True) for words in record["said"]])
    change_meeting(session, key, written_up_on=days.at(record["day"] + 1), next_on=days.maybe(record.get("next")))
