"""The root secret of a store, the keys that follow from it, and the slow way from a passphrase to a key.

`cryptography` is imported where it is used: the unlock page is painted before any key is needed.
"""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from .errors import MemoryLowError

KEY_BYTES = 32
SALT_BYTES = 16


class SecretBytes(bytes):
    """Bytes that no log, traceback or dataclass prints."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class RootSecret(SecretBytes):
    """32 random bytes, made once per store. Every key follows from it: a new passphrase never rewrites the store."""

    def __new__(cls, data: bytes) -> "RootSecret":
        if len(data) != KEY_BYTES:
            raise ValueError("a root secret has 32 bytes")
        return super().__new__(cls, data)


def new_root() -> RootSecret:
    import secrets

    return RootSecret(secrets.token_bytes(KEY_BYTES))


def database_key(root: RootSecret) -> SecretBytes:
    """The raw key of SQLCipher."""
    return _subkey(root, b"database")


def header_key(root: RootSecret) -> SecretBytes:
    """Authenticates the header file."""
    return _subkey(root, b"header")


def backup_key(root: RootSecret) -> SecretBytes:
    """Seals what a backup holds beside the store."""
    return _subkey(root, b"backup")


def _subkey(root: RootSecret, purpose: bytes) -> SecretBytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    # The root is uniformly random, so HKDF needs no salt (RFC 5869, 3.1); the number leaves room for a new scheme.
    return SecretBytes(HKDF(SHA256(), KEY_BYTES, salt=None, info=b"mentor 1 " + purpose).derive(root))


@dataclass(frozen=True)
class KdfCost:
    """What one try of a passphrase costs: Argon2id with `memory_kib` KiB, `time` passes, `lanes` lanes."""

    memory_kib: int
    time: int
    lanes: int

    def within_bounds(self) -> bool:
        """Asked before anything runs: a forged header must neither weaken the guard nor hang the program."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= MOST.memory_kib
            and FLOOR.time <= self.time <= MOST.time
            and FLOOR.lanes <= self.lanes <= MOST.lanes
        )


FLOOR = KdfCost(64 * 1024, 3, 4)
DEFAULT = KdfCost(256 * 1024, 3, 4)
MOST = KdfCost(1024 * 1024, 32, 16)

_AIM_SECONDS = 1.0
_MEMORY_STEP = 16 * 1024


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> SecretBytes:
    """The key of a passphrase slot; takes about a second and `cost.memory_kib` of memory.

    Raises ValueError when `cost` is out of bounds and `MemoryLowError` when the memory is not to be had.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not cost.within_bounds():
        raise ValueError("the cost of the key derivation is out of bounds")
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.time, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return SecretBytes(kdf.derive(normalised(passphrase).encode("utf-8", "surrogatepass")))
    except MemoryError as error:
        raise MemoryLowError from error


def normalised(passphrase: str) -> str:
    """The same passphrase from every keyboard: NFC, and every kind of space is a space (RFC 8265, OpaqueString).

    Spaces are kept, also at the ends. NFC and not NFKC: `²` and `2` stay two different characters.
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced)


def seconds_for(cost: KdfCost) -> float:
    """How long one derivation takes on this machine; without end when the memory is not to be had."""
    started = time.perf_counter()
    try:
        derive("measured", bytes(SALT_BYTES), cost)
    except MemoryLowError:
        return float("inf")
    return time.perf_counter() - started


def calibrate(measure: Callable[[KdfCost], float] = seconds_for) -> KdfCost:
    """The cost that takes about a second here: more passes on a fast machine, less memory on a slow one."""
    seconds = measure(DEFAULT)
    if seconds <= _AIM_SECONDS:
        passes = int(DEFAULT.time * _AIM_SECONDS / max(seconds, 0.01))
        return KdfCost(DEFAULT.memory_kib, min(passes, MOST.time), DEFAULT.lanes)
    affordable = int(DEFAULT.memory_kib * _AIM_SECONDS / seconds) // _MEMORY_STEP * _MEMORY_STEP
    return KdfCost(max(affordable, FLOOR.memory_kib), DEFAULT.time, DEFAULT.lanes)
