"""Slots of the header: each wraps the same root secret under another key.

The associated data binds a slot to its store, its own id and its type, so no slot can be moved or relabelled.
"""

import secrets
from dataclasses import dataclass
from typing import Protocol
from uuid import uuid4

from .keys import KEY_BYTES, SALT_BYTES, KdfCost, RootSecret, SecretBytes, derive

NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16  # the root and the tag of Poly1305


@dataclass(frozen=True)
class PassphraseSlot:
    id: str
    salt: bytes
    cost: KdfCost
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True)
class KeyringSlot:
    """Its key is a random secret that the keyring of the operating system keeps."""

    id: str
    nonce: bytes
    wrapped: bytes


Slot = PassphraseSlot | KeyringSlot


class SlotSecrets(Protocol):
    """Where the secrets of keyring slots are kept; `SystemKeyring` is the real one."""

    def get(self, store_id: str, slot_id: str) -> bytes | None: ...

    def put(self, store_id: str, slot_id: str, secret: bytes) -> None: ...

    def remove(self, store_id: str, slot_id: str) -> None: ...


def new_passphrase_slot(store_id: str, root: RootSecret, passphrase: str, cost: KdfCost) -> PassphraseSlot:
    slot_id, salt, nonce = uuid4().hex, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    wrapped = _wrap(derive(passphrase, salt, cost), nonce, root, _binding(store_id, slot_id, "passphrase"))
    return PassphraseSlot(slot_id, salt, cost, nonce, wrapped)


def new_keyring_slot(store_id: str, root: RootSecret) -> tuple[KeyringSlot, SecretBytes]:
    """The slot, and the secret that the keyring is to keep."""
    slot_id, nonce = uuid4().hex, secrets.token_bytes(NONCE_BYTES)
    secret = SecretBytes(secrets.token_bytes(KEY_BYTES))
    return KeyringSlot(slot_id, nonce, _wrap(secret, nonce, root, _binding(store_id, slot_id, "keyring"))), secret


def open_passphrase_slot(store_id: str, slot: PassphraseSlot, passphrase: str) -> RootSecret | None:
    """The root, or None when the passphrase is another one."""
    key = derive(passphrase, slot.salt, slot.cost)
    return _unwrap(key, slot.nonce, slot.wrapped, _binding(store_id, slot.id, "passphrase"))


def open_keyring_slot(store_id: str, slot: KeyringSlot, secret: bytes) -> RootSecret | None:
    """The root, or None when the secret is not the one of this slot."""
    if len(secret) != KEY_BYTES:
        return None
    return _unwrap(secret, slot.nonce, slot.wrapped, _binding(store_id, slot.id, "keyring"))


def _binding(store_id: str, slot_id: str, kind: str) -> bytes:
    return f"mentor slot 1\n{store_id}\n{slot_id}\n{kind}".encode("ascii")


def _wrap(key: bytes, nonce: bytes, root: RootSecret, binding: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key).encrypt(nonce, root, binding)


def _unwrap(key: bytes, nonce: bytes, wrapped: bytes, binding: bytes) -> RootSecret | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return RootSecret(ChaCha20Poly1305(key).decrypt(nonce, wrapped, binding))
    except InvalidTag:
        return None
