"""Verbs on organisations and the people who work there: one register for all mentees, nothing in it about any of them.

Nothing is merged: two of the same name may be two people. Called through `network`, which has them all.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, MentorError, NotFoundError
from mentorapp.domain.network import PRIVATE_ROLES, Contact, ContactChoice, Organisation, OrganisationKind
from mentorapp.domain.plans import CommitmentState
from mentorapp.language.names import folded, sort_key

from .references import mentees_of, referring_rows
from .tables import value_of
from .tables.mentees import MenteeRow
from .tables.network import ContactRow, NetworkLinkRow, OrganisationRow
from .tables.plans import CommitmentRow
from .tables.support import ObstacleRow

_ORGANISATION_LINES = ("kind_other", "unit", "address", "phone")
_CONTACT_LINES = ("title", "phone", "email")


def add_organisation(session: Session, name: str, kind: OrganisationKind, **details: Any) -> UUID:
    """A new organisation; `details` are fields of `Organisation`."""
    row = OrganisationRow(name=wording.line("name", name, required=True), kind=kind)
    _set_organisation(row, details)
    session.add(row)
    session.flush()
    return row.id


def change_organisation(session: Session, organisation_id: UUID, **details: Any) -> None:
    row = organisation_row(session, organisation_id)
    if "name" in details:
        row.name = wording.line("name", details.pop("name"), required=True)
    row.kind = details.pop("kind", row.kind)
    _set_organisation(row, details)


def get_organisation(session: Session, organisation_id: UUID) -> Organisation:
    return value_of(Organisation, organisation_row(session, organisation_id))


def list_organisations(session: Session) -> tuple[Organisation, ...]:
    """All of them, by name."""
    found = (value_of(Organisation, row) for row in session.scalars(select(OrganisationRow)))
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), sort_key(one.unit), one.id)))


def remove_organisation(session: Session, organisation_id: UUID) -> None:
    """Only one that nothing refers to; else MentorError says what to do instead."""
    row = organisation_row(session, organisation_id)
    rows = referring_rows(session, OrganisationRow, organisation_id)
    if rows:
        raise MentorError("organisation_in_use", count=len(rows))
    session.delete(row)


def add_contact(session: Session, name: str, **details: Any) -> UUID:
    """A new person in the register; `details` are fields of `Contact`."""
    row = ContactRow(name=wording.line("name", name, required=True))
    _set_contact(session, row, details)
    session.add(row)
    session.flush()
    return row.id


def change_contact(session: Session, contact_id: UUID, **details: Any) -> None:
    """A new name also stands in what is still open of theirs; what was done keeps the name of its day."""
    row = contact_row(session, contact_id)
    if "name" in details:
        row.name = wording.line("name", details.pop("name"), required=True)
        _rename_open(session, row)
    _set_contact(session, row, details)


def contact_left(session: Session, contact_id: UUID, on: date | None) -> None:
    """The last day at work, which may lie ahead; None when it was a mistake. The roles stand until they are ended."""
    contact_row(session, contact_id).works_until = on


def get_contact(session: Session, contact_id: UUID) -> Contact:
    """With the organisation."""
    row = contact_row(session, contact_id)
    return contacts_by_id(session, (row.id,))[row.id]


def list_contacts(session: Session) -> tuple[Contact, ...]:
    """All of them with their organisations, by name, also those who have left."""
    found = _with_organisations(session, session.scalars(select(ContactRow)).all())
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.id)))


def remove_contact(session: Session, contact_id: UUID) -> None:
    """Only somebody whom nothing refers to; else MentorError says what to do instead."""
    row = contact_row(session, contact_id)
    rows = referring_rows(session, ContactRow, contact_id)
    if rows:
        raise MentorError("contact_in_use", count=max(1, len(mentees_of(session, rows))))
    session.delete(row)


def contact_from(session: Session, choice: ContactChoice, **details: Any) -> UUID | None:
    """Whom a form has chosen, made now with `details` when the name is new; None when nobody is."""
    if choice.contact_id is not None:
        return contact_row(session, choice.contact_id).id
    return add_contact(session, choice.new_name, **details) if choice.new_name.strip() else None


def private_contacts(session: Session) -> Mapping[UUID, frozenset[UUID]]:
    """Guardians and next of kin without an organisation, with whose they are: not for the eyes of other mentees."""
    query = (
        select(ContactRow.id, NetworkLinkRow.mentee_id)
        .join(NetworkLinkRow, ContactRow.id == NetworkLinkRow.contact_id)
        .where(NetworkLinkRow.role.in_(PRIVATE_ROLES), ContactRow.organisation_id.is_(None))
    )
    found: dict[UUID, set[UUID]] = {}
    for contact_id, mentee_id in session.execute(query):
        found.setdefault(contact_id, set()).add(mentee_id)
    return {contact_id: frozenset(mentees) for contact_id, mentees in found.items()}


def is_mentees_name(session: Session, name: str) -> bool:
    """Whether a mentee is called just that: two mentees are never linked with one another (F 27)."""
    wanted = " ".join(folded(name).split())
    names = session.execute(select(MenteeRow.preferred_name, MenteeRow.family_name))
    return bool(wanted) and any(folded(f"{first} {last}".strip()) == wanted for first, last in names)


def organisation_row(session: Session, organisation_id: UUID) -> OrganisationRow:
    row = session.get(OrganisationRow, organisation_id)
    if row is None:
        raise NotFoundError("organisation_unknown")
    return row


def contact_row(session: Session, contact_id: UUID) -> ContactRow:
    row = session.get(ContactRow, contact_id)
    if row is None:
        raise NotFoundError("contact_unknown")
    return row


def contacts_by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, Contact]:
    """Those contacts with their organisations."""
    rows = session.scalars(select(ContactRow).where(ContactRow.id.in_(set(ids)))).all()
    return {one.id: one for one in _with_organisations(session, rows)}


def organisations_by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, Organisation]:
    rows = session.scalars(select(OrganisationRow).where(OrganisationRow.id.in_(set(ids))))
    return {row.id: value_of(Organisation, row) for row in rows}


def _with_organisations(session: Session, rows: Iterable[ContactRow]) -> list[Contact]:
    rows = list(rows)
    places = organisations_by_id(session, (row.organisation_id for row in rows if row.organisation_id))
    return [
        value_of(Contact, row, organisation=places.get(row.organisation_id) if row.organisation_id else None)
        for row in rows
    ]


def _rename_open(session: Session, row: ContactRow) -> None:
    is_open = CommitmentRow.state == CommitmentState.OPEN
    for promise in session.scalars(select(CommitmentRow).where(CommitmentRow.contact_id == row.id, is_open)):
        promise.who_name = row.name
    mine = ObstacleRow.owner_contact_id == row.id
    for obstacle in session.scalars(select(ObstacleRow).where(mine, ObstacleRow.cleared_on.is_(None))):
        obstacle.owner_name = row.name


def _set_organisation(row: OrganisationRow, details: Mapping[str, Any]) -> None:
    for name in _lines_only(details, _ORGANISATION_LINES):
        setattr(row, name, wording.line(name, details[name]))
    if row.kind is OrganisationKind.OTHER:
        row.kind_other = wording.other("kind_other", row.kind_other or "")


def _set_contact(session: Session, row: ContactRow, details: Mapping[str, Any]) -> None:
    given = dict(details)
    if "organisation_id" in given:
        at = given.pop("organisation_id")
        row.organisation_id = None if at is None else organisation_row(session, at).id
    row.works_until = given.pop("works_until", row.works_until)
    for name in _lines_only(given, _CONTACT_LINES):
        setattr(row, name, wording.line(name, given[name]))
    if row.email and "@" not in row.email:
        raise InputError("email", "email_unreadable")


def _lines_only(details: Mapping[str, Any], known: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [name for name in details if name not in known]
    if unknown:
        raise TypeError(f"there is no field {unknown[0]}")
    return tuple(details)
