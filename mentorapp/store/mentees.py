"""Verbs on mentees. A name is enough to begin; what changes over time is added to, never overwritten."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import (
    Address,
    FormerName,
    Gender,
    Mentee,
    Municipality,
    Pronoun,
    check_birth,
    check_death,
    check_move,
    check_support_months,
    new_alias,
)

from .identity_numbers import checked_number, keep_former_number
from .tables import value_of
from .tables.mentees import AddressRow, FormerNameRow, MenteeRow, MunicipalityRow

_LINES = ("family_name", "pronoun_other", "gender_other", "email", "interpreter_language")
_TEXTS = ("safe_contact", "communication_needs")
_WHOLE = (
    selectinload(MenteeRow.former_names),
    selectinload(MenteeRow.addresses),
    selectinload(MenteeRow.municipalities),
)
_ALIAS_TRIES = 50


def add_mentee(session: Session, preferred_name: str, **details: Any) -> UUID:
    """A new mentee; `details` are fields of `Mentee`. InputError names the field that cannot be stored."""
    row = MenteeRow(preferred_name=wording.line("preferred_name", preferred_name, required=True))
    row.display_alias = _alias(session, details.pop("display_alias", ""))
    _set(session, row, details)
    session.add(row)
    session.flush()
    return row.id


def change_mentee(session: Session, mentee_id: UUID, **details: Any) -> None:
    """Changes the given fields. A changed name is kept as a former name until today, found by search only."""
    row = _row(session, mentee_id)
    before = f"{row.preferred_name} {row.family_name}".strip()
    if "preferred_name" in details:
        row.preferred_name = wording.line("preferred_name", details.pop("preferred_name"), required=True)
    if "display_alias" in details:
        row.display_alias = _alias(session, details.pop("display_alias"))
    _set(session, row, details)
    if f"{row.preferred_name} {row.family_name}".strip() != before and "former_names" not in details:
        row.former_names.append(FormerNameRow(name=before, until=session.info["clock"].today()))


def get_mentee(session: Session, mentee_id: UUID) -> Mentee:
    return _mentee(_row(session, mentee_id))


def find_mentees(session: Session, name_or_alias: str) -> tuple[Mentee, ...]:
    """Those whose full, preferred or former name, or alias, is exactly that, whatever the case."""
    wanted = wording.line("mentee", name_or_alias).casefold()
    query = select(MenteeRow).options(*_WHOLE).order_by(MenteeRow.preferred_name, MenteeRow.family_name)
    return tuple(m for m in map(_mentee, session.scalars(query)) if wanted in _names(m))


def _names(mentee: Mentee) -> set[str]:
    alias = mentee.display_alias
    names = [
        mentee.full_name,
        mentee.preferred_name,
        alias,
        alias.replace(" ", ""),
        *(f.name for f in mentee.former_names),
    ]
    return {name.casefold() for name in names}


def _row(session: Session, mentee_id: UUID) -> MenteeRow:
    row = session.get(MenteeRow, mentee_id, options=_WHOLE)
    if row is None:
        raise NotFoundError("mentee_unknown")
    return row


def _mentee(row: MenteeRow) -> Mentee:
    return value_of(
        Mentee,
        row,
        former_names=tuple(value_of(FormerName, one) for one in row.former_names),
        addresses=tuple(value_of(Address, one) for one in row.addresses),
        municipalities=tuple(value_of(Municipality, one) for one in row.municipalities),
    )


def _set(session: Session, row: MenteeRow, details: Mapping[str, Any]) -> None:
    values = dict(details)
    for name in _LINES:
        if name in values:
            values[name] = wording.line(name, values[name])
    for name in _TEXTS:
        if name in values:
            values[name] = wording.text(name, values[name])
    _set_lists(row, values, session.info["clock"].today())
    if "phones" in values:
        values["phones"] = tuple(p for p in (wording.line("phones", one) for one in values["phones"]) if p)
    if "id_number" in values or "id_number_type" in values:
        keep_former_number(session, row, values)
        values.update(checked_number(row, values))
    _check_days(session, row, values)
    check_support_months(values.get("public_support_months_before"))
    for name, value in values.items():
        if name not in MenteeRow.__mapper__.column_attrs:
            raise TypeError(f"a mentee has no field {name}")
        setattr(row, name, value)
    if row.pronoun is Pronoun.OTHER:
        row.pronoun_other = wording.other("pronoun_other", row.pronoun_other or "")
    if row.gender is Gender.OTHER:
        row.gender_other = wording.other("gender_other", row.gender_other or "")


def _check_days(session: Session, row: MenteeRow, values: dict[str, Any]) -> None:
    """A birth date makes the year alone superfluous."""
    today = session.info["clock"].today()
    born = values.get("birth_date", row.birth_date)
    check_birth(born, values.get("birth_year", row.birth_year), today)
    check_death(values.get("deceased_on", row.deceased_on), born, today)
    if born is not None:
        values["birth_year"] = None


def _set_lists(row: MenteeRow, values: dict[str, Any], today: date) -> None:
    """New entries are added to what is there: history is not rewritten."""
    for entry in values.pop("former_names", ()):
        row.former_names.append(FormerNameRow(name=wording.line("name", entry.name, required=True), until=entry.until))
    for entry in values.pop("addresses", ()):
        check_move(entry.from_date, row.birth_date, today)
        row.addresses.append(AddressRow(address=wording.line("address", entry.address), from_date=entry.from_date))
    for entry in values.pop("municipalities", ()):
        check_move(entry.from_date, row.birth_date, today)
        row.municipalities.append(
            MunicipalityRow(name=wording.line("municipality", entry.name), from_date=entry.from_date)
        )


def _alias(session: Session, wanted: str) -> str:
    wanted = wording.line("display_alias", wanted)
    taken = set(session.scalars(select(MenteeRow.display_alias)))
    if wanted:
        if wanted in taken:
            raise InputError("display_alias", "alias_taken")
        return wanted
    return next(alias for alias in (new_alias() for _ in range(_ALIAS_TRIES)) if alias not in taken)
