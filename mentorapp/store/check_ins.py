"""Verbs on the regular talks with a referrer about all of the referrer's mentees (S8, S9)."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.disclosures import CheckIn, next_check_in
from mentorapp.domain.errors import InputError
from mentorapp.domain.periods import check_not_future

from .address_book import contact_row
from .tables import value_of
from .tables.consents import CheckInRow

_LONGEST_DAYS = 366


def set_check_in(session: Session, contact_id: UUID, interval_days: int, next_on: date | None = None) -> UUID:
    """How often to talk with that contact; the next day follows from the last one unless it is given."""
    if not 1 <= interval_days <= _LONGEST_DAYS:
        raise InputError("interval_days", "interval_range", highest=_LONGEST_DAYS)
    row = session.scalar(select(CheckInRow).where(CheckInRow.contact_id == contact_id))
    if row is None:
        row = CheckInRow(contact_id=contact_row(session, contact_id).id)
        session.add(row)
    row.interval_days = interval_days
    row.next_on = next_on or next_check_in(row.last_on, interval_days, session.info["clock"].today())
    session.flush()
    return row.id


def hold_check_in(session: Session, contact_id: UUID, on: date) -> None:
    """The talk was held that day; the next one is an interval later."""
    check_not_future("event_date", on, session.info["clock"].today())
    row = session.scalars(select(CheckInRow).where(CheckInRow.contact_id == contact_id)).one()
    row.last_on, row.next_on = on, on + timedelta(days=row.interval_days)


def end_check_in(session: Session, contact_id: UUID) -> None:
    """No regular talks with that contact any more."""
    row = session.scalar(select(CheckInRow).where(CheckInRow.contact_id == contact_id))
    if row is not None:
        session.delete(row)


def list_check_ins(session: Session) -> tuple[CheckIn, ...]:
    """The nearest first."""
    query = select(CheckInRow).order_by(CheckInRow.next_on.is_(None), CheckInRow.next_on, CheckInRow.id)
    return tuple(value_of(CheckIn, row) for row in session.scalars(query))
