"""The line under the table that says when two people have the same name, and what tells them apart."""

from collections.abc import Sequence

from mentorapp.language import Texts

from .groups import chip_of
from .words import Person, described


class SameNames:
    """Worked out once for everybody, asked at every key in the filter."""

    def __init__(self, everybody: Sequence[Person]) -> None:
        by_name: dict[str, list[Person]] = {}
        for person in everybody:
            by_name.setdefault(person.line.full_name.casefold(), []).append(person)
        self._shared = {name: people for name, people in by_name.items() if len(people) > 1}

    def line(self, texts: Texts, shown: Sequence[Person]) -> str:
        """About names among those shown that somebody else has too; empty when every name is somebody's own."""
        if not self._shared:
            return ""
        names = dict.fromkeys(p.line.full_name.casefold() for p in shown)
        shared = [self._shared[name] for name in names if name in self._shared]
        if not shared:
            return ""
        if len(shared) > 1:
            return texts("mentees.many_same", count=len(shared))
        people = shared[0]
        line = texts("mentees.same", number=_number(texts, len(people)), name=people[0].line.full_name)
        elsewhere = [person for person in people if person not in shown]
        return " ".join([line, *(_where(texts, person) for person in elsewhere[:1])])


def _where(texts: Texts, person: Person) -> str:
    group = texts(f"mentees.among_{chip_of(person)}")
    return texts("mentees.same_elsewhere", group=group, who=described(texts, person))


def _number(texts: Texts, count: int) -> str:
    """Two is written in letters, as at the beginning of a sentence."""
    return texts("mentees.two") if count == 2 else str(count)
