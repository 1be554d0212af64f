"""What a personal view may say about the group of a contact: its title and topic, and nothing about who was there."""

from uuid import UUID

from sqlalchemy.orm import Session

from .tables.groups import GroupActivityRow, GroupMeetingRow


def group_of(session: Session, meeting_id: UUID | None) -> tuple[str, str] | None:
    """(title of the activity, topic of the meeting)."""
    meeting = None if meeting_id is None else session.get(GroupMeetingRow, meeting_id)
    if meeting is None:
        return None
    return session.get_one(GroupActivityRow, meeting.group_activity_id).title, meeting.topic
