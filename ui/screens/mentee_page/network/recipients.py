"""To whom a consent may be given: those around the person, and the units where there are caseworkers."""

from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.consents import Consent, audience_of
from mentorapp.domain.network import NetworkLink, Organisation
from mentorapp.domain.sharing import Audience, offered_scope

from .reading import Network


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody or a unit that a consent can be for; `key` is kept in a draft."""

    name: str
    audience: Audience
    contact_id: UUID | None = None
    organisation: Organisation | None = None

    @property
    def key(self) -> str:
        if self.contact_id is not None:
            return f"contact:{self.contact_id.hex}"
        return f"organisation:{self.organisation.id.hex}" if self.organisation else ""


def offered(network: Network) -> tuple[Offered, ...]:
    """People first, then units. To whom nothing of this can be shown is not offered."""
    here = [link for link in network.links if link not in network.around.former and link.contact is not None]
    people = {one.key: one for link in here if (one := _person(link)) is not None}
    units = {one.key: one for link in here if (one := _unit(link)) is not None}
    return (*people.values(), *units.values())


def offered_of(network: Network, consent: Consent) -> Offered:
    """The recipient of a consent that is there, also where the role has ended since."""
    found = next(
        (
            one
            for one in offered(network)
            if (one.contact_id, one.organisation.id if one.organisation and not one.contact_id else None)
            == (consent.recipient_contact_id, consent.recipient_organisation_id)
        ),
        None,
    )
    if found is not None:
        return found
    name = consent.contact.name if consent.contact else consent.organisation.name if consent.organisation else ""
    return Offered(name, consent.audience, consent.recipient_contact_id, consent.organisation)


def _place(link: NetworkLink) -> Organisation | None:
    return link.organisation or (link.contact.organisation if link.contact else None)


def _person(link: NetworkLink) -> Offered | None:
    assert link.contact is not None
    place = _place(link)
    audience = audience_of(link.role, place.kind if place else None)
    if not offered_scope(audience):
        return None
    name = ", ".join(part for part in (link.contact.name, place.name if place else "") if part)
    return Offered(name, audience, contact_id=link.contact.id)


def _unit(link: NetworkLink) -> Offered | None:
    place = _place(link)
    if place is None or audience_of(link.role, place.kind) is not Audience.CASEWORKER:
        return None
    name = ", ".join(part for part in (place.name, place.unit) if part)
    return Offered(name, Audience.CASEWORKER, organisation=place)
