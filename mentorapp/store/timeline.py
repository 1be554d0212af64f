"""The timeline of a person: contacts, meetings, steps, moves on the ladder, pauses, milestones and work, by pages.

Rows are taken as the driver gives them, over indices that end in the date, and only the beginning of each note is
read. Private notes are not read here: whoever shows them asks `private_notes` and puts them in between.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import DecidedBy, Direction
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.plans import DoneBy
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sharing import InfoClass

from .straight import run
from .timeline_items import (
    ContactItem,
    DamagedItem,
    LevelItem,
    MeetingItem,
    MilestoneItem,
    MovedItem,
    PauseItem,
    StepItem,
    WorkItem,
)
from .timeline_meetings import read_meeting_items
from .timeline_work import read_work_items

PAGE = 60

_CONTACTS = """
SELECT s.id, s.event_date, s.start_time, s.kind, s.attendance, s.duration_min, s.place, substr(n.text, 1, 240),
       s.next_step, n.info_class,
       (SELECT group_concat(b.info_class) FROM note_segment AS b WHERE b.session_id = s.id AND b.version = s.version),
       s.is_contact, s.created_at, s.came_late, s.unplanned, s.support_kinds, s.attempt_way, s.voided_at, s.moved_on,
       a.title, m.topic, s.mentee_comment != ''
FROM session AS s LEFT JOIN note_segment AS n ON n.session_id = s.id AND n.version = s.version AND n."order" = 0
     LEFT JOIN group_meeting AS m ON m.id = s.group_meeting_id
     LEFT JOIN group_activity AS a ON a.id = m.group_activity_id
WHERE s.mentee_id = ?
"""
"""Of a group only its own title and topic: nothing leads to anybody else who was there."""
_STANDS = " AND s.voided_at IS NULL"
_STANDS_OR_MOVED = " AND (s.voided_at IS NULL OR s.moved_on IS NOT NULL)"
_HAPPENED = " AND s.attendance != 'planned'"
_OF_CLASS = """
  AND EXISTS (SELECT 1 FROM note_segment AS b
              WHERE b.session_id = s.id AND b.version = s.version AND b.info_class = ?)
"""
_NEWEST_CONTACT = " ORDER BY s.event_date DESC, s.start_time DESC, s.id DESC"
_PART = " LIMIT ? OFFSET ?"

_STEPS = """
SELECT t.id, t.done_on, t.text, t.done_by, t.done_by_name, g.info_class
FROM enrolment AS e JOIN plan AS p ON p.enrolment_id = e.id JOIN goal AS g ON g.plan_id = p.id
     JOIN step AS t ON t.goal_id = g.id
WHERE e.mentee_id = ? AND t.done_on IS NOT NULL AND t.dropped_at IS NULL
  AND (g.state != 'active' OR p.version = (SELECT max(version) FROM plan WHERE enrolment_id = e.id))
"""
"""Of the newest plans, and of goals that a review did not carry over: a copied step is one event, not two."""
_NEWEST_STEP = " ORDER BY t.done_on DESC, t.id DESC"

_LEVELS = """
SELECT v.id, v.entered_on, l."order", l.name_sv, l.name_en, v.direction, v.decided_by, v.reason, v.mentee_words
FROM enrolment AS e JOIN level_entry AS v ON v.enrolment_id = e.id JOIN level AS l ON l.id = v.level_id
WHERE e.mentee_id = ? ORDER BY v.entered_on DESC, v.id DESC
"""
_PAUSES = """
SELECT r.id, r.from_date, r.to_date, r.reason, r.who_keeps_contact
FROM enrolment AS e JOIN pause AS r ON r.enrolment_id = e.id
WHERE e.mentee_id = ? ORDER BY r.from_date DESC, r.id DESC
"""
_MILESTONES = "SELECT id, event_date, kind, kind_other, note, info_class FROM milestone WHERE mentee_id = ?"
_NEWEST_MILESTONE = " ORDER BY event_date DESC, id DESC"
_CONTACT_DAYS = """
SELECT event_date, is_contact FROM session
WHERE mentee_id = ? AND event_date BETWEEN ? AND ? AND attendance != 'planned' AND voided_at IS NULL
ORDER BY event_date
"""


__all__ = [
    "EVERYTHING", "PAGE", "Choice", "ContactItem", "DamagedItem", "LevelItem", "MeetingItem", "MilestoneItem",
    "MovedItem", "PauseItem", "Place", "StepItem", "TimelineItem", "TimelinePage", "WorkItem", "list_contact_days",
    "list_contacts", "read_timeline",
]  # fmt: skip

TimelineItem = ContactItem | StepItem | LevelItem | PauseItem | MilestoneItem | MeetingItem | WorkItem | DamagedItem
_RANK: dict[type[TimelineItem], int] = {
    MeetingItem: 6, ContactItem: 5, DamagedItem: 5, WorkItem: 4, MilestoneItem: 3, StepItem: 2, PauseItem: 1,
    LevelItem: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """How far each kind has been read."""

    contacts: int = 0
    steps: int = 0
    levels: int = 0
    pauses: int = 0
    milestones: int = 0
    work: int = 0
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the timeline is wanted; `info_class` None is every class. `levels` are all marks of the way: moves on the
    ladder, pauses and milestones. `work` are placements, their follow-ups, studies, and forms that were filled."""

    contacts: bool = True
    steps: bool = True
    levels: bool = True
    work: bool = True
    meetings: bool = True
    info_class: InfoClass | None = None


EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Some items, newest first, and where the next page begins; None at the end."""

    items: tuple[TimelineItem, ...]
    after: Place | None


def read_timeline(
    session: Session, mentee_id: UUID, *, place: Place | None = None, choice: Choice = EVERYTHING, limit: int = PAGE
) -> TimelinePage:
    """The items from `place` on. Bookings and voided contacts are not events; they are left out."""
    place = place or Place()
    contacts = _contacts(session, mentee_id, choice, place.contacts, limit) if choice.contacts else ()
    steps = _steps(session, mentee_id, choice, place.steps, limit) if choice.steps else ()
    marks = _marks(session, mentee_id, choice, place, limit) if choice.levels else ()
    work = read_work_items(session, mentee_id, choice.info_class, place.work, limit) if choice.work else ()
    meetings = _meetings(session, mentee_id, choice, place.meetings, limit) if choice.meetings else ()
    found: list[TimelineItem] = [*contacts, *steps, *(item for kind in marks for item in kind), *work, *meetings]
    found.sort(key=_newest_last, reverse=True)
    shown = found[:limit]
    after = Place(
        place.contacts + sum(isinstance(item, ContactItem | DamagedItem) for item in shown),
        place.steps + sum(isinstance(item, StepItem) for item in shown),
        place.levels + sum(isinstance(item, LevelItem) for item in shown),
        place.pauses + sum(isinstance(item, PauseItem) for item in shown),
        place.milestones + sum(isinstance(item, MilestoneItem) for item in shown),
        place.work + sum(isinstance(item, WorkItem) for item in shown),
        place.meetings + sum(isinstance(item, MeetingItem) for item in shown),
    )
    full = len(found) > limit or limit in (len(contacts), len(steps), *map(len, marks), len(work), len(meetings))
    return TimelinePage(tuple(shown), after if full and shown else None)


def list_contacts(session: Session, mentee_id: UUID) -> tuple[ContactItem | MovedItem | DamagedItem, ...]:
    """Every contact of a person with the beginning of its note, bookings included, newest first; and the traces of
    those that were moved to somebody else."""
    rows = _rows(session, _CONTACTS + _STANDS_OR_MOVED + _NEWEST_CONTACT, mentee_id.bytes)
    return tuple(_trace(row) or _contact(row) for row in rows)


def list_contact_days(session: Session, mentee_id: UUID, first: date, last: date) -> tuple[tuple[date, bool], ...]:
    """(day, whether it was a held two-way contact) of every contact or attempt between two days, oldest first."""
    rows = _rows(session, _CONTACT_DAYS, mentee_id.bytes, first.isoformat(), last.isoformat())
    return tuple((date.fromisoformat(day), bool(held)) for day, held in rows)


def _rows(session: Session, statement: str, *values: object) -> Any:
    return run(session, statement, values)


def _newest_last(item: TimelineItem) -> tuple[date, time, int]:
    return item.on, item.at or time.min, _RANK[type(item)]


def _contacts(
    session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int
) -> Sequence[ContactItem | DamagedItem]:
    of_class = _OF_CLASS if choice.info_class is not None else ""
    values = (choice.info_class.value,) if choice.info_class is not None else ()
    statement = _CONTACTS + _STANDS + _HAPPENED + of_class + _NEWEST_CONTACT + _PART
    return [_contact(row) for row in _rows(session, statement, mentee_id.bytes, *values, limit, offset)]


def _trace(row: tuple[Any, ...]) -> MovedItem | None:
    """Whether the row is what a moved contact left behind."""
    voided, moved = row[17:19]
    if voided is None:
        return None
    return MovedItem(id=UUID(bytes=row[0]), on=date.fromisoformat(row[1]), moved_on=date.fromisoformat(moved))


def _contact(row: tuple[Any, ...]) -> ContactItem | DamagedItem:
    key, on, at, kind, attendance, minutes, place, text, next_step, first, classes, is_contact, created = row[:13]
    late, unplanned, kinds, way, _, _, group, topic, commented = row[13:]
    codes = (first, *(classes or "").split(","))
    try:
        return ContactItem(
            id=UUID(bytes=key),
            on=date.fromisoformat(on),
            at=time.fromisoformat(at) if at else None,
            kind=SessionKind(kind),
            attendance=Attendance(attendance),
            duration_min=minutes,
            place=place,
            text=text or "",
            next_step=next_step,
            classes=tuple(dict.fromkeys(InfoClass(code) for code in codes if code)),
            is_contact=bool(is_contact),
            created_at=datetime.fromisoformat(created).replace(tzinfo=UTC),
            came_late=bool(late),
            unplanned=bool(unplanned),
            support_kinds=() if kinds == "[]" else tuple(json.loads(kinds)),
            attempt_way=SessionKind(way) if way else None,
            group=group or "",
            group_topic=topic or "",
            commented=bool(commented),
        )
    except ValueError:
        return DamagedItem(id=UUID(bytes=key), on=date.fromisoformat(on))


def _steps(session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int) -> Sequence[StepItem]:
    of_class = " AND g.info_class = ?" if choice.info_class is not None else ""
    values = (choice.info_class.value,) if choice.info_class is not None else ()
    rows = _rows(session, _STEPS + of_class + _NEWEST_STEP + _PART, mentee_id.bytes, *values, limit, offset)
    return [
        StepItem(
            id=UUID(bytes=key),
            on=date.fromisoformat(on),
            text=text,
            done_by=DoneBy(by) if by else None,
            done_by_name=name,
            info_class=InfoClass(info_class),
        )
        for key, on, text, by, name, info_class in rows
    ]


def _meetings(session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int) -> Sequence[MeetingItem]:
    """The question that a meeting answers is of the plan."""
    if choice.info_class not in (None, InfoClass.PLAN):
        return ()
    return read_meeting_items(session, mentee_id, offset, limit)


def _marks(
    session: Session, mentee_id: UUID, choice: Choice, place: Place, limit: int
) -> tuple[Sequence[LevelItem], Sequence[PauseItem], Sequence[MilestoneItem]]:
    """Moves on the ladder and pauses have the class PLAN; a milestone has its own."""
    milestones = _milestones(session, mentee_id, choice, place.milestones, limit)
    if choice.info_class not in (None, InfoClass.PLAN):
        return (), (), milestones
    return (
        _levels(session, mentee_id, place.levels, limit),
        _pauses(session, mentee_id, place.pauses, limit),
        milestones,
    )


def _levels(session: Session, mentee_id: UUID, offset: int, limit: int) -> Sequence[LevelItem]:
    return [
        LevelItem(
            id=UUID(bytes=key),
            on=date.fromisoformat(on),
            order=order,
            name_sv=name_sv,
            name_en=name_en,
            direction=Direction(direction),
            decided_by=DecidedBy(decided_by),
            reason=reason,
            mentee_words=words,
        )
        for key, on, order, name_sv, name_en, direction, decided_by, reason, words in _rows(
            session, _LEVELS + _PART, mentee_id.bytes, limit, offset
        )
    ]


def _pauses(session: Session, mentee_id: UUID, offset: int, limit: int) -> Sequence[PauseItem]:
    return [
        PauseItem(
            id=UUID(bytes=key),
            on=date.fromisoformat(on),
            to=date.fromisoformat(to) if to else None,
            reason=reason,
            who_keeps_contact=who,
        )
        for key, on, to, reason, who in _rows(session, _PAUSES + _PART, mentee_id.bytes, limit, offset)
    ]


def _milestones(session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int) -> Sequence[MilestoneItem]:
    of_class = " AND info_class = ?" if choice.info_class is not None else ""
    values = (choice.info_class.value,) if choice.info_class is not None else ()
    rows = _rows(session, _MILESTONES + of_class + _NEWEST_MILESTONE + _PART, mentee_id.bytes, *values, limit, offset)
    return [
        MilestoneItem(
            id=UUID(bytes=key),
            on=date.fromisoformat(on),
            kind=MilestoneKind(kind),
            kind_other=other,
            note=note,
            info_class=InfoClass(info_class),
        )
        for key, on, kind, other, note, info_class in rows
    ]
