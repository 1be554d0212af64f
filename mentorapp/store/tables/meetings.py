"""Tables of meetings: who is invited, the agenda, what was chosen and reworded for the papers, and the protocol."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.meetings import Attended, MeetingForm, MeetingKind, MeetingStatus
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class MeetingRow(Row):
    __tablename__ = "meeting"
    __table_args__ = (Index(None, "mentee_id", "event_date"), Index(None, "status", "event_date"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    kind: Mapped[MeetingKind] = mapped_column(Code(MeetingKind))
    event_date: Mapped[date]
    start_time: Mapped[time | None]
    duration_min: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    form: Mapped[MeetingForm] = mapped_column(Code(MeetingForm), default=MeetingForm.IN_PERSON)
    purpose: Mapped[str] = mapped_column(default="")
    status: Mapped[MeetingStatus] = mapped_column(Code(MeetingStatus), default=MeetingStatus.PLANNED)
    status_reason: Mapped[str] = mapped_column(default="")
    moved_from: Mapped[date | None]
    mentee_prepared: Mapped[bool] = mapped_column(default=False)
    wants_raised: Mapped[str] = mapped_column(default="")
    wants_not_raised: Mapped[str] = mapped_column(default="")
    with_interpreter: Mapped[bool] = mapped_column(default=False)
    next_on: Mapped[date | None]
    repeat_days: Mapped[int | None]
    protocol_version: Mapped[int] = mapped_column(default=0)
    written_up_on: Mapped[date | None]

    invitees: Mapped[list["MeetingInviteeRow"]] = relationship(
        order_by="MeetingInviteeRow.order, MeetingInviteeRow.id", cascade="all, delete-orphan"
    )
    agenda: Mapped[list["AgendaItemRow"]] = relationship(
        order_by="AgendaItemRow.order, AgendaItemRow.id", cascade="all, delete-orphan"
    )


class MeetingInviteeRow(Row):
    __tablename__ = "meeting_invitee"
    __table_args__ = (Index(None, "meeting_id", "order"), Index(None, "contact_id"))

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    is_mentee: Mapped[bool] = mapped_column(default=False)
    is_mentor: Mapped[bool] = mapped_column(default=False)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    workplace_id: Mapped[UUID | None] = mapped_column(ForeignKey("workplace.id"))
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    ad_hoc: Mapped[bool] = mapped_column(default=False)
    attended: Mapped[Attended] = mapped_column(Code(Attended), default=Attended.UNKNOWN)
    told_mentee: Mapped[bool] = mapped_column(default=False)
    order: Mapped[int] = mapped_column(default=0)


class AgendaItemRow(Row):
    __tablename__ = "agenda_item"
    __table_args__ = (Index(None, "meeting_id", "order"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    order: Mapped[int]
    code: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    owner: Mapped[str] = mapped_column(default="")
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
    workplace_relevant: Mapped[bool] = mapped_column(default=False)


class MeetingChoiceRow(Row):
    """What was chosen for one recipient. `recipient_key` names the recipient the same from meeting to meeting."""

    __tablename__ = "meeting_choice"
    __table_args__ = (UniqueConstraint("meeting_id", "recipient_key"), Index(None, "recipient_key"))

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    recipient_key: Mapped[str]
    items: Mapped[tuple[str, ...]] = mapped_column(default=())
    left_out: Mapped[tuple[str, ...]] = mapped_column(default=())
    classes: Mapped[tuple[str, ...]] = mapped_column(default=())


class MeetingWordingRow(Row):
    """What was gathered since last time, in other words for the papers."""

    __tablename__ = "meeting_wording"
    __table_args__ = (UniqueConstraint("meeting_id", "item"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    item: Mapped[str]
    text: Mapped[str]


class ProtocolPointRow(Row):
    """A change writes the points anew under the next version; earlier versions stay."""

    __tablename__ = "protocol_point"
    __table_args__ = (UniqueConstraint("meeting_id", "version", "order"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    version: Mapped[int]
    order: Mapped[int]
    text: Mapped[str]
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
    workplace_relevant: Mapped[bool] = mapped_column(default=False)
