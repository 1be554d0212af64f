"""Tables of organisations, contacts, and their links with mentees."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass

from .base import Row
from .types import Code


class OrganisationRow(Row):
    __tablename__ = "organisation"
    __table_args__ = (Index(None, "name"),)

    name: Mapped[str]
    kind: Mapped[OrganisationKind] = mapped_column(Code(OrganisationKind))
    kind_other: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")


class ContactRow(Row):
    __tablename__ = "contact"
    __table_args__ = (Index(None, "organisation_id"), Index(None, "name"))

    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    works_until: Mapped[date | None]


class NetworkLinkRow(Row):
    __tablename__ = "network_link"
    __table_args__ = (Index(None, "mentee_id", "to_date"), Index(None, "contact_id"), Index(None, "organisation_id"))

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[NetworkRole] = mapped_column(Code(NetworkRole))
    role_other: Mapped[str] = mapped_column(default="")
    responsible_for: Mapped[str] = mapped_column(default="")
    from_date: Mapped[date | None]
    to_date: Mapped[date | None]
    appointment: Mapped[str] = mapped_column(default="")
    not_to_tell: Mapped[str] = mapped_column(default="")
    info_class: Mapped[InfoClass] = mapped_column(Code(InfoClass), default=InfoClass.PLAN)
