"""Tables of studies: the studies with their phases, dates that matter, the support team and the talks about them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.studies import CsnState, StudyDateKind, StudyPhase

from .base import Row
from .types import Code


class EducationSupportRow(Row):
    __tablename__ = "education_support"
    __table_args__ = (Index(None, "enrolment_id", "from_date"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    phase: Mapped[StudyPhase] = mapped_column(Code(StudyPhase))
    school: Mapped[str] = mapped_column(default="")
    course: Mapped[str]
    level: Mapped[str] = mapped_column(default="")
    pace_percent: Mapped[int | None]
    from_date: Mapped[date | None]
    to_date: Mapped[date | None]
    completed: Mapped[bool | None]
    certificate_on: Mapped[date | None]
    goal: Mapped[str] = mapped_column(default="")
    barriers: Mapped[str] = mapped_column(default="")
    accommodations: Mapped[str] = mapped_column(default="")
    csn_state: Mapped[CsnState] = mapped_column(Code(CsnState), default=CsnState.UNKNOWN)
    note: Mapped[str] = mapped_column(default="")

    phases: Mapped[list["StudyPhaseRow"]] = relationship(
        order_by="StudyPhaseRow.since, StudyPhaseRow.id", cascade="all, delete-orphan"
    )
    dates: Mapped[list["StudyDateRow"]] = relationship(
        order_by="StudyDateRow.on, StudyDateRow.id", cascade="all, delete-orphan"
    )
    team: Mapped[list["StudyHelperRow"]] = relationship(order_by="StudyHelperRow.order", cascade="all, delete-orphan")
    conferences: Mapped[list["StudyConferenceRow"]] = relationship(
        order_by="StudyConferenceRow.event_date, StudyConferenceRow.id", cascade="all, delete-orphan"
    )


class StudyPhaseRow(Row):
    __tablename__ = "study_phase"
    __table_args__ = (Index(None, "education_support_id", "since"),)

    education_support_id: Mapped[UUID] = mapped_column(ForeignKey("education_support.id"))
    phase: Mapped[StudyPhase] = mapped_column(Code(StudyPhase))
    since: Mapped[date]


class StudyDateRow(Row):
    __tablename__ = "study_date"
    __table_args__ = (Index(None, "education_support_id", "on"),)

    education_support_id: Mapped[UUID] = mapped_column(ForeignKey("education_support.id"))
    kind: Mapped[StudyDateKind] = mapped_column(Code(StudyDateKind))
    on: Mapped[date]
    text: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None]


class StudyHelperRow(Row):
    __tablename__ = "study_helper"
    __table_args__ = (Index(None, "education_support_id", "order"), Index(None, "contact_id"))

    education_support_id: Mapped[UUID] = mapped_column(ForeignKey("education_support.id"))
    order: Mapped[int]
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    name: Mapped[str] = mapped_column(default="")
    does: Mapped[str] = mapped_column(default="")


class StudyConferenceRow(Row):
    __tablename__ = "study_conference"
    __table_args__ = (Index(None, "education_support_id", "event_date"),)

    education_support_id: Mapped[UUID] = mapped_column(ForeignKey("education_support.id"))
    event_date: Mapped[date]
    place: Mapped[str] = mapped_column(default="")
    present: Mapped[str] = mapped_column(default="")
    points: Mapped[str] = mapped_column(default="")
    agreed: Mapped[str] = mapped_column(default="")
    held: Mapped[bool] = mapped_column(default=False)
