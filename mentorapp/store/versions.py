"""The version of the tables, and the way up from older ones: a verified copy first, then one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING

from .copies import copy_store
from .files import beside

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

SCHEMA_VERSION = 1


def bring_up_to_date(connection: "Connection", path: Path, key: bytes) -> bool:
    """Migrates an older store after keeping a verified copy beside it; True when there was something to do."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version >= SCHEMA_VERSION:
        return False
    copy_store(connection, beside(path, f".version-{version}"), key)
    from .migrations import upgrade

    upgrade(connection)
    return True
