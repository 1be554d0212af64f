"""Wishes and needs beside the facts of a workplace: which words stand on both sides (W4). People choose, not this.

Two words meet when they are alike up to an ending, or when one begins a compound of the other: lager, lagerarbete.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .mapping import VocationalProfile
from .workplaces import Workplace

_SHORTEST = 4
_ENDING = 3
_EMPTY = frozenset({
    "about", "after", "alla", "allt", "also", "always", "and", "annan", "annat", "arbeta", "arbete", "around",
    "bara", "because", "been", "before", "behöver", "being", "best", "bland", "blir", "bort", "bra", "dagar",
    "dess", "detta", "does", "där", "easy", "efter", "eller", "ett", "every", "from", "från", "får", "före",
    "good", "gärna", "gånger", "göra", "hade", "have", "hela", "help", "helst", "hinner", "inget", "innan",
    "inte", "into", "jobb", "jobba", "just", "kanske", "kommer", "kunna", "like", "likes", "lite", "little",
    "lots", "läge", "lätt", "many", "mest", "most", "much", "must", "mycket", "måste", "near", "never", "nära",
    "någon", "något", "några", "också", "often", "olika", "only", "other", "over", "passar", "people", "plats",
    "really", "saker", "same", "samma", "sedan", "should", "själv", "skulle", "some", "someone", "something",
    "such", "sådan", "than", "that", "their", "them", "then", "there", "they", "thing", "things", "this", "till",
    "tillsammans", "time", "tycker", "under", "utan", "vara", "varje", "vecka", "very", "veta", "vilja", "vill",
    "want", "wants", "well", "what", "when", "where", "which", "while", "will", "with", "work", "working",
    "would", "your", "äter", "över",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fit:
    """What stands on both sides, in the words of the wishes: `wanted` speaks for a place, `unwanted` is to be asked."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def fit_of(profile: VocationalProfile | None, workplace: Workplace, sector: str = "") -> Fit:
    """`sector` is the name of the workplace's sector, in words."""
    if profile is None:
        return Fit((), ())
    facts = (workplace.name, sector, workplace.tasks, workplace.environment, workplace.good_for, workplace.hours,
             workplace.travel, workplace.town)  # fmt: skip
    wishes = (profile.interests, profile.task_preferences, profile.environment, profile.skills, profile.experience,
              profile.wanted, profile.conditions, profile.commuting)  # fmt: skip
    unwanted = words_in_common((profile.unwanted,), facts)
    return Fit(tuple(one for one in words_in_common(wishes, facts) if one not in unwanted), unwanted)


def words_in_common(wishes: Iterable[str], facts: Iterable[str]) -> tuple[str, ...]:
    """The words of the wishes that the facts know too, each once, in their order."""
    known = frozenset(word for text in facts for word in _words(text))
    found = [word for text in wishes for word in _words(text) if any(_alike(word, other) for other in known)]
    return tuple(dict.fromkeys(found))


def _words(text: str) -> list[str]:
    spaced = "".join(c if c.isalpha() else " " for c in text.casefold())
    return [word for word in spaced.split() if len(word) >= _SHORTEST and word not in _EMPTY]


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or (
        len(short) > _SHORTEST + 1
        and len(long) - len(short) <= _ENDING
        and long.startswith(short[: -min(_ENDING - 1, len(short) - _SHORTEST)])
    )
