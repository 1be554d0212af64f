"""Verbs on rests in an enrolment; its status follows. Somebody keeps the contact meanwhile."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import EnrolmentStatus, Pause
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.stays import check_pauses, pause_on

from .enrolment_rows import bounds_of, enrolment_row, pause_rows, settle_status, started_row
from .tables import value_of
from .tables.enrolments import EnrolmentRow, PauseRow

_WORDS = {"reason": wording.text, "who_keeps_contact": wording.line}
_DATES = ("from_date", "to_date")


def add_pause(
    session: Session,
    enrolment_id: UUID,
    from_date: date,
    *,
    to_date: date | None = None,
    reason: str = "",
    who_keeps_contact: str = "",
) -> UUID:
    """A rest from a day on, open-ended as long as nobody knows. InputError when two would overlap."""
    enrolment = started_row(session, enrolment_id)
    row = PauseRow(enrolment_id=enrolment_id, from_date=from_date, to_date=to_date)
    _set(row, {"reason": reason, "who_keeps_contact": who_keeps_contact})
    session.add(row)
    _settle(session, enrolment)
    return row.id


def change_pause(session: Session, pause_id: UUID, **changes: Any) -> None:
    """Changes from_date, to_date, reason or who_keeps_contact."""
    row = _row(session, pause_id)
    _set(row, changes)
    _settle(session, enrolment_row(session, row.enrolment_id))


def resume(session: Session, enrolment_id: UUID, on: date) -> None:
    """It goes on again from a day: the day before is the last of the rest. One that had not begun was none.

    A rest that was only ever a status, from before pauses were written down, is lifted.
    """
    enrolment = started_row(session, enrolment_id)
    rows = pause_rows(session, enrolment_id)
    row = next((one for one in reversed(rows) if _holds(one, on)), None)
    if row is None and (rows or enrolment.status is not EnrolmentStatus.PAUSED):
        raise InputError("from_date", "pause_none")
    if row is not None and on < row.from_date:
        raise InputError("from_date", "resume_before_pause")
    if row is not None and on > row.from_date:
        row.to_date = on - timedelta(days=1)
        _settle(session, enrolment)
    else:
        if row is not None:
            session.delete(row)
        _settle(session, enrolment, lifted=True)


def remove_pause(session: Session, pause_id: UUID) -> None:
    """Takes away a rest that never was."""
    row = _row(session, pause_id)
    session.delete(row)
    _settle(session, enrolment_row(session, row.enrolment_id), lifted=True)


def list_pauses(session: Session, enrolment_id: UUID) -> tuple[Pause, ...]:
    """Oldest first."""
    return tuple(value_of(Pause, row) for row in pause_rows(session, enrolment_id))


def current_pause(session: Session, enrolment_id: UUID) -> Pause | None:
    """The rest that holds today."""
    return pause_on(list_pauses(session, enrolment_id), session.info["clock"].today())


def _holds(row: PauseRow, on: date) -> bool:
    return row.to_date is None or row.to_date >= on


def _set(row: PauseRow, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        if name in _WORDS:
            value = _WORDS[name](name, value)
        elif name not in _DATES:
            raise TypeError(f"a pause has no {name}")
        setattr(row, name, value)


def _settle(session: Session, enrolment: EnrolmentRow, *, lifted: bool = False) -> None:
    session.flush()
    pauses = list_pauses(session, enrolment.id)
    check_pauses(pauses, bounds_of(session, enrolment))
    settle_status(session, enrolment, lifted=lifted)


def _row(session: Session, pause_id: UUID) -> PauseRow:
    row = session.get(PauseRow, pause_id)
    if row is None:
        raise NotFoundError("pause_unknown")
    return row
