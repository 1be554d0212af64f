"""The timeline of a person: contacts, ticked steps and moves on the ladder, newest first, a page at a time.

Plain queries past the ORM over indices that end in the date; only the beginning of each note is read. Private notes
are not read here: whoever shows them asks `private_notes` and puts them in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast
from uuid import UUID

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import DecidedBy, Direction
from mentorapp.domain.plans import DoneBy, GoalState
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sharing import InfoClass

from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.plans import GoalRow, PlanRow, StepRow
from .tables.programmes import LevelRow
from .tables.sessions import NoteSegmentRow, SessionRow

PAGE = 60
_BEGINNING = 240

_SESSION = cast("Any", SessionRow.__table__)
_SEGMENT = cast("Any", NoteSegmentRow.__table__)
_BOX = _SEGMENT.alias()
_STEP = cast("Any", StepRow.__table__)
_GOAL = cast("Any", GoalRow.__table__)
_PLAN = cast("Any", PlanRow.__table__)
_ENROLMENT = cast("Any", EnrolmentRow.__table__)
_ENTRY = cast("Any", LevelEntryRow.__table__)
_LEVEL = cast("Any", LevelRow.__table__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactItem:
    """A contact with the beginning of its first box; `classes` are those of all its boxes, the first one first."""

    id: UUID
    on: date
    at: time | None
    kind: SessionKind
    attendance: Attendance
    duration_min: int | None
    place: str
    text: str
    next_step: str
    classes: tuple[InfoClass, ...]
    is_contact: bool
    created_at: datetime

    @property
    def written_late_days(self) -> int:
        """Days between the event and its writing; a note of the day or the day after is not late."""
        days = (self.created_at.date() - self.on).days
        return days if days > 1 and self.attendance is not Attendance.PLANNED else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepItem:
    """A ticked step, with the class of its goal."""

    id: UUID
    on: date
    text: str
    done_by: DoneBy | None
    done_by_name: str
    info_class: InfoClass

    at = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelItem:
    """A level entered on the ladder."""

    id: UUID
    on: date
    order: int
    name_sv: str
    name_en: str
    direction: Direction
    decided_by: DecidedBy
    reason: str
    mentee_words: str

    at = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedItem:
    """A contact whose codes cannot be read; its day is shown, and its neighbours are not hidden by it."""

    id: UUID
    on: date

    at = None


TimelineItem = ContactItem | StepItem | LevelItem | DamagedItem
_RANK = {ContactItem: 2, DamagedItem: 2, StepItem: 1, LevelItem: 0}


@dataclass(frozen=True, slots=True)
class Place:
    """How far each kind has been read."""

    contacts: int = 0
    steps: int = 0
    levels: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the timeline is wanted; `info_class` None is every class."""

    contacts: bool = True
    steps: bool = True
    levels: bool = True
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
    levels = _levels(session, mentee_id, choice, place.levels, limit) if choice.levels else ()
    found: list[TimelineItem] = [*contacts, *steps, *levels]
    found.sort(key=_newest_last, reverse=True)
    shown = found[:limit]
    after = Place(
        place.contacts + sum(isinstance(item, ContactItem | DamagedItem) for item in shown),
        place.steps + sum(isinstance(item, StepItem) for item in shown),
        place.levels + sum(isinstance(item, LevelItem) for item in shown),
    )
    full = len(found) > limit or limit in (len(contacts), len(steps), len(levels))
    return TimelinePage(tuple(shown), after if full and shown else None)


def list_contacts(session: Session, mentee_id: UUID) -> tuple[ContactItem | DamagedItem, ...]:
    """Every contact of a person with the beginning of its note, bookings included, newest first."""
    return tuple(_contact(row) for row in session.execute(_contact_query(mentee_id)))


def list_contact_days(session: Session, mentee_id: UUID, first: date, last: date) -> tuple[tuple[date, bool], ...]:
    """(day, whether it was a held two-way contact) of every contact or attempt between two days, oldest first."""
    query = (
        select(_SESSION.c.event_date, _SESSION.c.is_contact)
        .where(
            _SESSION.c.mentee_id == mentee_id,
            _SESSION.c.event_date.between(first, last),
            _SESSION.c.attendance != Attendance.PLANNED,
            _SESSION.c.voided_at.is_(None),
        )
        .order_by(_SESSION.c.event_date)
    )
    return tuple((row.event_date, row.is_contact) for row in session.execute(query))


def _newest_last(item: TimelineItem) -> tuple[date, time, int]:
    return item.on, item.at or time.min, _RANK[type(item)]


def _contacts(
    session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int
) -> Sequence[ContactItem | DamagedItem]:
    query = _contact_query(mentee_id).where(_SESSION.c.attendance != Attendance.PLANNED)
    if choice.info_class is not None:
        query = query.where(select(_BOX.c.id).where(*_IN_BOXES, _BOX.c.info_class == choice.info_class).exists())
    return [_contact(row) for row in session.execute(query.limit(limit).offset(offset))]


_IN_BOXES = (_BOX.c.session_id == _SESSION.c.id, _BOX.c.version == _SESSION.c.version)


def _contact_query(mentee_id: UUID) -> Any:
    """Codes are read as plain text, so that one unknown code does not break the whole answer."""
    first = (
        (_SEGMENT.c.session_id == _SESSION.c.id) & (_SEGMENT.c.version == _SESSION.c.version) & (_SEGMENT.c.order == 0)
    )
    classes = select(func.group_concat(_BOX.c.info_class)).where(*_IN_BOXES).correlate(_SESSION).scalar_subquery()
    return (
        select(
            _SESSION.c.id,
            _SESSION.c.event_date,
            _SESSION.c.start_time,
            type_coerce(_SESSION.c.kind, String).label("kind"),
            type_coerce(_SESSION.c.attendance, String).label("attendance"),
            _SESSION.c.duration_min,
            _SESSION.c.place,
            _SESSION.c.next_step,
            _SESSION.c.is_contact,
            _SESSION.c.created_at,
            type_coerce(_SEGMENT.c.info_class, String).label("info_class"),
            func.substr(_SEGMENT.c.text, 1, _BEGINNING).label("text"),
            classes.label("classes"),
        )
        .select_from(_SESSION.outerjoin(_SEGMENT, first))
        .where(_SESSION.c.mentee_id == mentee_id, _SESSION.c.voided_at.is_(None))
        .order_by(_SESSION.c.event_date.desc(), _SESSION.c.start_time.desc(), _SESSION.c.id.desc())
    )


def _contact(row: Any) -> ContactItem | DamagedItem:
    codes = [row.info_class, *(row.classes or "").split(",")]
    try:
        return ContactItem(
            id=row.id,
            on=row.event_date,
            at=row.start_time,
            kind=SessionKind(row.kind),
            attendance=Attendance(row.attendance),
            duration_min=row.duration_min,
            place=row.place,
            text=row.text or "",
            next_step=row.next_step,
            classes=tuple(dict.fromkeys(InfoClass(code) for code in codes if code)),
            is_contact=row.is_contact,
            created_at=row.created_at,
        )
    except ValueError:
        return DamagedItem(id=row.id, on=row.event_date)


def _steps(session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int) -> Sequence[StepItem]:
    """Steps of the newest plans, and of goals that a review did not carry over: a copied step is one event, not two."""
    newest = (
        select(func.max(_PLAN.c.version))
        .where(_PLAN.c.enrolment_id == _ENROLMENT.c.id)
        .correlate(_ENROLMENT)
        .scalar_subquery()
    )
    query = (
        select(_STEP.c.id, _STEP.c.done_on, _STEP.c.text, _STEP.c.done_by, _STEP.c.done_by_name, _GOAL.c.info_class)
        .select_from(_ENROLMENT.join(_PLAN).join(_GOAL, _GOAL.c.plan_id == _PLAN.c.id).join(_STEP))
        .where(
            _ENROLMENT.c.mentee_id == mentee_id,
            (_PLAN.c.version == newest) | (_GOAL.c.state != GoalState.ACTIVE),
            _STEP.c.done_on.is_not(None),
            _STEP.c.dropped_at.is_(None),
        )
        .order_by(_STEP.c.done_on.desc(), _STEP.c.id.desc())
    )
    if choice.info_class is not None:
        query = query.where(_GOAL.c.info_class == choice.info_class)
    return [
        StepItem(
            id=row.id,
            on=row.done_on,
            text=row.text,
            done_by=row.done_by,
            done_by_name=row.done_by_name,
            info_class=row.info_class,
        )
        for row in session.execute(query.limit(limit).offset(offset))
    ]


def _levels(session: Session, mentee_id: UUID, choice: Choice, offset: int, limit: int) -> Sequence[LevelItem]:
    """A move on the ladder has the class PLAN."""
    if choice.info_class not in (None, InfoClass.PLAN):
        return ()
    query = (
        select(
            _ENTRY.c.id,
            _ENTRY.c.entered_on,
            _ENTRY.c.direction,
            _ENTRY.c.decided_by,
            _ENTRY.c.reason,
            _ENTRY.c.mentee_words,
            _LEVEL.c.order,
            _LEVEL.c.name_sv,
            _LEVEL.c.name_en,
        )
        .select_from(_ENTRY.join(_ENROLMENT).join(_LEVEL, _LEVEL.c.id == _ENTRY.c.level_id))
        .where(_ENROLMENT.c.mentee_id == mentee_id)
        .order_by(_ENTRY.c.entered_on.desc(), _ENTRY.c.id.desc())
    )
    return [
        LevelItem(
            id=row.id,
            on=row.entered_on,
            order=row.order,
            name_sv=row.name_sv,
            name_en=row.name_en,
            direction=row.direction,
            decided_by=row.decided_by,
            reason=row.reason,
            mentee_words=row.mentee_words,
        )
        for row in session.execute(query.limit(limit).offset(offset))
    ]
