"""Hints after saving, never before: a name in the text that another person in the program has."""

import re
from collections.abc import Iterable
from uuid import UUID

from .reading import Candidate

_SHORTEST = 3


def other_names(written: Iterable[str], people: Iterable[Candidate], about: UUID) -> tuple[str, ...]:
    """The first names or full names of other mentees that stand as words in the text, in the order of the list.

    A name that the person written about has too is no hint.
    """
    text = "\n".join(written)
    everybody = tuple(people)
    own = {word for one in everybody if one.mentee_id == about for word in one.name.split()}
    found = (_found(one.name, text) for one in everybody if one.mentee_id != about)
    return tuple(dict.fromkeys(name for name in found if name and name not in own))


def _found(name: str, text: str) -> str:
    first = name.split(" ", 1)[0]
    if len(first) < _SHORTEST:
        return ""
    return first if re.search(rf"(?<!\w){re.escape(first)}s?(?!\w)", text) else ""
