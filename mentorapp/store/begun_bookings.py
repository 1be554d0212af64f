"""Which booked contact is the one just held: for a note that is opened without saying about what."""

from datetime import time
from typing import Any, cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentorapp.domain.sessions import Attendance

from .tables.sessions import SessionRow

_SESSION = cast("Any", SessionRow.__table__)


def latest_begun(session: Session, now: time, mentee_id: UUID | None = None) -> UUID | None:
    """The booking of today that began last and is not written up, of one person or of anybody. `now` is local time."""
    query = select(_SESSION.c.id).where(
        _SESSION.c.attendance == Attendance.PLANNED,
        _SESSION.c.event_date == session.info["clock"].today(),
        _SESSION.c.voided_at.is_(None),
        or_(_SESSION.c.start_time.is_(None), _SESSION.c.start_time <= now),
    )
    if mentee_id is not None:
        query = query.where(_SESSION.c.mentee_id == mentee_id)
    return session.scalars(query.order_by(_SESSION.c.start_time.desc()).limit(1)).first()
