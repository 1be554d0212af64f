"""A process that saves through `Store.write` is killed at random: what it said was saved is there, whole, each time."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from sqlalchemy import text

from mentorapp.store import cipher, vault
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.keys import FLOOR
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.opening import create_store, open_unlocked
from mentorapp.store.programmes import add_programme

ROOT = Path(__file__).parents[2]
PASSPHRASE = "granit paraply mossa kanot trumpet"

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")]

# Each line it reads forks a process that saves notes until it is killed. "saved" is said after the commit, not before.
NURSERY = """
import os, random, sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID
from sqlalchemy.orm import configure_mappers
from mentorapp.domain.sessions import NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store import vault
from mentorapp.store.opening import open_unlocked
from mentorapp.store.write_up import WriteUp, write_up
path, mentee = Path(sys.argv[1]), UUID(sys.argv[2])
unlocked = vault.unlock_with_passphrase(path, sys.argv[3])
configure_mappers()

def say(words):
    os.write(1, (words + "\\n").encode())

def save(number):
    store = open_unlocked(path, unlocked).store
    today = store.clock.today()
    while True:
        number += 1
        words = f"kontakt {number} " * random.randrange(1, 400)
        boxes = (NoteSegment(text=words), NoteSegment(text=words[:2000], info_class=InfoClass.HEALTH))
        contact = NewSession(mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=today,
                             place=f"nummer {number}", segments=boxes, next_step=f"steg {number}")
        with store.write("note_saved") as session:
            write_up(session, WriteUp(new=contact, private=(words[:1000],), next_contact_on=today + timedelta(days=7)))
        say(f"saved {number}")

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        save(int(line))
    say(f"child {child}")
    os.waitpid(child, 0)
    say("gone")
"""


class Nursery:
    """Processes that save, one at a time, from a parent that has everything imported."""

    def __init__(self, path: Path, mentee: str) -> None:
        command = [sys.executable, "-c", NURSERY, str(path), mentee, PASSPHRASE]
        self._parent = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    def __enter__(self) -> "Nursery":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._parent.kill()
        self._parent.communicate()

    def killed_after(self, seconds: float, number: int) -> int:
        """Saves from `number` on, killed that long after its first save; the last number said to be saved."""
        assert self._parent.stdin
        assert self._parent.stdout
        self._parent.stdin.write(f"{number}\n")
        self._parent.stdin.flush()
        told = self._parent.stdout
        saved, words = number, told.readline().split()
        while words[0] != "child":
            saved, words = int(words[1]), told.readline().split()
        child = int(words[1])
        # However slow the machine is to begin, each life saves something before it ends.
        saved = int(told.readline().split()[1])
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        for line in iter(told.readline, "gone\n"):
            saved = int(line.split()[1])
        return saved


@dataclass
class Seen:
    kills: int = 0
    saved: int = 0
    unsaid: int = 0
    lost: int = 0
    torn: int = 0


WHOLE = """
SELECT
  (SELECT count(*) FROM note_segment WHERE session_id = session.id),
  (SELECT count(*) FROM private_note WHERE session_id = session.id),
  (SELECT count(*) FROM commitment WHERE origin_id = session.id),
  (SELECT count(*) FROM journal_change WHERE step_number =
    (SELECT step_number FROM journal_change WHERE row_key = '{"hex": "' || lower(hex(session.id)) || '"}'))
FROM session WHERE place LIKE 'nummer %' AND CAST(substr(place, 8) AS INTEGER) > :after
"""
PARTS = (2, 1, 1, 6)  # boxes, private note, promise; with the contact and its next booking six rows in the journal


def look(path: Path, unlocked: vault.Unlocked, before: int, saved: int, seen: Seen) -> int:
    """Opens the store as the next start would, checks all of it, and gives the last number in it."""
    opened = open_unlocked(path, unlocked)
    with opened.store.raw() as connection:
        assert cipher.integrity(connection) == []
    with opened.store.read() as session:
        numbers = set(
            session.scalars(text("SELECT CAST(substr(place, 8) AS INTEGER) FROM session WHERE place LIKE 'nummer %'"))
        )
        parts: list[Any] = [tuple(row) for row in session.execute(text(WHOLE), {"after": before})]
    opened.close()
    seen.kills += 1
    seen.saved += saved - before
    seen.lost += len(set(range(1, saved + 1)) - numbers)
    seen.torn += sum(found != PARTS for found in parts)
    last = max(numbers, default=0)
    seen.unsaid += last - saved
    assert last <= saved + 1
    return last


def kill(times: int, folder: Path) -> Seen:
    path, chance, seen = folder / "prov.mentor", random.Random(), Seen()
    opened = create_store(path, PASSPHRASE, cost=FLOOR)
    with opened.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Birk", birth_date=date(2002, 3, 1))
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        started = opened.store.clock.today() - timedelta(days=1)
        add_enrolment(session, mentee, programme, started_on=started)
    unlocked = opened.unlocked
    opened.close()
    number = 0
    with Nursery(path, str(mentee)) as nursery:
        for _ in range(times):
            saved = nursery.killed_after(chance.uniform(0, 0.4), number)
            number = look(path, unlocked, number, saved, seen)
    return seen


def test_20_kills_while_saving_lose_and_tear_nothing(tmp_path: Path) -> None:
    seen = kill(20, tmp_path)
    assert (seen.kills, seen.lost, seen.torn) == (20, 0, 0)
    assert seen.saved >= 20


@pytest.mark.long
def test_200_kills_while_saving_lose_and_tear_nothing(tmp_path: Path) -> None:
    seen = kill(200, tmp_path)
    print(seen)  # noqa: T201 - the figures of the long run
    assert (seen.kills, seen.lost, seen.torn) == (200, 0, 0)
    assert seen.saved >= 200
