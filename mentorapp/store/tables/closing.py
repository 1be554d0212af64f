"""Tables of the end of an enrolment: closure with its destinations, after-support, outcome checks."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.closing import CheckState, CloseMode, CloseReason, Destination

from .base import Row
from .types import Code


class ClosureRow(Row):
    __tablename__ = "closure"
    __table_args__ = (UniqueConstraint("enrolment_id"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    closed_on: Mapped[date]
    mode: Mapped[CloseMode] = mapped_column(Code(CloseMode))
    reason: Mapped[CloseReason] = mapped_column(Code(CloseReason))
    reason_other: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")
    known_from: Mapped[str] = mapped_column(default="")
    farewell_held: Mapped[bool] = mapped_column(default=False)
    last_scale_done: Mapped[bool] = mapped_column(default=False)
    mentee_words: Mapped[str] = mapped_column(default="")
    contact_after: Mapped[bool | None]
    manager_talk_on: Mapped[date | None]

    headings: Mapped[list["ClosureHeadingRow"]] = relationship(
        order_by="ClosureHeadingRow.order", cascade="all, delete-orphan"
    )


class ClosureHeadingRow(Row):
    __tablename__ = "closure_heading"
    __table_args__ = (UniqueConstraint("closure_id", "destination"),)

    closure_id: Mapped[UUID] = mapped_column(ForeignKey("closure.id"))
    order: Mapped[int]
    destination: Mapped[Destination] = mapped_column(Code(Destination))
    primary: Mapped[bool] = mapped_column(default=False)
    extent_percent: Mapped[int | None]
    other: Mapped[str] = mapped_column(default="")


class AfterSupportRow(Row):
    __tablename__ = "after_support"
    __table_args__ = (Index(None, "enrolment_id", "started_on"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    entry: Mapped[Destination] = mapped_column(Code(Destination))
    started_on: Mapped[date]
    extent_percent: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    planned_until: Mapped[date]
    ended_on: Mapped[date | None]
    contact_plan: Mapped[str] = mapped_column(default="")


class OutcomeCheckRow(Row):
    __tablename__ = "outcome_check"
    __table_args__ = (UniqueConstraint("enrolment_id", "months"), Index(None, "state", "planned_on"))

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    months: Mapped[int]
    planned_on: Mapped[date]
    state: Mapped[CheckState] = mapped_column(Code(CheckState), default=CheckState.PLANNED)
    done_on: Mapped[date | None]
    destination: Mapped[Destination | None] = mapped_column(Code(Destination))
    note: Mapped[str] = mapped_column(default="")
