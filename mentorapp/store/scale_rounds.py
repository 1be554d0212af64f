"""Which occasion a form belongs to, and which have been missed: worked out from the enrolment (I4, I5, I17)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.scale_rounds import DueRound, Filled, RoundKind, due_rounds, missing_rounds, round_for

from .enrolment_rows import enrolment_row
from .tables.closing import OutcomeCheckRow
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.programmes import LevelRow
from .tables.scales import ScaleResponseRow


def list_due_rounds(session: Session, enrolment_id: UUID) -> tuple[DueRound, ...]:
    """Every occasion of an enrolment, oldest first, also those to come."""
    enrolment = enrolment_row(session, enrolment_id)
    left = session.execute(
        select(LevelRow.order, LevelEntryRow.left_on)
        .join(LevelEntryRow, LevelEntryRow.level_id == LevelRow.id)
        .where(LevelEntryRow.enrolment_id == enrolment_id, LevelEntryRow.left_on.is_not(None))
    )
    checks = session.execute(
        select(OutcomeCheckRow.months, OutcomeCheckRow.planned_on).where(OutcomeCheckRow.enrolment_id == enrolment_id)
    )
    return due_rounds(
        enrolment.started_on,
        [(row.order, row.left_on) for row in left if row.left_on is not None],
        enrolment.closed_on,
        [(row.months, row.planned_on) for row in checks],
    )


def list_filled(session: Session, enrolment_id: UUID, code: str, but: UUID | None = None) -> tuple[Filled, ...]:
    """The occasions at which a form has been filled in, or talked through, oldest first; `but` is one to leave out."""
    query = (
        select(ScaleResponseRow)
        .where(
            ScaleResponseRow.mentee_id == enrolment_row(session, enrolment_id).mentee_id,
            ScaleResponseRow.enrolment_id == enrolment_id,
            ScaleResponseRow.code == code,
            ScaleResponseRow.voided_on.is_(None),
        )
        .order_by(ScaleResponseRow.event_date, ScaleResponseRow.id)
    )
    found = (row for row in session.scalars(query) if row.id != but)
    return tuple(Filled(kind=row.round, of=row.round_of, on=row.event_date) for row in found)


def list_missing_rounds(session: Session, enrolment_id: UUID, code: str) -> tuple[DueRound, ...]:
    """The occasions that have come and have no form, oldest first."""
    due, filled = list_due_rounds(session, enrolment_id), list_filled(session, enrolment_id, code)
    return missing_rounds(due, filled, session.info["clock"].today())


def next_round(session: Session, enrolment_id: UUID | None, code: str, on: date, but: UUID | None = None) -> DueRound:
    """The occasion that a form of that day is set to by itself; `but` is that form, where it is there already."""
    if enrolment_id is None:
        return DueRound(kind=RoundKind.AD_HOC, on=on)
    return round_for(list_due_rounds(session, enrolment_id), list_filled(session, enrolment_id, code, but), on)


def move_rounds(session: Session, programme_id: UUID, moved: Mapping[int, int]) -> None:
    """Levels have got other numbers: the forms that were filled in after them follow."""
    forms = session.scalars(
        select(ScaleResponseRow)
        .join(EnrolmentRow, EnrolmentRow.id == ScaleResponseRow.enrolment_id)
        .where(EnrolmentRow.programme_id == programme_id, ScaleResponseRow.round == RoundKind.AFTER_LEVEL)
    )
    for row in forms:
        if row.round_of.isdecimal() and int(row.round_of) in moved:
            row.round_of = str(moved[int(row.round_of)])


def settle_round(
    session: Session, enrolment_id: UUID | None, code: str, on: date, chosen: RoundKind | None, of: str
) -> tuple[RoundKind, str]:
    """The occasion that was chosen, else the one that is due."""
    if chosen is not None:
        return chosen, of
    due = next_round(session, enrolment_id, code, on)
    return due.kind, due.of
