"""The filters of the list: which people a chip shows, and who fits what is typed."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.language.names import fits

from .words import Person

_S = EnrolmentStatus


class Group(StrEnum):
    """Those in after-support or on a break are current too, so they stand under two chips."""

    CURRENT = "current"
    AFTER_SUPPORT = "after_support"
    PAUSED = "paused"
    CLOSED = "closed"
    INTEREST = "interest"
    ALL = "all"


CHIPS = (Group.CURRENT, Group.AFTER_SUPPORT, Group.PAUSED, Group.CLOSED, Group.INTEREST)
_HOLDS: dict[Group, frozenset[EnrolmentStatus | None]] = {
    Group.CURRENT: frozenset({_S.ACTIVE, _S.AFTER_SUPPORT, _S.PAUSED}),
    Group.AFTER_SUPPORT: frozenset({_S.AFTER_SUPPORT}),
    Group.PAUSED: frozenset({_S.PAUSED}),
    Group.CLOSED: frozenset({_S.CLOSED}),
    Group.INTEREST: frozenset({_S.INTEREST, _S.OFFERED, None}),
    Group.ALL: frozenset({*_S, None}),
}


def _held(person: Person) -> EnrolmentStatus | None:
    """Somebody who said no was never enrolled: they stand with those on the way in until they are erased."""
    return None if person.has_declined else person.line.status


def in_group(people: Iterable[Person], group: Group) -> tuple[Person, ...]:
    return tuple(person for person in people if _held(person) in _HOLDS[group])


def chip_of(person: Person) -> Group:
    """The narrowest chip that shows a person."""
    order = (Group.AFTER_SUPPORT, Group.PAUSED, Group.CLOSED, Group.INTEREST, Group.CURRENT)
    return next(group for group in order if _held(person) in _HOLDS[group])


def counts(people: Iterable[Person]) -> dict[Group, int]:
    by_status = Counter(_held(person) for person in people)
    return {group: sum(by_status[status] for status in _HOLDS[group]) for group in Group}


def fitting(people: Iterable[Person], sought: str) -> tuple[Person, ...]:
    """Whose name or alias fits what is typed; with the dots of å, ä and ö or without."""
    if not sought.strip():
        return tuple(people)
    return tuple(person for person in people if fits(sought, person.line.full_name, person.line.alias))
