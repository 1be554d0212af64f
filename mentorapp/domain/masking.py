"""Names, places and numbers taken out of running text, for a paper that nobody is to be known by.

What is known is always taken out. A word with a capital in the middle of a sentence may be a name that nobody has
written in the register: it is taken out too, until the mentor has said that it is no name.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_NUMBER = r"\+?\d(?:[ -]?\d){5,}"
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_ENDED = frozenset(".!?:…\n•–—")
_OPENING = " \t\"'”“»«(–—-•"
_SHORT = 2
_SHOUTED = 5


class Hidden(StrEnum):
    """What stood where something was taken out."""

    NAME = "name"
    PLACE = "place"
    NUMBER = "number"


class Masking:
    """`names` are of people, masked word by word; `places` as a whole. `ordinary` words are never taken for a name by
    their capital alone, nor in a name of several words; `shown` are those that the mentor has said are no names.

    `doubted` collects the words that were taken out, or would have been, for their capital alone.
    """

    def __init__(
        self,
        names: Iterable[str],
        places: Iterable[str],
        instead: Mapping[Hidden, str],
        *,
        ordinary: Iterable[str] = (),
        shown: Iterable[str] = (),
    ) -> None:
        self._ordinary = frozenset(word.casefold() for word in ordinary)
        self._shown = frozenset(word.casefold() for word in shown)
        parts = {part for name in names for part in re.findall(_WORD, name)}
        parts |= {piece for part in parts for piece in re.split("[-'’]", part)}
        self._short = frozenset(part for part in parts if len(part) == _SHORT) - {part.casefold() for part in parts}
        self._names = frozenset(part.casefold() for part in parts if len(part) > _SHORT) - self._ordinary
        self._instead = instead
        self._pattern = _pattern(places)
        self.doubted: dict[str, str] = {}

    def mask(self, text: str) -> str:
        """The text without what could tell of whom it is."""
        found = self._pattern.sub(self._one, text)
        for word in self._instead.values():
            found = re.sub(rf"{re.escape(word)}(?:\s+{re.escape(word)})+", lambda _found, word=word: word, found)  # type: ignore[misc]
        return found

    def _one(self, found: re.Match[str]) -> str:
        whole = found[0]
        if found.lastgroup != "word":
            return self._instead[Hidden.PLACE if found.lastgroup == "place" else Hidden.NUMBER]
        if self._is_name(whole):
            return self._instead[Hidden.NAME]
        if not _could_be(whole) or _begins(found.string, found.start()) or _ground(whole) & self._ordinary:
            return whole
        self.doubted.setdefault(whole.casefold(), whole)
        return whole if whole.casefold() in self._shown else self._instead[Hidden.NAME]

    def _is_name(self, word: str) -> bool:
        """Also where one part of a double name is known, and in the genitive."""
        pieces = [word, *re.split("[-'’]", word)]
        known = any(_ground(piece) & self._names for piece in pieces if piece)
        return known or any(piece in self._short or piece.removesuffix("s") in self._short for piece in pieces)


def _pattern(places: Iterable[str]) -> re.Pattern[str]:
    """Places before words, the longest first; between their words may be any space."""
    known = sorted({" ".join(one.split()) for one in places} - {""}, key=lambda one: (-len(one), one))
    whole = "|".join(r"\s+".join(re.escape(word) for word in one.split()) for one in known) or r"(?!)"
    place = rf"(?P<place>(?<!\w)(?:{whole})(?:s|:s)?(?!\w))"
    parts = (rf"(?P<mail>{_MAIL})", place, rf"(?P<number>(?<!\w){_NUMBER})", rf"(?P<word>{_WORD})")
    return re.compile("|".join(parts), re.IGNORECASE)


def _ground(word: str) -> frozenset[str]:
    """The word, and what it would be without the ending of the genitive."""
    low = word.casefold()
    return frozenset({low, low.removesuffix("s"), low.removesuffix("'s"), low.removesuffix("’s")})


def _could_be(word: str) -> bool:
    """A capital first; what is short and all in capitals is an abbreviation."""
    return word[:1].isupper() and not (word.isupper() and len(word) <= _SHOUTED)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:at].rstrip(_OPENING)
    return not before or before[-1] in _ENDED
