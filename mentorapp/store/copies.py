"""A verified encrypted copy of a store: before a migration, and wherever a file is to be trusted later.

The copy goes through SQLite's backup, never through the file system: the file alone lacks what is in the WAL.
`VACUUM INTO` gives the same rows, but it rewrites every page and so could not copy a store that is slightly damaged.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from . import cipher
from .errors import CopyNotVerifiedError, StoreDamagedError, StoreEmptyError, StoreMistakeError, StoreTooShortError
from .faults import faults_in_plain_words
from .files import beside, companions, discard, settle, settle_folder

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def copy_store(source: "Connection", target: Path, key: bytes) -> None:
    """Copy the open store to `target` under the same key; an older file there is replaced once the copy is proved.

    Nobody may have `target` open. Raises `CopyNotVerifiedError`, `DiskFullError` and what else is the disk's; then
    `target` is as it was.
    """
    part = beside(target, ".part")
    with faults_in_plain_words(target):
        try:
            discard(part)
            _fill(source, part, key)
            settle(part)
            _prove(source, part, key)
            _put_in_place(part, target.resolve())
        finally:
            discard(part)


def _fill(source: "Connection", part: Path, key: bytes) -> None:
    copy = cipher.connect_to_new(part, key)
    try:
        source.backup(copy)
    finally:
        copy.close()


def _prove(source: "Connection", part: Path, key: bytes) -> None:
    """Open the file anew and read all of it."""
    try:
        cipher.refuse_what_is_no_store(part)
        copy = cipher.connect(part, key)
        try:
            same = _version(copy) == _version(source)
            findings = cipher.integrity(copy)
        finally:
            copy.close()
    except (StoreDamagedError, StoreEmptyError, StoreTooShortError, StoreMistakeError) as error:
        raise CopyNotVerifiedError from error
    if findings or not same:
        raise CopyNotVerifiedError


def _put_in_place(part: Path, target: Path) -> None:
    # First the companions: a WAL of the replaced file would be played into the new one and ruin it.
    for file in companions(target):
        file.unlink(missing_ok=True)
    part.replace(target)
    settle_folder(target.parent)


def _version(connection: "Connection") -> tuple[int, int]:
    """The version the program counts in, and the number of tables, indexes and triggers."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return int(version), int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
