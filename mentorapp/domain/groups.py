"""Group activities: written down once, with the attendance of each mentee as a contact of their own.

Nothing in a group activity names a mentee; what a personal view shows comes from that person's own contact.
"""

from datetime import date, time
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
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


def size_is_unusual(members: int) -> bool:
    return members > 0 and not SMALL_GROUP[0] <= members <= SMALL_GROUP[1]
