"""Verbs on consents. What is withdrawn stays as history and opens nothing any more; nothing asks why."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.consents import (
    Consent,
    ConsentKind,
    ConsentLimits,
    audience_of,
    check_consent,
    check_giver,
    months_after,
)
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.sharing import Audience, InfoClass

from .address_book import contact_row, contacts_by_id, organisation_row, organisations_by_id
from .births import birth_of
from .enrolments import current_enrolment
from .mentees import get_mentee
from .settings import get_settings
from .tables import value_of
from .tables.consents import ConsentRow
from .tables.network import NetworkLinkRow

_LINES = ("purpose", "place_of_paper", "interpreter_name", "withdrawn_how", "system")
_PLAIN = ("direction", "form", "given_by", "signed_on", "scan_id", "interpreter_used", "valid_from", "valid_to")


def consent_limits(session: Session) -> ConsentLimits:
    """How long a consent may be given for: a setting."""
    settings = get_settings(session)
    return ConsentLimits(settings.consent_usual_months, settings.consent_most_months)


def add_consent(
    session: Session,
    mentee_id: UUID,
    *,
    kind: ConsentKind = ConsentKind.SECRECY,
    contact_id: UUID | None = None,
    organisation_id: UUID | None = None,
    scope: Iterable[InfoClass] = (),
    valid_from: date | None = None,
    valid_to: date | None = None,
    **details: Any,
) -> UUID:
    """A yes towards one contact or one organisation; `details` are fields of `Consent`. It holds from today and for the
    usual time unless days are given. InputError for what cannot be agreed to."""
    birth_of(session, mentee_id)
    enrolment = current_enrolment(session, mentee_id)
    first = valid_from or session.info["clock"].today()
    row = ConsentRow(
        mentee_id=mentee_id,
        enrolment_id=enrolment.id if enrolment else None,
        kind=kind,
        valid_from=first,
        valid_to=valid_to or months_after(first, consent_limits(session).usual_months) - timedelta(days=1),
        scope=_scope(scope),
    )
    _set_recipient(session, row, contact_id, organisation_id)
    _set(session, row, details)
    _check_giver(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_consent(session: Session, consent_id: UUID, **details: Any) -> None:
    """Changes the given fields. InputError where it is withdrawn: then there is nothing left to change."""
    row = _row(session, consent_id)
    if row.withdrawn_at is not None:
        raise InputError("consent", "consent_is_withdrawn")
    if "scope" in details:
        row.scope = _scope(details.pop("scope"))
    _set(session, row, details)
    if "given_by" in details:
        _check_giver(session, row)


def withdraw_consent(session: Session, consent_id: UUID, how: str = "") -> None:
    """From this moment on it opens nothing."""
    row = _row(session, consent_id)
    row.withdrawn_at = row.withdrawn_at or session.info["clock"].now()
    row.withdrawn_how = wording.line("withdrawn_how", how)


def remove_consent(session: Session, consent_id: UUID) -> None:
    """For what was written by mistake and never printed on; what was given is withdrawn."""
    session.delete(_row(session, consent_id))


def get_consent(session: Session, consent_id: UUID) -> Consent:
    return _values(session, [_row(session, consent_id)])[0]


def list_consents(session: Session, mentee_id: UUID, kind: ConsentKind | None = None) -> tuple[Consent, ...]:
    """Everything a mentee has agreed to, the latest first; withdrawn and ended ones too."""
    query = select(ConsentRow).where(ConsentRow.mentee_id == mentee_id)
    if kind is not None:
        query = query.where(ConsentRow.kind == kind)
    return _values(session, list(session.scalars(query.order_by(ConsentRow.valid_from.desc(), ConsentRow.id.desc()))))


def _check_giver(session: Session, row: ConsentRow) -> None:
    """By the age on the day it begins to hold, and by who is appointed on that day."""
    query = select(NetworkLinkRow).where(NetworkLinkRow.mentee_id == row.mentee_id)
    roles = {
        link.role
        for link in session.scalars(query)
        if not (link.from_date and link.from_date > row.valid_from)
        and not (link.to_date and link.to_date < row.valid_from)
    }
    age = get_mentee(session, row.mentee_id).age(row.valid_from)
    check_giver(row.given_by, age, roles)


def _values(session: Session, rows: list[ConsentRow]) -> tuple[Consent, ...]:
    people = contacts_by_id(session, (row.recipient_contact_id for row in rows if row.recipient_contact_id))
    places = organisations_by_id(
        session, (row.recipient_organisation_id for row in rows if row.recipient_organisation_id)
    )
    return tuple(
        value_of(
            Consent,
            row,
            scope=tuple(InfoClass(one) for one in row.scope),
            contact=people.get(row.recipient_contact_id) if row.recipient_contact_id else None,
            organisation=places.get(row.recipient_organisation_id) if row.recipient_organisation_id else None,
        )
        for row in rows
    )


def _scope(scope: Iterable[InfoClass]) -> tuple[str, ...]:
    given = set(scope)
    return tuple(one.value for one in InfoClass if one in given)


def _row(session: Session, consent_id: UUID) -> ConsentRow:
    row = session.get(ConsentRow, consent_id)
    if row is None:
        raise NotFoundError("consent_unknown")
    return row


def _set_recipient(session: Session, row: ConsentRow, contact_id: UUID | None, organisation_id: UUID | None) -> None:
    """One recipient, never both: a form is for one (P09). A registration is towards a system."""
    if row.kind is ConsentKind.SECRECY and (contact_id is None) == (organisation_id is None):
        raise InputError("recipient", "consent_one_recipient")
    row.recipient_contact_id = None if contact_id is None else contact_row(session, contact_id).id
    row.recipient_organisation_id = None if organisation_id is None else organisation_row(session, organisation_id).id
    row.audience = _audience(session, row)


def _audience(session: Session, row: ConsentRow) -> Audience:
    if row.recipient_contact_id is not None:
        contact = contact_row(session, row.recipient_contact_id)
        kind = organisation_row(session, contact.organisation_id).kind if contact.organisation_id else None
        query = select(NetworkLinkRow).where(
            NetworkLinkRow.mentee_id == row.mentee_id, NetworkLinkRow.contact_id == contact.id
        )
        link = session.scalars(query.order_by(NetworkLinkRow.created_at.desc())).first()
        return audience_of(link.role if link else None, kind)
    if row.recipient_organisation_id is not None:
        return audience_of(None, organisation_row(session, row.recipient_organisation_id).kind)
    return Audience.OTHER


def _set(session: Session, row: ConsentRow, details: Mapping[str, Any]) -> None:
    for name, value in details.items():
        if name in _PLAIN:
            setattr(row, name, value)
        elif name in _LINES:
            setattr(row, name, wording.line(name, value))
        else:
            raise TypeError(f"a consent has no field {name}")
    scope = tuple(InfoClass(one) for one in row.scope)
    check_consent(row.kind, row.audience, scope, row.valid_from, row.valid_to, consent_limits(session))
