"""Tables of programmes and the levels of their ladders."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.programmes import REFERRER_CHECKIN_DAYS, LegalProfile, OutcomeDefinition

from .base import Row
from .types import Code


class ProgrammeRow(Row):
    __tablename__ = "programme"

    name: Mapped[str] = mapped_column(unique=True)
    owner: Mapped[str] = mapped_column(default="")
    legal_profile: Mapped[LegalProfile] = mapped_column(Code(LegalProfile), default=LegalProfile.LABOUR_UNIT)
    age_min: Mapped[int | None]
    age_max: Mapped[int | None]
    requires_benefit: Mapped[bool] = mapped_column(default=False)
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    ladder_code: Mapped[str]
    ladder_exclusive: Mapped[bool] = mapped_column(default=True)
    contact_interval_days: Mapped[int | None]
    referrer_checkin_days: Mapped[int] = mapped_column(default=REFERRER_CHECKIN_DAYS)
    after_support_months: Mapped[int] = mapped_column(default=3)
    retention_months: Mapped[int | None]
    outcome_definition: Mapped[OutcomeDefinition] = mapped_column(
        Code(OutcomeDefinition), default=OutcomeDefinition.BROAD
    )

    criteria: Mapped[tuple[str, ...]] = mapped_column(default=())
    target_groups: Mapped[tuple[str, ...]] = mapped_column(default=())

    levels: Mapped[list["LevelRow"]] = relationship(order_by="LevelRow.order")


class LevelRow(Row):
    __tablename__ = "level"
    __table_args__ = (UniqueConstraint("programme_id", "order"), UniqueConstraint("programme_id", "code"))

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    order: Mapped[int]
    code: Mapped[str]
    name_sv: Mapped[str]
    name_en: Mapped[str]
    short_sv: Mapped[str] = mapped_column(default="")
    short_en: Mapped[str] = mapped_column(default="")
    description_easy_sv: Mapped[str] = mapped_column(default="")
    planned_weeks: Mapped[int | None]
    is_goal: Mapped[bool] = mapped_column(default=False)
    shape: Mapped[str] = mapped_column(default="")
    typical_activities: Mapped[tuple[str, ...]] = mapped_column(default=())
    step_goals: Mapped[tuple[str, ...]] = mapped_column(default=())
