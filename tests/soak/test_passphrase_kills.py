"""A process that changes the passphrase again and again is killed at random: the old or the new one opens."""

import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mentorapp.store import cipher, slots, vault
from mentorapp.store.errors import WrongPassphraseError
from mentorapp.store.keys import FLOOR, database_key

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")]

# Tells before and after each change. With a quick derivation nearly all of its time goes into files.
CHANGES = """
import hashlib, os, sys
from pathlib import Path
from mentorapp.store import slots, vault
path, number, quick = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "quick"
if quick:
    slots.derive = lambda passphrase, salt, cost: hashlib.sha256(salt + passphrase.encode()).digest()
unlocked = vault.unlock_with_passphrase(path, f"fras {number}")
while True:
    number += 1
    os.write(1, b"begins %d\\n" % number)
    vault.change_passphrase(path, unlocked, f"fras {number}")
    os.write(1, b"changed %d\\n" % number)
"""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        slots, "derive", lambda passphrase, salt, _: hashlib.sha256(salt + passphrase.encode()).digest()
    )


def killed_while_changing(path: Path, number: int, derivation: str, chance: random.Random) -> tuple[int, int]:
    """The number of the last change that was told to be done, and of the last one begun."""
    with subprocess.Popen(
        [sys.executable, "-c", CHANGES, str(path), str(number), derivation], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout
        told = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.1 if derivation == "quick" else 0.7))
        child.send_signal(signal.SIGKILL)
        told += child.stdout.read()
    done, begun = number, number
    for line in told.splitlines(keepends=True):
        word, _, count = line.partition(" ")
        if line.endswith("\n"):  # The kill can cut the last line.
            done, begun = (int(count), begun) if word == "changed" else (done, int(count))
    return done, begun


def number_that_opens(path: Path, done: int, begun: int) -> tuple[int, vault.Unlocked]:
    for number in dict.fromkeys((begun, done)):
        try:
            return number, vault.unlock_with_passphrase(path, f"fras {number}")
        except WrongPassphraseError:
            continue
    raise AssertionError(f"neither {done} nor {begun} opens")


def kill(times: int, folder: Path, derivation: str, chance: random.Random) -> dict[str, int]:
    path = folder / "prov.mentor"
    made = vault.create(path, "fras 0", FLOOR)
    key = database_key(made.root)
    cipher.create_file(path, key)
    number, seen = 0, {"kills": 0, "changes": 0, "in the middle": 0, "new": 0}
    for _ in range(times):
        done, begun = killed_while_changing(path, number, derivation, chance)
        opens, unlocked = number_that_opens(path, done, begun)
        assert unlocked == made
        cipher.connect(path, database_key(unlocked.root)).close()
        seen["kills"] += 1
        seen["changes"] += done - number
        seen["in the middle"] += begun > done
        seen["new"] += opens > done
        number = opens
    return seen


@pytest.mark.usefixtures("quick")
def test_10_kills_during_a_change_of_passphrase_lock_nobody_out(tmp_path: Path) -> None:
    assert kill(10, tmp_path, "quick", random.Random())["kills"] == 10


@pytest.mark.long
def test_100_kills_during_a_change_of_passphrase_lock_nobody_out(tmp_path: Path) -> None:
    seen = kill(100, tmp_path, "real", random.Random())
    print(seen)  # noqa: T201 - the figures of the long run
    assert seen["in the middle"] >= 50


@pytest.mark.long
@pytest.mark.usefixtures("quick")
def test_100_kills_while_the_header_is_written_lock_nobody_out(tmp_path: Path) -> None:
    seen = kill(100, tmp_path, "quick", random.Random())
    print(seen)  # noqa: T201 - the figures of the long run
    assert seen["in the middle"] >= 50
