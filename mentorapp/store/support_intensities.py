"""Verbs on how much support somebody has at a workplace: so many contacts a week from a day on, fading over time."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.workplace_support import SupportIntensity, SupportMode, check_per_week

from .placements import placement_row
from .tables import value_of
from .tables.workplaces import SupportIntensityRow


def set_support(
    session: Session, placement_id: UUID, from_date: date, per_week: Decimal, mode: SupportMode = SupportMode.VISITS
) -> UUID:
    """So much from a day on; another level for a day that has one replaces it. InputError."""
    placement = placement_row(session, placement_id)
    check_per_week(per_week)
    if from_date < placement.from_date:
        raise InputError("from_date", "hours_before_placement")
    query = select(SupportIntensityRow).where(
        SupportIntensityRow.placement_id == placement_id, SupportIntensityRow.from_date == from_date
    )
    row = session.scalars(query).first()
    if row is None:
        row = SupportIntensityRow(placement_id=placement_id, from_date=from_date)
        session.add(row)
    row.per_week, row.mode = per_week, mode
    session.flush()
    return row.id


def remove_support(session: Session, support_id: UUID) -> None:
    row = session.get(SupportIntensityRow, support_id)
    if row is None:
        raise NotFoundError("support_unknown")
    session.delete(row)


def list_support(session: Session, placement_id: UUID) -> tuple[SupportIntensity, ...]:
    """Oldest first."""
    query = select(SupportIntensityRow).where(SupportIntensityRow.placement_id == placement_id)
    rows = session.scalars(query.order_by(SupportIntensityRow.from_date))
    return tuple(value_of(SupportIntensity, row) for row in rows)
