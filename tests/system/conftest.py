"""Shared by the tests that need services of the system: they are skipped, with the reason, where one is missing.

With MENTOR_NOTHING_SKIPPED set, as `.ci/run` does, a missing service is a failure.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorapp.sample import fill_sample
from mentorapp.store.opening import OpenStore

ROOT = Path(__file__).resolve().parents[2]


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


@pytest.fixture
def sample(opened: OpenStore) -> OpenStore:
    """A store with the twelve sample people, as they stand on the day of the clock."""
    fill_sample(opened.store, opened.store.clock.today())
    return opened
