"""Tables of the mapping: versions, answers by life area, texts by class, and the vocational profile."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.mapping import AnswerStatus, MappingType, StillTrue, Voice
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class MappingRow(Row):
    __tablename__ = "mapping"
    __table_args__ = (UniqueConstraint("enrolment_id", "version"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    version: Mapped[int]
    type: Mapped[MappingType] = mapped_column(Code(MappingType), default=MappingType.START)
    started_on: Mapped[date]
    completed_on: Mapped[date | None]

    answers: Mapped[list["MappingAnswerRow"]] = relationship(order_by="MappingAnswerRow.created_at")


class MappingAnswerRow(Row):
    __tablename__ = "mapping_answer"
    __table_args__ = (UniqueConstraint("mapping_id", "area"),)

    mapping_id: Mapped[UUID] = mapped_column(ForeignKey("mapping.id"))
    area: Mapped[str]
    status: Mapped[AnswerStatus] = mapped_column(Code(AnswerStatus), default=AnswerStatus.NOT_ASKED)
    importance: Mapped[int] = mapped_column(default=0)
    resources: Mapped[str] = mapped_column(default="")
    needs: Mapped[str] = mapped_column(default="")
    still_true: Mapped[StillTrue] = mapped_column(Code(StillTrue), default=StillTrue.OWN)
    answered_on: Mapped[date | None]
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)

    texts: Mapped[list["MappingTextRow"]] = relationship(order_by="MappingTextRow.order", cascade="all, delete-orphan")


class MappingTextRow(Row):
    __tablename__ = "mapping_text"
    __table_args__ = (Index(None, "answer_id", "order"),)

    answer_id: Mapped[UUID] = mapped_column(ForeignKey("mapping_answer.id"))
    order: Mapped[int]
    voice: Mapped[Voice] = mapped_column(Code(Voice))
    text: Mapped[str]
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass))
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))


class VocationalProfileRow(Row):
    __tablename__ = "vocational_profile"
    __table_args__ = (UniqueConstraint("mentee_id", "version"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    version: Mapped[int]
    made_on: Mapped[date]
    interests: Mapped[str] = mapped_column(default="")
    task_preferences: Mapped[str] = mapped_column(default="")
    environment: Mapped[str] = mapped_column(default="")
    skills: Mapped[str] = mapped_column(default="")
    experience: Mapped[str] = mapped_column(default="")
    commuting: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")
    wanted: Mapped[str] = mapped_column(default="")
    unwanted: Mapped[str] = mapped_column(default="")
    disclosure_words: Mapped[str] = mapped_column(default="")
