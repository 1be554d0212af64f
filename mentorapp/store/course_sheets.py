"""Gathers what "Kursintyg" is made of: one mentee's own attendance at one group activity."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.course_sheet import CourseBlock, CourseSheet, TopicBlock
from mentorapp.domain.groups import TopicAttendance
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.sharing import InfoClass

from .group_attendance import attendance_by_topic
from .groups import get_activity, list_meetings
from .mentees import get_mentee
from .sheet_parts import mentor_block, person_block


def gather_course_sheet(session: Session, mentee_id: UUID, activity_id: UUID) -> CourseSheet:
    """The sheet before release; NotFoundError when there is no such activity."""
    activity = get_activity(session, activity_id)
    meetings = {m.event_date: m.duration_min or 0 for m in list_meetings(session, activity_id)}
    mine = [one for one in attendance_by_topic(session, mentee_id) if one.activity_id == activity_id]
    there = [one for one in mine if one.attendance is Attendance.HELD]
    course = None
    if there:
        course = CourseBlock(
            info_class=InfoClass.PRESENCE,
            title=activity.title,
            organiser=activity.organiser,
            first=min(one.on for one in there),
            last=max(one.on for one in there),
            attended=len(there),
            held=len(mine),
            minutes=sum(meetings.get(one.on, 0) for one in there),
        )
    return CourseSheet(
        person=person_block(get_mentee(session, mentee_id)),
        mentor=mentor_block(session),
        course=course,
        topics=tuple(_topic(topic, there) for topic in _topics(activity.topics, mine)),
    )


def _topics(planned: tuple[str, ...], mine: list[TopicAttendance]) -> tuple[str, ...]:
    """The topics of the course in its order, then those that were taken up besides."""
    return tuple(dict.fromkeys((*planned, *(one.topic for one in mine if one.topic))))


def _topic(topic: str, there: list[TopicAttendance]) -> TopicBlock:
    return TopicBlock(
        info_class=InfoClass.PRESENCE, topic=topic, days=tuple(one.on for one in there if one.topic == topic)
    )
