"""Shared by the tests that need services of the system: they are skipped, with the reason, where one is missing.

With MENTOR_NOTHING_SKIPPED set, as `.ci/run` does, a missing service is a failure.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from mentorapp.sample import fill_sample
from mentorapp.store.opening import OpenStore

ROOT = Path(__file__).resolve().parents[2]

# The program, and who walks through it and reads its tree, under one window manager and one bus: without the manager a
# window never gets the focus.
DESKTOP = """
way=$1 out=$2
shift 2
openbox & window_manager=$!
/usr/libexec/at-spi-bus-launcher --launch-immediately & bus=$!
for try in $(seq 100); do
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
  sleep 0.2
done
sleep 1
"$@" & program=$!
/usr/bin/python3 tests/system/tree.py "$way" "$out"
read=$?
xdotool key alt+F4
sleep 3
kill $program $window_manager $bus 2>/dev/null
exit $read
"""


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform has no window manager, and says so at every window."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the program."""
    return ROOT


@pytest.fixture(scope="session")
def lacking() -> Callable[[str], None]:
    """Says what the system lacks, and ends the test."""

    def say(reason: str) -> None:
        if os.environ.get("MENTOR_NOTHING_SKIPPED"):
            pytest.fail(f"nothing may be skipped here: {reason}")
        pytest.skip(reason)

    return say


@pytest.fixture(scope="session")
def needs(lacking: Callable[[str], None]) -> Callable[..., None]:
    """Names the programs that a test needs."""

    def look(*programs: str) -> None:
        missing = [name for name in programs if shutil.which(name) is None]
        if missing:
            lacking(f"not on this system: {', '.join(missing)}")

    return look


@pytest.fixture(scope="session")
def without_network(needs: Callable[..., None], lacking: Callable[[str], None]) -> list[str]:
    """What to put before a command so that it runs where there is no network, not even the machine's own."""
    needs("unshare")
    prefix = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode != 0:
        lacking("this system allows no network namespaces")
    return prefix


@pytest.fixture(scope="session")
def walk(needs: Callable[..., None], lacking: Callable[[str], None]) -> Callable[..., dict[str, Any]]:
    """Starts the window with some options on a desktop of its own, walks through it by keys and by what a screen
    reader can press, and gives what was told at each place. `desktop` and `program` are put before the two commands.
    """

    def go(way: str, *options: str, desktop: Sequence[str] = (), program: Sequence[str] = ()) -> dict[str, Any]:
        needs("xvfb-run", "dbus-run-session", "openbox", "xdotool", "xprop")
        able = subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True, check=False)
        if able.returncode != 0 or not Path("/usr/libexec/at-spi-bus-launcher").exists():
            lacking("not on this system: at-spi2-core, python3-pyatspi")
        # A short name: sockets lie in it.
        with tempfile.TemporaryDirectory(prefix="desktop") as folder:
            out = Path(folder) / "told.json"
            window = [sys.executable, "-m", "ui.start", *(option.format(folder=folder) for option in options)]
            screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
            command = [*desktop, *screen, "bash", "-c", DESKTOP, "desktop", way, str(out), *program, *window]
            environment = plain_environment() | {
                "HOME": folder,
                "TMPDIR": folder,
                "XDG_RUNTIME_DIR": folder,
                "QT_QPA_PLATFORM": "xcb",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            }
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr[-6000:]
            told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
            return told

    return go


def plain_environment() -> dict[str, str]:
    """Without what a desktop or a test run has put into it."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_", "DBUS_", "COV_"))}


@pytest.fixture
def sample(opened: OpenStore) -> OpenStore:
    """A store with the twelve sample people, as they stand on the day of the clock."""
    fill_sample(opened.store, opened.store.clock.today())
    return opened
