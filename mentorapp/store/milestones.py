"""Verbs on milestones: dated good things, and how many of each there have been."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.milestones import Milestone, MilestoneKind, milestone_class
from mentorapp.domain.periods import check_after_birth, check_not_future
from mentorapp.domain.sharing import InfoClass

from .enrolments import current_enrolment
from .tables import value_of
from .tables.mentees import MenteeRow
from .tables.milestones import MilestoneRow


def add_milestone(
    session: Session,
    mentee_id: UUID,
    kind: MilestoneKind,
    event_date: date,
    *,
    kind_other: str = "",
    note: str = "",
    mentee_wants_shown: bool = True,
    info_class: InfoClass | None = None,
) -> UUID:
    """In the enrolment that matters now. Its class is that of its kind where none is given."""
    if session.get(MenteeRow, mentee_id) is None:
        raise NotFoundError("mentee_unknown")
    enrolment = current_enrolment(session, mentee_id)
    row = MilestoneRow(mentee_id=mentee_id, enrolment_id=None if enrolment is None else enrolment.id)
    _fill(session, row, kind, event_date, kind_other, note)
    row.mentee_wants_shown = mentee_wants_shown
    row.info_class = info_class or milestone_class(kind)
    session.add(row)
    session.flush()
    return row.id


def change_milestone(
    session: Session,
    milestone_id: UUID,
    kind: MilestoneKind,
    event_date: date,
    *,
    kind_other: str = "",
    note: str = "",
    mentee_wants_shown: bool = True,
    info_class: InfoClass | None = None,
) -> None:
    row = _row(session, milestone_id)
    _fill(session, row, kind, event_date, kind_other, note)
    row.mentee_wants_shown = mentee_wants_shown
    row.info_class = info_class or milestone_class(kind)


def remove_milestone(session: Session, milestone_id: UUID) -> None:
    session.delete(_row(session, milestone_id))


def list_milestones(session: Session, mentee_id: UUID) -> tuple[Milestone, ...]:
    """Newest first."""
    query = select(MilestoneRow).where(MilestoneRow.mentee_id == mentee_id)
    query = query.order_by(MilestoneRow.event_date.desc(), MilestoneRow.created_at.desc())
    return tuple(value_of(Milestone, row) for row in session.scalars(query))


def count_milestones(
    session: Session, first: date | None = None, last: date | None = None
) -> Mapping[MilestoneKind, int]:
    """How many of each kind between two days, both included; a kind that nobody has is not there."""
    table = cast("Any", MilestoneRow.__table__)
    query = select(table.c.kind, func.count()).group_by(table.c.kind)
    if first is not None:
        query = query.where(table.c.event_date >= first)
    if last is not None:
        query = query.where(table.c.event_date <= last)
    return {row[0]: row[1] for row in session.execute(query)}


def _fill(
    session: Session, row: MilestoneRow, kind: MilestoneKind, event_date: date, kind_other: str, note: str
) -> None:
    mentee = session.get_one(MenteeRow, row.mentee_id)
    check_not_future("event_date", event_date, session.info["clock"].today())
    check_after_birth("event_date", event_date, mentee.birth_date)
    row.kind, row.event_date = kind, event_date
    row.kind_other = wording.other("kind_other", kind_other) if kind is MilestoneKind.OTHER else ""
    row.note = wording.text("note", note)


def _row(session: Session, milestone_id: UUID) -> MilestoneRow:
    row = session.get(MilestoneRow, milestone_id)
    if row is None:
        raise NotFoundError("milestone_unknown")
    return row
