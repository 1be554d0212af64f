"""Rows about starting: to the unlock page, to the first page, what unlocking itself costs, memory, late imports."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

from mentorapp.store import cipher, overviews
from mentorapp.store.keys import FLOOR

from .measuring import Row, compared, rounds, timed
from .places import Place

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60


class Starts:
    """Starts processes and waits for the line they say."""

    def __init__(self, place: Place, folder: Path) -> None:
        self._profile = folder / "profile"
        self._profile.mkdir(exist_ok=True)
        (self._profile / "preferences.json").write_text(json.dumps({"store": str(place.sealed)}), encoding="utf-8")
        self.told: list[dict[str, float]] = []
        self.bare_memory: list[float] = []

    def bare(self, *words: str) -> float:
        took, last = self._until("painted", "tests.bench.bare", *words)
        self.bare_memory.append(float(last.split()[1]))
        return took

    def bare_with_key(self) -> float:
        return self.bare(str(FLOOR.memory_kib), str(FLOOR.time), str(FLOOR.lanes))

    def unlock_page(self) -> float:
        return self._program("painted", "unlock")

    def first_page(self) -> float:
        return self._program("first page", "first")

    def later(self) -> dict[str, float]:
        """Typed when everything is imported: what the program says of itself."""
        self._program("first page", "later")
        return self.told[-1]

    def _program(self, word: str, how: str) -> float:
        took, last = self._until(word, "tests.bench.program", how, str(self._profile))
        self.told.append(json.loads(last))
        return took

    def _until(self, word: str, module: str, *words: str) -> tuple[float, str]:
        """Seconds from the start to that word, and the last line that was said."""
        environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        started = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", module, *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment,
        ) as child:  # fmt: skip
            assert child.stdout
            assert child.stderr
            impatience = Timer(_PATIENCE, child.kill)
            impatience.start()
            took, last = 0.0, ""
            for line in child.stdout:
                if line.startswith(word) and not took:
                    took = time.perf_counter() - started
                last = line.strip()
            code = child.wait()
            impatience.cancel()
            if code or not took:
                raise RuntimeError(child.stderr.read().strip().splitlines()[-1:] or "nothing was painted")
        return took, last


def start_rows(place: Place, folder: Path) -> Iterator[Row]:
    starts = Starts(place, folder)
    yield compared("Start to the unlock page", "at most 1.15 x", starts.bare, starts.unlock_page)
    gaps = [one["gap"] for one in starts.told if "gap" in one]
    longest = 1000 * statistics.median(gaps)
    yield Row("Late imports: longest gap in the event loop", "at most 50 ms", product=longest)
    bare = statistics.median(starts.bare_memory)
    here = statistics.median(one["memory at unlock"] for one in starts.told)
    yield Row("Memory at the unlock page (PSS)", "", bare, here, here / bare, unit="MiB")
    yield compared(
        "Start to the first page, passphrase at once", "at most 1.3 x", starts.bare_with_key, starts.first_page
    )
    told = [starts.later() for _ in range(rounds())]
    yield unlock_row(place, told)
    here = statistics.median(one["memory"] for one in told)
    yield Row("Memory at the first page (PSS)", "at most 1.6 x", bare, here, here / bare, unit="MiB")


def unlock_row(place: Place, told: list[dict[str, float]]) -> Row:
    """Less the derivation of the key, which the passphrase has to cost."""

    def raw() -> None:
        connection = cipher.connect(place.sealed, place.key)
        connection.execute(overviews._PERSONS).fetchall()
        connection.close()

    floor = timed(raw, 9)()
    took = statistics.median(one["unlock"] - one["derived"] for one in told)
    return Row("Unlock to the first page, less the key", "at most 50 ms", 1000 * floor, 1000 * took, took / floor)
