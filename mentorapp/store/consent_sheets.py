"""Gathers what P09 is made of: a consent to be signed, or a blank form."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consent_sheet import AgreedBlock, ConsentSheet
from mentorapp.domain.consents import Consent, ConsentKind, GivenBy
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.matrix import Audience, InfoClass, offered_scope

from .consents import get_consent
from .mentees import get_mentee
from .sheet_parts import mentor_block, person_block

_SIGN = {
    GivenBy.MENTEE: ("mentee",),
    GivenBy.MENTEE_AND_GUARDIAN: ("mentee", "guardian"),
    GivenBy.GUARDIAN: ("guardian",),
    GivenBy.REPRESENTATIVE: ("representative",),
}
_NOT_ON_BLANK = frozenset({InfoClass.IDNUM, InfoClass.VIOLENCE, InfoClass.LOCATION})
"""What is agreed to with a form of its own, made for that person."""


def gather_consent_sheet(session: Session, mentee_id: UUID | None, consent_id: UUID | None) -> ConsentSheet:
    """The sheet before release; of nobody it is blank. NotFoundError for a consent that is not this person's, or
    not about secrecy."""
    if mentee_id is None:
        return ConsentSheet(person=None, mentor=mentor_block(session), agreed=_blank())
    if consent_id is None:
        raise NotFoundError("consent_unknown")
    consent, mentee = get_consent(session, consent_id), get_mentee(session, mentee_id)
    if consent.mentee_id != mentee_id or consent.kind is not ConsentKind.SECRECY:
        raise NotFoundError("consent_unknown")
    return ConsentSheet(
        person=person_block(mentee), mentor=mentor_block(session), agreed=_agreed(consent, mentee.is_protected)
    )


def _agreed(consent: Consent, protected: bool) -> AgreedBlock:
    return AgreedBlock(
        info_class=InfoClass.PLAN,
        recipient=_recipient(consent, protected),
        covers=consent.scope,
        offered=consent.scope,
        purpose=consent.purpose,
        direction=consent.direction.value,
        valid_from=consent.valid_from,
        valid_to=consent.valid_to,
        signers=_SIGN[consent.given_by],
        interpreter=consent.interpreter_used,
    )


def _recipient(consent: Consent, protected: bool) -> str:
    """Of a protected person never the place where somebody works: it says where the person is (F 5)."""
    if consent.contact is not None:
        place = None if protected else consent.contact.organisation
        return ", ".join(part for part in (consent.contact.name, place.name if place else "") if part)
    place = consent.organisation
    return ", ".join(part for part in (place.name, "" if protected else place.unit) if part) if place else ""


def _blank() -> AgreedBlock:
    return AgreedBlock(
        info_class=InfoClass.PLAN,
        recipient="",
        covers=(),
        offered=tuple(one for one in offered_scope(Audience.CASEWORKER) if one not in _NOT_ON_BLANK),
        purpose="",
        direction="",
        valid_from=None,
        valid_to=None,
        signers=("mentee", "guardian_if_young"),
        interpreter=True,
    )
