"""Addresses, municipalities and former names, each with a day. A wrong one is put right, a move is a new one."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import check_move
from mentorapp.domain.periods import check_after_birth, check_not_future

from .tables import Row
from .tables.mentees import AddressRow, FormerNameRow, MenteeRow, MunicipalityRow

RowT = TypeVar("RowT", bound=Row)


def add_address(session: Session, mentee_id: UUID, address: str, from_date: date | None = None) -> UUID:
    """Where the mentee lives from a day on. InputError when two would begin on one day."""
    mentee = _mentee(session, mentee_id)
    row = AddressRow(address=wording.line("address", address, required=True), from_date=from_date)
    _check(session, mentee, from_date, [one.from_date for one in mentee.addresses])
    mentee.addresses.append(row)
    session.flush()
    return row.id


def change_address(session: Session, address_id: UUID, address: str, from_date: date | None) -> None:
    """Puts a wrong one right."""
    row = _row(session, AddressRow, address_id)
    mentee = _mentee(session, row.mentee_id)
    _check(session, mentee, from_date, [one.from_date for one in mentee.addresses if one.id != row.id])
    row.address, row.from_date = wording.line("address", address, required=True), from_date


def remove_address(session: Session, address_id: UUID) -> None:
    session.delete(_row(session, AddressRow, address_id))


def add_municipality(session: Session, mentee_id: UUID, name: str, from_date: date | None = None) -> UUID:
    """The home municipality from a day on. What statistics say about earlier enrolments stays as it was (F 2)."""
    mentee = _mentee(session, mentee_id)
    row = MunicipalityRow(name=wording.line("municipality", name, required=True), from_date=from_date)
    _check(session, mentee, from_date, [one.from_date for one in mentee.municipalities])
    mentee.municipalities.append(row)
    session.flush()
    return row.id


def change_municipality(session: Session, municipality_id: UUID, name: str, from_date: date | None) -> None:
    row = _row(session, MunicipalityRow, municipality_id)
    mentee = _mentee(session, row.mentee_id)
    _check(session, mentee, from_date, [one.from_date for one in mentee.municipalities if one.id != row.id])
    row.name, row.from_date = wording.line("municipality", name, required=True), from_date


def remove_municipality(session: Session, municipality_id: UUID) -> None:
    session.delete(_row(session, MunicipalityRow, municipality_id))


def add_former_name(session: Session, mentee_id: UUID, name: str, until: date) -> UUID:
    """A name that somebody bore before the program knew them: found by search, never printed."""
    mentee = _mentee(session, mentee_id)
    _check_until(session, mentee, until)
    row = FormerNameRow(name=wording.line("name", name, required=True), until=until)
    mentee.former_names.append(row)
    session.flush()
    return row.id


def change_former_name(session: Session, name_id: UUID, name: str, until: date) -> None:
    row = _row(session, FormerNameRow, name_id)
    _check_until(session, _mentee(session, row.mentee_id), until)
    row.name, row.until = wording.line("name", name, required=True), until


def remove_former_name(session: Session, name_id: UUID) -> None:
    """For a slip that was corrected, and is no name that somebody bore."""
    session.delete(_row(session, FormerNameRow, name_id))


def _check(session: Session, mentee: MenteeRow, from_date: date | None, others: list[date | None]) -> None:
    check_move(from_date, mentee.birth_date, session.info["clock"].today())
    if from_date in others:
        raise InputError("from_date", "move_same_day")


def _check_until(session: Session, mentee: MenteeRow, until: date) -> None:
    check_not_future("until", until, session.info["clock"].today())
    check_after_birth("until", until, mentee.birth_date)


def _mentee(session: Session, mentee_id: UUID) -> MenteeRow:
    row = session.get(MenteeRow, mentee_id)
    if row is None:
        raise NotFoundError("mentee_unknown")
    return row


def _row(session: Session, kind: type[RowT], key: UUID) -> RowT:
    row = session.get(kind, key)
    if row is None:
        raise NotFoundError("row_unknown")
    return row
