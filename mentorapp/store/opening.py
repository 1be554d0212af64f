"""From a file on disk to an open store: made new, opened with a passphrase or the keyring, or recovered from the sheet.

The order is the same each time: hold it, look at the file, unlock the header, open with the key, see that both belong
together. Nothing is changed before all of that has gone well.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import insert

from mentorapp.domain.calendar import Clock, SystemClock

from . import cipher, recovery, vault
from .errors import HeaderDamagedError
from .keys import KdfCost, RootSecret, database_key
from .occupancy import Occupancy, occupy
from .slots import SlotSecrets
from .store import Store, engine_on
from .tables import Table
from .tables.own import StoreMarkRow
from .versions import SCHEMA_VERSION, bring_up_to_date

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_STORE_ID = "store_id"


@dataclass(frozen=True, slots=True)
class OpenStore:
    """An open store with what opened it; `close()` lets go of everything."""

    store: Store
    unlocked: vault.Unlocked
    occupancy: Occupancy

    def recovery_groups(self) -> tuple[str, ...]:
        """What the recovery sheet prints."""
        return recovery.groups(self.unlocked.root)

    def change_passphrase(self, new_passphrase: str, secrets: SlotSecrets | None = None) -> None:
        """A kill at any moment leaves the old passphrase or the new one."""
        vault.change_passphrase(self.store.path, self.unlocked, new_passphrase, secrets=secrets)

    def close(self) -> None:
        self.store.close()
        self.occupancy.release()


def create_store(
    path: Path,
    passphrase: str,
    *,
    clock: Clock | None = None,
    cost: KdfCost | None = None,
    root: RootSecret | None = None,
) -> OpenStore:
    """A new empty store at `path`, with a root secret made before where one is given; StoreExistsError when there is
    a store."""
    occupancy = occupy(path)
    try:
        unlocked = vault.create(path, passphrase, cost, root)
        key = database_key(unlocked.root)
        cipher.create_file(path, key, lambda part: _fill_new(part, key, unlocked.store_id))
        return _opened(path, unlocked, occupancy, clock)
    except BaseException:
        occupancy.release()
        raise


def open_store(path: Path, passphrase: str, *, clock: Clock | None = None) -> OpenStore:
    """Opens with the passphrase. Every way it can go wrong is an error of its own in `errors`."""
    return _held(path, lambda: vault.unlock_with_passphrase(path, passphrase), clock)


def open_with_keyring(path: Path, secrets: SlotSecrets, *, clock: Clock | None = None) -> OpenStore:
    """Opens with the key that the operating system keeps, where the user has allowed it."""
    return _held(path, lambda: vault.unlock_with_keyring(path, secrets), clock)


def open_unlocked(path: Path, unlocked: vault.Unlocked, *, clock: Clock | None = None) -> OpenStore:
    """Opens with what an earlier unlocking in this process gave."""
    return _held(path, lambda: unlocked, clock)


def _held(path: Path, unlock: Callable[[], vault.Unlocked], clock: Clock | None) -> OpenStore:
    cipher.refuse_what_is_no_store(path)
    occupancy = occupy(path)
    try:
        return _opened(path, unlock(), occupancy, clock)
    except BaseException:
        occupancy.release()
        raise


def recover_store(
    path: Path, sheet: str, new_passphrase: str, *, clock: Clock | None = None, cost: KdfCost | None = None
) -> OpenStore:
    """Opens with the recovery sheet, whatever became of the header, and writes a new header with a new passphrase."""
    root = recovery.root_from(sheet)
    cipher.refuse_what_is_no_store(path)
    occupancy = occupy(path)
    try:
        connection = recovery.open_store(path, root)
        try:
            store_id = _store_id(connection)
        finally:
            connection.close()
        unlocked = vault.rebuild_header(path, root, store_id, new_passphrase, cost)
        return _opened(path, unlocked, occupancy, clock)
    except BaseException:
        occupancy.release()
        raise


def begun_anew(opened: OpenStore) -> OpenStore:
    """The same store, held all the while, with nothing to undo: what was written so far belongs to its making."""
    opened.store.close()
    key = database_key(opened.unlocked.root)
    store = Store(lambda: cipher.connect(opened.store.path, key), opened.store.path, opened.store.clock)
    return OpenStore(store, opened.unlocked, opened.occupancy)


def _opened(path: Path, unlocked: vault.Unlocked, occupancy: Occupancy, clock: Clock | None) -> OpenStore:
    key = database_key(unlocked.root)
    connection = cipher.connect(path, key)
    try:
        cipher.refuse_newer(connection, SCHEMA_VERSION)
        if _store_id(connection) != unlocked.store_id:
            raise HeaderDamagedError
        bring_up_to_date(connection, path, key)
    finally:
        connection.close()
    store = Store(lambda: cipher.connect(path, key), path, clock or SystemClock())
    return OpenStore(store, unlocked, occupancy)


def _store_id(connection: "Connection") -> str:
    row = connection.execute("SELECT value FROM store_mark WHERE name = ?", (_STORE_ID,)).fetchone()
    return "" if row is None else str(row[0])


def _fill_new(path: Path, key: bytes, store_id: str) -> None:
    """The tables as they are declared; that migrations lead to the same is held by a test."""
    engine = engine_on(lambda: cipher.connect(path, key))
    with engine.begin() as connection:
        Table.metadata.create_all(connection)
        connection.execute(insert(cast("Any", StoreMarkRow.__table__)).values(name=_STORE_ID, value=store_id))
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    engine.dispose()
