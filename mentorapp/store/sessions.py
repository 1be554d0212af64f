"""Verbs on contacts. A changed note is a new version; a wrong contact is voided, never deleted."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session as Db

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.sessions import (
    Attendance,
    NewSession,
    NoteSegment,
    NoteVersion,
    Session,
    check_session,
    is_contact,
    tidied,
)

from .tables import value_of
from .tables.mentees import MenteeRow
from .tables.sessions import NoteSegmentRow, SessionRow

_PLAIN = (
    "mentee_id", "kind", "event_date", "attendance", "enrolment_id", "start_time", "duration_min", "distance_km",
    "initiated_by", "mood_in", "mood_out", "topics", "with_interpreter", "came_late", "unplanned", "support_kinds",
    "methods", "attempt_way", "contact_id", "group_meeting_id",
)  # fmt: skip
_LINES = (
    "place", "mood_word", "next_step", "exercise", "fact_values", "fact_obstacle", "fact_step", "consent_reference",
)  # fmt: skip


def add_session(db: Db, new: NewSession) -> UUID:
    """A contact with its note boxes. For a booking, attendance is PLANNED."""
    row = SessionRow(version=1)
    _fill(db, row, new)
    db.add(row)
    db.flush()
    _add_segments(db, row, new.segments)
    return row.id


def change_session(db: Db, session_id: UUID, new: NewSession) -> None:
    """Writes a contact anew, or writes up a booking. The boxes of the version before are kept."""
    row = _row(db, session_id)
    before = _segments(db, [row]).get(row.id, ())
    _fill(db, row, new)
    if _cleaned(new.segments) != before:
        if row.version > 1 or before:
            row.version += 1
        _add_segments(db, row, new.segments)


def void_session(db: Db, session_id: UUID, reason: str) -> None:
    """Takes a contact out of every list; the row and the reason stay."""
    row = _row(db, session_id)
    row.voided_at = db.info["clock"].now()
    row.void_reason = wording.line("void_reason", reason, required=True)
    row.is_contact = False


def get_session(db: Db, session_id: UUID) -> Session:
    row = _row(db, session_id)
    return _session(row, _segments(db, [row]).get(row.id, ()))


def comment_session(db: Db, session_id: UUID, comment: str) -> None:
    """What the mentee says about the note, in the mentee's words; the note itself is not touched (F29)."""
    row = _row(db, session_id)
    row.mentee_comment = wording.text("mentee_comment", comment)
    row.commented_on = db.info["clock"].today() if row.mentee_comment else None


def list_versions(db: Db, session_id: UUID) -> tuple[NoteVersion, ...]:
    """The note as it was, newest first; the version that holds now is the first."""
    row = _row(db, session_id)
    query = select(NoteSegmentRow).where(NoteSegmentRow.session_id == session_id).order_by(NoteSegmentRow.order)
    by_version: dict[int, list[NoteSegmentRow]] = {}
    for segment in db.scalars(query):
        by_version.setdefault(segment.version, []).append(segment)
    by_version.setdefault(row.version, [])
    return tuple(
        NoteVersion(
            number,
            min((one.created_at for one in by_version[number]), default=row.updated_at),
            tuple(NoteSegment(text=one.text, info_class=one.info_class) for one in by_version[number]),
        )
        for number in sorted(by_version, reverse=True)
    )


def list_sessions(db: Db, mentee_id: UUID, *, limit: int | None = None) -> tuple[Session, ...]:
    """The contacts of a person, newest event first, booked ones included, voided ones not."""
    query = (
        select(SessionRow)
        .where(SessionRow.mentee_id == mentee_id, SessionRow.voided_at.is_(None))
        .order_by(SessionRow.event_date.desc(), SessionRow.start_time.desc())
        .limit(limit)
    )
    rows = list(db.scalars(query))
    segments = _segments(db, rows)
    return tuple(_session(row, segments.get(row.id, ())) for row in rows)


def next_booking(db: Db, mentee_id: UUID) -> Session | None:
    """The first booked contact that is still ahead."""
    query = (
        select(SessionRow)
        .where(
            SessionRow.mentee_id == mentee_id,
            SessionRow.attendance == Attendance.PLANNED,
            is_ahead(db),
            SessionRow.voided_at.is_(None),
        )
        .order_by(SessionRow.event_date, SessionRow.start_time)
        .limit(1)
    )
    row = db.scalars(query).first()
    return None if row is None else _session(row, ())


def is_ahead(db: Db) -> Any:
    """The condition that a booking has not begun: one at nine waits to be written up at ten, and is no longer next."""
    clock = db.info["clock"]
    today, now = clock.today(), clock.now().astimezone().time()
    begun = (SessionRow.event_date == today) & (SessionRow.start_time < now)
    return (SessionRow.event_date >= today) & or_(SessionRow.start_time.is_(None), ~begun)


def _fill(db: Db, row: SessionRow, new: NewSession) -> None:
    mentee = db.get(MenteeRow, new.mentee_id)
    if mentee is None:
        raise NotFoundError("mentee_unknown")
    new = tidied(new)
    check_session(new, db.info["clock"].today(), mentee.birth_date)
    for name in _PLAIN:
        setattr(row, name, getattr(new, name))
    for name in _LINES:
        setattr(row, name, wording.line(name, getattr(new, name)))
    row.is_contact = is_contact(new.kind, new.attendance)


def _cleaned(segments: Iterable[NoteSegment]) -> tuple[NoteSegment, ...]:
    kept = (NoteSegment(text=wording.text("note", s.text), info_class=s.info_class) for s in segments)
    return tuple(s for s in kept if s.text)


def _add_segments(db: Db, row: SessionRow, segments: Iterable[NoteSegment]) -> None:
    for order, segment in enumerate(_cleaned(segments)):
        db.add(
            NoteSegmentRow(
                session_id=row.id,
                version=row.version,
                order=order,
                text=segment.text,
                info_class=segment.info_class,
            )
        )


def _segments(db: Db, rows: Iterable[SessionRow]) -> dict[UUID, tuple[NoteSegment, ...]]:
    """The current boxes of many contacts in one query."""
    versions = {row.id: row.version for row in rows}
    table = cast("Any", NoteSegmentRow.__table__)
    query = select(table.c.session_id, table.c.version, table.c.text, table.c.info_class)
    query = query.where(table.c.session_id.in_(versions)).order_by(table.c.session_id, table.c.order)
    found: dict[UUID, list[NoteSegment]] = {}
    for session_id, version, text, info_class in db.execute(query):
        if version == versions[session_id]:
            found.setdefault(session_id, []).append(NoteSegment(text=text, info_class=info_class))
    return {key: tuple(segments) for key, segments in found.items()}


def _row(db: Db, session_id: UUID) -> SessionRow:
    row = db.get(SessionRow, session_id)
    if row is None:
        raise NotFoundError("session_unknown")
    return row


def _session(row: SessionRow, segments: tuple[NoteSegment, ...]) -> Session:
    return value_of(Session, row, segments=segments)
