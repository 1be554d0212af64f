"""SQLCipher connections: the raw key first, then the settings that passed the kill test.

Nothing here creates a file when it opens one, and nothing prints: SQLCipher's own log is silenced.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from .errors import (
    EngineUnsafeError,
    StoreDamagedError,
    StoreEmptyError,
    StoreExistsError,
    StoreForeignError,
    StoreIsFolderError,
    StoreMissingError,
    StoreNewerError,
    StorePlaintextError,
    StoreReadOnlyError,
    StoreTooShortError,
    StoreUnreadableError,
)
from .faults import fault_behind, faults_in_plain_words
from .files import beside, companions, discard, settle, settle_folder
from .keys import KEY_BYTES

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

APPLICATION_ID = 0x4D4E5452  # "MNTR"
PAGE_BYTES = 4096
SAFE_SQLITE = (3, 51, 3)  # older ones can lose data when a WAL is reset

_CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")
_PLAIN = b"SQLite format 3\0"
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",  # what SQLite puts in temporary files is not encrypted
    "PRAGMA cache_size = -24000",  # KiB
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)


def connect(path: Path, key: bytes) -> "Connection":
    """Open the store at `path` with its raw key; the file must be there.

    Raises `StoreDamagedError` (also under a wrong key), `StoreForeignError` and what else is the disk's.
    """
    with faults_in_plain_words(path):
        connection = _keyed(path, key)
        try:
            # Read before WAL is asked for: that would write to a file which is not ours.
            if _number(connection, "application_id") != APPLICATION_ID:
                raise StoreForeignError
            for setting in _SETTINGS:
                connection.execute(setting).fetchall()
        except BaseException:
            connection.close()
            raise
        return connection


def create_file(path: Path, key: bytes, fill: Callable[[Path], None] | None = None) -> None:
    """Make a store at `path`; it is there whole or not at all. Raises `StoreExistsError`.

    `fill` gets the path of the unfinished file, can `connect` to it and must close it. A WAL without its store counts
    as a store: its rows are lost for good once another one takes the name.
    """
    if path.exists() or any(file.exists() for file in companions(path)):
        raise StoreExistsError
    part = beside(path, ".part")
    with faults_in_plain_words(path):
        try:
            discard(part)
            connection = connect_to_new(part, key)
            try:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode = WAL").fetchall()
            finally:
                connection.close()
            if fill is not None:
                fill(part)
            if any(file.exists() for file in companions(part)):
                _empty_wal(part, key)
            if any(file.exists() for file in companions(part)):
                raise RuntimeError("what filled the new store has not closed it")
            settle(part)
            part.rename(path)
            settle_folder(path.resolve().parent)
        finally:
            discard(part)


def _empty_wal(path: Path, key: bytes) -> None:
    """Closing keeps silent about a disk that has no room for what is in the WAL; this says so."""
    connection = _keyed(path, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


def connect_to_new(path: Path, key: bytes) -> "Connection":
    """A connection to a database that this makes at `path`, where nothing may be yet; only this account may read it."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return _keyed(path, key)


def refuse_what_is_no_store(path: Path) -> None:
    """Say what is wrong with a file before any key is asked for. Each refusal is an error of its own.

    What passes can still be damaged or foreign: only the key tells (`connect`).
    """
    with faults_in_plain_words():
        if path.is_dir():
            raise StoreIsFolderError
        if not path.exists():
            raise StoreMissingError
        if not os.access(path, os.R_OK):
            raise StoreUnreadableError
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(PAGE_BYTES)
    if not size:
        raise StoreEmptyError
    if first.startswith(_PLAIN):
        raise StorePlaintextError
    if not _looks_encrypted(first):
        # A header beside it says that this was a store once.
        raise StoreDamagedError if beside(path, ".header").exists() else StoreForeignError
    if size < PAGE_BYTES:
        raise StoreTooShortError
    if not os.access(path, os.W_OK) or not os.access(path.resolve().parent, os.W_OK):
        raise StoreReadOnlyError


def refuse_newer(connection: "Connection", newest: int) -> None:
    """Raises `StoreNewerError` when the store's `user_version` is above `newest`."""
    with faults_in_plain_words():
        if _number(connection, "user_version") > newest:
            raise StoreNewerError


def integrity(connection: "Connection") -> list[str]:
    """What is wrong with the store, in SQLite's words; empty when all is well. Holds writers up for its duration.

    The check of the cipher reads the main file only, past the cache and the WAL, so the WAL is emptied first and no
    writer is let in: else a page that is half way to the file would raise a false alarm.
    """
    with faults_in_plain_words():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        try:
            findings = [finding for check in _CHECKS for finding in _findings(connection, check)]
        finally:
            connection.rollback()
    return findings


def _findings(connection: "Connection", check: str) -> list[str]:
    try:
        rows = connection.execute(f"PRAGMA {check}").fetchall()
    except Exception as error:
        if isinstance(fault_behind(error), StoreDamagedError):
            return [f"{check}: {error}"]
        raise
    return [f"{check}: {' '.join(str(part) for part in row)}" for row in rows if row != ("ok",)]


def _keyed(path: Path, key: bytes) -> "Connection":
    from sqlcipher3 import dbapi2

    if len(key) != KEY_BYTES:
        raise ValueError("the raw key has 32 bytes")
    if dbapi2.sqlite_version_info < SAFE_SQLITE:
        raise EngineUnsafeError
    connection = dbapi2.connect(
        f"{_address(path)}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, timeout=10
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        # Any other SQLite takes the key without a word and writes plaintext.
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise EngineUnsafeError
    except BaseException:
        connection.close()
        raise
    return connection


def _address(path: Path) -> str:
    """The path as an address of SQLite, which unlike a plain path can say "do not create"."""
    posix = path.absolute().as_posix()
    return "file://" + ("" if posix.startswith("/") else "/") + quote(os.fsencode(posix), safe="/:")


def _number(connection: "Connection", pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _looks_encrypted(first: bytes) -> bool:
    """Encrypted bytes look random: a page of them holds practically all 256 values, text and zeroes do not."""
    if len(first) == PAGE_BYTES:
        return len(set(first)) >= 250
    try:
        first.decode()
    except UnicodeDecodeError:
        return True
    return False
