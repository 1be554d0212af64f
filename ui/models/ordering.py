"""Swedish order of words: å, ä and ö stand last and in that order, other accents count as their letter."""

from unicodedata import combining, normalize

_LAST = str.maketrans({"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}"})


def swedish_order(text: str) -> str:
    """A key for `sorted`; capitals and small letters are the same."""
    last = text.casefold().translate(_LAST)
    return "".join(sign for sign in normalize("NFD", last) if not combining(sign))
