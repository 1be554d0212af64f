"""What the tab says about roles and organisations: values in, words of the chosen language out."""

from datetime import date

from mentorapp.domain.network import Contact, NetworkLink, NetworkRole, Organisation
from mentorapp.domain.obstacles import Obstacle, ObstacleKind
from mentorapp.domain.plans import Who
from mentorapp.domain.surroundings import Authority
from mentorapp.language.relative import capital
from mentorapp.language.texts import Texts

from ..reading import Person
from ..words import DOT, day_in_full


def place_name(texts: Texts, person: Person, place: Organisation) -> str:
    """Ärlans folkhögskola, Testfors; for a protected person only what kind of place it is."""
    if person.mentee.is_protected:
        return place.kind_other or texts(f"codes.organisation_kind_{place.kind.value}")
    return ", ".join(part for part in (place.name, place.unit) if part)


def authority_name(texts: Texts, person: Person, authority: Authority) -> str:
    if authority.organisation is None:
        return texts(f"codes.organisation_kind_{authority.kind.value}")
    return place_name(texts, person, authority.organisation)


def role_name(texts: Texts, link: NetworkLink) -> str:
    return link.role_other if link.role is NetworkRole.OTHER else texts(f"codes.network_role_{link.role.value}")


def contact_name(link: NetworkLink) -> str:
    return link.contact.name if link.contact else ""


def link_facts(texts: Texts, link: NetworkLink, today: date) -> str:
    """Handläggare · aktivitetsersättning · sedan 3 mars."""
    contact = link.contact
    role = role_name(texts, link)
    title = contact.title if contact and contact.title.casefold() != role.casefold() else ""
    parts = (role, title, link.responsible_for, since_words(texts, link, today))
    return DOT.join(part for part in parts if part)


def ways_to_reach(link: NetworkLink) -> str:
    """070-174 06 05 · siv@exempel.se."""
    contact = link.contact
    return DOT.join(part for part in (contact.phone, contact.email) if part) if contact else ""


def since_words(texts: Texts, link: NetworkLink, today: date) -> str:
    """sedan 3 mars; från 1 december; till 9 januari."""
    words = []
    if link.from_date is not None:
        key = "network.since" if link.from_date <= today else "network.from_day"
        words.append(texts(key, day=day_in_full(texts, link.from_date, today)))
    if link.to_date is not None:
        words.append(texts("network.until", day=day_in_full(texts, link.to_date, today)))
    return " ".join(words)


def leaving_words(texts: Texts, person: Person, contact: Contact) -> str:
    """Siv Provsson slutade 1 november. Säg det till Birk."""
    assert contact.works_until is not None
    key = "network.has_left" if contact.has_left(person.today) else "network.leaves"
    day = day_in_full(texts, contact.works_until, person.today)
    return texts(key, name=contact.name, day=day, mentee=person.name)


def kind_name(texts: Texts, obstacle: Obstacle) -> str:
    if obstacle.kind is ObstacleKind.OTHER:
        return capital(obstacle.kind_other)
    return texts(f"codes.obstacle_kind_{obstacle.kind.value}")


def owner_name(texts: Texts, person: Person, obstacle: Obstacle) -> str:
    """Who has taken it on; empty when nobody has."""
    if obstacle.owner is Who.MENTEE:
        return person.name
    if obstacle.owner is Who.MENTOR:
        return person.mentor.first_name or texts("mentee.the_mentor")
    return obstacle.owner_name


def obstacle_facts(texts: Texts, person: Person, obstacle: Obstacle) -> str:
    """Regler · sedan 3 mars · Moa; when it is gone, since when."""
    if obstacle.cleared_on is not None:
        gone = texts("network.gone", day=day_in_full(texts, obstacle.cleared_on, person.today))
        return DOT.join((kind_name(texts, obstacle), gone))
    since = texts("network.since", day=day_in_full(texts, obstacle.since, person.today))
    parts = (kind_name(texts, obstacle), since, owner_name(texts, person, obstacle))
    return DOT.join(part for part in parts if part)
