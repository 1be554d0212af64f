"""The meetings of the sample people with those around them and what was agreed there, from `resources/sample/case`."""

from collections.abc import Mapping
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus, NewPoint
from mentorapp.domain.plans import CommitmentState, Origin, Who
from mentorapp.store.commitments import add_commitment, set_commitment_state
from mentorapp.store.meetings import add_invitee, add_meeting, change_meeting, get_meeting, set_attended
from mentorapp.store.meetings import set_meeting_status as set_status
from mentorapp.store.protocols import write_protocol
from mentorapp.store.tables.plans import CommitmentRow

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
            _hold(session, key, one, place, days)


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


def _hold(session: Session, key: UUID, record: Record, place: Place, days: Days) -> None:
    set_status(session, key, MeetingStatus.HELD)
    for one in get_meeting(session, key).invitees:
        set_attended(session, one.id, Attended.CAME)
    for one in record.get("agreed", ()):
        _promise(session, key, one, record, place, days)
    if record.get("said"):
        write_protocol(session, key, [NewPoint(words, workplace_relevant=True) for words in record["said"]])
    change_meeting(session, key, written_up_on=days.at(record["day"] + 1), next_on=days.maybe(record.get("next")))


def _promise(session: Session, meeting_id: UUID, record: Record, meeting: Record, place: Place, days: Days) -> None:
    """What somebody took on at a meeting; `done` is the day it was done. `who` is mentee, mentor or a contact."""
    enrolment = get_meeting(session, meeting_id).enrolment_id
    assert enrolment is not None
    own = record["who"] in (Who.MENTEE, Who.MENTOR)
    promise = add_commitment(
        session,
        enrolment,
        record["what"],
        who=Who(record["who"]) if own else Who.CONTACT,
        contact_id=None if own else place.contacts[record["who"]],
        by=days.at(record["by"]),
        origin=Origin.MEETING,
        origin_id=meeting_id,
        since=days.at(meeting["day"]),
        need=record.get("need", ""),
    )
    if "done" in record:
        set_commitment_state(session, promise, CommitmentState.DONE)
        session.get_one(CommitmentRow, promise).state_on = days.at(record["done"])
