"""The root secret on paper: 18 groups of four signs that can be typed back, with the wrong group named.

Three signs of a group carry 15 bits, the fourth checks them and the group's place. Of the 270 bits 256 are the root
and 14 a checksum over it. The check signs are plain arithmetic against slips of the eye; they keep nothing secret.
"""

import hashlib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from . import cipher, vault
from .errors import (
    HeaderDamagedError,
    HeaderMissingError,
    RecoveryKeyForeignError,
    RecoveryKeyLengthError,
    RecoveryKeyMismatchError,
    StoreDamagedError,
    WrongRecoveryKeyError,
)
from .keys import KEY_BYTES, RootSecret, database_key

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# Crockford's Base32: no I, L, O, U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 18
GROUP_SIGNS = 4

_CHECKSUM_BITS = 5 * 3 * GROUPS - 8 * KEY_BYTES
_MISREAD = {"O": "0", "I": "1", "L": "1"}
_UNKNOWN = -1


def groups(root: RootSecret) -> tuple[str, ...]:
    """What the recovery sheet shows."""
    number = int.from_bytes(root, "big") << _CHECKSUM_BITS | _checksum(root)
    bits = 5 * 3
    parts = [number >> bits * (GROUPS - 1 - place) & (1 << bits) - 1 for place in range(GROUPS)]
    return tuple(_group(place, [part >> 10, part >> 5 & 31, part & 31]) for place, part in enumerate(parts))


def root_from(text: str) -> RootSecret:
    """The root secret from a typed sheet; case, spaces, hyphens and line ends do not matter, O is 0, I and L are 1.

    Raises `WrongRecoveryKeyError` with the first wrong group, `RecoveryKeyLengthError` when signs are missing or left
    over, `RecoveryKeyMismatchError` when only the whole does not fit together.
    """
    signs = _signs(text)
    wrong = _first_wrong_group(signs)
    if len(signs) != GROUPS * GROUP_SIGNS:
        raise RecoveryKeyLengthError(len(signs), GROUPS * GROUP_SIGNS, wrong or min(len(signs) // 4 + 1, GROUPS))
    if wrong:
        raise WrongRecoveryKeyError(wrong)
    number = 0
    for place, sign in enumerate(signs):
        if place % GROUP_SIGNS < GROUP_SIGNS - 1:
            number = number << 5 | sign
    root = RootSecret((number >> _CHECKSUM_BITS).to_bytes(KEY_BYTES, "big"))
    if number & (1 << _CHECKSUM_BITS) - 1 != _checksum(root):
        raise RecoveryKeyMismatchError
    return root


def group_matches(root: RootSecret, number: int, typed: str) -> bool:
    """Whether `typed` is group `number` (from 1): so the user proves that the sheet is at hand."""
    return _signs(typed) == _signs(groups(root)[number - 1])


def open_store(path: Path, root: RootSecret) -> "Connection":
    """A connection to the store at `path` with the root alone, no header needed.

    Raises `RecoveryKeyForeignError` when the root is of another store, `StoreDamagedError` when it is of this one.
    """
    try:
        return cipher.connect(path, database_key(root))
    except StoreDamagedError as damaged:
        try:
            vault.store_id_under(path, root)
        except (HeaderMissingError, HeaderDamagedError):
            raise RecoveryKeyForeignError from damaged
        raise


def _signs(text: str) -> list[int]:
    """The values of the typed signs, without what only separates them."""
    typed = [sign for sign in unicodedata.normalize("NFC", text) if not _separates(sign)]
    return [_value(unicodedata.normalize("NFKC", sign).upper()) for sign in typed]


def _separates(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Pd", "Cc", "Cf")


def _value(sign: str) -> int:
    sign = _MISREAD.get(sign, sign)
    return ALPHABET.index(sign) if len(sign) == 1 and sign in ALPHABET else _UNKNOWN


def _first_wrong_group(signs: list[int]) -> int | None:
    for place in range(min(GROUPS, len(signs) // GROUP_SIGNS)):
        group = signs[place * GROUP_SIGNS : (place + 1) * GROUP_SIGNS]
        if _UNKNOWN in group or group[-1] != _check(place, group[:-1]):
            return place + 1
    return None


def _group(place: int, signs: list[int]) -> str:
    return "".join(ALPHABET[sign] for sign in [*signs, _check(place, signs)])


def _check(place: int, signs: list[int]) -> int:
    """A weighted sum in the field of 32 elements, so any one wrong sign and any two swapped ones change it.

    The place is added as it is: the same group elsewhere has another check sign.
    """
    total = place
    for weight, sign in zip((2, 3, 4), signs, strict=True):
        total ^= _times(weight, sign)
    return total


def _times(left: int, right: int) -> int:
    """Multiplication in GF(32), modulo x^5 + x^2 + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= 0b100101
        right >>= 1
    return product


def _checksum(root: RootSecret) -> int:
    digest = hashlib.sha256(b"mentor recovery sheet 1" + root).digest()
    return int.from_bytes(digest[:2], "big") >> 16 - _CHECKSUM_BITS
