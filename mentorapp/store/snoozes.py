"""Verbs on what the mentor has put away on Idag until a day, or dealt with; the rules themselves are not stored."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError
from mentorapp.domain.snoozes import Snooze

from .tables import value_of
from .tables.lists import SnoozeRow


def put_away(
    session: Session, mentee_id: UUID | None, rule: str, subject: str, *, until: date | None, reason: str = ""
) -> UUID:
    """Until a day, or for good with None. The same occasion put away again changes what was said."""
    if until is not None and until <= session.info["clock"].today():
        raise InputError("until", "snooze_in_past")
    query = select(SnoozeRow).where(SnoozeRow.rule == rule, SnoozeRow.subject == subject)
    row = session.scalars(query.where(SnoozeRow.mentee_id == mentee_id)).first()
    if row is None:
        row = SnoozeRow(mentee_id=mentee_id, rule=rule, subject=subject)
        session.add(row)
    row.until, row.reason = until, wording.line("reason", reason)
    session.flush()
    return row.id


def take_up_again(session: Session, snooze_id: UUID) -> None:
    session.delete(session.get_one(SnoozeRow, snooze_id))


def list_put_away(session: Session) -> tuple[Snooze, ...]:
    """What is put away today: one whose day has come is not."""
    today = session.info["clock"].today()
    query = select(SnoozeRow).where(SnoozeRow.until.is_(None) | (SnoozeRow.until > today))
    return tuple(value_of(Snooze, row) for row in session.scalars(query))
