"""Shared by all tests: a clock that stands still, and real encrypted stores in a temporary folder."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.store.keys import FLOOR
from mentorapp.store.opening import OpenStore, create_store, open_unlocked
from mentorapp.store.store import Store
from mentorapp.store.vault import Unlocked, header_path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DAY = date(2026, 11, 25)
PASSPHRASE = "granit paraply mossa kanot trumpet"


class StandingClock:
    """A clock that shows noon of a day until it is told otherwise."""

    def __init__(self, day: date) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.day

    def pass_days(self, days: int) -> None:
        self.day += timedelta(days=days)


@pytest.fixture(autouse=True)
def _no_stray_log_record(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that no test expects fails it; who expects one clears `caplog`."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert stray == []


@pytest.fixture
def day() -> date:
    """Wednesday 25 November 2026, the day of the mockups."""
    return DAY


@pytest.fixture
def clock(day: date) -> StandingClock:
    return StandingClock(day)


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture(scope="session")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Unlocked]:
    """A store made once, by the lowest derivation cost, and what unlocked it: deriving the key costs the most."""
    made = create_store(tmp_path_factory.mktemp("sealed") / "prov.mentor", PASSPHRASE, cost=FLOOR)
    made.close()
    return made.store.path, made.unlocked


@pytest.fixture
def make_store(
    tmp_path: Path, clock: StandingClock, sealed: tuple[Path, Unlocked]
) -> Iterator[Callable[[str], OpenStore]]:
    """Empty stores by name, copied from the one made before and closed after the test; PASSPHRASE opens them."""
    opened: list[OpenStore] = []

    def make(name: str = "prov") -> OpenStore:
        path = tmp_path / f"{name}.mentor"
        shutil.copy(sealed[0], path)
        shutil.copy(header_path(sealed[0]), header_path(path))
        opened.append(open_unlocked(path, sealed[1], clock=clock))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def opened(make_store: Callable[..., OpenStore]) -> OpenStore:
    return make_store()


@pytest.fixture
def store(opened: OpenStore) -> Store:
    """An open, empty, encrypted store."""
    return opened.store
