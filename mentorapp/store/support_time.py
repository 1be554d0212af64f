"""The minutes of held contacts by kind of support and level, read in one statement."""

import json
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.support_time import SupportedTime, TimeShare, time_shares

from .enrolments import list_level_entries

_HELD = """
SELECT event_date, duration_min, support_kinds FROM session
WHERE enrolment_id = ? AND attendance = 'held' AND duration_min > 0 AND voided_at IS NULL
"""


def read_time(session: Session, enrolment_id: UUID) -> tuple[TimeShare, ...]:
    """What the time of an enrolment went to, level by level."""
    rows = session.connection().exec_driver_sql(_HELD, (enrolment_id.bytes,))
    contacts = [SupportedTime(date.fromisoformat(on), minutes, tuple(json.loads(kinds))) for on, minutes, kinds in rows]
    return time_shares(contacts, list_level_entries(session, enrolment_id))
