"""Tables of the person: names, addresses and municipalities over time."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentorapp.domain.mentees import Education, Gender, IdNumberType, Pronoun, ProtectedIdentity

from .base import Row
from .types import Code


class MenteeRow(Row):
    __tablename__ = "mentee"

    preferred_name: Mapped[str]
    family_name: Mapped[str] = mapped_column(default="")
    pronoun: Mapped[Pronoun] = mapped_column(Code(Pronoun), default=Pronoun.UNKNOWN)
    pronoun_other: Mapped[str] = mapped_column(default="")
    gender: Mapped[Gender] = mapped_column(Code(Gender), default=Gender.UNDISCLOSED)
    gender_other: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    birth_year: Mapped[int | None]
    id_number_type: Mapped[IdNumberType] = mapped_column(Code(IdNumberType), default=IdNumberType.NONE)
    id_number: Mapped[str] = mapped_column(default="")
    id_number_unchecked: Mapped[bool] = mapped_column(default=False)
    protected_identity: Mapped[ProtectedIdentity] = mapped_column(
        Code(ProtectedIdentity), default=ProtectedIdentity.NONE
    )
    safe_contact: Mapped[str] = mapped_column(default="")
    phones: Mapped[tuple[str, ...]] = mapped_column(default=())
    email: Mapped[str] = mapped_column(default="")
    interpreter_language: Mapped[str] = mapped_column(default="")
    needs_easy_read: Mapped[bool] = mapped_column(default=False)
    communication_needs: Mapped[str] = mapped_column(default="")
    highest_education: Mapped[Education] = mapped_column(Code(Education), default=Education.UNKNOWN)
    public_support_months_before: Mapped[int | None]
    display_alias: Mapped[str] = mapped_column(unique=True)
    deceased_on: Mapped[date | None]
    erase_on: Mapped[date | None]

    former_names: Mapped[list["FormerNameRow"]] = relationship(order_by="FormerNameRow.until")
    addresses: Mapped[list["AddressRow"]] = relationship(order_by="AddressRow.from_date")
    municipalities: Mapped[list["MunicipalityRow"]] = relationship(order_by="MunicipalityRow.from_date")


class FormerNameRow(Row):
    __tablename__ = "mentee_former_name"
    __table_args__ = (Index(None, "mentee_id"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    name: Mapped[str]
    until: Mapped[date]


class FormerNumberRow(Row):
    __tablename__ = "mentee_former_number"
    __table_args__ = (Index(None, "mentee_id"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    id_number_type: Mapped[IdNumberType] = mapped_column(Code(IdNumberType))
    id_number: Mapped[str]
    until: Mapped[date]


class AddressRow(Row):
    __tablename__ = "mentee_address"
    __table_args__ = (Index(None, "mentee_id", "from_date"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    address: Mapped[str]
    from_date: Mapped[date | None]


class MunicipalityRow(Row):
    __tablename__ = "mentee_municipality"
    __table_args__ = (Index(None, "mentee_id", "from_date"),)

    mentee_id: Mapped[UUID] = mapped_column(ForeignKey("mentee.id"))
    name: Mapped[str]
    from_date: Mapped[date | None]
