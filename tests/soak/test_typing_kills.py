"""The program is killed while something is typed: started again it has it, in its place, and nowhere else."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.keys import FLOOR
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.opening import create_store, open_store
from mentorapp.store.programmes import add_programme, get_programme

TYPIST = Path(__file__).with_name("typist.py")
PASSPHRASE = "granit paraply mossa kanot trumpet"
KEYS_BEFORE_THE_KILL = 400

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")]


@dataclass(frozen=True)
class Home:
    folder: Path
    mentee: UUID
    other: UUID

    @property
    def path(self) -> Path:
        return self.folder / "mentor.mentor"

    def typist(self, act: str, place: str) -> subprocess.Popen[str]:
        who = (str(self.mentee), str(self.other))
        command = [sys.executable, str(TYPIST), str(self.folder), PASSPHRASE, act, place, *who]
        environment = dict(os.environ, HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder))
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    opened = create_store(tmp_path / "mentor.mentor", PASSPHRASE, cost=FLOOR)
    started = opened.store.clock.today() - timedelta(days=30)
    people = []
    with opened.store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = get_programme(session, programme).levels
        for name in ("Farah", "Love"):
            mentee = add_mentee(session, name)
            enrolment = add_enrolment(session, mentee, programme, started_on=started)
            change_level(session, enrolment, levels[0].id, started)
            people.append(mentee)
    opened.close()
    return Home(tmp_path, *people)


@dataclass
class Typed:
    """What was typed before the kill, what was said to be kept, and how long the last unkept key had waited."""

    text: str = ""
    kept: int = 0
    keeps: int = 0
    waited: float = 0.0


def type_and_kill(home: Home, place: str) -> Typed:
    seen, times = Typed(), [0.0]
    with home.typist("type", place) as process:
        assert process.stdout
        for line in process.stdout:
            told = json.loads(line)
            if "letter" in told:
                seen.text += told["letter"]
                times.append(told["at"])
            elif told["tables"] == ["draft"]:
                seen.kept, seen.keeps = told["kept"], seen.keeps + 1
            if "letter" in told and told["typed"] >= KEYS_BEFORE_THE_KILL and seen.keeps > 2:
                os.kill(process.pid, signal.SIGKILL)
                break
        for line in process.stdout:  # what it had said before it was gone
            told = json.loads(line) if line.endswith("\n") else {}
            if "letter" in told:
                seen.text += told["letter"]
                times.append(told["at"])
            elif told:
                seen.kept = told["kept"]
        assert process.wait() == -signal.SIGKILL
    seen.waited = times[-1] - times[min(seen.kept + 1, len(times) - 1)]
    return seen


def look(home: Home, place: str) -> dict[str, Any]:
    process = home.typist("look", place)
    out, err = process.communicate()
    assert process.returncode == 0, err[-3000:]
    told: dict[str, Any] = {}
    for line in out.splitlines():
        told |= json.loads(line)
    return told


FORMS = {"note": "quick_note", "sheet": "page.level", "field": "overview.good_to_know"}
WORDS = {"note": "Utkast till anteckning från i dag", "sheet": "Byte av nivå", "field": "Bra att veta"}


@pytest.mark.parametrize("place", [*(pytest.param(one, marks=pytest.mark.long) for one in ("note", "sheet")), "field"])
def test_a_kill_while_typing_loses_no_more_than_the_last_keys(home: Home, place: str) -> None:
    typed = type_and_kill(home, place)
    print(place, "kept", typed.kept, "of", len(typed.text), f"the oldest unkept key had waited {typed.waited:.2f} s")  # noqa: T201
    opened = open_store(home.path, PASSPHRASE)
    with opened.store.read() as session:
        drafts = list_drafts(session)
    opened.close()
    assert [(draft.form.partition(":")[0], draft.mentee_id) for draft in drafts] == [(FORMS[place], home.mentee)]
    kept = max((value for value in drafts[0].content.values() if isinstance(value, str)), key=len)
    assert typed.text.startswith(kept) or kept.startswith(typed.text)
    assert len(kept) >= typed.kept > 0

    told = look(home, place)
    assert len(told["waiting"]) == 1
    assert WORDS[place] in told["waiting"][0]
    assert told["other"] == ""
    assert not any(line and line in kept for line in told["others_lines"] if len(line) > 5)
    assert told["asked"] == [FORMS[place] if place == "note" else drafts[0].form]
    assert told["whom"] == str(home.mentee)
    assert told["found"] == kept
