"""Contacts with a mentee: kinds, attendance, notes by class, and the rule for what counts as having been in touch."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

DURATION_MAX = 600
DISTANCE_MAX = Decimal(40)
MOOD_MAX = 10


class SessionKind(StrEnum):
    WALK_AND_TALK = "walk_and_talk"
    HOME_VISIT = "home_visit"
    PHONE = "phone"
    VIDEO = "video"
    SMS_CHAT = "sms_chat"
    OFFICE = "office"
    ACCOMPANIMENT = "accompaniment"
    WORKPLACE_VISIT = "workplace_visit"
    DRIVE = "drive"
    GROUP = "group"
    ONLINE_GROUP = "online_group"
    LETTER = "letter"
    OUTREACH = "outreach"
    CONTACT_ATTEMPT = "contact_attempt"
    OTHER_ACTOR = "other_actor"


class Attendance(StrEnum):
    """PLANNED is a booking that has not been written up yet."""

    PLANNED = "planned"
    HELD = "held"
    NO_SHOW = "no_show"
    CANCELLED_MENTEE = "cancelled_mentee"
    CANCELLED_MENTOR = "cancelled_mentor"
    MOVED = "moved"
    NOT_REACHED = "not_reached"


class InitiatedBy(StrEnum):
    UNKNOWN = "unknown"
    MENTEE = "mentee"
    MENTOR = "mentor"
    OTHER = "other"


_ONE_WAY = frozenset({SessionKind.LETTER, SessionKind.CONTACT_ATTEMPT, SessionKind.OTHER_ACTOR})
"""OTHER_ACTOR is a talk with somebody else about the mentee (S16): no contact with the mentee."""

SEGMENT_CLASSES = (C.PLAN, C.HEALTH, C.INCOME, C.SOCIAL, C.WORK, C.EDU)
"""The classes a note box may have; a private box is another entity, kept elsewhere."""

FACT = "fact"
"""The code of the method that has values, obstacle and committed step (I20)."""

ATTEMPT_WAYS = (
    SessionKind.PHONE, SessionKind.SMS_CHAT, SessionKind.LETTER, SessionKind.HOME_VISIT, SessionKind.VIDEO,
    SessionKind.OUTREACH, SessionKind.OTHER_ACTOR,
)  # fmt: skip
"""How somebody can be tried; by another actor only with the mentee's consent."""

GROUP_KINDS = frozenset({SessionKind.GROUP, SessionKind.ONLINE_GROUP})


@entity
class NoteSegment:
    """A text with exactly one information class."""

    text: str = classed(C.PLAN)
    info_class: C = internal(default=C.PLAN)


@entity
class Session:
    """Any contact with the mentee, held, attempted or booked. `version` counts the versions of its notes."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    kind: SessionKind = classed(C.PRESENCE)
    event_date: date = classed(C.PRESENCE)
    start_time: time | None = classed(C.PRESENCE, default=None)
    duration_min: int | None = classed(C.PRESENCE, default=None)
    place: str = classed(C.PRESENCE, default="")
    distance_km: Decimal | None = classed(C.PRESENCE, default=None)
    attendance: Attendance = classed(C.PRESENCE)
    initiated_by: InitiatedBy = classed(C.PRESENCE, default=InitiatedBy.UNKNOWN)
    mood_in: int | None = classed(C.HEALTH, default=None)
    mood_out: int | None = classed(C.HEALTH, default=None)
    mood_word: str = classed(C.HEALTH, default="")
    topics: tuple[str, ...] = classed(C.PLAN, default=())
    came_late: bool = classed(C.PRESENCE, default=False)
    unplanned: bool = classed(C.PRESENCE, default=False)
    support_kinds: tuple[str, ...] = classed(C.PRESENCE, default=())
    methods: tuple[str, ...] = classed(C.PLAN, default=())
    exercise: str = classed(C.PLAN, default="")
    fact_values: str = classed(C.PLAN, default="")
    fact_obstacle: str = classed(C.PLAN, default="")
    fact_step: str = classed(C.PLAN, default="")
    attempt_way: SessionKind | None = classed(C.PRESENCE, default=None)
    contact_id: UUID | None = internal(default=None)
    consent_reference: str = classed(C.PLAN, default="")
    group_meeting_id: UUID | None = internal(default=None)
    mentee_comment: str = classed(C.HEALTH, default="")
    commented_on: date | None = internal(default=None)
    next_step: str = classed(C.PLAN, default="")
    with_interpreter: bool = classed(C.PRESENCE, default=False)
    version: int = internal(default=1)
    created_at: datetime = internal()
    voided_at: datetime | None = internal(default=None)
    void_reason: str = internal(default="")
    moved_on: date | None = internal(default=None)
    segments: tuple[NoteSegment, ...] = classed(C.PLAN, default=())

    @property
    def written_late_days(self) -> int:
        """Days between the event and its writing; a note of the day or the day after is not late."""
        days = (self.created_at.date() - self.event_date).days
        return days if days > 1 and self.attendance is not Attendance.PLANNED else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """What is typed about a contact; all but mentee, kind and date may be left out."""

    mentee_id: UUID
    kind: SessionKind
    event_date: date
    attendance: Attendance = Attendance.HELD
    enrolment_id: UUID | None = None
    start_time: time | None = None
    duration_min: int | None = None
    place: str = ""
    distance_km: Decimal | None = None
    initiated_by: InitiatedBy = InitiatedBy.UNKNOWN
    mood_in: int | None = None
    mood_out: int | None = None
    mood_word: str = ""
    topics: tuple[str, ...] = ()
    came_late: bool = False
    unplanned: bool = False
    support_kinds: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    exercise: str = ""
    fact_values: str = ""
    fact_obstacle: str = ""
    fact_step: str = ""
    attempt_way: SessionKind | None = None
    contact_id: UUID | None = None
    consent_reference: str = ""
    group_meeting_id: UUID | None = None
    next_step: str = ""
    with_interpreter: bool = False
    segments: tuple[NoteSegment, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """The boxes of a note as they were written at one time."""

    number: int
    written_at: datetime
    segments: tuple[NoteSegment, ...]


def is_contact(kind: SessionKind, attendance: Attendance) -> bool:
    """Whether it was a held two-way contact: the one rule behind "senast hördes" everywhere (S24, C.0)."""
    return attendance is Attendance.HELD and kind not in _ONE_WAY


def is_attempt(kind: SessionKind, attendance: Attendance) -> bool:
    """Whether the mentor tried without reaching the mentee."""
    return kind is SessionKind.CONTACT_ATTEMPT or attendance is Attendance.NOT_REACHED


def way_of(kind: SessionKind, attempt_way: SessionKind | None) -> SessionKind:
    """How it was done or tried: an attempt has its way apart from its kind (S5)."""
    return attempt_way if kind is SessionKind.CONTACT_ATTEMPT and attempt_way is not None else kind


def tidied(new: NewSession) -> NewSession:
    """Without what cannot belong to it: nobody came late to what was not held, FACT's three texts need the method."""
    if new.attendance is not Attendance.HELD:
        new = replace(new, came_late=False)
    if new.kind is not SessionKind.CONTACT_ATTEMPT:
        new = replace(new, attempt_way=None)
    if new.kind is not SessionKind.OTHER_ACTOR:
        new = replace(new, contact_id=None, consent_reference="")
    if FACT not in new.methods:
        new = replace(new, fact_values="", fact_obstacle="", fact_step="")
    return new


def check_session(new: NewSession, today: date, birth_date: date | None) -> None:
    """Refuses what cannot be true: a held contact in the future, one before birth, a duration over ten hours."""
    if new.event_date > today and new.attendance is not Attendance.PLANNED:
        raise InputError("event_date", "held_in_future")
    if birth_date and new.event_date < birth_date:
        raise InputError("event_date", "before_birth")
    if new.duration_min is not None and not 0 <= new.duration_min <= DURATION_MAX:
        raise InputError("duration_min", "duration_range", highest=DURATION_MAX)
    if new.distance_km is not None and not 0 <= new.distance_km <= DISTANCE_MAX:
        raise InputError("distance_km", "distance_range", highest=DISTANCE_MAX)
    for name, mood in (("mood_in", new.mood_in), ("mood_out", new.mood_out)):
        if mood is not None and not 0 <= mood <= MOOD_MAX:
            raise InputError(name, "mood_range", highest=MOOD_MAX)
    if new.attempt_way is not None and new.attempt_way not in ATTEMPT_WAYS:
        raise ValueError("an attempt cannot be made that way")
    if any(s.info_class not in SEGMENT_CLASSES for s in new.segments):
        raise ValueError("a private note is no segment")
