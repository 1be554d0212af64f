"""Old tables are brought up by a process that is killed half-way: the old store or the new, never neither."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mentorapp.domain.calendar import Clock
from mentorapp.store import cipher, vault
from mentorapp.store.keys import database_key
from mentorapp.store.opening import open_store
from mentorapp.store.tables import Table
from mentorapp.store.versions import SCHEMA_VERSION, copy_path

ROOT = Path(__file__).parents[2]
OLD = {version: ROOT / "tests" / "files" / f"schema-{version:04}.mentor" for version in range(1, SCHEMA_VERSION)}

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")]
every_old_store = pytest.mark.parametrize("old", sorted(OLD))

# Stops before the statement of that number and waits to be killed there; past the last it goes on to the end.
MIGRATES = """
import os, sys, time
from pathlib import Path
from alembic import op
from mentorapp.store.opening import open_store
path, passphrase, stop, seen, execute = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), [0], op.execute
def counted(statement):
    if seen[0] == stop:
        os.write(1, b"here\\n")
        time.sleep(60)
    seen[0] += 1
    return execute(statement)
op.execute = counted
os.write(1, b"opens\\n")
open_store(path, passphrase).close()
os.write(1, b"done %d\\n" % seen[0])
"""


def migrate(path: Path, passphrase: str, stop: int, wait: float | None) -> str:
    """Runs the process and kills it: before the statement `stop`, or `wait` seconds after it began to open."""
    command = [sys.executable, "-c", MIGRATES, str(path), passphrase, str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout
        said = child.stdout.readline()
        if wait is None:
            said += child.stdout.readline()
        else:
            time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        return said + child.stdout.read()


def tables_of(path: Path, key: bytes) -> tuple[int, set[str], dict[str, int]]:
    """The version, the names of the tables, and how many rows each of the first tables has."""
    connection = cipher.connect(path, key)
    try:
        assert cipher.integrity(connection) == []
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        counts = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - names of ours
            for name in ("mentee", "session", "note_segment", "step", "private_note", "journal_change")
        }
    finally:
        connection.close()
    return version, {name for name in names if not name.startswith("sqlite_")} - {"alembic_version"}, counts


def fresh(folder: Path, old: int) -> Path:
    path = folder / "prov.mentor"
    for left in folder.glob("prov.mentor*"):
        left.unlink()
    shutil.copy(OLD[old], path)
    shutil.copy(vault.header_path(OLD[old]), vault.header_path(path))
    return path


@every_old_store
def test_an_old_store_comes_up_whole_and_a_copy_of_it_is_kept(
    tmp_path: Path, passphrase: str, clock: Clock, old: int
) -> None:
    path = fresh(tmp_path, old)
    key = database_key(vault.unlock_with_passphrase(path, passphrase).root)
    before = tables_of(path, key)
    assert before[0] == old
    open_store(path, passphrase, clock=clock).close()
    after = tables_of(path, key)
    assert after == (SCHEMA_VERSION, set(Table.metadata.tables), before[2])
    assert tables_of(copy_path(path, old), key) == before


def test_studies_of_the_second_tables_get_the_phase_they_are_in(tmp_path: Path, passphrase: str, clock: Clock) -> None:
    path = fresh(tmp_path, 2)
    key = database_key(vault.unlock_with_passphrase(path, passphrase).root)
    connection = cipher.connect(path, key)
    before = connection.execute("SELECT id, phase, from_date, date(created_at) FROM education_support").fetchall()
    connection.close()
    assert before
    open_store(path, passphrase, clock=clock).close()
    connection = cipher.connect(path, key)
    phases = connection.execute("SELECT education_support_id, phase, since FROM study_phase").fetchall()
    states = connection.execute("SELECT csn_state, goal, barriers FROM education_support").fetchall()
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    assert set(phases) == {(key, phase, began or made) for key, phase, began, made in before}
    assert len(phases) == len(before)
    assert set(states) == {("unknown", "", "")}


def kill(times: int, old: int, folder: Path, passphrase: str, clock: Clock) -> dict[str, int]:
    """Three kills of four inside a statement of the migration, the rest wherever they fall."""
    path, chance = fresh(folder, old), random.Random()
    key = database_key(vault.unlock_with_passphrase(path, passphrase).root)
    _, old_tables, rows = tables_of(path, key)
    statements = int(migrate(path, passphrase, -1, None).rpartition("done ")[2])
    seen = {"old": 0, "new": 0, "in a statement": 0}
    for number in range(times):
        path = fresh(folder, old)
        half_way = number < times * 3 // 4
        stop, wait = (chance.randrange(statements), None) if half_way else (-1, chance.uniform(0, 0.8))
        seen["in a statement"] += "here" in migrate(path, passphrase, stop, wait)
        version, names, counts = tables_of(path, key)
        assert (version, names) in ((old, old_tables), (SCHEMA_VERSION, set(Table.metadata.tables)))
        assert counts == rows
        seen["old" if version == old else "new"] += 1
        open_store(path, passphrase, clock=clock).close()
        assert tables_of(path, key) == (SCHEMA_VERSION, set(Table.metadata.tables), rows)
    assert seen["in a statement"] == times * 3 // 4
    return seen


@every_old_store
def test_4_kills_half_way_leave_the_old_store_or_the_new(
    tmp_path: Path, passphrase: str, clock: Clock, old: int
) -> None:
    assert kill(4, old, tmp_path, passphrase, clock)["old"] >= 3


@pytest.mark.long
@every_old_store
def test_20_kills_half_way_leave_the_old_store_or_the_new(
    tmp_path: Path, passphrase: str, clock: Clock, old: int
) -> None:
    print(kill(20, old, tmp_path, passphrase, clock))  # noqa: T201 - the figures of the long run
