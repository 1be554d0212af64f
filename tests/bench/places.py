"""What is measured on: a generated store, and the same rows in a plain file without a key, for the floors."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from mentorapp.sample import fill_sample, fill_size
from mentorapp.store import vault
from mentorapp.store.keys import FLOOR, database_key
from mentorapp.store.opening import OpenStore, create_store, open_unlocked

from .cases import fill_cases
from .phrase import PASSPHRASE


@dataclass(frozen=True, slots=True)
class Place:
    """A closed store at `sealed`, its rows without encryption at `plain`, and what unlocks it."""

    sealed: Path
    plain: Path
    unlocked: vault.Unlocked

    @property
    def key(self) -> bytes:
        return database_key(self.unlocked.root)

    def open(self) -> OpenStore:
        return open_unlocked(self.sealed, self.unlocked)

    def plain_connection(self) -> Any:
        """As fast as SQLite goes with the promises kept: the same settings, no key."""
        connection = dbapi2.connect(str(self.plain), isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -24000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {setting}").fetchall()
        return connection


def made(folder: Path, name: str) -> Place:
    """The store of a size, or `sample`; taken from `folder` when it is there already."""
    sealed, plain = folder / f"{name}.mentor", folder / f"{name}.plain"
    if sealed.exists() and plain.exists():
        return Place(sealed, plain, vault.unlock_with_passphrase(sealed, PASSPHRASE))
    fill: Callable[[OpenStore], None]
    if name == "sample":

        def fill(opened: OpenStore) -> None:
            fill_sample(opened.store, opened.store.clock.today())
    else:

        def fill(opened: OpenStore) -> None:
            fill_size(opened.store, name)
            fill_cases(opened.store)

    opened = create_store(sealed, PASSPHRASE, cost=FLOOR)
    fill(opened)
    with opened.store.raw() as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
        connection.execute("DETACH DATABASE plain")
    opened.close()
    place = Place(sealed, plain, opened.unlocked)
    connection = place.plain_connection()
    connection.execute("ANALYZE")
    connection.close()
    return place
