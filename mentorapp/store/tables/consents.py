"""Tables of consents, and of what was told or asked for outside the papers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.consents import ConsentForm, ConsentKind, Direction, GivenBy
from mentorapp.domain.disclosures import LegalGround
from mentorapp.domain.sharing import Audience

from .base import Row
from .types import Code, JsonTuple


class ConsentRow(Row):
    __tablename__ = "consent"
    __table_args__ = (
        Index(None, "mentee_id", "valid_to"),
        Index(None, "recipient_organisation_id"),
        Index(None, "recipient_contact_id"),
    )

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    kind: Mapped[ConsentKind] = mapped_column(Code(ConsentKind))
    recipient_organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    recipient_contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    system: Mapped[str] = mapped_column(default="")
    audience: Mapped[Audience] = mapped_column(Code(Audience))
    scope: Mapped[tuple[str, ...]] = mapped_column(default=())
    direction: Mapped[Direction] = mapped_column(Code(Direction), default=Direction.GIVE)
    purpose: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    form: Mapped[ConsentForm] = mapped_column(Code(ConsentForm), default=ConsentForm.WRITTEN)
    given_by: Mapped[GivenBy] = mapped_column(Code(GivenBy), default=GivenBy.MENTEE)
    signed_on: Mapped[date | None]
    place_of_paper: Mapped[str] = mapped_column(default="")
    scan_id: Mapped[UUID | None] = mapped_column(ForeignKey("attachment.id"))
    interpreter_used: Mapped[bool] = mapped_column(default=False)
    interpreter_name: Mapped[str] = mapped_column(default="")
    withdrawn_at: Mapped[datetime | None]
    withdrawn_how: Mapped[str] = mapped_column(default="")


class DisclosureRow(Row):
    __tablename__ = "disclosure"
    __table_args__ = (Index(None, "mentee_id", "event_date"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    event_date: Mapped[date]
    recipient: Mapped[str]
    ground: Mapped[LegalGround] = mapped_column(Code(LegalGround))
    ground_other: Mapped[str] = mapped_column(default="")
    decided_by: Mapped[str]
    reason: Mapped[str]
    what: Mapped[str]


class AccessRequestRow(Row):
    __tablename__ = "access_request"
    __table_args__ = (Index(None, "mentee_id", "asked_on"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    asked_on: Mapped[date]
    due_on: Mapped[date]
    identity_checked_on: Mapped[date | None]
    identity_checked_how: Mapped[str] = mapped_column(default="")
    handed_over_on: Mapped[date | None]
    in_person: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


def _counted(pair: list[Any]) -> tuple[str, int]:
    return str(pair[0]), int(pair[1])


class DisposalRow(Row):
    """About nobody: counts only."""

    __tablename__ = "disposal"

    disposed_on: Mapped[date]
    rule: Mapped[str]
    decided_by: Mapped[str] = mapped_column(default="")
    persons: Mapped[int] = mapped_column(default=1)
    counts: Mapped[tuple[Any, ...]] = mapped_column(JsonTuple(_counted, list), default=())


class CheckInRow(Row):
    __tablename__ = "check_in"

    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"), unique=True)
    interval_days: Mapped[int]
    last_on: Mapped[date | None]
    next_on: Mapped[date | None]
