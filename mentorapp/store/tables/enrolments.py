"""Tables of enrolments, stays on levels, pauses and target groups."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.enrolments import DecidedBy, Direction, EnrolmentStatus, ReferralSource, Track

from .base import Row
from .types import Code


class EnrolmentRow(Row):
    """An enrolment with its referral: one row, since there is never more than one."""

    __tablename__ = "enrolment"
    __table_args__ = (
        UniqueConstraint("mentee_id", "programme_id", "ordinal"),
        Index(None, "status", "mentee_id"),
        Index(None, "programme_id"),
    )

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    status: Mapped[EnrolmentStatus] = mapped_column(Code(EnrolmentStatus))
    ordinal: Mapped[int]
    referral_source: Mapped[ReferralSource | None] = mapped_column(Code(ReferralSource))
    referral_source_other: Mapped[str] = mapped_column(default="")
    referral_referrer_type: Mapped[str] = mapped_column(default="")
    referral_organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    referral_contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    referral_organisation: Mapped[str] = mapped_column(default="")
    referral_contact: Mapped[str] = mapped_column(default="")
    referral_on: Mapped[date | None]
    referral_reason_text: Mapped[str] = mapped_column(default="")
    referral_expectation: Mapped[str] = mapped_column(default="")
    interest_on: Mapped[date | None]
    offered_on: Mapped[date | None]
    answer_by: Mapped[date | None]
    started_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    mentor_name: Mapped[str] = mapped_column(default="")
    counts_in_statistics: Mapped[bool] = mapped_column(default=True)
    transferred_in_from: Mapped[str] = mapped_column(default="")
    registered_in_followup_system: Mapped[bool] = mapped_column(default=False)
    registration_consent_id: Mapped[UUID | None]
    criteria: Mapped[tuple[str, ...]] = mapped_column(default=())


class LevelEntryRow(Row):
    __tablename__ = "level_entry"
    __table_args__ = (Index(None, "enrolment_id", "entered_on"), Index(None, "level_id"))

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    level_id: Mapped[UUID] = mapped_column(ForeignKey("level.id"))
    entered_on: Mapped[date]
    left_on: Mapped[date | None]
    direction: Mapped[Direction] = mapped_column(Code(Direction))
    decided_by: Mapped[DecidedBy] = mapped_column(Code(DecidedBy), default=DecidedBy.TOGETHER)
    reason: Mapped[str] = mapped_column(default="")
    mentee_words: Mapped[str] = mapped_column(default="")
    mentor_view: Mapped[str] = mapped_column(default="")
    track: Mapped[Track] = mapped_column(Code(Track), default=Track.NONE)
    track_text: Mapped[str] = mapped_column(default="")


class PauseRow(Row):
    __tablename__ = "pause"
    __table_args__ = (Index(None, "enrolment_id", "from_date"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    who_keeps_contact: Mapped[str] = mapped_column(default="")


class TargetGroupPeriodRow(Row):
    __tablename__ = "target_group_period"
    __table_args__ = (Index(None, "enrolment_id", "from_date"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    target_group: Mapped[str]
    from_date: Mapped[date]
