"""Tables of milestones, checklists, files kept in the store, and the question about violence."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.safety import Asked
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class MilestoneRow(Row):
    __tablename__ = "milestone"
    __table_args__ = (Index(None, "mentee_id", "event_date"), Index(None, "event_date"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    kind: Mapped[MilestoneKind] = mapped_column(Code(MilestoneKind))
    kind_other: Mapped[str] = mapped_column(default="")
    event_date: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    mentee_wants_shown: Mapped[bool] = mapped_column(default=True)
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)


class RoutineItemRow(Row):
    __tablename__ = "routine_item"
    __table_args__ = (Index(None, "mentee_id", "checklist"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    checklist: Mapped[Checklist] = mapped_column(Code(Checklist))
    item: Mapped[str]
    item_other: Mapped[str] = mapped_column(default="")
    state: Mapped[ItemState] = mapped_column(Code(ItemState), default=ItemState.OPEN)
    state_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)


class AttachmentRow(Row):
    __tablename__ = "attachment"
    __table_args__ = (Index(None, "mentee_id"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    added_on: Mapped[date]
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.WORK)
    routine_item_id: Mapped[UUID | None] = mapped_column(ForeignKey("routine_item.id"))
    content_id: Mapped[UUID] = mapped_column(ForeignKey("attachment_content.id"))
    removed_on: Mapped[date | None]


class AttachmentContentRow(Row):
    """The bytes of a file. Written once and never changed, so that the journal need not hold them."""

    __tablename__ = "attachment_content"
    __table_args__ = (Index(None, "mentee_id"),)
    journaled: ClassVar[bool] = False

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SafetyQuestionRow(Row):
    __tablename__ = "safety_question"
    __table_args__ = (Index(None, "mentee_id", "asked_on"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    asked: Mapped[Asked] = mapped_column(Code(Asked))
    asked_on: Mapped[date]
    support_offered: Mapped[bool] = mapped_column(default=False)
    follow_up_on: Mapped[date | None]
    followed_up_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
