"""Verbs on who is around a mentee in which role; the register of people and organisations comes through here too.

An authority has one caseworker at a time: a new one ends the role of the one before, and the history stays.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.network import (
    NetworkLink,
    NetworkRole,
    Organisation,
    check_link,
    link_class,
    same_authority,
)
from mentorapp.domain.sharing import InfoClass

from .address_book import (
    add_contact,
    add_organisation,
    change_contact,
    change_organisation,
    contact_from,
    contact_left,
    contact_row,
    contacts_by_id,
    get_contact,
    get_organisation,
    is_mentees_name,
    list_contacts,
    list_organisations,
    organisation_row,
    organisations_by_id,
    private_contacts,
    remove_contact,
    remove_organisation,
)
from .tables import value_of
from .tables.network import NetworkLinkRow

__all__ = [
    "add_contact",
    "add_link",
    "add_organisation",
    "change_contact",
    "change_link",
    "change_organisation",
    "contact_from",
    "contact_left",
    "count_mentees",
    "end_link",
    "get_contact",
    "get_organisation",
    "is_mentees_name",
    "list_contacts",
    "list_links",
    "list_organisations",
    "private_contacts",
    "remove_contact",
    "remove_link",
    "remove_organisation",
    "replace_contact",
]

_DAY = timedelta(days=1)
_PLAIN = ("from_date", "to_date", "info_class")


def add_link(
    session: Session,
    mentee_id: UUID,
    role: NetworkRole,
    *,
    contact_id: UUID | None = None,
    organisation_id: UUID | None = None,
    **details: Any,
) -> UUID:
    """A role around a mentee; `details` are fields of `NetworkLink`. Without a contact nobody is named there yet.

    A caseworker ends the role of the one before at the same authority, on the day before.
    """
    row = NetworkLinkRow(mentee_id=mentee_id, role=role, not_to_tell="", appointment="", responsible_for="")
    _place(session, row, contact_id, organisation_id)
    row.info_class = _class(session, row)
    _set(row, details)
    session.add(row)
    session.flush()
    _end_earlier(session, row)
    return row.id


def change_link(session: Session, link_id: UUID, **details: Any) -> None:
    """Changes the given fields. The class follows the role as long as nobody has chosen another."""
    row = _row(session, link_id)
    follows = row.info_class is _class(session, row)
    row.role = details.pop("role", row.role)
    if "contact_id" in details or "organisation_id" in details:
        contact_id = details.pop("contact_id", row.contact_id)
        _place(session, row, contact_id, details.pop("organisation_id", row.organisation_id))
    if follows:
        row.info_class = _class(session, row)
    _set(row, details)
    session.flush()
    _end_earlier(session, row)


def end_link(session: Session, link_id: UUID, on: date) -> None:
    """The role's last day."""
    row = _row(session, link_id)
    check_link(row.from_date, on)
    row.to_date = on


def remove_link(session: Session, link_id: UUID) -> None:
    """For what was never so; a role that is over is ended."""
    session.delete(_row(session, link_id))


def list_links(session: Session, mentee_id: UUID) -> tuple[NetworkLink, ...]:
    """The roles around a mentee with contact and organisation, the newest first."""
    query = select(NetworkLinkRow).where(NetworkLinkRow.mentee_id == mentee_id)
    rows = sorted(session.scalars(query), key=_begun, reverse=True)
    people = contacts_by_id(session, (row.contact_id for row in rows if row.contact_id))
    places = organisations_by_id(session, (row.organisation_id for row in rows if row.organisation_id))
    return tuple(
        value_of(
            NetworkLink,
            row,
            contact=people[row.contact_id] if row.contact_id else None,
            organisation=places[row.organisation_id] if row.organisation_id else None,
        )
        for row in rows
    )


def replace_contact(
    session: Session, old_id: UUID, new_id: UUID, on: date, *, mentee_id: UUID | None = None
) -> tuple[UUID, ...]:
    """Somebody new takes over the roles from `on`: of one mentee, or of all who had the old one. Whose they were.

    What a mentee does not want told, and what a representative may decide, goes with the role.
    """
    query = select(NetworkLinkRow).where(NetworkLinkRow.contact_id == old_id, _goes_on(on))
    if mentee_id is not None:
        query = query.where(NetworkLinkRow.mentee_id == mentee_id)
    left = contact_row(session, old_id).works_until
    links = session.scalars(query).all()
    for link in links:
        last = min(left or on - _DAY, on - _DAY)
        link.to_date = max(last, link.from_date) if link.from_date else last
        session.flush()
        add_link(
            session,
            link.mentee_id,
            link.role,
            contact_id=new_id,
            organisation_id=contact_row(session, new_id).organisation_id or link.organisation_id,
            role_other=link.role_other,
            responsible_for=link.responsible_for,
            appointment=link.appointment,
            not_to_tell=link.not_to_tell,
            info_class=link.info_class,
            from_date=on,
        )
    return tuple(dict.fromkeys(link.mentee_id for link in links))


def count_mentees(session: Session, day: date) -> Mapping[UUID, int]:
    """For each contact with a role that goes on: around how many mentees. Never around whom."""
    query = (
        select(NetworkLinkRow.contact_id, func.count(NetworkLinkRow.mentee_id.distinct()))
        .where(NetworkLinkRow.contact_id.is_not(None), _goes_on(day))
        .group_by(NetworkLinkRow.contact_id)
    )
    return {contact_id: count for contact_id, count in session.execute(query) if contact_id is not None}


def _goes_on(day: date) -> ColumnElement[bool]:
    return or_(NetworkLinkRow.to_date.is_(None), NetworkLinkRow.to_date >= day)


def _begun(row: NetworkLinkRow) -> tuple[date, datetime]:
    return row.from_date or row.created_at.date(), row.created_at


def _row(session: Session, link_id: UUID) -> NetworkLinkRow:
    row = session.get(NetworkLinkRow, link_id)
    if row is None:
        raise NotFoundError("link_unknown")
    return row


def _place(session: Session, row: NetworkLinkRow, contact_id: UUID | None, organisation_id: UUID | None) -> None:
    """A contact brings the organisation along when none is given."""
    if contact_id is None and organisation_id is None:
        raise InputError("contact_id", "link_nobody")
    row.contact_id = None if contact_id is None else contact_row(session, contact_id).id
    if organisation_id is None and contact_id is not None:
        organisation_id = contact_row(session, contact_id).organisation_id
    row.organisation_id = None if organisation_id is None else organisation_row(session, organisation_id).id


def _class(session: Session, row: NetworkLinkRow) -> InfoClass:
    kind = organisation_row(session, row.organisation_id).kind if row.organisation_id else None
    return link_class(row.role, kind)


def _set(row: NetworkLinkRow, details: Mapping[str, Any]) -> None:
    for name, value in details.items():
        if name in _PLAIN:
            setattr(row, name, value)
        elif name in ("role_other", "responsible_for"):
            setattr(row, name, wording.line(name, value))
        elif name in ("appointment", "not_to_tell"):
            setattr(row, name, wording.text(name, value))
        else:
            raise TypeError(f"a link has no field {name}")
    check_link(row.from_date, row.to_date)
    if row.role is NetworkRole.OTHER:
        row.role_other = wording.other("role_other", row.role_other or "")


def _end_earlier(session: Session, row: NetworkLinkRow) -> None:
    """Ends the other caseworkers at the same authority, where this one goes on from its day."""
    if row.role is not NetworkRole.CASEWORKER or row.organisation_id is None or row.to_date is not None:
        return
    here = value_of(Organisation, organisation_row(session, row.organisation_id))
    start = row.from_date or session.info["clock"].today()
    query = select(NetworkLinkRow).where(
        NetworkLinkRow.mentee_id == row.mentee_id,
        NetworkLinkRow.id != row.id,
        NetworkLinkRow.role == NetworkRole.CASEWORKER,
        NetworkLinkRow.organisation_id.is_not(None),
        _goes_on(start),
    )
    for other in session.scalars(query):
        place = value_of(Organisation, organisation_row(session, other.organisation_id or row.organisation_id))
        if same_authority(here, place):
            last = start - _DAY
            other.to_date = max(last, other.from_date) if other.from_date else last
