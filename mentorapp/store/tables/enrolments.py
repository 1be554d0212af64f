"""Tables of enrolments and stays on levels."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.enrolments import DecidedBy, Direction, EnrolmentStatus, ReferralSource

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
    referral_organisation: Mapped[str] = mapped_column(default="")
    referral_contact: Mapped[str] = mapped_column(default="")
    referral_on: Mapped[date | None]
    referral_reason_text: Mapped[str] = mapped_column(default="")
    referral_expectation: Mapped[str] = mapped_column(default="")
    offered_on: Mapped[date | None]
    started_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    mentor_name: Mapped[str] = mapped_column(default="")
    counts_in_statistics: Mapped[bool] = mapped_column(default=True)
    transferred_in_from: Mapped[str] = mapped_column(default="")
    registered_in_followup_system: Mapped[bool] = mapped_column(default=False)
    registration_consent_id: Mapped[UUID | None]


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
