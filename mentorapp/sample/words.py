"""Names and running text for generated people, out of the sample people's own: invented, and Swedish."""

import random

from .provkoping import list_people

_BOXES = ("plan", "work", "edu", "health", "social", "income")


class Writer:
    """Draws names and sentences by `chance`."""

    def __init__(self, chance: random.Random) -> None:
        people = [person for _number, person, _case in list_people()]
        self._given = [one["person"]["preferred_name"] for one in people]
        self._family = [one["person"]["family_name"] for one in people]
        self._sentences: list[str] = [
            contact[box]
            for one in people
            for enrolment in one["enrolment"]
            for contact in enrolment["contacts"]
            for box in _BOXES
            if box in contact
        ]
        self._chance = chance

    def name(self, number: int) -> tuple[str, str]:
        """A given and a family name; the number keeps all apart."""
        given = self._given[number % len(self._given)]
        return given, f"{self._family[number // 12 % len(self._family)]} {number + 1}"

    def sentence(self) -> str:
        return self._chance.choice(self._sentences)

    def text(self, characters: int) -> str:
        """Sentences until there are about so many characters."""
        parts = [self.sentence()]
        while sum(map(len, parts)) + len(parts) < characters - 40:
            parts.append(self.sentence())
        return " ".join(parts)
