"""Verbs on what somebody needs at a workplace: agreed, in place, works (W5)."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.workplace_support import Adaptation, AdaptationLight

from .placements import placement_row
from .tables import value_of
from .tables.workplaces import AdaptationRow

_COLUMN = {
    AdaptationLight.AGREED: "agreed_on",
    AdaptationLight.IN_PLACE: "in_place_on",
    AdaptationLight.WORKS: "works_on",
}


def add_adaptation(
    session: Session, placement_id: UUID, text: str, *, agreed: bool = False, agreed_on: date | None = None
) -> UUID:
    """At the end of the list; agreed as of today where that has been done, or as of the day it was done on."""
    placement_row(session, placement_id)
    order = max((row.order for row in _rows(session, placement_id)), default=-1) + 1
    row = AdaptationRow(placement_id=placement_id, text=wording.line("text", text, required=True), order=order)
    row.agreed_on = session.info["clock"].today() if agreed and agreed_on is None else agreed_on
    session.add(row)
    session.flush()
    return row.id


def change_adaptation(session: Session, adaptation_id: UUID, text: str) -> None:
    _row(session, adaptation_id).text = wording.line("text", text, required=True)


def set_light(session: Session, adaptation_id: UUID, light: AdaptationLight, lit: bool) -> None:
    """Lit as of today, or out again. Each light is its own: what works may have been in place before it was agreed."""
    setattr(_row(session, adaptation_id), _COLUMN[light], session.info["clock"].today() if lit else None)


def end_adaptation(session: Session, adaptation_id: UUID, ended: bool = True) -> None:
    """No longer needed, as of today; or needed after all."""
    _row(session, adaptation_id).ended_on = session.info["clock"].today() if ended else None


def remove_adaptation(session: Session, adaptation_id: UUID) -> None:
    session.delete(_row(session, adaptation_id))


def list_adaptations(session: Session, placement_id: UUID) -> tuple[Adaptation, ...]:
    """In their order, those no longer needed last."""
    found = [value_of(Adaptation, row) for row in _rows(session, placement_id)]
    return tuple(sorted(found, key=lambda one: (one.ended_on is not None, one.order, one.id)))


def _rows(session: Session, placement_id: UUID) -> list[AdaptationRow]:
    return list(session.scalars(select(AdaptationRow).where(AdaptationRow.placement_id == placement_id)))


def _row(session: Session, adaptation_id: UUID) -> AdaptationRow:
    row = session.get(AdaptationRow, adaptation_id)
    if row is None:
        raise NotFoundError("adaptation_unknown")
    return row
