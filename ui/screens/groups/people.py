"""Who can be at a meeting: those of the group first, then everybody else who takes part now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.groups import Attendee
from mentorapp.domain.sessions import Attendance
from mentorapp.language.names import sort_key
from mentorapp.store.overviews import MenteeLine

_NOW = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.PAUSED, EnrolmentStatus.AFTER_SUPPORT})


@dataclass(frozen=True, slots=True)
class Present:
    """One line of the list; `attendance` None is somebody who is not invited."""

    mentee_id: UUID
    name: str
    alias: str
    member: bool
    attendance: Attendance | None
    came_late: bool


def people_of(
    lines: Iterable[MenteeLine], attendees: Iterable[Attendee], members: frozenset[UUID]
) -> tuple[Present, ...]:
    """By name within the two parts; who was invited is there whatever became of the enrolment."""
    written = {one.mentee_id: one for one in attendees}
    found = []
    for line in lines:
        own = written.get(line.mentee_id)
        belongs = own is not None or line.mentee_id in members
        if belongs or line.status in _NOW:
            attendance, late = (own.attendance, own.came_late) if own else (None, False)
            found.append(Present(line.mentee_id, line.full_name, line.alias, belongs, attendance, late))
    return tuple(sorted(found, key=lambda one: (not one.member, sort_key(one.name))))
