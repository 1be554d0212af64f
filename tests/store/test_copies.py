import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mentorapp.store import cipher, vault
from mentorapp.store.copies import copy_store
from mentorapp.store.errors import CopyNotVerifiedError, StoreUnreachableError
from mentorapp.store.keys import FLOOR, database_key

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

KEY = bytes(range(32))


@pytest.fixture
def source(tmp_path: Path) -> Iterator["Connection"]:
    """An open store whose newest rows are in the WAL only."""
    (tmp_path / "here").mkdir()
    path = tmp_path / "here" / "prov.mentor"
    cipher.create_file(path, KEY)
    connection = cipher.connect(path, KEY)
    connection.execute("PRAGMA user_version = 3")
    connection.execute("CREATE TABLE notes (text TEXT)")
    connection.executemany("INSERT INTO notes VALUES (?)", [(f"Exempelsson {row} " * 40,) for row in range(200)])
    yield connection
    connection.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "there").mkdir()
    return tmp_path / "there" / "copy.mentor"


def rows(path: Path, key: bytes = KEY) -> int:
    connection = cipher.connect(path, key)
    try:
        return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])
    finally:
        connection.close()


def test_a_copy_has_the_fresh_rows_and_stands_alone(source: "Connection", target: Path) -> None:
    copy_store(source, target, KEY)
    assert [file.name for file in target.parent.iterdir()] == ["copy.mentor"]
    assert rows(target) == 200


def test_copying_the_file_alone_would_lose_the_fresh_rows(source: "Connection", tmp_path: Path) -> None:
    """Why copies go through the backup: the same rows, copied as a file."""
    shutil.copy(tmp_path / "here" / "prov.mentor", tmp_path / "naive.mentor")
    connection = cipher.connect(tmp_path / "naive.mentor", KEY)
    assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    connection.close()


def test_a_copy_is_encrypted_under_its_own_salt(source: "Connection", target: Path, tmp_path: Path) -> None:
    copy_store(source, target, KEY)
    data = target.read_bytes()
    assert b"Exempelsson" not in data
    assert "Exempelsson".encode("utf-16-le") not in data
    assert not data.startswith(b"SQLite format 3")
    assert data[:16] != (tmp_path / "here" / "prov.mentor").read_bytes()[:16]


def test_a_copy_keeps_version_and_application_id(source: "Connection", target: Path) -> None:
    copy_store(source, target, KEY)
    copy = cipher.connect(target, KEY)
    assert copy.execute("PRAGMA user_version").fetchone() == (3,)
    assert copy.execute("PRAGMA application_id").fetchone() == (cipher.APPLICATION_ID,)
    copy.close()


def test_copying_changes_nothing_in_the_source(source: "Connection", target: Path) -> None:
    copy_store(source, target, KEY)
    assert source.execute("SELECT count(*) FROM notes").fetchone() == (200,)
    assert not source.in_transaction
    assert cipher.integrity(source) == []


def test_an_older_copy_is_replaced_with_its_stale_wal(source: "Connection", target: Path) -> None:
    """A WAL of another life of the file, played into the new one, would ruin it."""
    copy_store(source, target, KEY)
    living = cipher.connect(target, KEY)
    living.execute("DELETE FROM notes")
    stale = Path(f"{target}-wal").read_bytes()
    living.close()
    Path(f"{target}-wal").write_bytes(stale)
    copy_store(source, target, KEY)
    assert [file.name for file in target.parent.iterdir()] == ["copy.mentor"]
    assert rows(target) == 200


def test_the_copy_of_a_damaged_store_is_refused_and_the_older_one_stays(
    source: "Connection", target: Path, tmp_path: Path
) -> None:
    copy_store(source, target, KEY)
    before = target.read_bytes()
    source.execute("PRAGMA foreign_keys = OFF")
    source.execute("CREATE TABLE parents (id INTEGER PRIMARY KEY)")
    source.execute("CREATE TABLE children (parent INTEGER REFERENCES parents (id))")
    source.execute("INSERT INTO children VALUES (5)")
    with pytest.raises(CopyNotVerifiedError):
        copy_store(source, target, KEY)
    assert target.read_bytes() == before
    assert [file.name for file in target.parent.iterdir()] == ["copy.mentor"]


@pytest.mark.parametrize("left", [0, 100, 4096, -1000], ids=["nothing", "less than a page", "one page", "a hole"])
def test_what_does_not_read_back_whole_is_refused(
    source: "Connection", target: Path, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    def settle_badly(part: Path) -> None:
        data = part.read_bytes()
        part.write_bytes(data[:left] if left >= 0 else data[:left] + bytes(-left))

    monkeypatch.setattr("mentorapp.store.copies.settle", settle_badly)
    with pytest.raises(CopyNotVerifiedError):
        copy_store(source, target, KEY)
    assert not list(target.parent.iterdir())


def test_a_copy_under_another_key_opens_with_that_key_only(source: "Connection", target: Path) -> None:
    other = os.urandom(32)
    copy_store(source, target, other)
    assert rows(target, other) == 200


def test_a_folder_that_is_gone_is_said(source: "Connection", tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachableError):
        copy_store(source, tmp_path / "gone" / "copy.mentor", KEY)


def test_a_copy_with_its_header_opens_with_the_passphrase(tmp_path: Path, target: Path) -> None:
    path = tmp_path / "prov.mentor"
    unlocked = vault.create(path, "en fras", FLOOR)
    key = database_key(unlocked.root)
    cipher.create_file(path, key)
    connection = cipher.connect(path, key)
    copy_store(connection, target, key)
    connection.close()
    vault.copy_header(path, target)
    root = vault.unlock_with_passphrase(target, "en fras").root
    cipher.connect(target, database_key(root)).close()


COPIES = """
import sys
from pathlib import Path
from mentorapp.store import cipher
from mentorapp.store.copies import copy_store
path, target, key = Path(sys.argv[1]), Path(sys.argv[2]), bytes(range(32))
connection = cipher.connect(path, key)
print("ready", flush=True)
while True:
    copy_store(connection, target, key)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_kill_while_copying_leaves_a_whole_copy_or_none(source: "Connection", target: Path, tmp_path: Path) -> None:
    source.close()
    for kill in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", COPIES, str(tmp_path / "here" / "prov.mentor"), str(target)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        ) as child:
            assert child.stdout
            child.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(timeout=0.003 * kill)
            child.send_signal(signal.SIGKILL)
        assert not target.exists() or rows(target) == 200
