"""What the tab shows of one person beside the page's own: roles, obstacles and the mentor's tasks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent, Light, light_of
from mentorapp.domain.disclosures import Disclosure
from mentorapp.domain.meetings import Meeting, MeetingStatus
from mentorapp.domain.network import REPRESENTATIVES, NetworkLink
from mentorapp.domain.obstacles import Obstacle
from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.domain.sharing import Recipient, offered_scope
from mentorapp.domain.support import ParallelIntervention
from mentorapp.domain.surroundings import Surroundings, surroundings
from mentorapp.store.consents import list_consents
from mentorapp.store.disclosures import list_disclosures
from mentorapp.store.interventions import list_interventions
from mentorapp.store.meetings import list_meetings
from mentorapp.store.network import list_links
from mentorapp.store.obstacles import list_obstacles
from mentorapp.store.recipients import recipient_of

from ..reading import Person


@dataclass(frozen=True, slots=True)
class Network:
    """`links` are all of them; `around`, `obstacles` and `interventions` hold only what may be shown. `recipients` are
    the contacts as papers see them, `meetings` those that are booked."""

    person: Person
    links: tuple[NetworkLink, ...]
    around: Surroundings
    obstacles: tuple[Obstacle, ...]
    interventions: tuple[ParallelIntervention, ...]
    promises: tuple[Commitment, ...]
    consents: tuple[Consent, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    recipients: Mapping[UUID, Recipient] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()

    def light(self, link: NetworkLink) -> Light | None:
        """How it stands with somebody that something could be shown to."""
        recipient = self.recipients.get(link.contact_id) if link.contact_id else None
        if recipient is None or not offered_scope(recipient.audience):
            return None
        return light_of(self.consents, recipient, self.today)

    def meetings_outside(
        self, first: date, last: date, contact_id: UUID | None, organisation_id: UUID | None
    ) -> tuple[Meeting, ...]:
        """The booked meetings with that recipient which a consent for those days does not reach, the nearest first."""
        found = [
            one
            for one in self.meetings
            if not first <= one.event_date <= last and _is_invited(one, contact_id, organisation_id)
        ]
        return tuple(sorted(found, key=lambda one: one.event_date))

    @property
    def appointments(self) -> tuple[str, ...]:
        """What representatives who are there now may decide about (F 8)."""
        here = (link for link in self.around.near if link.role in REPRESENTATIVES)
        return tuple(link.appointment for link in here if link.appointment)

    def consent(self, consent_id: UUID) -> Consent | None:
        return next((one for one in self.consents if one.id == consent_id), None)

    @property
    def today(self) -> date:
        return self.person.today

    def link(self, link_id: UUID) -> NetworkLink | None:
        return next((link for link in self.links if link.id == link_id), None)

    def obstacle(self, obstacle_id: UUID) -> Obstacle | None:
        return next((one for one in self.obstacles if one.id == obstacle_id), None)


def read_network(session: Session, person: Person) -> Network:
    """Nothing whose class may not be written down is shown while only the youth duty holds."""
    mentee_id = person.mentee.id
    links = list_links(session, mentee_id)
    shown = tuple(link for link in links if link.info_class not in person.hidden)
    obstacles = list_obstacles(session, person.mentee.id)
    tasks = list_interventions(session, person.mentee.id)
    return Network(
        person=person,
        links=links,
        around=surroundings(shown, person.mentee.age(person.today), person.today),
        obstacles=tuple(one for one in obstacles if one.info_class not in person.hidden),
        interventions=tuple(
            one for one in tasks if one.mentor_task and one.is_open and one.info_class not in person.hidden
        ),
        promises=tuple(p for p in person.promises if p.who is Who.MENTOR and p.state is CommitmentState.OPEN),
        consents=list_consents(session, mentee_id),
        disclosures=list_disclosures(session, mentee_id),
        meetings=tuple(one for one in list_meetings(session, mentee_id) if _is_ahead(one, person.today)),
        recipients={
            link.contact_id: recipient_of(session, mentee_id, link.contact_id) for link in shown if link.contact_id
        },
    )


def _is_ahead(meeting: Meeting, today: date) -> bool:
    return meeting.status is MeetingStatus.PLANNED and meeting.event_date >= today


def _is_invited(meeting: Meeting, contact_id: UUID | None, organisation_id: UUID | None) -> bool:
    """A consent for a unit is for whoever comes from it."""
    if contact_id is not None:
        return any(one.contact_id == contact_id for one in meeting.outside)
    return organisation_id is not None and any(one.organisation_id == organisation_id for one in meeting.outside)
