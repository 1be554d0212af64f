"""Verbs on group activities and their meetings: shared by all, and about nobody."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, MentorError, NotFoundError
from mentorapp.domain.groups import GroupActivity, GroupKind, GroupMeeting, check_meeting
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.periods import check_order
from mentorapp.domain.sessions import Attendance, is_contact

from .tables import value_of
from .tables.groups import GroupActivityRow, GroupMeetingRow
from .tables.mentees import MenteeRow
from .tables.sessions import SessionRow

_DETAILS = ("kind_other", "organiser", "online", "from_date", "to_date", "topics")
_MEETINGS = """
SELECT m.id, m.group_activity_id, m.event_date, m.start_time, m.duration_min, m.place, m.topic, count(s.id),
       ifnull(sum(s.attendance = 'held'), 0)
FROM group_meeting AS m LEFT JOIN session AS s ON s.group_meeting_id = m.id AND s.voided_at IS NULL
"""
_MEETINGS_END = " GROUP BY m.id ORDER BY m.event_date, m.start_time, m.id"
_MEMBERS = """
SELECT m.group_activity_id, count(DISTINCT s.mentee_id)
FROM group_meeting AS m JOIN session AS s ON s.group_meeting_id = m.id AND s.voided_at IS NULL
GROUP BY m.group_activity_id
"""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with its meetings in order, and how many different people have been invited to any of them."""

    activity: GroupActivity
    meetings: tuple[GroupMeeting, ...]
    members: int


def add_activity(session: Session, title: str, kind: GroupKind, **details: Any) -> UUID:
    """Details: kind_other, organiser, online, from_date, to_date, topics (the titles of its meetings)."""
    row = GroupActivityRow()
    _fill_activity(row, title, kind, details)
    session.add(row)
    session.flush()
    return row.id


def change_activity(session: Session, activity_id: UUID, title: str, kind: GroupKind, **details: Any) -> None:
    _fill_activity(_activity(session, activity_id), title, kind, details)


def remove_activity(session: Session, activity_id: UUID) -> None:
    """With its meetings. MentorError while somebody has been at one of them: those contacts tell of it."""
    row = _activity(session, activity_id)
    meetings = list(session.scalars(select(GroupMeetingRow).where(GroupMeetingRow.group_activity_id == activity_id)))
    if _have_attendance(session, [meeting.id for meeting in meetings]):
        raise MentorError("group_has_attendance")
    for meeting in meetings:
        session.delete(meeting)
    session.flush()
    session.delete(row)


def list_activities(session: Session) -> tuple[ActivityLine, ...]:
    """Everything that is or was, the newest beginning first; those without a day before all."""
    meetings: dict[UUID, list[GroupMeeting]] = {}
    for meeting in _read_meetings(session, _MEETINGS + _MEETINGS_END):
        meetings.setdefault(meeting.group_activity_id, []).append(meeting)
    members = {UUID(bytes=key): count for key, count in session.connection().exec_driver_sql(_MEMBERS)}
    lines = [
        ActivityLine(value_of(GroupActivity, row), tuple(meetings.get(row.id, ())), members.get(row.id, 0))
        for row in session.scalars(select(GroupActivityRow).order_by(GroupActivityRow.title))
    ]
    return tuple(sorted(lines, key=_begins, reverse=True))


def get_activity(session: Session, activity_id: UUID) -> GroupActivity:
    return value_of(GroupActivity, _activity(session, activity_id))


def add_meeting(
    session: Session,
    activity_id: UUID,
    event_date: date,
    *,
    start_time: time | None = None,
    duration_min: int | None = None,
    place: str = "",
    topic: str = "",
) -> UUID:
    _activity(session, activity_id)
    row = GroupMeetingRow(group_activity_id=activity_id)
    _fill_meeting(row, event_date, start_time, duration_min, place, topic)
    session.add(row)
    session.flush()
    return row.id


def change_meeting(
    session: Session,
    meeting_id: UUID,
    event_date: date,
    *,
    start_time: time | None = None,
    duration_min: int | None = None,
    place: str = "",
    topic: str = "",
) -> None:
    """The contacts of those who were there follow. InputError when it would lie ahead and somebody has been there."""
    row = _meeting(session, meeting_id)
    _fill_meeting(row, event_date, start_time, duration_min, place, topic)
    query = select(SessionRow).where(SessionRow.group_meeting_id == meeting_id, SessionRow.voided_at.is_(None))
    for contact in session.scalars(query):
        if event_date > session.info["clock"].today() and contact.attendance is not Attendance.PLANNED:
            raise InputError("event_date", "held_in_future")
        follow_meeting(session, contact, row)


def remove_meeting(session: Session, meeting_id: UUID) -> None:
    """MentorError while anybody's attendance is written down for it."""
    row = _meeting(session, meeting_id)
    if _have_attendance(session, [meeting_id]):
        raise MentorError("group_has_attendance")
    session.delete(row)


def get_meeting(session: Session, meeting_id: UUID) -> GroupMeeting:
    found = _read_meetings(session, f"{_MEETINGS} WHERE m.id = ?{_MEETINGS_END}", meeting_id.bytes)
    if not found:
        raise NotFoundError("group_meeting_unknown")
    return found[0]


def list_meetings(session: Session, activity_id: UUID) -> tuple[GroupMeeting, ...]:
    """In order of time, with the numbers of invited and present."""
    return _read_meetings(session, f"{_MEETINGS} WHERE m.group_activity_id = ?{_MEETINGS_END}", activity_id.bytes)


def follow_meeting(session: Session, contact: SessionRow, meeting: GroupMeetingRow) -> None:
    """Day, hour, length and place of a contact as its meeting has them; no place for a protected person (F5)."""
    protected = session.get_one(MenteeRow, contact.mentee_id).protected_identity is not ProtectedIdentity.NONE
    contact.event_date, contact.start_time = meeting.event_date, meeting.start_time
    contact.duration_min = meeting.duration_min
    contact.place = "" if protected else meeting.place
    contact.is_contact = is_contact(contact.kind, contact.attendance)


def _fill_activity(row: GroupActivityRow, title: str, kind: GroupKind, details: dict[str, Any]) -> None:
    unknown = set(details) - set(_DETAILS)
    if unknown:
        raise TypeError(f"a group activity has no {', '.join(sorted(unknown))}")
    row.title, row.kind = wording.line("title", title, required=True), kind
    other = details.get("kind_other", "")
    row.kind_other = wording.other("kind_other", other) if kind is GroupKind.OTHER else ""
    row.organiser = wording.line("organiser", details.get("organiser", ""))
    row.online = details.get("online", False)
    row.from_date, row.to_date = details.get("from_date"), details.get("to_date")
    check_order("to_date", row.from_date, row.to_date)
    topics = (wording.line("topics", topic) for topic in details.get("topics", ()))
    row.topics = tuple(topic for topic in topics if topic)


def _fill_meeting(
    row: GroupMeetingRow, event_date: date, start_time: time | None, duration_min: int | None, place: str, topic: str
) -> None:
    check_meeting(duration_min)
    row.event_date, row.start_time, row.duration_min = event_date, start_time, duration_min
    row.place, row.topic = wording.line("place", place), wording.line("topic", topic)


def _read_meetings(session: Session, statement: str, *values: object) -> tuple[GroupMeeting, ...]:
    rows = session.connection().exec_driver_sql(statement, values)
    return tuple(
        GroupMeeting(
            id=UUID(bytes=key),
            group_activity_id=UUID(bytes=activity),
            event_date=date.fromisoformat(on),
            start_time=time.fromisoformat(at) if at else None,
            duration_min=minutes,
            place=place,
            topic=topic,
            invited=invited,
            present=present,
        )
        for key, activity, on, at, minutes, place, topic, invited, present in rows
    )


def _have_attendance(session: Session, meetings: list[UUID]) -> bool:
    query = select(SessionRow.id).where(SessionRow.group_meeting_id.in_(meetings)).limit(1)
    return session.scalars(query).first() is not None


def _begins(line: ActivityLine) -> date:
    days = [meeting.event_date for meeting in line.meetings]
    return line.activity.from_date or (min(days) if days else date.max)


def _activity(session: Session, activity_id: UUID) -> GroupActivityRow:
    row = session.get(GroupActivityRow, activity_id)
    if row is None:
        raise NotFoundError("group_unknown")
    return row


def _meeting(session: Session, meeting_id: UUID) -> GroupMeetingRow:
    row = session.get(GroupMeetingRow, meeting_id)
    if row is None:
        raise NotFoundError("group_meeting_unknown")
    return row
