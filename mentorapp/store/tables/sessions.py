"""Tables of contacts and of their notes by class and version."""

from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.sessions import Attendance, InitiatedBy, SessionKind
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class SessionRow(Row):
    """A contact. `is_contact` keeps the rule "held and two-way" beside the row, so that lists need no rule in SQL.

    The indices end in the date: "newest of a mentee" is then one step in the tree.
    """

    __tablename__ = "session"
    __table_args__ = (
        Index(None, "mentee_id", "event_date", "start_time"),
        Index(None, "mentee_id", "is_contact", "event_date"),
        Index(None, "mentee_id", "attendance", "event_date"),
        Index(None, "attendance", "event_date"),
        Index(None, "enrolment_id"),
        Index(None, "group_meeting_id"),
    )

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    kind: Mapped[SessionKind] = mapped_column(Code(SessionKind))
    event_date: Mapped[date]
    start_time: Mapped[time | None]
    duration_min: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    distance_km: Mapped[Decimal | None]
    attendance: Mapped[Attendance] = mapped_column(Code(Attendance))
    is_contact: Mapped[bool]
    initiated_by: Mapped[InitiatedBy] = mapped_column(Code(InitiatedBy), default=InitiatedBy.UNKNOWN)
    mood_in: Mapped[int | None]
    mood_out: Mapped[int | None]
    mood_word: Mapped[str] = mapped_column(default="")
    topics: Mapped[tuple[str, ...]] = mapped_column(default=())
    came_late: Mapped[bool] = mapped_column(default=False)
    unplanned: Mapped[bool] = mapped_column(default=False)
    support_kinds: Mapped[tuple[str, ...]] = mapped_column(default=())
    methods: Mapped[tuple[str, ...]] = mapped_column(default=())
    exercise: Mapped[str] = mapped_column(default="")
    fact_values: Mapped[str] = mapped_column(default="")
    fact_obstacle: Mapped[str] = mapped_column(default="")
    fact_step: Mapped[str] = mapped_column(default="")
    attempt_way: Mapped[SessionKind | None] = mapped_column(Code(SessionKind))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    consent_reference: Mapped[str] = mapped_column(default="")
    group_meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("group_meeting.id"))
    mentee_comment: Mapped[str] = mapped_column(default="")
    commented_on: Mapped[date | None]
    next_step: Mapped[str] = mapped_column(default="")
    with_interpreter: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str] = mapped_column(default="")
    moved_on: Mapped[date | None]


class NoteSegmentRow(Row):
    """A note box. A change writes the boxes anew under the next version; earlier versions stay."""

    __tablename__ = "note_segment"
    __table_args__ = (UniqueConstraint("session_id", "version", "order"),)

    session_id: Mapped[UUID] = mapped_column(ForeignKey("session.id"))
    version: Mapped[int]
    order: Mapped[int]
    text: Mapped[str]
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass))
