"""Stores of a given size, for benchmarks and for looking at long lists: the same rows each time for the same day.

Rows go in by the thousand past the journal, in the order in which they would have been written over the years, and
the indexes are made last: so the file has the shape of a grown one and is still filled in minutes.
"""

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, cast
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Gender, Pronoun
from mentorapp.domain.programmes import Level
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.sessions import Attendance, SessionKind, is_contact
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.ladders import get_ladder
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.store import Store
from mentorapp.store.tables import Table
from mentorapp.store.tables.mentees import MenteeRow, MunicipalityRow
from mentorapp.store.tables.sessions import NoteSegmentRow, SessionRow

from .around import Around
from .enrolled import enrolled
from .register import add_register
from .rows import Ids, Row, Rows
from .words import Writer
from .worked import Worked, keep_forms

_AT_ONCE = 5_000
_NOTE_CHARACTERS = 620
_KINDS = (
    [SessionKind.WALK_AND_TALK] * 8
    + [SessionKind.PHONE] * 4
    + [SessionKind.WORKPLACE_VISIT] * 3
    + [SessionKind.HOME_VISIT, SessionKind.SMS_CHAT, SessionKind.OFFICE, SessionKind.ACCOMPANIMENT, SessionKind.GROUP]
)
_SUPPORT: dict[SessionKind, tuple[tuple[str, ...], ...]] = {
    SessionKind.WALK_AND_TALK: (("walk",), ("walk", "motivation"), ("walk", "routines")),
    SessionKind.HOME_VISIT: (("home_visit",), ("home_visit", "practical")),
    SessionKind.PHONE: ((), ("motivation",), ("coordination",)),
    SessionKind.WORKPLACE_VISIT: (("workplace",), ("study_visit",)),
    SessionKind.OFFICE: (("cv",), ("economy",), ("motivation",)),
    SessionKind.ACCOMPANIMENT: (("accompany_authority",), ("accompany_care",), ("guidance",)),
    SessionKind.GROUP: (("society",), ("health_school",)),
}
"""What was given in a contact that was held; an sms is no support by itself."""

_NONE: tuple[tuple[str, ...], ...] = ((),)
_METHODS: tuple[tuple[str, ...], ...] = ((), (), (), ("mi",), ("se",))
_WORKPLACES = 120
_CAME = [Attendance.HELD] * 17 + [Attendance.NO_SHOW, Attendance.CANCELLED_MENTEE, Attendance.NOT_REACHED]


@dataclass(frozen=True, slots=True)
class Size:
    """So many mentees with so many notes each."""

    mentees: int
    notes: int


SIZES = {"S": Size(60, 100), "M": Size(500, 200), "L": Size(5_000, 200)}


def fill_size(store: Store, size: str) -> None:
    """Fills an empty store with generated people; KeyError when `size` is none of S, M, L."""
    fill(store, SIZES[size])


def fill(store: Store, size: Size) -> None:
    """As `fill_size`, in any size."""
    today = store.clock.today()
    chance = random.Random(f"{size.mentees}x{size.notes}")  # noqa: S311 - it is to give the same rows again
    with store.write("sample_filled") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"), owner="AME Provköping")
        levels = get_programme(session, programme).levels
        scales = keep_forms(session)
    with _indexes_last(store):
        people = _add_people(store, size, programme, levels, scales, today, chance)
        _add_contacts(store, size, people, today, chance)
    with store.write("sample_filled") as session:
        session.connection().exec_driver_sql("ANALYZE")


@dataclass(frozen=True, slots=True)
class Person:
    """What the notes of a person need to know: whose they are, and the days between which they were written."""

    mentee: UUID
    enrolment: UUID
    first: date
    last: date
    active: bool


def _add_people(
    store: Store,
    size: Size,
    programme: UUID,
    levels: tuple[Level, ...],
    scales: dict[str, ScaleDefinition],
    today: date,
    chance: random.Random,
) -> list[Person]:
    writer, ids = Writer(chance), Ids()
    rows: Rows = {}
    known = add_register(rows, ids, size.mentees, today - timedelta(days=4_400), chance)
    around = Around(rows, ids, known, writer, chance)
    worked = Worked(rows, ids, known, scales, writer, chance)
    worked.add_bank(today - timedelta(days=4_400), min(size.mentees, _WORKPLACES))
    people = []
    for number in range(size.mentees):
        # Sixty at once, as a mentor may have; those before them were closed one after the other.
        active = number < 60
        last = today if active else today - timedelta(days=1 + (number - 60) * 3_650 // max(1, size.mentees - 60))
        first = last - timedelta(days=chance.randrange(450, 640))
        moment = datetime.combine(first, time(9), UTC)
        mentee = ids.at(moment)
        rows.setdefault(MenteeRow, []).append(_mentee(mentee, number, moment, today, writer, chance))
        rows.setdefault(MunicipalityRow, []).append(
            ids.row(moment, mentee_id=mentee, name=chance.choice(("Provköping", "Testfors", "Exempelby")))
        )
        enrolment = enrolled(rows, ids, mentee, programme, levels, first, None if active else last, writer, chance)
        around.add(mentee, enrolment, first, None if active else last)
        worked.add(mentee, enrolment, first, None if active else last)
        people.append(Person(mentee, enrolment, first, last, active))
    with store.write("sample_filled") as session:
        parents_first = {table.name: place for place, table in enumerate(Table.metadata.sorted_tables)}
        for table in sorted(rows, key=lambda one: parents_first[one.__tablename__]):
            _insert(session, table, rows[table])
    return people


def _mentee(key: UUID, number: int, moment: datetime, today: date, writer: Writer, chance: random.Random) -> Row:
    given, family = writer.name(number)
    letters = "ACDEFGHJKLMNPQRSTUVWXYZ"
    alias = f"{letters[number // 900 // 23]}{letters[number // 900 % 23]} {number % 900 + 100}"
    return {
        "id": key,
        "created_at": moment,
        "updated_at": moment,
        "preferred_name": given,
        "family_name": family,
        "display_alias": alias,
        "pronoun": chance.choice((Pronoun.HON, Pronoun.HAN, Pronoun.HEN)),
        "gender": chance.choice((Gender.WOMAN, Gender.MAN, Gender.NON_BINARY)),
        "birth_date": today - timedelta(days=chance.randrange(17 * 365, 29 * 365)),
        "phones": (),
    }


def _add_contacts(store: Store, size: Size, people: list[Person], today: date, chance: random.Random) -> None:
    """The notes of all, oldest first, as they would have been written."""
    writer, ids = Writer(chance), Ids()
    halves = [writer.text(_NOTE_CHARACTERS // 2) for _ in range(2_000)]
    moments = sorted(
        (person.last - (person.last - person.first) * note // size.notes, number)
        for number, person in enumerate(people)
        for note in range(size.notes)
    )
    rows = (_contact(ids, people[number], day, halves, chance) for day, number in moments)
    while several := list(islice(rows, _AT_ONCE)):
        with store.write("sample_filled") as session:
            _insert(session, SessionRow, [contact for contact, _ in several])
            _insert(session, NoteSegmentRow, [segment for _, segment in several])
    booked = [_booking(ids, person, today, place) for place, person in enumerate(people) if person.active]
    with store.write("sample_filled") as session:
        _insert(session, SessionRow, booked)


def _contact(ids: Ids, person: Person, day: date, halves: list[str], chance: random.Random) -> tuple[Row, Row]:
    moment = datetime.combine(day, time(16, chance.randrange(60)), UTC)
    kind, came = chance.choice(_KINDS), chance.choice(_CAME)
    held = came is Attendance.HELD
    contact = ids.row(
        moment,
        mentee_id=person.mentee,
        enrolment_id=person.enrolment,
        kind=kind,
        event_date=day,
        start_time=time(chance.randrange(8, 17), chance.choice((0, 15, 30, 45))),
        duration_min=chance.choice((15, 30, 45, 60)),
        attendance=came,
        is_contact=is_contact(kind, came),
        topics=(),
        support_kinds=chance.choice(_SUPPORT.get(kind, _NONE)) if held else (),
        methods=chance.choice(_METHODS) if held else (),
        came_late=held and chance.random() < 1 / 20,
    )
    segment = ids.row(
        moment,
        session_id=contact["id"],
        version=1,
        order=0,
        text=f"{chance.choice(halves)} {chance.choice(halves)}",
        info_class=InfoClass.PLAN,
    )
    return contact, segment


def _booking(ids: Ids, person: Person, today: date, place: int) -> Row:
    day = today + timedelta(days=place % 14)
    return ids.row(
        datetime.combine(today, time(8), UTC),
        mentee_id=person.mentee,
        enrolment_id=person.enrolment,
        kind=_KINDS[place % len(_KINDS)],
        event_date=day,
        start_time=time(9 + place % 8),
        duration_min=45,
        attendance=Attendance.PLANNED,
        is_contact=False,
        topics=(),
    )


def _insert(session: Session, table: type[Table], rows: Iterable[Row]) -> None:
    session.connection().execute(insert(cast("Any", table.__table__)), list(rows))


@contextmanager
def _indexes_last(store: Store) -> Iterator[None]:
    """Without the indexes of the large tables while they are filled: made at the end they are sorted in one go."""
    tables = (SessionRow.__tablename__, NoteSegmentRow.__tablename__)
    with store.write("sample_filled") as session:
        found = session.connection().exec_driver_sql(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (?, ?)",
            tables,
        )
        indexes = found.all()
        for name, _ in indexes:
            session.connection().exec_driver_sql(f'DROP INDEX "{name}"')
    try:
        yield
    finally:
        with store.write("sample_filled") as session:
            for _, statement in indexes:
                session.connection().exec_driver_sql(statement)
