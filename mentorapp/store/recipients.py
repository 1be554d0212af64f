"""Who somebody is when a paper is made for them: the column of D.2, whose consent covers them, and what is theirs."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.consents import audience_of
from mentorapp.domain.meetings import MeetingInvitee
from mentorapp.domain.network import GUARDIAN_AGE, NetworkRole
from mentorapp.domain.sharing import THE_MENTEE, Audience, Recipient

from .mentees import get_mentee
from .tables.network import ContactRow, NetworkLinkRow, OrganisationRow
from .tables.workplaces import WorkplaceRow


def recipient_of(
    session: Session, mentee_id: UUID, contact_id: UUID, *, meeting_id: UUID | None = None, internal: bool = False
) -> Recipient:
    """A contact as a recipient of papers about a mentee, today. A guardian is one until the 18th birthday (F 7)."""
    contact = session.get_one(ContactRow, contact_id)
    role = _role(session, mentee_id, contact_id, session.info["clock"].today())
    place = session.get(OrganisationRow, contact.organisation_id) if contact.organisation_id else None
    audience = audience_of(role, place.kind if place else None)
    if role is NetworkRole.GUARDIAN and _is_adult(session, mentee_id):
        audience = Audience.OTHER
    own = {one for one in (contact_id, contact.organisation_id, meeting_id) if one is not None}
    if audience is Audience.EMPLOYER:
        own |= _workplaces(session, contact)
    return Recipient(
        audience=audience,
        contact_id=contact_id,
        organisation_id=contact.organisation_id,
        unit_id=contact.organisation_id if audience is Audience.CASEWORKER else None,
        own=frozenset(own),
        internal=internal and audience is Audience.NEW_MENTOR,
    )


def recipient_of_invitee(session: Session, mentee_id: UUID, invitee: MeetingInvitee) -> Recipient:
    """The same for a party of a meeting. Somebody without a contact of the register is covered by no consent."""
    if invitee.is_mentee:
        return THE_MENTEE
    if invitee.contact_id is None:
        return Recipient(audience=Audience.OTHER, own=frozenset({invitee.meeting_id}))
    found = recipient_of(session, mentee_id, invitee.contact_id, meeting_id=invitee.meeting_id)
    if invitee.workplace_id is None or found.audience is not Audience.EMPLOYER:
        return found
    return Recipient(
        audience=found.audience,
        contact_id=found.contact_id,
        organisation_id=found.organisation_id,
        own=found.own | {invitee.workplace_id},
    )


def _role(session: Session, mentee_id: UUID, contact_id: UUID, today: date) -> NetworkRole | None:
    """The role that goes on; of several the newest."""
    query = select(NetworkLinkRow).where(NetworkLinkRow.mentee_id == mentee_id, NetworkLinkRow.contact_id == contact_id)
    links = [
        one
        for one in session.scalars(query.order_by(NetworkLinkRow.created_at.desc()))
        if one.to_date is None or one.to_date >= today
    ]
    return links[0].role if links else None


def _is_adult(session: Session, mentee_id: UUID) -> bool:
    age = get_mentee(session, mentee_id).age(session.info["clock"].today())
    return age is not None and age >= GUARDIAN_AGE


def _workplaces(session: Session, contact: ContactRow) -> set[UUID]:
    """The places where a supervisor supervises, and those of the contact's employer."""
    query = select(WorkplaceRow.id).where(WorkplaceRow.supervisor_id == contact.id)
    found = set(session.scalars(query))
    if contact.organisation_id:
        found |= set(
            session.scalars(select(WorkplaceRow.id).where(WorkplaceRow.organisation_id == contact.organisation_id))
        )
    return found
