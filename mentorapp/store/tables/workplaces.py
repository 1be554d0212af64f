"""Tables of workplaces and placements: the bank, which knows no mentee, and what a mentee does there."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.placements import EndReason, FormalOwner, PlacementType, ToldBy
from mentorapp.domain.workplace_support import AnswersBy, FollowUpForm, SeStage, SupportMode

from .base import Row
from .types import Code


class WorkplaceRow(Row):
    __tablename__ = "workplace"
    __table_args__ = (Index(None, "name"), Index(None, "organisation_id"), Index(None, "supervisor_id"))

    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    supervisor_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    name: Mapped[str]
    town: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    sector: Mapped[str] = mapped_column(default="")
    tasks: Mapped[str] = mapped_column(default="")
    environment: Mapped[str] = mapped_column(default="")
    good_for: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    travel: Mapped[str] = mapped_column(default="")
    instruction_form: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None]
    last_contacted: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    put_away: Mapped[bool] = mapped_column(default=False)


class PlacementRow(Row):
    __tablename__ = "placement"
    __table_args__ = (
        Index(None, "mentee_id", "from_date"),
        Index(None, "enrolment_id"),
        Index(None, "workplace_id"),
        Index(None, "supervisor_id"),
    )

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"))
    supervisor_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    type: Mapped[PlacementType] = mapped_column(Code(PlacementType))
    formal_owner: Mapped[FormalOwner] = mapped_column(Code(FormalOwner), default=FormalOwner.UNKNOWN)
    formal_owner_other: Mapped[str] = mapped_column(default="")
    from_date: Mapped[date]
    planned_to: Mapped[date | None]
    to_date: Mapped[date | None]
    schedule: Mapped[str] = mapped_column(default="")
    tasks: Mapped[str] = mapped_column(default="")
    instruction_form: Mapped[str] = mapped_column(default="")
    choice_reason: Mapped[str] = mapped_column(default="")
    disclosure_words: Mapped[str] = mapped_column(default="")
    disclosure_told_by: Mapped[ToldBy] = mapped_column(Code(ToldBy), default=ToldBy.NOBODY)
    disclosure_told_on: Mapped[date | None]
    end_reason: Mapped[EndReason | None] = mapped_column(Code(EndReason))
    end_reason_other: Mapped[str] = mapped_column(default="")
    certificate_given: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")

    hours: Mapped[list["HoursPeriodRow"]] = relationship(
        order_by="HoursPeriodRow.from_date", cascade="all, delete-orphan"
    )


class HoursPeriodRow(Row):
    __tablename__ = "placement_hours"
    __table_args__ = (Index(None, "placement_id", "from_date"),)

    placement_id: Mapped[UUID] = mapped_column(ForeignKey("placement.id"))
    from_date: Mapped[date]
    hours_per_week: Mapped[Decimal]


class AdaptationRow(Row):
    __tablename__ = "adaptation"
    __table_args__ = (Index(None, "placement_id", "order"),)

    placement_id: Mapped[UUID] = mapped_column(ForeignKey("placement.id"))
    text: Mapped[str]
    order: Mapped[int]
    agreed_on: Mapped[date | None]
    in_place_on: Mapped[date | None]
    works_on: Mapped[date | None]
    ended_on: Mapped[date | None]


class SupportIntensityRow(Row):
    __tablename__ = "support_intensity"
    __table_args__ = (Index(None, "placement_id", "from_date"),)

    placement_id: Mapped[UUID] = mapped_column(ForeignKey("placement.id"))
    from_date: Mapped[date]
    per_week: Mapped[Decimal]
    mode: Mapped[SupportMode] = mapped_column(Code(SupportMode), default=SupportMode.VISITS)


class WorkplaceFollowUpRow(Row):
    __tablename__ = "workplace_follow_up"
    __table_args__ = (Index(None, "placement_id", "event_date"),)

    placement_id: Mapped[UUID] = mapped_column(ForeignKey("placement.id"))
    event_date: Mapped[date]
    form: Mapped[FollowUpForm] = mapped_column(Code(FollowUpForm), default=FollowUpForm.VISIT)
    answers_by: Mapped[AnswersBy] = mapped_column(Code(AnswersBy), default=AnswersBy.BOTH)
    oral_instead: Mapped[bool] = mapped_column(default=False)
    present: Mapped[str] = mapped_column(default="")
    mentee_words: Mapped[str] = mapped_column(default="")
    supervisor_words: Mapped[str] = mapped_column(default="")
    observations: Mapped[str] = mapped_column(default="")
    agreed_changes: Mapped[str] = mapped_column(default="")
    keep_from_employer: Mapped[bool] = mapped_column(default=True)
    next_on: Mapped[date | None]


class SeStageRow(Row):
    __tablename__ = "se_stage"
    __table_args__ = (Index(None, "mentee_id", "from_date"), Index(None, "enrolment_id"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    stage: Mapped[SeStage] = mapped_column(Code(SeStage))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
