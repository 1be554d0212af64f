"""The version of the tables, and the way up from older ones: a verified copy first, then one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING

from . import cipher
from .copies import copy_store
from .files import beside
from .vault import copy_header

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

SCHEMA_VERSION = 5


def copy_path(path: Path, version: int) -> Path:
    """Where the copy of an older store is kept before it is migrated."""
    return beside(path, f".version-{version}")


def bring_up_to_date(connection: "Connection", path: Path, key: bytes) -> bool:
    """Migrates an older store after keeping a verified copy beside it; True when there was something to do."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version >= SCHEMA_VERSION:
        return False
    copy = copy_path(path, version)
    copy_store(connection, copy, key)
    copy_header(path, copy)
    from .migrations import upgrade

    upgrade(lambda: cipher.connect(path, key), version, SCHEMA_VERSION)
    return True
