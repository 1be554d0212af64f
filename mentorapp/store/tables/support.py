"""Tables of what is around a mentee: interventions with their states, income, obstacles."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.plans import Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState

from .base import Row
from .types import Code


class ParallelInterventionRow(Row):
    __tablename__ = "parallel_intervention"
    __table_args__ = (Index(None, "mentee_id", "state"), Index(None, "contact_id"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    kind: Mapped[InterventionKind] = mapped_column(Code(InterventionKind))
    kind_other: Mapped[str] = mapped_column(default="")
    actor: Mapped[str]
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    owner_name: Mapped[str] = mapped_column(default="")
    state: Mapped[InterventionState] = mapped_column(Code(InterventionState))
    from_date: Mapped[date | None]
    from_month_only: Mapped[bool] = mapped_column(default=False)
    to_date: Mapped[date | None]
    next_step: Mapped[str] = mapped_column(default="")
    mentor_task: Mapped[str] = mapped_column(default="")
    receiver_contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    receiver_name: Mapped[str] = mapped_column(default="")
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)

    states: Mapped[list["InterventionStateRow"]] = relationship(
        order_by="InterventionStateRow.since, InterventionStateRow.id", cascade="all, delete-orphan"
    )


class InterventionStateRow(Row):
    __tablename__ = "intervention_state"
    __table_args__ = (Index(None, "intervention_id", "since"),)

    intervention_id: Mapped[UUID] = mapped_column(ForeignKey("parallel_intervention.id"))
    state: Mapped[InterventionState] = mapped_column(Code(InterventionState))
    since: Mapped[date]


class IncomePeriodRow(Row):
    __tablename__ = "income_period"
    __table_args__ = (Index(None, "mentee_id", "from_date"), Index(None, "decision_until"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    source: Mapped[IncomeSource] = mapped_column(Code(IncomeSource))
    source_other: Mapped[str] = mapped_column(default="")
    extent: Mapped[int | None]
    from_date: Mapped[date]
    from_month_only: Mapped[bool] = mapped_column(default=False)
    decision_until: Mapped[date | None]
    to_date: Mapped[date | None]
    state: Mapped[IncomeState] = mapped_column(Code(IncomeState), default=IncomeState.GRANTED)
    state_on: Mapped[date | None]
    known_from: Mapped[str] = mapped_column(default="")

    states: Mapped[list["IncomeStateRow"]] = relationship(
        order_by="IncomeStateRow.since, IncomeStateRow.id", cascade="all, delete-orphan"
    )


class IncomeStateRow(Row):
    __tablename__ = "income_state"
    __table_args__ = (Index(None, "income_id", "since"),)

    income_id: Mapped[UUID] = mapped_column(ForeignKey("income_period.id"))
    state: Mapped[IncomeState] = mapped_column(Code(IncomeState))
    since: Mapped[date]


class ObstacleRow(Row):
    __tablename__ = "obstacle"
    __table_args__ = (Index(None, "mentee_id", "cleared_on"), Index(None, "owner_contact_id"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    text: Mapped[str]
    kind: Mapped[ObstacleKind] = mapped_column(Code(ObstacleKind))
    kind_other: Mapped[str] = mapped_column(default="")
    owner: Mapped[Who | None] = mapped_column(Code(Who))
    owner_contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    owner_name: Mapped[str] = mapped_column(default="")
    since: Mapped[date]
    cleared_on: Mapped[date | None]
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
