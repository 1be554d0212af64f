import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from mentorapp.store.errors import StoreInUseError, StoreUnreachableError
from mentorapp.store.occupancy import lock_path, occupy

ROOT = Path(__file__).parents[2]

# Answers every line it reads: "take" with won or lost, "leave" with left.
CONTENDER = """
import sys
from pathlib import Path
from mentorapp.store.errors import StoreInUseError
from mentorapp.store.occupancy import occupy
import filelock
held = None
print("ready", flush=True)
for line in sys.stdin:
    if line == "take\\n":
        try:
            held = occupy(Path(sys.argv[1]))
        except StoreInUseError:
            held = None
        print("won" if held else "lost", flush=True)
    else:
        if held:
            held.release()
        print("left", flush=True)
"""


class Contender:
    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CONTENDER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.answer() == "ready"

    def say(self, word: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def __enter__(self) -> "Contender":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prov.mentor"


@pytest.fixture
def contender(path: Path) -> Iterator[Contender]:
    with Contender(path) as contender:
        yield contender


def test_in_20_races_one_wins(path: Path) -> None:
    with ExitStack() as stack:
        contenders = [stack.enter_context(Contender(path)) for _ in range(5)]
        for _ in range(20):
            for contender in contenders:
                contender.say("take")
            assert sorted(contender.answer() for contender in contenders) == ["lost"] * 4 + ["won"]
            for contender in contenders:
                contender.say("leave")
            assert {contender.answer() for contender in contenders} == {"left"}


def test_a_second_process_is_told(path: Path, contender: Contender) -> None:
    contender.say("take")
    assert contender.answer() == "won"
    with pytest.raises(StoreInUseError):
        occupy(path)


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_killed_process_leaves_nothing_locked(path: Path, contender: Contender) -> None:
    contender.say("take")
    assert contender.answer() == "won"
    contender.process.send_signal(signal.SIGKILL)
    contender.process.wait()
    occupy(path).release()


def test_a_second_hold_in_the_same_process_is_told_too(path: Path) -> None:
    with occupy(path), pytest.raises(StoreInUseError):
        occupy(path)


def test_what_was_let_go_can_be_taken_again(path: Path) -> None:
    held = occupy(path)
    held.release()
    held.release()
    with occupy(path):
        pass
    with occupy(path):
        pass


def test_a_child_process_does_not_keep_the_lock(path: Path) -> None:
    held = occupy(path)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        held.release()
        occupy(path).release()
        child.kill()


def test_a_link_leads_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"")
    link = tmp_path / "link.mentor"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    with occupy(path), pytest.raises(StoreInUseError):
        occupy(link)


def test_a_lock_file_left_behind_means_nothing(path: Path) -> None:
    lock_path(path).write_bytes(b"left behind")
    occupy(path).release()
    assert lock_path(path).read_bytes() == b"left behind"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachableError):
        occupy(tmp_path / "gone" / "prov.mentor")
