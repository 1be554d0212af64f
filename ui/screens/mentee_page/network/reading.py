"""What the tab shows of one person beside the page's own: roles, obstacles and the mentor's tasks."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.network import NetworkLink
from mentorapp.domain.obstacles import Obstacle
from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.domain.support import ParallelIntervention
from mentorapp.domain.surroundings import Surroundings, surroundings
from mentorapp.store.interventions import list_interventions
from mentorapp.store.network import list_links
from mentorapp.store.obstacles import list_obstacles

from ..reading import Person


@dataclass(frozen=True, slots=True)
class Network:
    """`links` are all of them; `around`, `obstacles` and `interventions` hold only what may be shown."""

    person: Person
    links: tuple[NetworkLink, ...]
    around: Surroundings
    obstacles: tuple[Obstacle, ...]
    interventions: tuple[ParallelIntervention, ...]
    promises: tuple[Commitment, ...]

    @property
    def today(self) -> date:
        return self.person.today

    def link(self, link_id: UUID) -> NetworkLink | None:
        return next((link for link in self.links if link.id == link_id), None)

    def obstacle(self, obstacle_id: UUID) -> Obstacle | None:
        return next((one for one in self.obstacles if one.id == obstacle_id), None)


def read_network(session: Session, person: Person) -> Network:
    """Nothing whose class may not be written down is shown while only the youth duty holds."""
    links = list_links(session, person.mentee.id)
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
    )
