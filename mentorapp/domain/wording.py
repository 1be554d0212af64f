"""Text as a person types it: what is kept, how long it may be, and what is refused with a sentence."""

import unicodedata

from .errors import InputError

LINE_MAX = 200
TEXT_MAX = 10_000
_OTHER_MIN = 3


def line(field: str, text: str, *, required: bool = False) -> str:
    """One line of at most 200 characters: outer blanks are dropped, line breaks and tabs become spaces."""
    cleaned = " ".join(unicodedata.normalize("NFC", text).split())
    return _checked(field, cleaned, LINE_MAX, required)


def text(field: str, value: str, *, required: bool = False) -> str:
    """Running text of at most 10 000 characters; line breaks are kept."""
    cleaned = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return _checked(field, cleaned, TEXT_MAX, required)


def other(field: str, value: str) -> str:
    """The words that go with the choice `other`: at least three characters."""
    cleaned = line(field, value)
    if len(cleaned) < _OTHER_MIN:
        raise InputError(field, "other_needs_words")
    return cleaned


def _checked(field: str, cleaned: str, longest: int, required: bool) -> str:
    if required and not cleaned:
        raise InputError(field, f"{field}_missing")
    if len(cleaned) > longest:
        raise InputError(field, "too_long", length=len(cleaned), longest=longest)
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in cleaned):
        raise InputError(field, "invisible_characters")
    return cleaned
