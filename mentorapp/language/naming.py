"""What people are called on a screen that others may see: the alias until names are shown."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from mentorapp.domain.reminders import Person


@dataclass(frozen=True, slots=True)
class Naming:
    """What people are called on this screen: alias until names are shown, with the alias too where two share a name.

    A protected person is never called by name here (F5).
    """

    shown: bool = False
    twice: frozenset[str] = field(default_factory=frozenset)

    def of(self, person: Person) -> str:
        if not self.shown or person.protected:
            return person.alias
        return f"{person.name} ({person.alias})" if person.name in self.twice else person.name

    def letter(self, person: Person) -> str:
        """For the ring before the row; empty while names are hidden."""
        return person.name[:1].upper() if self.shown and not person.protected else ""


def shared_names(people: Iterable[Person]) -> frozenset[str]:
    """The names that more than one of them has."""
    by_id: dict[UUID, str] = {person.mentee_id: person.name for person in people}
    return frozenset(name for name, count in Counter(by_id.values()).items() if count > 1)
