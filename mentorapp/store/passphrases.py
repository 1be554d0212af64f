"""Passphrases: five random words to offer, the strength of one's own, and what cannot be taken at all."""

import re
import secrets
import unicodedata
from enum import StrEnum
from functools import cache

from resources import path_of

from .errors import PassphraseUnfitError
from .keys import normalised

LANGUAGES = ("sv", "en")
WORDS_OFFERED = 5
LONGEST = 1_000

# zxcvbn slows down with length. Judging the beginning only can make a long phrase weaker than it is, never stronger.
_JUDGED = 32

# zxcvbn knows no Swedish and takes its words for random letters. A letter of a language is worth about two bits, 0.6
# of a decimal digit, when the words themselves are picked freely.
_DIGITS_PER_LETTER = 0.6

# Guesses an attacker needs. One try costs a second and 256 MiB (keys.py), so 10^10 tries keep a hundred machines
# busy for years; five words of 2 048 are 3.6 x 10^16.
_FAIR = 1e10
_STRONG = 1e14

# What somebody types who looks at this program while choosing.
_NEAR_AT_HAND = (
    "mentor mentorapp mentorer program lösenfras lösenord lösen passphrase password hemlig hemligt hemlighet secret "
    "deltagare anteckning kontakter planen trappa ungdom ungdomar kommun arbete coach handledare återställning "
    "återställningsblad recovery nyckel sverige svenska sommar vinter höst vår måndag tisdag onsdag torsdag fredag "
    "lördag söndag januari februari mars april maj juni juli augusti september oktober november december"
)


class Strength(StrEnum):
    """svag, går, stark."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def suggest(language: str) -> str:
    """Five different words drawn at random from 2 048, with spaces between: 55 bits."""
    return " ".join(secrets.SystemRandom().sample(words_of(language), WORDS_OFFERED))


def strength(passphrase: str) -> Strength:
    """How long the passphrase would stand against somebody who holds the files; some milliseconds."""
    guesses = _guesses(normalised(passphrase))
    if guesses >= _STRONG:
        return Strength.STRONG
    return Strength.FAIR if guesses >= _FAIR else Strength.WEAK


def check_new(passphrase: str) -> None:
    """Raises `PassphraseUnfitError` for a passphrase that is empty, too long, or cannot be typed again."""
    if not passphrase.strip():
        raise PassphraseUnfitError("passphrase", "passphrase_empty")
    if len(passphrase) > LONGEST:
        raise PassphraseUnfitError("passphrase", "passphrase_too_long", longest=LONGEST)
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Cn") for sign in passphrase):
        raise PassphraseUnfitError("passphrase", "passphrase_untypable")


@cache
def words_of(language: str) -> tuple[str, ...]:
    """The word list of a language, from `resources/wordlists`."""
    text = path_of("wordlists", f"{language}.txt").read_text(encoding="utf-8")
    return tuple(unicodedata.normalize("NFC", text).split())


def _guesses(passphrase: str) -> float:
    parts = set(re.split(r"[ -]+", passphrase.lower().strip())) - {""}
    for language in LANGUAGES:
        words = words_of(language)
        if parts <= set(words):
            return float(len(words)) ** len(parts)
    most = _guesses_of_words(parts)
    return most if most < _FAIR else min(most, _guesses_by_zxcvbn(passphrase[:_JUDGED]))


def _guesses_of_words(parts: set[str]) -> float:
    digits = sum(len(part) * (_DIGITS_PER_LETTER if part.isalpha() else 1.0) for part in parts)
    return 10.0 ** min(digits, 100.0)


def _guesses_by_zxcvbn(passphrase: str) -> float:
    from zxcvbn import zxcvbn

    return float(zxcvbn(passphrase, user_inputs=_dictionary())["guesses"])


@cache
def _dictionary() -> list[str]:
    """For zxcvbn, which takes a word's place in the list for the guesses it needs.

    The filling gives every word of the word lists a place from 2 048 on: they are drawn, not ranked by use.
    """
    words = [word for language in LANGUAGES for word in words_of(language)]
    near = _NEAR_AT_HAND.split()
    filling = [f"\0{place}" for place in range(len(words_of(LANGUAGES[0])) - len(near))]
    return [*near, *filling, *words]
