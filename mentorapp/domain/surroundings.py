"""Who is around a mentee on a day, as the page shows it: by authority, other organisations, private persons, former."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .network import (
    AUTHORITIES,
    PRIVATE_ROLES,
    REPRESENTATIVES,
    NetworkLink,
    NetworkRole,
    Organisation,
    OrganisationKind,
    is_current,
    same_authority,
)

NEW_DAYS = 14
"""So long the page says that a caseworker is new, and to tell the mentee (F 12)."""

_NEAR = PRIVATE_ROLES | REPRESENTATIVES


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority or another organisation with who is there now. One of the large authorities has no row yet."""

    kind: OrganisationKind
    organisation: Organisation | None
    links: tuple[NetworkLink, ...]

    @property
    def is_missing(self) -> bool:
        """Nobody is named there."""
        return all(link.is_missing for link in self.links)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`near` are guardians, representatives and next of kin; `others` belong to no organisation."""

    authorities: tuple[Authority, ...]
    others: tuple[NetworkLink, ...]
    near: tuple[NetworkLink, ...]
    former: tuple[NetworkLink, ...]


def is_over(link: NetworkLink, age: int | None, day: date) -> bool:
    """Whether the role has ended; one that begins later has not."""
    begins = link.from_date is not None and link.from_date > day
    return not begins and not is_current(link, age, day)


def surroundings(links: Iterable[NetworkLink], age: int | None, day: date) -> Surroundings:
    """`links` as the store gives them, the newest first."""
    links = tuple(links)
    here = [link for link in links if not is_over(link, age, day)]
    near = [link for link in here if link.role in _NEAR]
    rest = [link for link in here if link.role not in _NEAR]
    return Surroundings(
        authorities=_authorities(rest),
        others=tuple(link for link in rest if link.organisation is None),
        near=tuple(near),
        former=tuple(link for link in links if is_over(link, age, day)),
    )


def is_new(link: NetworkLink, links: Sequence[NetworkLink], day: date) -> bool:
    """A caseworker who took over from somebody else a short while ago."""
    place, begun = link.organisation, link.from_date
    if link.role is not NetworkRole.CASEWORKER or link.is_missing or place is None or begun is None:
        return False
    before = (
        other.role is NetworkRole.CASEWORKER
        and other.contact_id not in (None, link.contact_id)
        and other.organisation is not None
        and same_authority(place, other.organisation)
        and other.to_date is not None
        and other.to_date <= begun
        for other in links
    )
    return timedelta(0) <= day - begun <= timedelta(days=NEW_DAYS) and any(before)


def _authorities(links: Sequence[NetworkLink]) -> tuple[Authority, ...]:
    """The large ones in their order, whether somebody is there or not; then every other organisation by name."""
    placed = [(link.organisation, link) for link in links if link.organisation is not None]
    found = []
    for kind in AUTHORITIES:
        there = [(place, link) for place, link in placed if place.kind is kind]
        found.append(Authority(kind, there[0][0] if there else None, tuple(link for _, link in there)))
    rest = sorted({place.id: place for place, _ in placed}.values(), key=lambda place: place.name.casefold())
    for place in rest:
        if place.kind not in AUTHORITIES:
            there_too = tuple(link for other, link in placed if other.id == place.id)
            found.append(Authority(place.kind, place, there_too))
    return tuple(found)
