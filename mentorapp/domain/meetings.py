"""Meetings with a party from outside: who is invited, the agenda, what is decided, and the protocol (B.11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .network import Contact, Organisation
from .sharing import InfoClass as C

STALE_AFTER_DAYS = 14
"""Papers for a meeting that was moved by more than so many days are made anew (F 22)."""


class MeetingKind(StrEnum):
    INTRO_THREE_PARTY = "intro_three_party"
    FOLLOW_UP_THREE_PARTY = "follow_up_three_party"
    WORKPLACE_THREE_PARTY = "workplace_three_party"
    MULTI_PARTY = "multi_party"
    SIP = "sip"
    PLAN_REVIEW = "plan_review"
    CLOSING = "closing"
    HANDOVER = "handover"


class MeetingForm(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    MOVED = "moved"


class Attended(StrEnum):
    """CAME_NOT blames nobody: a caseworker who could not come is noted like anybody else."""

    UNKNOWN = "unknown"
    CAME = "came"
    CAME_NOT = "came_not"


@entity
class MeetingInvitee:
    """One party: the mentee, the mentor, a contact, or somebody who turned up (`ad_hoc`), named in `name`.

    `works_at_id` is the workplace that the party comes from: that of the own sheet.
    """

    id: UUID = internal()
    meeting_id: UUID = internal()
    is_mentee: bool = internal(default=False)
    is_mentor: bool = internal(default=False)
    contact_id: UUID | None = internal(default=None)
    organisation_id: UUID | None = internal(default=None)
    workplace_id: UUID | None = internal(default=None)
    name: str = classed(C.PLAN, default="")
    role: str = classed(C.PLAN, default="")
    ad_hoc: bool = internal(default=False)
    attended: Attended = classed(C.PLAN, default=Attended.UNKNOWN)
    told_mentee: bool = internal(default=False)
    order: int = internal(default=0)
    contact: Contact | None = internal(default=None)
    organisation: Organisation | None = internal(default=None)


@entity
class AgendaItem:
    """One item; `code` is that of the standard agenda, whose title is a text of the program until it is reworded."""

    id: UUID = internal()
    meeting_id: UUID = internal()
    order: int = internal()
    code: str = internal(default="")
    title: str = classed(C.PLAN, default="")
    minutes: int | None = classed(C.PLAN, default=None)
    owner: str = classed(C.PLAN, default="")
    info_class: C = internal(default=C.PLAN)
    workplace_relevant: bool = internal(default=False)


@entity
class ProtocolPoint:
    """One thing that was said or agreed, beside the promises that came out of the meeting."""

    id: UUID = internal()
    meeting_id: UUID = internal()
    version: int = internal()
    order: int = internal()
    text: str = classed(C.PLAN)
    info_class: C = internal(default=C.PLAN)
    workplace_relevant: bool = internal(default=False)


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A point as it is typed."""

    text: str
    info_class: C = C.PLAN
    workplace_relevant: bool = False


@entity
class Meeting:
    """`wants_not_raised` is for the mentor's eyes only: no print has a place for it. `repeat_days` is how often it
    comes back (S10)."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    kind: MeetingKind = classed(C.PRESENCE)
    event_date: date = classed(C.PRESENCE)
    start_time: time | None = classed(C.PRESENCE, default=None)
    duration_min: int | None = classed(C.PRESENCE, default=None)
    place: str = classed(C.PRESENCE, default="")
    form: MeetingForm = classed(C.PRESENCE, default=MeetingForm.IN_PERSON)
    purpose: str = classed(C.PLAN, default="")
    status: MeetingStatus = classed(C.PRESENCE, default=MeetingStatus.PLANNED)
    status_reason: str = internal(default="")
    moved_from: date | None = internal(default=None)
    mentee_prepared: bool = internal(default=False)
    wants_raised: str = classed(C.PLAN, default="")
    wants_not_raised: str = internal(default="")
    with_interpreter: bool = classed(C.PRESENCE, default=False)
    next_on: date | None = classed(C.PRESENCE, default=None)
    repeat_days: int | None = internal(default=None)
    protocol_version: int = internal(default=0)
    written_up_on: date | None = internal(default=None)
    invitees: tuple[MeetingInvitee, ...] = internal(default=())
    agenda: tuple[AgendaItem, ...] = internal(default=())

    @property
    def outside(self) -> tuple[MeetingInvitee, ...]:
        """The parties that a paper may need consent for."""
        return tuple(one for one in self.invitees if not (one.is_mentee or one.is_mentor))


@dataclass(frozen=True, slots=True)
class StandardItem:
    """An item of the usual agenda: its code (the title is a text of the program) and its minutes."""

    code: str
    minutes: int
    info_class: C = C.PLAN
    workplace_relevant: bool = True


STANDARD_AGENDA = (
    StandardItem("welcome", 5),
    StandardItem("mentee_first", 10),
    StandardItem("since_last", 10),
    StandardItem("works_and_hard", 10),
    StandardItem("next_step", 10),
    StandardItem("who_does_what", 5),
    StandardItem("benefits_and_rules", 5, C.INCOME, workplace_relevant=False),
    StandardItem("next_meeting", 3),
    StandardItem("how_it_felt", 2),
)
"""The agenda of B.11: prepared with the person, clear questions, who does what, and a day to follow up."""


ITEM_CLASSES = (C.PLAN, C.WORK, C.EDU, C.INCOME, C.HEALTH, C.SOCIAL)
"""What an own item of the agenda can be about."""
AT_WORK = frozenset({C.PLAN, C.WORK})
"""An own item about one of these may concern the workplace; the rest never does."""


@dataclass(frozen=True, slots=True)
class PartyChoices:
    """What was chosen for one recipient of a meeting; the same recipient's last choices begin the next meeting."""

    recipient_key: str
    items: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    classes: frozenset[C] = frozenset()


PROTOCOL_KEY = "protocol"
"""What stands for all parties together, where one recipient's key would: their common text."""


def recipient_key(invitee: MeetingInvitee) -> str:
    """Names a party the same from meeting to meeting; somebody who is not in the register goes by the name."""
    if invitee.is_mentee:
        return "mentee"
    if invitee.is_mentor:
        return "mentor"
    if invitee.contact_id is not None:
        return f"contact:{invitee.contact_id.hex}"
    return f"name:{invitee.name.casefold()}"


def next_after(event_date: date, repeat_days: int | None) -> date | None:
    """When a meeting that comes back is due again."""
    return None if repeat_days is None else date.fromordinal(event_date.toordinal() + repeat_days)


def outdated_by_move(printed_for: date | None, event_date: date) -> bool:
    """Whether papers made for one day no longer serve on another (F 22)."""
    return printed_for is not None and abs((event_date - printed_for).days) > STALE_AFTER_DAYS


def in_order(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    return tuple(sorted(items, key=lambda one: (one.order, one.id)))


class Phase(StrEnum):
    """Where a meeting stands for the mentor: the groups of the screen Möten."""

    AHEAD = "ahead"
    NOW = "now"
    TO_WRITE = "to_write"
    EARLIER = "earlier"


class PapersState(StrEnum):
    NOT_PREPARED = "not_prepared"
    READY = "ready"
    REDO = "redo"


USUAL_MINUTES = 60


def phase_of(meeting: Meeting, now: datetime) -> Phase:
    """`now` is the local time. One without an hour goes on all its day."""
    if meeting.status is MeetingStatus.CANCELLED:
        return Phase.EARLIER
    if meeting.status is MeetingStatus.HELD:
        return Phase.TO_WRITE if meeting.written_up_on is None else Phase.EARLIER
    if meeting.event_date != now.date():
        return Phase.AHEAD if meeting.event_date > now.date() else Phase.TO_WRITE
    if meeting.start_time is None:
        return Phase.AHEAD
    start = datetime.combine(meeting.event_date, meeting.start_time, now.tzinfo)
    if now < start:
        return Phase.AHEAD
    ends = start + timedelta(minutes=meeting.duration_min or USUAL_MINUTES)
    return Phase.NOW if now < ends else Phase.TO_WRITE


def due_again(meetings: Iterable[Meeting]) -> tuple[tuple[Meeting, date], ...]:
    """The meetings of one mentee that come back and whose next one is not booked, with the day it is due."""
    every = tuple(meetings)
    latest: dict[MeetingKind, Meeting] = {}
    for one in every:
        if one.status is not MeetingStatus.CANCELLED and one.repeat_days is not None:
            newest = latest.get(one.kind)
            latest[one.kind] = one if newest is None or one.event_date > newest.event_date else newest
    found = []
    for kind, one in latest.items():
        planned = any(
            other.kind is kind and other.status is MeetingStatus.PLANNED and other.event_date > one.event_date
            for other in every
        )
        day = one.next_on or next_after(one.event_date, one.repeat_days)
        if one.status is MeetingStatus.HELD and not planned and day is not None:
            found.append((one, day))
    return tuple(sorted(found, key=lambda pair: pair[1]))
