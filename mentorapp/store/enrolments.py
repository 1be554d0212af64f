"""Verbs on enrolments and on moves along the ladder; the invariants of B.3 are kept here."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import (
    DecidedBy,
    Enrolment,
    EnrolmentStatus,
    LadderStep,
    LevelEntry,
    Referral,
    ReferralSource,
    check_started,
    direction_of,
    ladder_steps,
)
from mentorapp.domain.errors import InputError, NotFoundError

from .programmes import get_programme
from .tables import value_of
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.programmes import LevelRow

_REFERRAL = tuple(f.name for f in fields(Referral))
_STARTED = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.PAUSED, EnrolmentStatus.AFTER_SUPPORT})
_ORDER_OF_INTEREST = (
    EnrolmentStatus.ACTIVE,
    EnrolmentStatus.AFTER_SUPPORT,
    EnrolmentStatus.PAUSED,
    EnrolmentStatus.OFFERED,
    EnrolmentStatus.INTEREST,
    EnrolmentStatus.CLOSED,
)


def add_enrolment(
    session: Session,
    mentee_id: UUID,
    programme_id: UUID,
    *,
    status: EnrolmentStatus = EnrolmentStatus.ACTIVE,
    started_on: date | None = None,
    closed_on: date | None = None,
    offered_on: date | None = None,
    referral: Referral | None = None,
    mentor_name: str = "",
    transferred_in_from: str = "",
    counts_in_statistics: bool = True,
) -> UUID:
    """A new period. InputError when an earlier one in the same programme is still open, or a needed date is missing."""
    earlier = session.scalars(
        select(EnrolmentRow).where(EnrolmentRow.mentee_id == mentee_id, EnrolmentRow.programme_id == programme_id)
    ).all()
    if any(row.status is not EnrolmentStatus.CLOSED for row in earlier) and status is not EnrolmentStatus.CLOSED:
        raise InputError("programme", "enrolment_still_open")
    _check_dates(session, status, started_on, closed_on)
    row = EnrolmentRow(
        mentee_id=mentee_id,
        programme_id=programme_id,
        status=status,
        ordinal=len(earlier) + 1,
        started_on=started_on,
        closed_on=closed_on,
        offered_on=offered_on,
        mentor_name=wording.line("mentor_name", mentor_name),
        transferred_in_from=wording.line("transferred_in_from", transferred_in_from),
        counts_in_statistics=counts_in_statistics,
    )
    _set_referral(row, referral or Referral())
    session.add(row)
    session.flush()
    return row.id


def _set_referral(row: EnrolmentRow, referral: Referral) -> None:
    for name in _REFERRAL:
        setattr(row, f"referral_{name}", getattr(referral, name))
    if referral.source is ReferralSource.OTHER:
        row.referral_source_other = wording.other("referral_source", referral.source_other)


def _check_dates(session: Session, status: EnrolmentStatus, started_on: date | None, closed_on: date | None) -> None:
    if status in _STARTED and started_on is None:
        raise InputError("started_on", "start_missing")
    if status is EnrolmentStatus.CLOSED and closed_on is None:
        raise InputError("closed_on", "close_date_missing")
    check_started(started_on, closed_on, session.info["clock"].today())


def change_status(
    session: Session,
    enrolment_id: UUID,
    status: EnrolmentStatus,
    *,
    started_on: date | None = None,
    closed_on: date | None = None,
) -> None:
    """Moves an enrolment on; a given date is set with it. Closing ends the stay on the ladder the same day."""
    row = _row(session, enrolment_id)
    started, closed = started_on or row.started_on, closed_on or row.closed_on
    _check_dates(session, status, started, closed)
    row.status, row.started_on = status, started
    row.closed_on = closed if status is EnrolmentStatus.CLOSED else None
    if status is EnrolmentStatus.CLOSED and closed is not None:
        for entry in _entry_rows(session, enrolment_id):
            if entry.left_on is None:
                entry.left_on = max(closed, entry.entered_on)


def change_level(
    session: Session,
    enrolment_id: UUID,
    level_id: UUID,
    on: date,
    *,
    decided_by: DecidedBy = DecidedBy.TOGETHER,
    reason: str = "",
    mentee_words: str = "",
) -> UUID:
    """Enters a level from `on`. On an exclusive ladder the stay before ends the same day; going back is allowed."""
    enrolment = _row(session, enrolment_id)
    level = session.get(LevelRow, level_id)
    if level is None or level.programme_id != enrolment.programme_id:
        raise NotFoundError("level_unknown")
    entries = _entry_rows(session, enrolment_id)
    _check_move(session, enrolment, entries, on)
    if get_programme(session, enrolment.programme_id).ladder_exclusive:
        for entry in entries:
            entry.left_on = entry.left_on or on
    orders = [session.get_one(LevelRow, e.level_id).order for e in entries]
    row = LevelEntryRow(
        enrolment_id=enrolment_id,
        level_id=level_id,
        entered_on=on,
        direction=direction_of(orders, level.order),
        decided_by=decided_by,
        reason=wording.text("reason", reason),
        mentee_words=wording.text("mentee_words", mentee_words),
    )
    session.add(row)
    session.flush()
    return row.id


def _check_move(session: Session, enrolment: EnrolmentRow, entries: list[LevelEntryRow], on: date) -> None:
    if on > session.info["clock"].today():
        raise InputError("entered_on", "level_in_future")
    if enrolment.started_on and on < enrolment.started_on:
        raise InputError("entered_on", "level_before_start")
    if any(on < (entry.left_on or entry.entered_on) for entry in entries):
        raise InputError("entered_on", "level_before_earlier")


def get_enrolment(session: Session, enrolment_id: UUID) -> Enrolment:
    return _enrolment(_row(session, enrolment_id))


def list_enrolments(session: Session, mentee_id: UUID) -> tuple[Enrolment, ...]:
    """All periods of a person, newest start first."""
    query = (
        select(EnrolmentRow)
        .where(EnrolmentRow.mentee_id == mentee_id)
        .order_by(func.coalesce(EnrolmentRow.started_on, EnrolmentRow.offered_on).desc(), EnrolmentRow.ordinal.desc())
    )
    return tuple(_enrolment(row) for row in session.scalars(query))


def current_enrolment(session: Session, mentee_id: UUID) -> Enrolment | None:
    """The period that matters now: an open one before a closed one, then the newest."""
    return that_matters(list_enrolments(session, mentee_id))


def that_matters(enrolments: Sequence[Enrolment]) -> Enrolment | None:
    """Of somebody's periods, newest first, the one that matters now."""
    return min(enrolments, key=lambda e: _ORDER_OF_INTEREST.index(e.status), default=None)


def list_level_entries(session: Session, enrolment_id: UUID) -> tuple[LevelEntry, ...]:
    """The stays of an enrolment, oldest first."""
    return tuple(value_of(LevelEntry, row) for row in _entry_rows(session, enrolment_id))


def staircase_of(session: Session, enrolment: Enrolment) -> tuple[LadderStep, ...]:
    """The staircase of an enrolment as it is drawn."""
    levels = get_programme(session, enrolment.programme_id).levels
    return ladder_steps(levels, list_level_entries(session, enrolment.id))


def _entry_rows(session: Session, enrolment_id: UUID) -> list[LevelEntryRow]:
    query = select(LevelEntryRow).where(LevelEntryRow.enrolment_id == enrolment_id)
    return list(session.scalars(query.order_by(LevelEntryRow.entered_on, LevelEntryRow.created_at)))


def _row(session: Session, enrolment_id: UUID) -> EnrolmentRow:
    row = session.get(EnrolmentRow, enrolment_id)
    if row is None:
        raise NotFoundError("enrolment_unknown")
    return row


def _enrolment(row: EnrolmentRow) -> Enrolment:
    referral = Referral(**{name: getattr(row, f"referral_{name}") for name in _REFERRAL})
    return value_of(Enrolment, row, referral=referral)
