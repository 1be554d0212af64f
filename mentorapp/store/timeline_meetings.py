"""What the timeline tells of meetings with others: those that were held, and those that were called off."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import MeetingKind, MeetingStatus

from .straight import run
from .timeline_items import MeetingItem

_BETWEEN = "\n"
_MEETINGS = """
SELECT m.id, m.event_date, m.start_time, m.kind, m.status, m.duration_min,
       CASE WHEN p.protected_identity = 'none' THEN m.place ELSE '' END, substr(m.purpose, 1, 240),
       (SELECT group_concat(i.name, char(10)) FROM
          (SELECT name FROM meeting_invitee WHERE meeting_id = m.id AND NOT is_mentee AND NOT is_mentor
           AND attended != 'came_not' ORDER BY "order", id) AS i)
FROM meeting AS m JOIN mentee AS p ON p.id = m.mentee_id
WHERE m.mentee_id = ? AND (m.status = 'held' OR (m.status = 'cancelled' AND m.event_date <= ?))
ORDER BY m.event_date DESC, m.start_time DESC, m.id DESC LIMIT ? OFFSET ?
"""
"""Of a protected person no place (F 5). Why one was called off is the mentor's own: it is not read."""


def read_meeting_items(session: Session, mentee_id: UUID, offset: int, limit: int) -> Sequence[MeetingItem]:
    """Newest first. What is booked is no event yet."""
    today = session.info["clock"].today().isoformat()
    return [_item(row) for row in run(session, _MEETINGS, (mentee_id.bytes, today, limit, offset))]


def _item(row: tuple[Any, ...]) -> MeetingItem:
    key, on, at, kind, status, minutes, place, purpose, people = row
    return MeetingItem(
        id=UUID(bytes=key),
        on=date.fromisoformat(on),
        at=time.fromisoformat(at) if at else None,
        kind=MeetingKind(kind),
        held=status == MeetingStatus.HELD.value,
        duration_min=minutes,
        place=place,
        purpose=purpose,
        people=tuple(name for name in (people or "").split(_BETWEEN) if name),
    )
