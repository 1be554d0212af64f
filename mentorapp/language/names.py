"""Names as they are said, sought and put in order: å, ä and ö are their own letters, yet found without their dots."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .texts import Texts

_KEPT = 32_768  # what a list of many thousand people asks for again at every key
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def genitive(texts: Texts, name: str) -> str:
    """Farahs, Elis, Max: a name that ends in an s sound takes no other (Swedish); Elis' in English."""
    form = "sibilant" if name[-1:].casefold() in ("s", "x", "z") else "plain"
    return texts(f"mentee.genitive_{form}", name=name)


def together(texts: Texts, words: Sequence[str]) -> str:
    """Försäkringskassan, Fantasihallen och skolan."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {texts('exchange.and')} {words[-1]}"


def own_words(texts: Texts, words: str) -> str:
    """In the quotation marks of the language."""
    return texts("mentee.quoted", words=words)


@lru_cache(maxsize=_KEPT)
def folded(text: str) -> str:
    """Small letters without dots, rings and accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("ø", "o").replace("æ", "a")


@lru_cache(maxsize=_KEPT)
def sort_key(text: str) -> str:
    """What Swedish names are sorted by: å ä ö last, other accents as their letter, case and hyphens aside."""
    kept = unicodedata.normalize("NFC", text).casefold().translate(_AFTER_Z)
    return " ".join(folded(kept).replace("-", " ").split())


def fits(sought: str, *names: str) -> bool:
    """Whether every word typed stands somewhere in the names, with dots or without. The quick answer for filters."""
    text = _searchable(names)
    return all(folded(part) in text for part in _parts(sought))


@lru_cache(maxsize=_KEPT)
def _searchable(names: tuple[str, ...]) -> str:
    """The words, and each name run together, so that an alias is found without its space."""
    together = (name.replace(" ", "") for name in names)
    return "\n".join(folded(name) for name in (*names, *together))


def match_rank(sought: str, names: Iterable[str]) -> int | None:
    """How well what was typed fits: 0 is the beginning of a name with its dots, 3 somewhere inside; None is not at all.

    Of several words typed each must fit; the worst counts.
    """
    words = [word for name in names for word in _words(name)]
    ranks = [_rank(part, words) for part in _parts(sought)]
    if any(rank is None for rank in ranks):
        return None
    return max((rank for rank in ranks if rank is not None), default=0)


def _rank(part: str, words: list[str]) -> int | None:
    if any(word.startswith(part) for word in words[:1]):
        return 0
    if any(word.startswith(part) for word in words):
        return 1
    plain, folded_words = folded(part), [folded(word) for word in words]
    if any(word.startswith(plain) for word in folded_words):
        return 2
    return 3 if any(plain in word for word in folded_words) else None


@lru_cache(maxsize=_KEPT)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", text).casefold().split())


def _words(name: str) -> list[str]:
    """The words of a name, and what an alias looks like without its space."""
    words = _parts(name.replace("-", " "))
    return [*words, "".join(words)] if len(words) > 1 else list(words)
