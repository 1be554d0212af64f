"""Somebody turns up at a meeting: asked about, told of, and what the mentee says yes to by word of mouth (F 23)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.consents import ConsentForm
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass

from .address_book import add_contact, add_organisation
from .consents import add_consent
from .meetings import get_invitee, meeting_row, set_told_mentee
from .network import add_link
from .tables.meetings import MeetingInviteeRow
from .tables.network import OrganisationRow


def register_invitee(
    session: Session, invitee_id: UUID, *, name: str, place: str, kind: OrganisationKind, role_words: str
) -> UUID:
    """Who was only named becomes a contact with a role around the mentee from today on: without that no consent can be
    for them. The contact; the one that is there already where the invitee has one."""
    invitee = get_invitee(session, invitee_id)
    if invitee.contact_id is not None:
        return invitee.contact_id
    organisation_id = _place(session, place, kind)
    contact_id = add_contact(session, name, organisation_id=organisation_id)
    add_link(
        session, meeting_row(session, invitee.meeting_id).mentee_id, NetworkRole.OTHER, contact_id=contact_id,
        organisation_id=organisation_id, role_other=role_words, from_date=session.info["clock"].today(),
    )  # fmt: skip
    row = session.get_one(MeetingInviteeRow, invitee_id)
    row.contact_id, row.organisation_id = contact_id, organisation_id
    row.name = wording.line("invitee_name", name, required=True)
    session.flush()
    return contact_id


def consent_on_the_spot(
    session: Session, invitee_id: UUID, scope: Collection[InfoClass], purpose: str, valid_to: date
) -> UUID | None:
    """The mentee knows who is there. About `scope` it is an oral consent from today, to be signed later; without any,
    time and place is all. InputError for more than the ceiling lets through."""
    set_told_mentee(session, invitee_id, told=True)
    invitee = get_invitee(session, invitee_id)
    if not scope or invitee.contact_id is None:
        return None
    return add_consent(
        session,
        meeting_row(session, invitee.meeting_id).mentee_id,
        contact_id=invitee.contact_id,
        scope=scope,
        purpose=purpose,
        form=ConsentForm.ORAL_DOCUMENTED,
        valid_to=valid_to,
    )


def _place(session: Session, name: str, kind: OrganisationKind) -> UUID | None:
    """An organisation of that name and kind, a new one where there is none; a private person comes from none."""
    words = wording.line("place", name)
    if not words or kind is OrganisationKind.PRIVATE:
        return None
    query = select(OrganisationRow).where(OrganisationRow.kind == kind)
    found = next((one for one in session.scalars(query) if one.name.casefold() == words.casefold()), None)
    return found.id if found is not None else add_organisation(session, words, kind)
