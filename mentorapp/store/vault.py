"""The header file beside a store: made, opened, changed and mended.

For `prov.mentor` it is `prov.mentor.header`, with a second copy in `prov.mentor.header.previous`. While a header is
being changed the copy holds the old one; afterwards both are the same, so a passphrase that was changed opens
nothing any more. Whoever calls this holds the store (`occupancy`).
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from .errors import (
    HeaderDamagedError,
    HeaderMissingError,
    HeaderNotWrittenError,
    KeyringSlotMissingError,
    KeyringUnavailableError,
    StoreExistsError,
    StoreFaultError,
    WrongPassphraseError,
)
from .faults import faults_in_plain_words
from .files import beside, write_whole
from .header import LONGEST, Header, SealedHeader, parse, prove, seal
from .keys import KdfCost, RootSecret, calibrate, new_root
from .passphrases import check_new
from .slots import (
    KeyringSlot,
    PassphraseSlot,
    Slot,
    SlotSecrets,
    new_keyring_slot,
    new_passphrase_slot,
    open_keyring_slot,
    open_passphrase_slot,
)


@dataclass(frozen=True)
class Unlocked:
    """What an opened header gives: every key follows from `root`."""

    root: RootSecret
    store_id: str


def header_path(path: Path) -> Path:
    return beside(path, ".header")


def previous_header_path(path: Path) -> Path:
    return beside(path, ".header.previous")


def create(path: Path, passphrase: str, cost: KdfCost | None = None, root: RootSecret | None = None) -> Unlocked:
    """Make a new root secret and the header for a store that is still to be made at `path`.

    A `root` made before is taken, so that the recovery sheet can be proved before anything is stored. Without `cost`
    the derivation is measured to take about a second. A header whose store is away is set aside under another name and
    never lost. Raises `StoreExistsError` and `PassphraseUnfitError`.
    """
    check_new(passphrase)
    if path.exists():
        raise StoreExistsError
    with faults_in_plain_words():
        _set_aside(path)
    return rebuild_header(path, root or new_root(), uuid4().hex, passphrase, cost)


def rebuild_header(
    path: Path, root: RootSecret, store_id: str, passphrase: str, cost: KdfCost | None = None
) -> Unlocked:
    """Write a header for a root secret that is already known, from the recovery sheet; all older slots are gone.

    `store_id` stands in the store. That `root` opens the store is for the caller to have tried.
    """
    check_new(passphrase)
    unlocked = Unlocked(root, store_id)
    slot = new_passphrase_slot(store_id, root, passphrase, cost or calibrate())
    _put(path, unlocked, (slot,), lambda: _check_slots(path, unlocked, passphrase, None))
    return unlocked


def unlock_with_passphrase(path: Path, passphrase: str) -> Unlocked:
    """Takes about a second. Raises `WrongPassphraseError`, `HeaderMissingError`, `HeaderDamagedError`."""

    def root_of(header: Header) -> RootSecret:
        for slot in header.slots:
            if isinstance(slot, PassphraseSlot):
                root = open_passphrase_slot(header.store_id, slot, passphrase)
                if root:
                    return root
        raise WrongPassphraseError

    return _unlock(path, root_of)


def unlock_with_keyring(path: Path, secrets: SlotSecrets) -> Unlocked:
    """Raises `KeyringSlotMissingError` where the passphrase is needed, and what `secrets` raises."""

    def root_of(header: Header) -> RootSecret:
        for slot in header.slots:
            if isinstance(slot, KeyringSlot):
                root = open_keyring_slot(header.store_id, slot, secrets.get(header.store_id, slot.id) or b"")
                if root:
                    return root
        raise KeyringSlotMissingError

    return _unlock(path, root_of)


def has_keyring_slot(path: Path) -> bool:
    """Whether unlocking with the keyring is worth a try; quick, and False when no header can be read."""
    try:
        slots = _read(header_path(path)).header.slots
    except StoreFaultError:
        return False
    return any(isinstance(slot, KeyringSlot) for slot in slots)


def store_id_under(path: Path, root: RootSecret) -> str:
    """The store's id from a header that proves to be sealed with `root`; raises `HeaderDamagedError` else."""
    return prove(_read(header_path(path)), root).store_id


def change_passphrase(
    path: Path,
    unlocked: Unlocked,
    new_passphrase: str,
    cost: KdfCost | None = None,
    secrets: SlotSecrets | None = None,
) -> None:
    """Replace the passphrase; a kill at any moment leaves the old one or the new one.

    When this returns, every slot of the new header was opened from the bytes on disk: the passphrase slot with the
    new passphrase, a keyring slot with its secret where `secrets` gives it. The cost stays unless another is given.
    """
    check_new(new_passphrase)
    slots = _current(path, unlocked).slots
    old = next(slot for slot in slots if isinstance(slot, PassphraseSlot))
    new = new_passphrase_slot(unlocked.store_id, unlocked.root, new_passphrase, cost or old.cost)
    kept = tuple(slot for slot in slots if isinstance(slot, KeyringSlot))
    _put(path, unlocked, (new, *kept), lambda: _check_slots(path, unlocked, new_passphrase, secrets))


def add_keyring_slot(path: Path, unlocked: Unlocked, secrets: SlotSecrets) -> None:
    """Let the keyring of the operating system open the store too; an older keyring slot is replaced."""
    slots = _current(path, unlocked).slots
    slot, secret = new_keyring_slot(unlocked.store_id, unlocked.root)
    secrets.put(unlocked.store_id, slot.id, secret)
    if secrets.get(unlocked.store_id, slot.id) != secret:
        raise KeyringUnavailableError
    kept = tuple(other for other in slots if not isinstance(other, KeyringSlot))
    _put(path, unlocked, (*kept, slot), lambda: _check_slots(path, unlocked, None, secrets))
    _forget(unlocked.store_id, slots, secrets)


def remove_keyring_slot(path: Path, unlocked: Unlocked, secrets: SlotSecrets) -> None:
    """Only the passphrase opens the store from now on."""
    slots = _current(path, unlocked).slots
    kept = tuple(slot for slot in slots if not isinstance(slot, KeyringSlot))
    _put(path, unlocked, kept, lambda: _check_slots(path, unlocked, None, None))
    _forget(unlocked.store_id, slots, secrets)


def copy_header(path: Path, target: Path) -> None:
    """Put the header of the store at `path` beside the copy at `target`, so that the copy can be opened."""
    with faults_in_plain_words():
        data = header_path(path).read_bytes()
        parse(data)
        write_whole(header_path(target), data)


def _forget(store_id: str, slots: tuple[Slot, ...], secrets: SlotSecrets) -> None:
    for slot in slots:
        if isinstance(slot, KeyringSlot):
            # A secret that stays behind in the keyring opens nothing: its slot is gone.
            with suppress(StoreFaultError):
                secrets.remove(store_id, slot.id)


def _read(file: Path) -> SealedHeader:
    if file.is_dir():
        raise HeaderDamagedError
    with faults_in_plain_words():
        try:
            with file.open("rb") as stream:
                return parse(stream.read(LONGEST + 1))
        except FileNotFoundError:
            raise HeaderMissingError from None


def _unlock(path: Path, root_of: Callable[[Header], RootSecret]) -> Unlocked:
    """Open the header, or its copy where the header itself is missing or damaged; mend whichever was not as opened."""
    first: HeaderMissingError | HeaderDamagedError | None = None
    for file in (header_path(path), previous_header_path(path)):
        try:
            sealed = _read(file)
            root = root_of(sealed.header)
            header = prove(sealed, root)
        except (HeaderMissingError, HeaderDamagedError) as fault:
            first = first or fault
            continue
        _mend(path, seal(header, root))
        return Unlocked(root, header.store_id)
    raise first or HeaderMissingError


def _mend(path: Path, data: bytes) -> None:
    # Nothing hangs on it: what could not be mended now is mended at the next unlocking.
    with suppress(OSError):
        for file in (header_path(path), previous_header_path(path)):
            if not file.exists() or file.read_bytes() != data:
                write_whole(file, data)


def _current(path: Path, unlocked: Unlocked) -> Header:
    header = prove(_read(header_path(path)), unlocked.root)
    if header.store_id != unlocked.store_id:
        raise HeaderDamagedError
    return header


def _put(path: Path, unlocked: Unlocked, slots: tuple[Slot, ...], check: Callable[[], bool]) -> None:
    """Old header to the copy, new header in its place, then `check` on what the disk gives back."""
    file, copy = header_path(path), previous_header_path(path)
    data = seal(Header(unlocked.store_id, slots), unlocked.root)
    with faults_in_plain_words():
        old = file.read_bytes() if file.exists() else None
        if old is not None:
            write_whole(copy, old)
        write_whole(file, data)
        if file.read_bytes() != data or not check():
            if old is None:
                file.unlink()
            else:
                write_whole(file, old)
            raise HeaderNotWrittenError
    _mend(path, data)


def _check_slots(path: Path, unlocked: Unlocked, passphrase: str | None, secrets: SlotSecrets | None) -> bool:
    """Whether every slot on disk that can be opened without asking anybody gives the root."""
    header = _current(path, unlocked)
    for slot in header.slots:
        if isinstance(slot, PassphraseSlot) and passphrase is not None:
            if open_passphrase_slot(header.store_id, slot, passphrase) != unlocked.root:
                return False
        elif isinstance(slot, KeyringSlot) and secrets is not None:
            secret = _secret_if_any(secrets, header.store_id, slot)
            if secret and open_keyring_slot(header.store_id, slot, secret) != unlocked.root:
                return False
    return True


def _secret_if_any(secrets: SlotSecrets, store_id: str, slot: KeyringSlot) -> bytes | None:
    # A keyring that does not answer now must not stop a change of passphrase: its slot is carried over as it was.
    try:
        return secrets.get(store_id, slot.id)
    except StoreFaultError:
        return None


def _set_aside(path: Path) -> None:
    for file in (header_path(path), previous_header_path(path)):
        if file.exists():
            file.rename(beside(path, f".header.{uuid4().hex[:8]}"))
