"""Group activities: written down once, with the attendance of each mentee as a contact of their own.

Nothing in a group activity names a mentee; what a personal view shows comes from that person's own contact.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sessions import DURATION_MAX, Attendance
from .sharing import InfoClass as C

SMALL_GROUP = (3, 7)
"""Outside of this size the mentor is told, softly (S20)."""


class GroupKind(StrEnum):
    HEALTH_SCHOOL = "health_school"
    DRIVING_THEORY = "driving_theory"
    FITNESS = "fitness"
    OPEN_HOUSE = "open_house"
    STUDY_CIRCLE = "study_circle"
    STUDY_VISIT = "study_visit"
    SOCIETY = "society"
    METHOD = "method"
    OTHER = "other"


@entity
class GroupActivity:
    """A course, circle or series. `topics` are the titles of its meetings (H1)."""

    id: UUID = internal()
    title: str = classed(C.PRESENCE)
    kind: GroupKind = classed(C.PRESENCE)
    kind_other: str = classed(C.PRESENCE, default="")
    organiser: str = classed(C.PRESENCE, default="")
    online: bool = classed(C.PRESENCE, default=False)
    from_date: date | None = classed(C.PRESENCE, default=None)
    to_date: date | None = classed(C.PRESENCE, default=None)
    topics: tuple[str, ...] = classed(C.PRESENCE, default=())


@entity
class GroupMeeting:
    """One time of a group activity, planned or held. `present` and `invited` are numbers, never names."""

    id: UUID = internal()
    group_activity_id: UUID = internal()
    event_date: date = classed(C.PRESENCE)
    start_time: time | None = classed(C.PRESENCE, default=None)
    duration_min: int | None = classed(C.PRESENCE, default=None)
    place: str = classed(C.PRESENCE, default="")
    topic: str = classed(C.PRESENCE, default="")
    invited: int = internal(default=0)
    present: int = internal(default=0)


SUPPORT_KINDS = {
    GroupKind.HEALTH_SCHOOL: "health_school",
    GroupKind.DRIVING_THEORY: "driving_theory",
    GroupKind.FITNESS: "fitness",
    GroupKind.OPEN_HOUSE: "open_house",
    GroupKind.STUDY_VISIT: "study_visit",
    GroupKind.SOCIETY: "society",
}
"""The kind of support that being there counts as (H2); the others count as none by themselves."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One mentee at one time of a group: the mentor's own list, never part of anybody's personal view."""

    mentee_id: UUID
    session_id: UUID
    attendance: Attendance
    came_late: bool


@dataclass(frozen=True, slots=True)
class TopicAttendance:
    """What one mentee was at: for that person's certificate, with nothing about anybody else (H1)."""

    activity_id: UUID
    title: str
    kind: GroupKind
    topic: str
    on: date
    attendance: Attendance
    came_late: bool


def check_meeting(duration_min: int | None) -> None:
    if duration_min is not None and not 0 <= duration_min <= DURATION_MAX:
        raise InputError("duration_min", "duration_range", highest=DURATION_MAX)


def months_of(activity: GroupActivity, meeting_days: tuple[date, ...], year: int) -> frozenset[int]:
    """The months of a year in which an activity goes on: those with meetings, and those between its two days (S21)."""
    found = {day.month for day in meeting_days if day.year == year}
    first, last = activity.from_date, activity.to_date or activity.from_date
    if first is not None and last is not None:
        begins, ends = date(year, 1, 1), date(year, 12, 31)
        if first <= ends and last >= begins:
            found.update(range(max(first, begins).month, min(last, ends).month + 1))
    return frozenset(found)


def size_is_unusual(members: int) -> bool:
    return members > 0 and not SMALL_GROUP[0] <= members <= SMALL_GROUP[1]
