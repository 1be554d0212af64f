import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mentorapp.store import cipher
from mentorapp.store.errors import (
    EngineUnsafeError,
    StoreDamagedError,
    StoreExistsError,
    StoreForeignError,
    StoreNewerError,
    StoreUnreachableError,
)

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
CANARY = "Kanariefågel på lur"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "prov.mentor"
    cipher.create_file(path, KEY)
    return path


@pytest.fixture
def connection(path: Path) -> Iterator["Connection"]:
    connection = cipher.connect(path, KEY)
    yield connection
    connection.close()


def fill(connection: "Connection", rows: int = 200) -> None:
    connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO notes (text) VALUES (?)", [(f"{CANARY} {row} " * 20,) for row in range(rows)])
    connection.execute("COMMIT")


def answer(connection: "Connection", pragma: str) -> object:
    return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("cache_size", -24000),
        ("page_size", "4096"),
        ("cipher_page_size", "4096"),
        ("cipher_use_hmac", "1"),
        ("application_id", cipher.APPLICATION_ID),
        ("cipher_log_level", "NONE"),
        ("busy_timeout", 10_000),
    ],
)
def test_every_connection_has_the_settings_of_the_kill_test(
    connection: "Connection", pragma: str, value: object
) -> None:
    assert answer(connection, pragma) == value


def test_the_engine_is_sqlcipher_and_new_enough(connection: "Connection") -> None:
    assert str(answer(connection, "cipher_version")).startswith("4.")
    version = str(connection.execute("SELECT sqlite_version()").fetchone()[0])
    assert tuple(int(part) for part in version.split(".")) >= cipher.SAFE_SQLITE


def test_an_engine_with_the_wal_reset_bug_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 1))
    with pytest.raises(EngineUnsafeError):
        cipher.connect(path, KEY)


def test_an_engine_that_takes_the_key_without_a_word_is_refused(tmp_path: Path) -> None:
    """The standard library's sqlite3 does: it would write plaintext (in a process of its own: one library each)."""
    script = """
import sqlite3, sys, types
sys.modules["sqlcipher3"] = types.SimpleNamespace(dbapi2=sqlite3)
sys.modules["sqlcipher3.dbapi2"] = sqlite3
sqlite3.sqlite_version_info = (9, 0, 0)
from pathlib import Path
from mentorapp.store import cipher
from mentorapp.store.errors import EngineUnsafeError
try:
    cipher.create_file(Path(sys.argv[1]), bytes(32))
except EngineUnsafeError:
    print("refused")
"""
    assert run(script, tmp_path / "prov.mentor") == "refused"
    assert not (tmp_path / "prov.mentor").exists()


def run(script: str, *given: object) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script, *map(str, given)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def test_what_was_written_is_there_when_opened_again(path: Path, connection: "Connection") -> None:
    fill(connection)
    connection.close()
    again = cipher.connect(path, KEY)
    assert again.execute("SELECT count(*) FROM notes").fetchone() == (200,)
    again.close()


def test_no_file_beside_the_store_shows_what_is_in_it(path: Path, connection: "Connection") -> None:
    fill(connection)
    files = list(path.parent.iterdir())
    assert {file.name for file in files} == {"prov.mentor", "prov.mentor-wal", "prov.mentor-shm"}
    for file in files:
        data = file.read_bytes()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert CANARY.encode(encoding) not in data
        assert b"CREATE TABLE" not in data
        assert b"SQLite format" not in data


def test_the_standard_library_refuses_the_file(path: Path) -> None:
    script = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1]).execute("SELECT * FROM sqlite_master")
except sqlite3.DatabaseError as error:
    print(error)
"""
    assert run(script, path) == "file is not a database"


def test_an_independent_reader_reads_it_with_the_raw_key(path: Path, connection: "Connection") -> None:
    """apsw with SQLite3 Multiple Ciphers: other code, the same published format."""
    fill(connection)
    connection.close()
    script = """
import apsw, sys
connection = apsw.Connection(sys.argv[1], flags=apsw.SQLITE_OPEN_READONLY)
for pragma in ("cipher='sqlcipher'", "legacy=4", f"key=\\"x'{sys.argv[2]}'\\""):
    list(connection.execute("PRAGMA " + pragma))
print(*next(connection.execute("SELECT count(*), max(text LIKE ?) FROM notes", (sys.argv[3] + " 1%",))))
print(*next(connection.execute("PRAGMA application_id")), *next(connection.execute("PRAGMA integrity_check")))
"""
    assert run(script, path, KEY.hex(), CANARY) == f"200 1\n{cipher.APPLICATION_ID} ok"


def test_a_wrong_key_is_refused_and_nothing_is_printed(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        with pytest.raises(StoreDamagedError):
            cipher.connect(path, os.urandom(32))
    assert capfd.readouterr() == ("", "")


def test_a_key_of_another_length_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        cipher.connect(path, b"short")


def test_opening_never_creates(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachableError):
        cipher.connect(tmp_path / "missing.mentor", KEY)
    assert not list(tmp_path.iterdir())


def test_an_empty_file_opens_under_no_key_and_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.mentor"
    path.touch()
    with pytest.raises(StoreForeignError):
        cipher.connect(path, KEY)
    assert [(file.name, file.stat().st_size) for file in tmp_path.iterdir()] == [("empty.mentor", 0)]


def test_a_database_of_another_program_under_the_same_key_is_foreign(path: Path, connection: "Connection") -> None:
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    with pytest.raises(StoreForeignError):
        cipher.connect(path, KEY)


def test_a_newer_store_is_refused(connection: "Connection") -> None:
    connection.execute("PRAGMA user_version = 7")
    cipher.refuse_newer(connection, 7)
    with pytest.raises(StoreNewerError):
        cipher.refuse_newer(connection, 6)


@pytest.mark.parametrize("name", ["å ä ö.mentor", "50% av #1?mode=memory&x.mentor", "a'b.mentor", "🌲.mentor"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("not a file name there")
    path = tmp_path / name
    cipher.create_file(path, KEY)
    connection = cipher.connect(path, KEY)
    fill(connection, 3)
    connection.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cipher.create_file(Path("prov.mentor"), KEY)
    cipher.connect(Path("prov.mentor"), KEY).close()


def test_no_store_is_made_over_another_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreExistsError):
        cipher.create_file(path, KEY)
    assert path.read_bytes() == before


def test_no_store_is_made_beside_the_wal_of_another(tmp_path: Path) -> None:
    (tmp_path / "prov.mentor-wal").write_bytes(b"rows that were not yet in their store")
    with pytest.raises(StoreExistsError):
        cipher.create_file(tmp_path / "prov.mentor", KEY)


def test_a_half_made_store_is_in_nobodys_way(tmp_path: Path) -> None:
    for suffix in (".part", ".part-wal", ".part-shm", ".part-journal"):
        (tmp_path / f"prov.mentor{suffix}").write_bytes(os.urandom(5000))
    cipher.create_file(tmp_path / "prov.mentor", KEY)
    assert [file.name for file in tmp_path.iterdir()] == ["prov.mentor"]
    cipher.connect(tmp_path / "prov.mentor", KEY).close()


def test_a_store_appears_with_what_it_was_filled_with(tmp_path: Path) -> None:
    path = tmp_path / "prov.mentor"

    def filled(part: Path) -> None:
        assert not path.exists()
        connection = cipher.connect(part, KEY)
        fill(connection, 5)
        connection.close()

    cipher.create_file(path, KEY, filled)
    connection = cipher.connect(path, KEY)
    assert connection.execute("SELECT count(*) FROM notes").fetchone() == (5,)
    connection.close()


def test_a_store_that_could_not_be_filled_never_appears(tmp_path: Path) -> None:
    def broken(part: Path) -> None:
        raise KeyError("half way")

    with pytest.raises(KeyError):
        cipher.create_file(tmp_path / "prov.mentor", KEY, broken)
    assert not list(tmp_path.iterdir())


def test_a_new_store_that_is_left_open_is_a_bug(tmp_path: Path) -> None:
    left: list[Connection] = []

    def opened(part: Path) -> None:
        left.append(cipher.connect(part, KEY))
        fill(left[0], 1)

    with pytest.raises(RuntimeError, match="not closed"):
        cipher.create_file(tmp_path / "prov.mentor", KEY, opened)
    left[0].close()
    assert not (tmp_path / "prov.mentor").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_only_this_account_can_read_the_store(path: Path, connection: "Connection") -> None:
    fill(connection, 3)
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


# Integrity


def test_a_sound_store_has_no_findings(connection: "Connection") -> None:
    fill(connection)
    assert cipher.integrity(connection) == []


def test_a_flipped_bit_in_any_page_is_found(path: Path, connection: "Connection") -> None:
    fill(connection)
    connection.close()
    data = path.read_bytes()
    for page in range(1, len(data) // cipher.PAGE_BYTES):
        spoilt = bytearray(data)
        spoilt[page * cipher.PAGE_BYTES + random.Random(page).randrange(cipher.PAGE_BYTES)] ^= 1
        path.write_bytes(spoilt)
        again = cipher.connect(path, KEY)
        findings = cipher.integrity(again)
        assert f"cipher_integrity_check: HMAC verification failed for page {page + 1}" in findings
        assert not again.in_transaction
        again.close()


def test_a_row_that_points_to_no_row_is_found(connection: "Connection") -> None:
    fill(connection, 3)
    connection.execute("CREATE TABLE steps (note INTEGER REFERENCES notes (id))")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO steps VALUES (99)")
    assert cipher.integrity(connection) == ["foreign_key_check: steps 1 notes 0"]


def test_a_page_torn_by_a_crash_but_whole_in_the_wal_is_no_false_alarm(
    path: Path, connection: "Connection", tmp_path: Path
) -> None:
    fill(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("UPDATE notes SET text = text || '!'")
    crashed = tmp_path / "crashed" / "prov.mentor"
    crashed.parent.mkdir()
    data = bytearray(path.read_bytes())
    data[-2000:] = bytes(2000)  # a page that was half written when the power went
    crashed.write_bytes(data)
    (crashed.parent / "prov.mentor-wal").write_bytes(Path(f"{path}-wal").read_bytes())

    again = cipher.connect(crashed, KEY)
    assert again.execute("PRAGMA cipher_integrity_check").fetchall(), "without a checkpoint it is an alarm"
    assert cipher.integrity(again) == []
    assert again.execute("SELECT count(*) FROM notes WHERE text LIKE '%!'").fetchone() == (200,)
    again.close()


def test_a_check_leaves_no_transaction_open(connection: "Connection") -> None:
    fill(connection, 3)
    cipher.integrity(connection)
    assert not connection.in_transaction


# What the full-text index keeps


@pytest.mark.parametrize(("secure", "kept"), [(0, True), (1, False)])
def test_the_full_text_index_forgets_deleted_words_only_with_secure_delete(
    connection: "Connection", secure: int, kept: bool
) -> None:
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (text, content='')")
    connection.execute("INSERT INTO found (found, rank) VALUES ('secure-delete', ?)", (secure,))
    connection.execute("INSERT INTO found (rowid, text) VALUES (1, 'kanarie')")
    connection.execute("INSERT INTO found (found, rowid, text) VALUES ('delete', 1, 'kanarie')")
    blocks = b"".join(row[0] for row in connection.execute("SELECT block FROM found_data"))
    assert (b"kanarie" in blocks) is kept
