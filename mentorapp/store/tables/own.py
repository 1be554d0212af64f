"""Tables of the program's own: the mentor's profile, settings, drafts, the print log, the journal."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.prints import DeliveredHow, PrintState
from mentorapp.domain.sharing import Audience

from .base import Row, Table
from .types import Code


class StoreMarkRow(Table):
    """Facts about the store itself: its identifier, when it was made, whether it is a demo."""

    __tablename__ = "store_mark"
    journaled: ClassVar[bool] = False

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class MentorProfileRow(Row):
    __tablename__ = "mentor_profile"

    name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    work_days: Mapped[tuple[int, ...]]
    holidays: Mapped[tuple[tuple[date, date], ...]]
    local_help: Mapped[str] = mapped_column(default="")


class SettingRow(Table):
    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class DraftRow(Row):
    """Text not yet saved, of one form and one mentee; the nil identifier stands for "no mentee chosen yet"."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("form", "mentee_id"),)
    journaled: ClassVar[bool] = False

    form: Mapped[str]
    mentee_id: Mapped[UUID]
    content: Mapped[str]


class PrintLogRow(Row):
    __tablename__ = "print_log"
    __table_args__ = (Index(None, "mentee_id", "printed_at"), Index(None, "meeting_id"))
    journaled: ClassVar[bool] = False

    number: Mapped[str] = mapped_column(unique=True)
    template: Mapped[str]
    template_version: Mapped[int]
    mentee_id: Mapped[UUID | None] = mapped_column(ForeignKey("mentee.id"))
    audience: Mapped[Audience] = mapped_column(Code(Audience))
    recipient: Mapped[str]
    classes: Mapped[tuple[str, ...]]
    ticked: Mapped[tuple[str, ...]]
    asked: Mapped[tuple[str, ...]]
    sha256: Mapped[str]
    pages: Mapped[int]
    printed_on: Mapped[date]
    printed_at: Mapped[datetime]
    state: Mapped[PrintState] = mapped_column(Code(PrintState))
    delivered_how: Mapped[DeliveredHow] = mapped_column(Code(DeliveredHow))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    needed_on: Mapped[date | None]
    delivered_on: Mapped[date | None]
    destroyed_on: Mapped[date | None]


class PrintSubjectRow(Row):
    """Whom a print about several people is about (P12), and what of each it holds."""

    __tablename__ = "print_subject"
    __table_args__ = (UniqueConstraint("print_id", "mentee_id"), Index(None, "mentee_id"))
    journaled: ClassVar[bool] = False

    print_id: Mapped[UUID] = mapped_column(ForeignKey("print_log.id"))
    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    classes: Mapped[tuple[str, ...]]


class JournalStepRow(Table):
    """One user-visible step. `undone_at` is set while it is undone; `discarded` when a newer step took its place."""

    __tablename__ = "journal_step"
    journaled: ClassVar[bool] = False

    number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    discarded: Mapped[bool] = mapped_column(default=False)


class JournalChangeRow(Table):
    """One row before and after, as the database holds it (JSON); None means that there was no row."""

    __tablename__ = "journal_change"
    __table_args__ = (Index(None, "step_number"), Index(None, "row_key"), Index(None, "mentee_id"))
    journaled: ClassVar[bool] = False

    number: Mapped[int] = mapped_column(primary_key=True)
    step_number: Mapped[int] = mapped_column(ForeignKey("journal_step.number"))
    table_name: Mapped[str]
    row_key: Mapped[str]
    mentee_id: Mapped[UUID | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
