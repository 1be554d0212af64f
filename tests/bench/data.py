"""Rows about the store alone: the list, the timeline of a person, saving a note."""

import os
import statistics
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from mentorapp.domain.identifiers import new_id
from mentorapp.domain.sessions import NewSession, NoteSegment, SessionKind
from mentorapp.store import overviews
from mentorapp.store.overviews import list_lines
from mentorapp.store.store import Store
from mentorapp.store.timeline import read_timeline
from mentorapp.store.write_up import WriteUp, write_up

from .measuring import Row, compared, events, p95, seconds, timed
from .places import Place

_TIMELINE = """
SELECT s.id, s.event_date, s.start_time, s.kind, s.attendance, s.duration_min, s.place, s.next_step, s.is_contact,
       s.created_at, n.text, n.info_class
FROM session AS s LEFT JOIN note_segment AS n
     ON n.session_id = s.id AND n.version = s.version AND n."order" = 0
WHERE s.mentee_id = ? AND s.voided_at IS NULL AND s.attendance != 'planned'
ORDER BY s.event_date DESC, s.start_time DESC LIMIT 200
"""
_NOTE = "Gick runt sjön. Ringde trafikskolan själv, för första gången. Vill gärna se hur det ser ut på folkhögskolan. "


def list_row(place: Place, store: Store) -> Row:
    plain = place.plain_connection()
    today = store.clock.today().isoformat()

    def raw() -> None:
        for statement, *values in (
            (overviews._LEVELS,),
            (overviews._ENROLMENTS, today),
            (overviews._STAYS,),
            (overviews._PLACES, today),
            (overviews._BOOKINGS, today, today, "00:00"),
            (overviews._PERSONS,),
        ):
            plain.execute(statement, values).fetchall()

    def product() -> None:
        with store.read() as session:
            list_lines(session)

    people = plain.execute("SELECT count(*) FROM mentee").fetchone()[0]
    name = f"List of {people}: read"
    worst = p95(product for _ in range(events()))
    row = compared(name, "at most 1.3 x", timed(raw, 11), timed(product, 11), p95=worst)
    plain.close()
    return row


def timeline_row(place: Place, store: Store) -> Row:
    plain = place.plain_connection()
    mentees = [row[0] for row in plain.execute("SELECT id FROM mentee ORDER BY id")]
    turn = iter(mentees * 200)

    def raw() -> None:
        plain.execute(_TIMELINE, (next(turn),)).fetchall()

    def read(mentee: bytes) -> None:
        with store.read() as session:
            read_timeline(session, UUID(bytes=mentee), limit=200)

    def product() -> None:
        read(next(turn))

    worst = p95(partial(read, one) for one in (mentees * 5)[: events()])
    row = compared("Timeline of 200: read", "part of the painted row", timed(raw, 11), timed(product, 11), p95=worst)
    plain.close()
    return row


def save_row(place: Place, store: Store) -> Row:
    """A note of a line: in the product with its undo step, in the floor two plain inserts with their indexes."""
    plain = place.plain_connection()
    keys = plain.execute(
        "SELECT mentee_id, enrolment_id FROM session WHERE enrolment_id IS NOT NULL LIMIT 500"
    ).fetchall()
    today, turn = store.clock.today(), iter(keys * 100)

    def raw() -> None:
        mentee, enrolment = next(turn)
        _insert(plain, mentee, enrolment, today)

    def product() -> None:
        mentee, enrolment = next(turn)
        new = NewSession(
            mentee_id=UUID(bytes=mentee),
            enrolment_id=UUID(bytes=enrolment),
            kind=SessionKind.WALK_AND_TALK,
            event_date=today,
            duration_min=45,
            segments=(NoteSegment(text=_NOTE),),
        )
        with store.write("note_saved") as session:
            write_up(session, WriteUp(new=new))

    for _ in range(20):
        raw()
        product()
    disk = _disk_alone(place.sealed.parent)
    worst = p95(product for _ in range(events()))
    note = f"p95 above the disk's own fdatasync of {1000 * disk:.2f} ms"
    row = compared(
        "Save a note", "at most 1.5 x; p95 16 ms", timed(raw, 11), timed(product, 11), p95=worst - disk, note=note
    )
    plain.close()
    return row


def _insert(plain: Any, mentee: bytes, enrolment: bytes, today: date) -> None:
    key, now = new_id().bytes, "2026-11-25 12:00:00.000000"
    plain.execute("BEGIN IMMEDIATE")
    plain.execute(
        "INSERT INTO session (id, created_at, updated_at, mentee_id, enrolment_id, kind, event_date, duration_min,"
        " place, attendance, is_contact, initiated_by, mood_word, topics, came_late, unplanned, support_kinds, methods,"
        " exercise, fact_values, fact_obstacle, fact_step, consent_reference, mentee_comment, next_step,"
        " with_interpreter, version, void_reason)"
        " VALUES (?, ?, ?, ?, ?, 'walk_and_talk', ?, 45, '', 'held', 1, 'unknown', '', '[]', 0, 0, '[]', '[]',"
        " '', '', '', '', '', '', '', 0, 1, '')",
        (key, now, now, mentee, enrolment, today.isoformat()),
    )
    plain.execute(
        'INSERT INTO note_segment (id, created_at, updated_at, session_id, version, "order", text, info_class)'
        " VALUES (?, ?, ?, ?, 1, 0, ?, 'PLAN')",
        (new_id().bytes, now, now, key, _NOTE),
    )
    plain.execute("COMMIT")


def _disk_alone(folder: Path) -> float:
    """The median time that the disk takes to keep a page."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:

        def sync() -> None:
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())

        return statistics.median(seconds(sync) for _ in range(200))


def data_rows(place: Place) -> Iterator[Row]:
    opened = place.open()
    try:
        yield list_row(place, opened.store)
        yield timeline_row(place, opened.store)
        yield save_row(place, opened.store)
    finally:
        opened.close()
