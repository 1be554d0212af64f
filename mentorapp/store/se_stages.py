"""Verbs on the stages of Supported Employment: they have dates, and several may go on at once (W2)."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.periods import check_not_future
from mentorapp.domain.workplace_support import SeStage, StageEntry, check_stage

from .enrolment_rows import enrolment_row
from .tables import value_of
from .tables.workplaces import SeStageRow


def begin_stage(session: Session, enrolment_id: UUID, stage: SeStage, from_date: date | None = None) -> UUID:
    """From a day on, today by itself. A stage may be begun again when it has ended."""
    enrolment = enrolment_row(session, enrolment_id)
    row = SeStageRow(
        mentee_id=enrolment.mentee_id,
        enrolment_id=enrolment_id,
        stage=stage,
        from_date=from_date or session.info["clock"].today(),
    )
    _check(session, row)
    session.add(row)
    session.flush()
    return row.id


def end_stage(session: Session, stage_id: UUID, to_date: date | None = None) -> None:
    """Its last day, today by itself."""
    row = _row(session, stage_id)
    row.to_date = to_date or session.info["clock"].today()
    _check(session, row)


def change_stage(session: Session, stage_id: UUID, from_date: date, to_date: date | None) -> None:
    row = _row(session, stage_id)
    row.from_date, row.to_date = from_date, to_date
    _check(session, row)


def remove_stage(session: Session, stage_id: UUID) -> None:
    session.delete(_row(session, stage_id))


def list_stages(session: Session, enrolment_id: UUID) -> tuple[StageEntry, ...]:
    """Oldest first."""
    query = select(SeStageRow).where(SeStageRow.enrolment_id == enrolment_id)
    rows = session.scalars(query.order_by(SeStageRow.from_date, SeStageRow.id))
    return tuple(value_of(StageEntry, row) for row in rows)


def _check(session: Session, row: SeStageRow) -> None:
    today = session.info["clock"].today()
    check_not_future("from_date", row.from_date, today)
    check_not_future("to_date", row.to_date, today)
    started = enrolment_row(session, row.enrolment_id).started_on
    if started is not None and row.from_date < started:
        raise InputError("from_date", "stage_before_start")
    with session.no_autoflush:
        others = [one for one in list_stages(session, row.enrolment_id) if one.id != row.id]
    check_stage(others, row.stage, row.from_date, row.to_date)


def _row(session: Session, stage_id: UUID) -> SeStageRow:
    row = session.get(SeStageRow, stage_id)
    if row is None:
        raise NotFoundError("stage_unknown")
    return row
