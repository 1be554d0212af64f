"""Tables of what a unit sets up or counts without persons: list words, targets, declines, outreach, snoozes."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.intake import OutreachKind
from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import Gender
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class ListWordRow(Row):
    """An entry of the unit's own, or a shipped one changed; `more` is a JSON object of what only some lists have."""

    __tablename__ = "list_word"
    __table_args__ = (UniqueConstraint("list", "code"),)

    list: Mapped[WordList] = mapped_column(Code(WordList))
    code: Mapped[str]
    name_sv: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    order: Mapped[int]
    in_use: Mapped[bool] = mapped_column(default=True)
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
    more: Mapped[str] = mapped_column(default="{}")


class ProgrammeTargetRow(Row):
    __tablename__ = "programme_target"
    __table_args__ = (UniqueConstraint("programme_id", "indicator"),)

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    indicator: Mapped[str]
    value: Mapped[int]


class DeclineRow(Row):
    __tablename__ = "decline"

    month: Mapped[str]
    reason: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    gender: Mapped[Gender] = mapped_column(Code(Gender), default=Gender.UNDISCLOSED)


class OutreachEffortRow(Row):
    __tablename__ = "outreach_effort"

    event_date: Mapped[date]
    kind: Mapped[OutreachKind] = mapped_column(Code(OutreachKind))
    sent: Mapped[int]
    reached: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")


class SnoozeRow(Row):
    __tablename__ = "snooze"
    __table_args__ = (Index(None, "mentee_id", "rule"),)

    mentee_id: Mapped[UUID | None] = mapped_column(ForeignKey("mentee.id"))
    rule: Mapped[str]
    subject: Mapped[str]
    until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
