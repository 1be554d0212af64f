"""Tables of scales: definitions by version with their items, filled forms with their marks, measurements by others."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.scale_marks import FilledHow, MarkNote
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import LINE_MM, Dimension, FavourableEnd, Respondent, ScaleKind, ScaleUse
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class ScaleDefinitionRow(Row):
    """A version that was made or changed here, or a shipped one as it was when it was first filled in."""

    __tablename__ = "scale_definition"
    __table_args__ = (UniqueConstraint("code", "version"),)

    code: Mapped[str]
    version: Mapped[int]
    kind: Mapped[ScaleKind] = mapped_column(Code(ScaleKind))
    use: Mapped[ScaleUse] = mapped_column(Code(ScaleUse), default=ScaleUse.SELF)
    respondent: Mapped[Respondent] = mapped_column(Code(Respondent), default=Respondent.MENTEE)
    title_sv: Mapped[str]
    title_en: Mapped[str] = mapped_column(default="")
    intro_sv: Mapped[str] = mapped_column(default="")
    intro_en: Mapped[str] = mapped_column(default="")
    licence_note: Mapped[str] = mapped_column(default="")
    mirror_of: Mapped[str] = mapped_column(default="")
    steps: Mapped[int | None]
    lowest: Mapped[int | None]
    highest: Mapped[int | None]
    in_use: Mapped[bool] = mapped_column(default=True)
    shipped: Mapped[bool] = mapped_column(default=False)

    items: Mapped[list["ScaleItemRow"]] = relationship(order_by="ScaleItemRow.order", cascade="all, delete-orphan")


class ScaleItemRow(Row):
    __tablename__ = "scale_item"
    __table_args__ = (UniqueConstraint("definition_id", "code"),)

    definition_id: Mapped[UUID] = mapped_column(ForeignKey("scale_definition.id"))
    order: Mapped[int]
    code: Mapped[str]
    text_sv: Mapped[str] = mapped_column(default="")
    text_en: Mapped[str] = mapped_column(default="")
    easy_sv: Mapped[str] = mapped_column(default="")
    easy_en: Mapped[str] = mapped_column(default="")
    label_sv: Mapped[str] = mapped_column(default="")
    label_en: Mapped[str] = mapped_column(default="")
    left_sv: Mapped[str] = mapped_column(default="")
    left_en: Mapped[str] = mapped_column(default="")
    right_sv: Mapped[str] = mapped_column(default="")
    right_en: Mapped[str] = mapped_column(default="")
    favourable: Mapped[FavourableEnd] = mapped_column(Code(FavourableEnd), default=FavourableEnd.RIGHT)
    dimension: Mapped[Dimension] = mapped_column(Code(Dimension), default=Dimension.NONE)
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.RATING)


class ScaleResponseRow(Row):
    """`code` and `version` stand here too: lists of forms are read without their definitions."""

    __tablename__ = "scale_response"
    __table_args__ = (
        Index(None, "mentee_id", "code", "event_date"),
        Index(None, "definition_id"),
        Index(None, "placement_id"),
        Index(None, "follow_up_id"),
    )

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    definition_id: Mapped[UUID] = mapped_column(ForeignKey("scale_definition.id"))
    code: Mapped[str]
    version: Mapped[int]
    respondent: Mapped[Respondent] = mapped_column(Code(Respondent), default=Respondent.MENTEE)
    round: Mapped[RoundKind] = mapped_column(Code(RoundKind), default=RoundKind.AD_HOC)
    round_of: Mapped[str] = mapped_column(default="")
    event_date: Mapped[date]
    filled_how: Mapped[FilledHow] = mapped_column(Code(FilledHow), default=FilledHow.ALONE)
    line_length_mm: Mapped[Decimal] = mapped_column(default=LINE_MM)
    comment: Mapped[str] = mapped_column(default="")
    oral_note: Mapped[str] = mapped_column(default="")
    placement_id: Mapped[UUID | None] = mapped_column(ForeignKey("placement.id"))
    follow_up_id: Mapped[UUID | None] = mapped_column(ForeignKey("workplace_follow_up.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.RATING)
    voided_on: Mapped[date | None]
    void_reason: Mapped[str] = mapped_column(default="")

    marks: Mapped[list["ScaleMarkRow"]] = relationship(order_by="ScaleMarkRow.order", cascade="all, delete-orphan")


class ScaleMarkRow(Row):
    """A mark as it was measured, in whole tenths of the unit of its form."""

    __tablename__ = "scale_mark"
    __table_args__ = (UniqueConstraint("response_id", "item"),)

    response_id: Mapped[UUID] = mapped_column(ForeignKey("scale_response.id"))
    order: Mapped[int]
    item: Mapped[str]
    value: Mapped[Decimal | None]
    note: Mapped[MarkNote] = mapped_column(Code(MarkNote), default=MarkNote.NONE)


class ExternalMeasurementRow(Row):
    __tablename__ = "external_measurement"
    __table_args__ = (Index(None, "mentee_id", "event_date"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    name: Mapped[str]
    event_date: Mapped[date]
    value: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[UUID | None] = mapped_column(ForeignKey("attachment.id"))
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.HEALTH)
