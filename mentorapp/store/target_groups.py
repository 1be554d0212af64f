"""Verbs on the target group of an enrolment: dated, so that a rule that changes does not rewrite old cases (E11)."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import TargetGroupPeriod
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.periods import check_not_future

from .enrolment_rows import enrolment_row
from .tables import value_of
from .tables.enrolments import TargetGroupPeriodRow
from .word_lists import list_words


def set_target_group(session: Session, enrolment_id: UUID, target_group: str, from_date: date) -> UUID:
    """The group from a day on; the one of the same day is replaced, earlier days keep theirs."""
    enrolment = enrolment_row(session, enrolment_id)
    if target_group not in {word.code for word in list_words(session, WordList.TARGET_GROUP, all_=True)}:
        raise InputError("target_group", "word_unknown")
    check_not_future("from_date", from_date, session.info["clock"].today())
    if enrolment.closed_on and from_date > enrolment.closed_on:
        raise InputError("from_date", "target_group_after_close")
    row = next((one for one in _rows(session, enrolment_id) if one.from_date == from_date), None)
    if row is None:
        row = TargetGroupPeriodRow(enrolment_id=enrolment_id, from_date=from_date)
        session.add(row)
    row.target_group = target_group
    session.flush()
    return row.id


def remove_target_group(session: Session, period_id: UUID) -> None:
    row = session.get(TargetGroupPeriodRow, period_id)
    if row is None:
        raise NotFoundError("target_group_unknown")
    session.delete(row)


def list_target_groups(session: Session, enrolment_id: UUID) -> tuple[TargetGroupPeriod, ...]:
    """Oldest first."""
    return tuple(value_of(TargetGroupPeriod, row) for row in _rows(session, enrolment_id))


def _rows(session: Session, enrolment_id: UUID) -> list[TargetGroupPeriodRow]:
    query = select(TargetGroupPeriodRow).where(TargetGroupPeriodRow.enrolment_id == enrolment_id)
    return list(session.scalars(query.order_by(TargetGroupPeriodRow.from_date)))
