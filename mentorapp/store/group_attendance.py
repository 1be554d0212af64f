"""Who was at a meeting of a group: a contact of each mentee's own, so that no personal view leads to another person."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.groups import SUPPORT_KINDS, Attendee, GroupKind, TopicAttendance
from mentorapp.domain.sessions import Attendance, SessionKind, is_contact

from .enrolments import current_enrolment
from .groups import follow_meeting
from .tables.groups import GroupActivityRow, GroupMeetingRow
from .tables.mentees import MenteeRow
from .tables.sessions import NoteSegmentRow, SessionRow

_TOPICS = """
SELECT a.id, a.title, a.kind, m.topic, m.event_date, s.attendance, s.came_late
FROM session AS s JOIN group_meeting AS m ON m.id = s.group_meeting_id
     JOIN group_activity AS a ON a.id = m.group_activity_id
WHERE s.mentee_id = ? AND s.voided_at IS NULL AND s.attendance != 'planned'
ORDER BY a.title, m.event_date, m.start_time
"""


def set_attendance(
    session: Session, meeting_id: UUID, mentee_id: UUID, attendance: Attendance | None, *, came_late: bool = False
) -> UUID | None:
    """Writes how it was for one mentee; None takes them off the list. Gives the mentee's own contact.

    PLANNED is an invitation. InputError `attendance` when somebody was at what has not been, or when what is taken off
    holds a note of the mentee's own.
    """
    meeting = session.get(GroupMeetingRow, meeting_id)
    if meeting is None:
        raise NotFoundError("group_meeting_unknown")
    row = _contact(session, meeting_id, mentee_id)
    if attendance is None:
        _take_off(session, row)
        return None
    if attendance is not Attendance.PLANNED and meeting.event_date > session.info["clock"].today():
        raise InputError("attendance", "held_in_future")
    if row is None:
        row = _new_contact(session, meeting, mentee_id)
    row.attendance = attendance
    row.came_late = came_late and attendance is Attendance.HELD
    row.is_contact = is_contact(row.kind, attendance)
    session.flush()
    return row.id


def list_attendance(session: Session, meeting_id: UUID) -> tuple[Attendee, ...]:
    """Everybody invited, in no order: whoever shows it knows the names."""
    query = select(SessionRow).where(SessionRow.group_meeting_id == meeting_id, SessionRow.voided_at.is_(None))
    return tuple(Attendee(row.mentee_id, row.id, row.attendance, row.came_late) for row in session.scalars(query))


def list_members(session: Session, activity_id: UUID) -> frozenset[UUID]:
    """Those who have been invited to any meeting of the activity: whom the next meeting is likely to be for."""
    query = (
        select(SessionRow.mentee_id)
        .join(GroupMeetingRow, GroupMeetingRow.id == SessionRow.group_meeting_id)
        .where(GroupMeetingRow.group_activity_id == activity_id, SessionRow.voided_at.is_(None))
    )
    return frozenset(session.scalars(query))


def attendance_by_topic(session: Session, mentee_id: UUID) -> tuple[TopicAttendance, ...]:
    """What one mentee was invited to and how it went, by activity and day (H1)."""
    rows = session.connection().exec_driver_sql(_TOPICS, (mentee_id.bytes,))
    return tuple(
        TopicAttendance(
            UUID(bytes=key), title, GroupKind(kind), topic, date.fromisoformat(on), Attendance(came), bool(late)
        )
        for key, title, kind, topic, on, came, late in rows
    )


def _new_contact(session: Session, meeting: GroupMeetingRow, mentee_id: UUID) -> SessionRow:
    mentee = session.get(MenteeRow, mentee_id)
    if mentee is None:
        raise NotFoundError("mentee_unknown")
    if mentee.birth_date and meeting.event_date < mentee.birth_date:
        raise InputError("attendance", "before_birth")
    activity = session.get_one(GroupActivityRow, meeting.group_activity_id)
    enrolment = current_enrolment(session, mentee_id)
    support = SUPPORT_KINDS.get(activity.kind)
    row = SessionRow(
        mentee_id=mentee_id,
        enrolment_id=None if enrolment is None else enrolment.id,
        kind=SessionKind.ONLINE_GROUP if activity.online else SessionKind.GROUP,
        attendance=Attendance.PLANNED,
        group_meeting_id=meeting.id,
        support_kinds=() if support is None else (support,),
        version=1,
    )
    follow_meeting(session, row, meeting)
    session.add(row)
    return row


def _take_off(session: Session, row: SessionRow | None) -> None:
    if row is None:
        return
    query = select(NoteSegmentRow.id).where(NoteSegmentRow.session_id == row.id).limit(1)
    if row.mentee_comment or row.next_step or session.scalars(query).first() is not None:
        raise InputError("attendance", "attendance_has_note")
    session.delete(row)
    session.flush()


def _contact(session: Session, meeting_id: UUID, mentee_id: UUID) -> SessionRow | None:
    query = select(SessionRow).where(
        SessionRow.group_meeting_id == meeting_id,
        SessionRow.mentee_id == mentee_id,
        SessionRow.voided_at.is_(None),
    )
    return session.scalars(query).first()
