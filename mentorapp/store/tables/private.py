"""The table of private notes. No other module's query touches it, and nothing that prints may import this one."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.private_notes import PrivateKind

from .base import Row
from .types import Code


class PrivateNoteRow(Row):
    __tablename__ = "private_note"
    __table_args__ = (Index(None, "mentee_id", "event_date"), Index(None, "session_id"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("session.id"))
    event_date: Mapped[date]
    kind: Mapped[PrivateKind] = mapped_column(Code(PrivateKind), default=PrivateKind.NOTE)
    text: Mapped[str]
