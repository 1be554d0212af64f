"""Whether two people may be one: names without accents, turned round or one letter apart, and the birth where it is
known. The answer is only ever a question to the mentor; nobody is merged.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_SHORTEST_FUZZY = 4
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody: names, and the birth date or the year alone."""

    preferred_name: str
    family_name: str = ""
    birth_date: date | None = None
    birth_year: int | None = None


def alike(one: Known, other: Known) -> bool:
    """Names that fit where the births do not contradict, or one name the same where both were born on one day."""
    if not _births_fit(one, other):
        return False
    mine, theirs = _names(one), _names(other)
    if not mine or not theirs:
        return False
    return _names_fit(one, other) or (_same_day(one, other) and any(name in theirs for name in mine))


def alike_any(one: Known, others: Iterable[Known]) -> bool:
    """For somebody who has borne several names."""
    return any(alike(one, other) for other in others)


def _names_fit(one: Known, other: Known) -> bool:
    first, last = _plain(one.preferred_name), _plain(one.family_name)
    their_first, their_last = _plain(other.preferred_name), _plain(other.family_name)
    if not last or not their_last:
        return first == their_first
    straight = _apart(first, their_first) + _apart(last, their_last)
    turned = _apart(first, their_last) + _apart(last, their_first)
    return min(straight, turned) <= 1


def _names(known: Known) -> set[str]:
    return {name for name in (_plain(known.preferred_name), _plain(known.family_name)) if name}


def _plain(name: str) -> str:
    """Small letters and digits alone: Zoë-Åsa is zoeasa."""
    parts = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    return "".join(sign for sign in parts if sign.isalnum())


def _apart(one: str, other: str) -> int:
    """0 the same, 1 one letter more, less, other or two that changed places, 2 anything else.

    Short names are apart when they differ at all: Bo is not Bob.
    """
    if one == other:
        return 0
    if min(len(one), len(other)) < _SHORTEST_FUZZY or abs(len(one) - len(other)) > 1:
        return 2
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, their_rest = one[start:], other[start:]
    if len(rest) == len(their_rest):
        swapped = rest[:2] == their_rest[1::-1] and rest[2:] == their_rest[2:]
        return 1 if rest[1:] == their_rest[1:] or swapped else 2
    longer, shorter = (rest, their_rest) if len(rest) > len(their_rest) else (their_rest, rest)
    return 1 if longer[1:] == shorter else 2


def _year(known: Known) -> int | None:
    return known.birth_year if known.birth_date is None else known.birth_date.year


def _same_day(one: Known, other: Known) -> bool:
    return one.birth_date is not None and one.birth_date == other.birth_date


def _births_fit(one: Known, other: Known) -> bool:
    """Not known, the same, or one slip apart: a figure, or day and month in each other's place."""
    if one.birth_date is None or other.birth_date is None:
        years = (_year(one), _year(other))
        return None in years or years[0] == years[1]
    mine, theirs = f"{one.birth_date:%Y%m%d}", f"{other.birth_date:%Y%m%d}"
    turned = mine[:4] + mine[6:] + mine[4:6]
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) <= 1 or turned == theirs
