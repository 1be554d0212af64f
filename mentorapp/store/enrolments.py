"""Verbs on enrolments and on moves along the ladder; the invariants of B.3 are kept here.

Stays that are there already are put right in `level_entries`; pauses, work and closing have files of their own.
"""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import (
    STARTED,
    DecidedBy,
    Direction,
    Enrolment,
    EnrolmentStatus,
    LadderStep,
    LevelEntry,
    Pause,
    Referral,
    Track,
    check_started,
    ladder_steps,
)
from mentorapp.domain.errors import InputError
from mentorapp.domain.stays import check_pauses, check_stays

from .enrolment_rows import (
    bounds_of,
    enrolment_row,
    entry_rows,
    open_row,
    pause_rows,
    status_now,
    stays_of,
)
from .level_entries import level_of, turn
from .programmes import get_programme
from .referrals import set_referral
from .tables import value_of
from .tables.enrolments import EnrolmentRow, LevelEntryRow

_REFERRAL = tuple(f.name for f in fields(Referral))
_LINES = ("mentor_name", "transferred_in_from")
_PLAIN = frozenset(
    {
        "started_on", "interest_on", "offered_on", "answer_by", "counts_in_statistics", "registered_in_followup_system",
    }
)  # fmt: skip
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
    if status is not EnrolmentStatus.CLOSED:
        _check_earlier(earlier, started_on)
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
    set_referral(row, referral or Referral(), session.info["clock"].today())
    session.add(row)
    session.flush()
    return row.id


def _check_earlier(earlier: Collection[EnrolmentRow], started_on: date | None) -> None:
    """A new period needs the earlier ones in the programme closed, and begins when they had ended."""
    if any(row.status is not EnrolmentStatus.CLOSED for row in earlier):
        raise InputError("programme", "enrolment_still_open")
    ended = max((row.closed_on for row in earlier if row.closed_on), default=None)
    if started_on and ended and started_on < ended:
        raise InputError("started_on", "start_before_earlier_end")


def _check_dates(session: Session, status: EnrolmentStatus, started_on: date | None, closed_on: date | None) -> None:
    if status in STARTED and started_on is None:
        raise InputError("started_on", "start_missing")
    if status is EnrolmentStatus.CLOSED and closed_on is None:
        raise InputError("closed_on", "close_date_missing")
    check_started(started_on, closed_on, session.info["clock"].today())


def change_enrolment(session: Session, enrolment_id: UUID, **details: Any) -> None:
    """Changes dates, mentor, flags or criteria. A first stay that began with the enrolment begins with it again."""
    row = enrolment_row(session, enrolment_id)
    rows = entry_rows(session, enrolment_id)
    moves_along = bool(rows) and rows[0].entered_on == row.started_on and details.get("started_on") is not None
    for name, value in details.items():
        if name in _LINES:
            value = wording.line(name, value)
        elif name == "criteria":
            value = tuple(dict.fromkeys(value))
        elif name not in _PLAIN:
            raise TypeError(f"an enrolment has no {name} to change")
        setattr(row, name, value)
    if moves_along:
        rows[0].entered_on = details["started_on"]
    _check_dates(session, row.status, row.started_on, row.closed_on)
    _check_inside(session, row)


def _check_inside(session: Session, row: EnrolmentRow) -> None:
    """What was entered before fits into the new dates."""
    session.flush()
    bounds = bounds_of(session, row)
    exclusive = get_programme(session, row.programme_id).ladder_exclusive
    check_stays(stays_of(entry_rows(session, row.id)), bounds, exclusive=exclusive)
    check_pauses([value_of(Pause, one) for one in pause_rows(session, row.id)], bounds)


def change_status(
    session: Session,
    enrolment_id: UUID,
    status: EnrolmentStatus,
    *,
    started_on: date | None = None,
    closed_on: date | None = None,
) -> None:
    """Moves an enrolment on from intake, or ends it without a closure; a given date is set with it."""
    row = open_row(session, enrolment_id)
    started, closed = started_on or row.started_on, closed_on or row.closed_on
    _check_dates(session, status, started, closed)
    row.status, row.started_on = status, started
    if status is EnrolmentStatus.CLOSED and closed is not None:
        end_enrolment(session, row, closed)


def end_enrolment(session: Session, row: EnrolmentRow, closed_on: date) -> None:
    """Closes the row, and with it every stay and pause that is still open; never before one of them began."""
    entries, pauses = entry_rows(session, row.id), pause_rows(session, row.id)
    begun = [entry.entered_on for entry in entries] + [pause.from_date for pause in pauses]
    if any(closed_on < day for day in begun):
        raise InputError("closed_on", "closed_before_begun")
    row.status, row.closed_on = EnrolmentStatus.CLOSED, closed_on
    for entry in entries:
        if entry.left_on is None or entry.left_on > closed_on:
            entry.left_on = closed_on
    for pause in pauses:
        if pause.to_date is None or pause.to_date > closed_on:
            pause.to_date = closed_on


def change_level(
    session: Session,
    enrolment_id: UUID,
    level_id: UUID,
    on: date,
    *,
    decided_by: DecidedBy = DecidedBy.TOGETHER,
    reason: str = "",
    mentee_words: str = "",
    mentor_view: str = "",
    track: Track = Track.NONE,
    track_text: str = "",
) -> UUID:
    """Enters a level from `on`. On an exclusive ladder the stay before ends the same day; going back is allowed.

    Where the two see it differently, `mentor_view` stands beside the mentee's words (F37).
    """
    enrolment = open_row(session, enrolment_id)
    level = level_of(session, enrolment, level_id)
    entries = entry_rows(session, enrolment_id)
    exclusive = get_programme(session, enrolment.programme_id).ladder_exclusive
    before = entries if exclusive else [entry for entry in entries if entry.level_id == level_id]
    _check_move(session, enrolment, before, on, exclusive=exclusive)
    if exclusive:
        for entry in entries:
            entry.left_on = entry.left_on or on
    row = LevelEntryRow(
        enrolment_id=enrolment_id,
        level_id=level.id,
        entered_on=on,
        direction=Direction.INITIAL,
        decided_by=decided_by,
        reason=wording.text("reason", reason),
        mentee_words=wording.text("mentee_words", mentee_words),
        mentor_view=wording.text("mentor_view", mentor_view),
        track=track,
        track_text=wording.line("track_text", track_text) if track is not Track.NONE else "",
    )
    session.add(row)
    session.flush()
    turn(session, enrolment_id, row)
    return row.id


def _check_move(
    session: Session, enrolment: EnrolmentRow, before: list[LevelEntryRow], on: date, *, exclusive: bool
) -> None:
    if on > session.info["clock"].today():
        raise InputError("entered_on", "level_in_future")
    if enrolment.started_on and on < enrolment.started_on:
        raise InputError("entered_on", "level_before_start")
    if not exclusive and any(entry.left_on is None for entry in before):
        raise InputError("level_id", "level_open_already")
    if any(on < (entry.left_on or entry.entered_on) for entry in before):
        raise InputError("entered_on", "level_before_earlier")


def get_enrolment(session: Session, enrolment_id: UUID) -> Enrolment:
    return _enrolment(session, enrolment_row(session, enrolment_id))


def list_enrolments(session: Session, mentee_id: UUID) -> tuple[Enrolment, ...]:
    """All periods of a person, newest start first."""
    query = (
        select(EnrolmentRow)
        .where(EnrolmentRow.mentee_id == mentee_id)
        .order_by(func.coalesce(EnrolmentRow.started_on, EnrolmentRow.offered_on).desc(), EnrolmentRow.ordinal.desc())
    )
    return tuple(_enrolment(session, row) for row in session.scalars(query))


def current_enrolment(session: Session, mentee_id: UUID) -> Enrolment | None:
    """The period that matters now: an open one before a closed one, then the newest."""
    return that_matters(list_enrolments(session, mentee_id))


def that_matters(enrolments: Sequence[Enrolment]) -> Enrolment | None:
    """Of somebody's periods, newest first, the one that matters now."""
    return min(enrolments, key=lambda e: _ORDER_OF_INTEREST.index(e.status), default=None)


def list_level_entries(session: Session, enrolment_id: UUID) -> tuple[LevelEntry, ...]:
    """The stays of an enrolment, oldest first."""
    return tuple(value_of(LevelEntry, row) for row in entry_rows(session, enrolment_id))


def staircase_of(session: Session, enrolment: Enrolment) -> tuple[LadderStep, ...]:
    """The staircase of an enrolment as it is drawn."""
    levels = get_programme(session, enrolment.programme_id).levels
    return ladder_steps(levels, list_level_entries(session, enrolment.id))


def _enrolment(session: Session, row: EnrolmentRow) -> Enrolment:
    referral = Referral(**{name: getattr(row, f"referral_{name}") for name in _REFERRAL})
    paused = row.status is EnrolmentStatus.PAUSED
    status = status_now(session, row.id, row.status) if paused else row.status  # a rest may have ended by itself
    return value_of(Enrolment, row, referral=referral, status=status)
