"""Tables of plans: goals, steps, ticks taken back, and commitments."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.plans import Agreement, CommitmentState, DoneBy, GoalLevel, GoalState, Origin, Who
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class PlanRow(Row):
    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("enrolment_id", "version"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    version: Mapped[int]
    valid_from: Mapped[date]
    made_with: Mapped[str] = mapped_column(default="")
    mentee_participation: Mapped[str] = mapped_column(default="")
    review_on: Mapped[date]
    agreed_by_mentee: Mapped[Agreement] = mapped_column(Code(Agreement), default=Agreement.NOT_YET)
    easy_text: Mapped[str] = mapped_column(default="")

    goals: Mapped[list["GoalRow"]] = relationship(order_by="GoalRow.order")


class GoalRow(Row):
    __tablename__ = "goal"
    __table_args__ = (Index(None, "plan_id", "order"),)

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"))
    level: Mapped[GoalLevel] = mapped_column(Code(GoalLevel))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))
    wording: Mapped[str]
    easy_wording: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
    workplace_relevant: Mapped[bool] = mapped_column(default=False)
    why: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    target_date: Mapped[date | None]
    target_level_id: Mapped[UUID | None] = mapped_column(ForeignKey("level.id"))
    state: Mapped[GoalState] = mapped_column(Code(GoalState), default=GoalState.ACTIVE)
    state_on: Mapped[date | None]
    rating: Mapped[int | None]
    rated_on: Mapped[date | None]
    order: Mapped[int] = mapped_column(default=0)

    steps: Mapped[list["StepRow"]] = relationship(order_by="StepRow.order")


class StepRow(Row):
    __tablename__ = "step"
    __table_args__ = (Index(None, "goal_id", "order"),)

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"))
    text: Mapped[str]
    easy_text: Mapped[str] = mapped_column(default="")
    order: Mapped[int]
    due: Mapped[date | None]
    done_on: Mapped[date | None]
    done_by: Mapped[DoneBy | None] = mapped_column(Code(DoneBy))
    done_by_name: Mapped[str] = mapped_column(default="")
    done_note: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    dropped_at: Mapped[datetime | None]


class StepUndoneRow(Row):
    __tablename__ = "step_undone"
    __table_args__ = (Index(None, "step_id"),)

    step_id: Mapped[UUID] = mapped_column(ForeignKey("step.id"))
    was_done_on: Mapped[date]
    was_done_by: Mapped[DoneBy | None] = mapped_column(Code(DoneBy))
    undone_at: Mapped[datetime]


class CommitmentRow(Row):
    __tablename__ = "commitment"
    __table_args__ = (Index(None, "enrolment_id", "state"), Index(None, "state", "by"))

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    who: Mapped[Who] = mapped_column(Code(Who))
    who_name: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    what: Mapped[str]
    by: Mapped[date | None]
    origin: Mapped[Origin] = mapped_column(Code(Origin), default=Origin.PLAN)
    origin_id: Mapped[UUID | None]
    state: Mapped[CommitmentState] = mapped_column(Code(CommitmentState), default=CommitmentState.OPEN)
    state_on: Mapped[date | None]
    moved_count: Mapped[int] = mapped_column(default=0)
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
    since: Mapped[date | None]
    need: Mapped[str] = mapped_column(default="")
