"""Verbs on follow-ups at a workplace: what was seen and said, and what was agreed (W1, W3, I14)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.periods import check_not_future, check_order
from mentorapp.domain.workplace_support import WorkplaceFollowUp

from .adaptations import add_adaptation
from .placements import placement_row
from .references import is_voided
from .tables import value_of
from .tables.scales import ScaleResponseRow
from .tables.workplaces import WorkplaceFollowUpRow
from .workplaces import note_contact_with

_TEXTS = ("mentee_words", "supervisor_words", "observations", "agreed_changes")
_PLAIN = ("event_date", "form", "answers_by", "oral_instead", "keep_from_employer", "next_on")


def add_follow_up(session: Session, placement_id: UUID, event_date: date, **details: Any) -> UUID:
    """A visit, a call, a talk with both, or only forms; `details` are fields of WorkplaceFollowUp.

    `adaptations` are needs that were agreed at it: each becomes an adaptation of the placement, agreed on that day.
    """
    placement = placement_row(session, placement_id)
    needs = details.pop("adaptations", ())
    row = WorkplaceFollowUpRow(placement_id=placement_id)
    _set(row, {"event_date": event_date, **details})
    _check(session, row, placement.from_date)
    session.add(row)
    for need in needs:
        add_adaptation(session, placement_id, need, agreed_on=row.event_date)
    note_contact_with(session, placement.workplace_id, row.event_date)
    session.flush()
    return row.id


def change_follow_up(session: Session, follow_up_id: UUID, **details: Any) -> None:
    row = follow_up_row(session, follow_up_id)
    _set(row, details)
    _check(session, row, placement_row(session, row.placement_id).from_date)


def remove_follow_up(session: Session, follow_up_id: UUID) -> None:
    """InputError `event_date` where forms belong to it: those are voided first, and stay with the placement."""
    row = follow_up_row(session, follow_up_id)
    forms = session.scalars(select(ScaleResponseRow).where(ScaleResponseRow.follow_up_id == follow_up_id)).all()
    if not all(is_voided(one) for one in forms):
        raise InputError("event_date", "follow_up_has_forms")
    for one in forms:
        one.follow_up_id = None
    session.flush()
    session.delete(row)


def get_follow_up(session: Session, follow_up_id: UUID) -> WorkplaceFollowUp:
    return value_of(WorkplaceFollowUp, follow_up_row(session, follow_up_id))


def list_follow_ups(session: Session, placement_id: UUID) -> tuple[WorkplaceFollowUp, ...]:
    """The newest first."""
    query = select(WorkplaceFollowUpRow).where(WorkplaceFollowUpRow.placement_id == placement_id)
    order = (WorkplaceFollowUpRow.event_date.desc(), WorkplaceFollowUpRow.id.desc())
    return tuple(value_of(WorkplaceFollowUp, row) for row in session.scalars(query.order_by(*order)))


def follow_up_row(session: Session, follow_up_id: UUID) -> WorkplaceFollowUpRow:
    row = session.get(WorkplaceFollowUpRow, follow_up_id)
    if row is None:
        raise NotFoundError("follow_up_unknown")
    return row


def _set(row: WorkplaceFollowUpRow, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if name == "present":
            value = wording.line(name, value)
        elif name in _TEXTS:
            value = wording.text(name, value)
        elif name not in _PLAIN:
            raise TypeError(f"a follow-up has no {name}")
        setattr(row, name, value)


def _check(session: Session, row: WorkplaceFollowUpRow, placed_from: date) -> None:
    check_not_future("event_date", row.event_date, session.info["clock"].today())
    if row.event_date < placed_from:
        raise InputError("event_date", "hours_before_placement")
    check_order("next_on", row.event_date, row.next_on)
    said = (row.mentee_words, row.supervisor_words, row.observations)
    if row.oral_instead and not any(said):
        raise InputError("mentee_words", "oral_note_missing")
