"""The header file as bytes: canonical JSON, a checksum against accidents, a seal (HMAC) against forgery.

The checksum needs no key, so a damaged header is told from a wrong passphrase before the slow derivation runs.
"""

import hashlib
import hmac
import json
import re
from dataclasses import dataclass

from .errors import HeaderDamagedError, StoreNewerError
from .keys import SALT_BYTES, KdfCost, RootSecret, header_key
from .slots import NONCE_BYTES, WRAPPED_BYTES, KeyringSlot, PassphraseSlot, Slot

LONGEST = 64 * 1024  # bytes

_FORMAT = "mentor header"
_VERSION = 1
_MOST_SLOTS = 16
_HEX_ID = re.compile(r"[0-9a-f]{32}")

Json = dict[str, object]


@dataclass(frozen=True)
class Header:
    """Which store it opens, and the slots that lead to the root secret."""

    store_id: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class SealedHeader:
    """A header as it was read: well formed, but its seal is not proved until a root secret is at hand."""

    header: Header
    body: bytes
    seal: bytes


def seal(header: Header, root: RootSecret) -> bytes:
    """The bytes of the header file."""
    body = _body(header)
    sealed = body | {"seal": _seal_of(_canonical(body), root).hex()}
    return _canonical(sealed | {"checksum": _checksum(sealed)})


def parse(data: bytes) -> SealedHeader:
    """Read the bytes of a header file. Whatever is not byte for byte what `seal` writes is refused.

    Raises `HeaderDamagedError`, and `StoreNewerError` for a whole header of a newer version.
    """
    document = _document(data)
    checksum = document.pop("checksum", None)
    if checksum != _checksum(document) or document.get("format") != _FORMAT:
        raise HeaderDamagedError
    version = document.get("version")
    if type(version) is int and version > _VERSION:
        raise StoreNewerError
    sealed_with = _bytes_of(document.pop("seal", None), hashlib.sha256().digest_size)
    header = _header_of(document)
    body = _canonical(document)
    if body != _canonical(_body(header)):
        raise HeaderDamagedError
    return SealedHeader(header, body, sealed_with)


def prove(sealed: SealedHeader, root: RootSecret) -> Header:
    """The header, once its seal is proved with the root secret; raises `HeaderDamagedError`."""
    if not hmac.compare_digest(_seal_of(sealed.body, root), sealed.seal):
        raise HeaderDamagedError
    return sealed.header


def _canonical(document: Json) -> bytes:
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.encode("ascii") + b"\n"


def _document(data: bytes) -> Json:
    if len(data) > LONGEST:
        raise HeaderDamagedError
    try:
        document = json.loads(data.decode("ascii"))
        canonical = isinstance(document, dict) and _canonical(document) == data
    except (ValueError, RecursionError) as error:
        raise HeaderDamagedError from error
    if not canonical:
        raise HeaderDamagedError
    return dict(document)


def _checksum(document: Json) -> str:
    return hashlib.sha256(_canonical(document)).hexdigest()


def _seal_of(body: bytes, root: RootSecret) -> bytes:
    return hmac.digest(header_key(root), body, "sha256")


def _body(header: Header) -> Json:
    slots = [_slot_document(slot) for slot in header.slots]
    return {"format": _FORMAT, "version": _VERSION, "store": header.store_id, "slots": slots}


def _slot_document(slot: Slot) -> Json:
    document: Json = {"id": slot.id, "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex()}
    if isinstance(slot, KeyringSlot):
        return document | {"type": "keyring"}
    cost = {"memory_kib": slot.cost.memory_kib, "time": slot.cost.time, "lanes": slot.cost.lanes}
    return document | {"type": "passphrase", "salt": slot.salt.hex(), "cost": cost}


def _header_of(document: Json) -> Header:
    slots = document.get("slots")
    if not isinstance(slots, list) or not 1 <= len(slots) <= _MOST_SLOTS:
        raise HeaderDamagedError
    header = Header(_id_of(document.get("store")), tuple(_slot_of(slot) for slot in slots))
    if len({slot.id for slot in header.slots}) != len(slots):
        raise HeaderDamagedError
    return header


def _slot_of(document: object) -> Slot:
    if not isinstance(document, dict):
        raise HeaderDamagedError
    slot_id = _id_of(document.get("id"))
    nonce = _bytes_of(document.get("nonce"), NONCE_BYTES)
    wrapped = _bytes_of(document.get("wrapped"), WRAPPED_BYTES)
    if document.get("type") == "keyring":
        return KeyringSlot(slot_id, nonce, wrapped)
    if document.get("type") != "passphrase":
        raise HeaderDamagedError
    salt = _bytes_of(document.get("salt"), SALT_BYTES)
    return PassphraseSlot(slot_id, salt, _cost_of(document.get("cost")), nonce, wrapped)


def _cost_of(document: object) -> KdfCost:
    if not isinstance(document, dict):
        raise HeaderDamagedError
    memory_kib, time, lanes = (document.get(name) for name in ("memory_kib", "time", "lanes"))
    # `type`, not `isinstance`: true is an int in Python.
    if type(memory_kib) is not int or type(time) is not int or type(lanes) is not int:
        raise HeaderDamagedError
    cost = KdfCost(memory_kib, time, lanes)
    if not cost.within_bounds():
        raise HeaderDamagedError
    return cost


def _id_of(value: object) -> str:
    if not isinstance(value, str) or not _HEX_ID.fullmatch(value):
        raise HeaderDamagedError
    return value


def _bytes_of(value: object, length: int) -> bytes:
    if not isinstance(value, str) or not re.fullmatch(f"[0-9a-f]{{{2 * length}}}", value):
        raise HeaderDamagedError
    return bytes.fromhex(value)
