"""Verbs on how a person came: one referral an enrolment, with its type from the unit's list and a named contact."""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import Referral, ReferralSource
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.periods import check_not_future

from .enrolment_rows import enrolment_row
from .tables.enrolments import EnrolmentRow
from .tables.network import ContactRow, OrganisationRow
from .word_lists import get_word

_NAMES = tuple(f.name for f in fields(Referral))


def get_referral(session: Session, enrolment_id: UUID) -> Referral:
    """As it stands, with the names of today."""
    row = enrolment_row(session, enrolment_id)
    return with_names(session, Referral(**{name: getattr(row, f"referral_{name}") for name in _NAMES}))


def change_referral(session: Session, enrolment_id: UUID, **details: Any) -> None:
    """Changes the given fields. A type from the list says the source too; a contact chosen gives its organisation."""
    row = enrolment_row(session, enrolment_id)
    known = Referral(**{name: getattr(row, f"referral_{name}") for name in _NAMES})
    if details.get("referrer_type") and "source" not in details:
        details["source"] = source_of(session, details["referrer_type"])
    if details.get("contact_id"):
        details.setdefault("organisation_id", _contact(session, details["contact_id"]).organisation_id)
    set_referral(row, with_names(session, replace(known, **details)), session.info["clock"].today())


def source_of(session: Session, referrer_type: str) -> ReferralSource:
    """The kind of source that a type of referrer is; a type of the unit's own says it too, or counts as other."""
    source = get_word(session, WordList.REFERRER_TYPE, referrer_type).get("source")
    return ReferralSource(source) if source in set(ReferralSource) else ReferralSource.OTHER


def set_referral(row: EnrolmentRow, referral: Referral, today: date) -> None:
    """Puts a referral into the row of its enrolment."""
    check_not_future("referral_on", referral.on, today)
    for name in _NAMES:
        setattr(row, f"referral_{name}", getattr(referral, name))
    for name in ("organisation", "contact"):
        setattr(row, f"referral_{name}", wording.line(f"referral_{name}", getattr(referral, name)))
    for name in ("reason_text", "expectation"):
        setattr(row, f"referral_{name}", wording.text(f"referral_{name}", getattr(referral, name)))
    if referral.source is ReferralSource.OTHER and referral.referrer_type in ("", "other"):
        row.referral_source_other = wording.other("referral_source", referral.source_other)


def with_names(session: Session, referral: Referral) -> Referral:
    """With the names that contact and organisation have now."""
    contact = _contact(session, referral.contact_id) if referral.contact_id else None
    organisation = session.get(OrganisationRow, referral.organisation_id) if referral.organisation_id else None
    return replace(
        referral,
        contact=contact.name if contact else referral.contact,
        organisation=organisation.name if organisation else referral.organisation,
    )


def _contact(session: Session, contact_id: UUID) -> ContactRow:
    row = session.get(ContactRow, contact_id)
    if row is None:
        raise NotFoundError("contact_unknown")
    return row
