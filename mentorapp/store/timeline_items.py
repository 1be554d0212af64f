"""The items of a timeline, each with its day and an identifier of its own."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.enrolments import DecidedBy, Direction
from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.plans import DoneBy
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sharing import InfoClass


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
    came_late: bool = False
    unplanned: bool = False
    support_kinds: tuple[str, ...] = ()
    attempt_way: SessionKind | None = None
    group: str = ""
    group_topic: str = ""
    commented: bool = False

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
class PauseItem:
    """A rest in the enrolment, told on its first day; open-ended while `to` is None."""

    id: UUID
    on: date
    to: date | None
    reason: str
    who_keeps_contact: str

    at = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneItem:
    """A dated good thing, with a class of its own."""

    id: UUID
    on: date
    kind: MilestoneKind
    kind_other: str
    note: str
    info_class: InfoClass

    at = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingItem:
    """A meeting with others that was held, or one that was called off; `people` are those from outside who came."""

    id: UUID
    on: date
    at: time | None
    kind: MeetingKind
    held: bool
    duration_min: int | None
    place: str
    purpose: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedItem:
    """The trace of a contact that was about somebody else: its day, and when it went. Never to whom."""

    id: UUID
    on: date
    moved_on: date

    at = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedItem:
    """A contact whose codes cannot be read; its day is shown, and its neighbours are not hidden by it."""

    id: UUID
    on: date

    at = None


class WorkEvent(StrEnum):
    """What happened at a workplace, in studies, or on a form."""

    BEGUN = "begun"
    HOURS = "hours"
    ENDED = "ended"
    FOLLOW_UP = "follow_up"
    PHASE = "phase"
    RATING = "rating"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """`about` is the placement, the studies or the filled form. `name` is the workplace, the course, or the form in
    both languages; `code` the type, the reason, the way it was followed up, or the phase. Hours are per cent, with
    those before."""

    id: UUID
    on: date
    event: WorkEvent
    about: UUID
    name_sv: str
    name_en: str
    code: str
    text: str
    percent: int | None
    before: int | None
    info_class: InfoClass

    at = None
