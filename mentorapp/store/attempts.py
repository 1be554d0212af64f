"""The tries to reach somebody since the last contact, against the rule for closing as not reachable (S6)."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain.closing import Attempt, AttemptLog, AttemptRule
from mentorapp.domain.sessions import is_attempt

from .settings import get_settings
from .tables.sessions import SessionRow

_SESSION = cast("Any", SessionRow.__table__)


def attempt_log(session: Session, mentee_id: UUID) -> AttemptLog:
    """Oldest first; a held two-way contact begins the log anew."""
    about = (_SESSION.c.mentee_id == mentee_id) & _SESSION.c.voided_at.is_(None)
    last = session.scalar(select(func.max(_SESSION.c.event_date)).where(about, _SESSION.c.is_contact))
    query = select(_SESSION.c.event_date, _SESSION.c.kind, _SESSION.c.attendance, _SESSION.c.attempt_way).where(about)
    if last is not None:
        query = query.where(_SESSION.c.event_date > last)
    rows = session.execute(query.order_by(_SESSION.c.event_date, _SESSION.c.start_time))
    attempts = tuple(
        Attempt(on=row.event_date, way=(row.attempt_way or row.kind).value)
        for row in rows
        if is_attempt(row.kind, row.attendance)
    )
    return AttemptLog(attempts=attempts, rule=attempt_rule(session))


def attempt_rule(session: Session) -> AttemptRule:
    settings = get_settings(session)
    return AttemptRule(
        attempts=settings.closing_attempts, kinds=settings.closing_attempt_kinds, days=settings.closing_attempt_days
    )
