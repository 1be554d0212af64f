"""Verbs on work and studies begun: support goes on from that day, and nothing is closed by it (P16 to P18)."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.closing import (
    ENTRIES,
    AfterSupport,
    ContactTime,
    Destination,
    after_support_until,
    contact_time,
)
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.periods import check_not_future, check_order

from .enrolment_rows import after_support_rows, enrolment_row, settle_status, started_row
from .programmes import get_programme
from .tables import value_of
from .tables.closing import AfterSupportRow
from .tables.enrolments import EnrolmentRow
from .tables.sessions import SessionRow

_SESSION = cast("Any", SessionRow.__table__)
_WORDS = {"place": wording.line, "contact_plan": wording.text}
_PLAIN = ("entry", "started_on", "extent_percent", "planned_until", "ended_on")


def start_work(
    session: Session,
    enrolment_id: UUID,
    entry: Destination,
    started_on: date,
    *,
    extent_percent: int | None = None,
    place: str = "",
    contact_plan: str = "",
) -> UUID:
    """Has begun to work or study. Both at once are two of these (F17)."""
    enrolment = started_row(session, enrolment_id)
    row = AfterSupportRow(enrolment_id=enrolment_id)
    changes = {"entry": entry, "started_on": started_on, "extent_percent": extent_percent}
    _set(row, {**changes, "place": place, "contact_plan": contact_plan})
    row.planned_until = _until(session, enrolment, started_on)
    _check(session, enrolment, row)
    session.add(row)
    settle_status(session, enrolment)
    return row.id


def change_after_support(session: Session, after_support_id: UUID, **changes: Any) -> None:
    """Changes what is given. With another first day the planned end follows, unless it is given too."""
    row = _row(session, after_support_id)
    enrolment = enrolment_row(session, row.enrolment_id)
    if changes.get("started_on") not in (None, row.started_on):
        changes.setdefault("planned_until", _until(session, enrolment, changes["started_on"]))
    _set(row, changes)
    _check(session, enrolment, row)
    settle_status(session, enrolment, lifted=row.ended_on is not None)


def end_after_support(session: Session, after_support_id: UUID, on: date) -> None:
    """The support is over, or the work was; the enrolment goes on as it stands."""
    change_after_support(session, after_support_id, ended_on=on)


def remove_after_support(session: Session, after_support_id: UUID) -> None:
    """Takes away what never began."""
    row = _row(session, after_support_id)
    session.delete(row)
    settle_status(session, enrolment_row(session, row.enrolment_id), lifted=True)


def list_after_support(session: Session, enrolment_id: UUID) -> tuple[AfterSupport, ...]:
    """Oldest first."""
    return tuple(value_of(AfterSupport, row) for row in after_support_rows(session, enrolment_id))


def count_contacts(session: Session, enrolment_id: UUID) -> int:
    """The held contacts that count as after-support, also those after the closing (P17, P19)."""
    enrolment, given = enrolment_row(session, enrolment_id), list_after_support(session, enrolment_id)
    query = select(_SESSION.c.event_date).where(
        _SESSION.c.mentee_id == enrolment.mentee_id, _SESSION.c.is_contact, _SESSION.c.voided_at.is_(None)
    )
    times = (contact_time(day, enrolment.started_on, enrolment.closed_on, given) for day in session.scalars(query))
    return sum(time is ContactTime.AFTER_SUPPORT for time in times) if given else 0


def _until(session: Session, enrolment: EnrolmentRow, started_on: date) -> date:
    return after_support_until(started_on, get_programme(session, enrolment.programme_id).after_support_months)


def _set(row: AfterSupportRow, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        if name in _WORDS:
            value = _WORDS[name](name, value)
        elif name not in _PLAIN:
            raise TypeError(f"after-support has no {name}")
        setattr(row, name, value)


def _check(session: Session, enrolment: EnrolmentRow, row: AfterSupportRow) -> None:
    if row.entry not in ENTRIES:
        raise InputError("entry", "entry_is_no_work")
    check_not_future("started_on", row.started_on, session.info["clock"].today())
    if enrolment.started_on and row.started_on < enrolment.started_on:
        raise InputError("started_on", "work_before_start")
    if enrolment.closed_on and row.started_on > enrolment.closed_on:
        raise InputError("started_on", "work_after_close")
    if row.extent_percent is not None and not 1 <= row.extent_percent <= 100:
        raise InputError("extent_percent", "percent_range")
    check_order("planned_until", row.started_on, row.planned_until)
    check_order("ended_on", row.started_on, row.ended_on)
    check_not_future("ended_on", row.ended_on, session.info["clock"].today())


def _row(session: Session, after_support_id: UUID) -> AfterSupportRow:
    row = session.get(AfterSupportRow, after_support_id)
    if row is None:
        raise NotFoundError("after_support_unknown")
    return row
