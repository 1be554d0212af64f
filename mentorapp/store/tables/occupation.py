"""Tables of occupation over time and of the youth duty."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.occupation import Occupation

from .base import Row
from .types import Code


class OccupationPeriodRow(Row):
    __tablename__ = "occupation_period"
    __table_args__ = (Index(None, "mentee_id", "from_date"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    occupation: Mapped[Occupation] = mapped_column(Code(Occupation))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class YouthDutyRow(Row):
    __tablename__ = "youth_duty"
    __table_args__ = (Index(None, "mentee_id", "from_date"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    municipality: Mapped[str] = mapped_column(default="")
    receiver_contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    receiver_name: Mapped[str] = mapped_column(default="")
    handed_over_on: Mapped[date | None]
