"""The real command in a process of its own, the same within this one, and copies of one store with the sample people.

A process of its own costs a second; what only concerns sentences and files runs within this one.
"""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from mentorapp.cli import main
from mentorapp.language import Texts
from mentorapp.sample import DayClock, fill_sample
from mentorapp.store.keys import FLOOR
from mentorapp.store.opening import create_store
from mentorapp.store.vault import header_path, previous_header_path

ROOT = Path(__file__).resolve().parents[2]
MENTORAPP = [sys.executable, "-m", "ui.start"]
PASSPHRASE = "granit paraply mossa kanot trumpet"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


class Terminal:
    """Runs `mentorapp` in a folder; the passphrase comes by standard input unless told otherwise."""

    def __init__(self, folder: Path, here: bool) -> None:
        self.folder = folder
        self.here = here

    def __call__(
        self, *words: str, typed: str = PASSPHRASE + "\n", before: Any = None, lang: str = "sv_SE.UTF-8"
    ) -> Outcome:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON", "QT_"))}
        environment |= {"LANG": lang, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        # Under a limit on the size of files a compiled module would be cut, and spoil every later run.
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        done = subprocess.run(
            [*MENTORAPP, *words],
            cwd=self.folder,
            input=typed.encode("utf-8", "surrogatepass"),
            capture_output=True,
            env=environment,
            preexec_fn=before,
            timeout=120,
            check=False,
        )
        outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in outcome.out + outcome.err
        return outcome

    def within(self, *words: str, typed: str = PASSPHRASE + "\n", lang: str = "sv_SE.UTF-8") -> Outcome:
        """The same in this process."""
        with (
            pytest.MonkeyPatch.context() as patch,
            redirect_stdout(StringIO()) as out,
            redirect_stderr(StringIO()) as err,
        ):
            patch.chdir(self.folder)
            for name in ("LC_ALL", "LC_MESSAGES"):
                patch.delenv(name, raising=False)
            patch.setenv("LANG", lang)
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
            return Outcome(main(words), out.getvalue(), err.getvalue())

    def refuses(self, *words: str, key: str, code: int, values: dict[str, Any] | None = None, **how: Any) -> None:
        """Nothing on standard output, the one sentence of that key on standard error."""
        run = self.within if self.here else self
        outcome = run(*words, **how)
        sentence = Texts("sv")(f"errors.{key}", **(values or {}))
        assert (outcome.code, outcome.err, outcome.out) == (code, sentence + "\n", "")


@pytest.fixture
def mentorapp(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path, here=False)


@pytest.fixture
def here(tmp_path: Path) -> Terminal:
    """`refuses` and `within` of it run in this process."""
    return Terminal(tmp_path, here=True)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the sample people as of today, at the lowest derivation cost."""
    path: Path = tmp_path_factory.mktemp("sample") / "prov.mentor"
    opened = create_store(path, PASSPHRASE, cost=FLOOR)
    fill_sample(opened.store, opened.store.clock.today())
    opened.close()
    return path


@pytest.fixture
def prov(tmp_path: Path, sample_file: Path) -> Path:
    """A copy of it in the folder the command runs in."""
    return copied(sample_file, tmp_path / "prov.mentor")


def copied(source: Path, target: Path) -> Path:
    for of in (lambda path: path, header_path, previous_header_path):
        shutil.copy(of(source), of(target))
    return target


@pytest.fixture
def make_closed(tmp_path: Path) -> Callable[[Callable[[Any], None]], Path]:
    """A closed store that a function has filled in one write."""

    def make(fill: Callable[[Any], None], day: date = date(2026, 11, 25)) -> Path:
        path = tmp_path / "prov.mentor"
        opened = create_store(path, PASSPHRASE, clock=DayClock(day), cost=FLOOR)
        with opened.store.write("filled") as session:
            fill(session)
        opened.close()
        return path

    return make
