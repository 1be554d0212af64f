"""Shared by all tests: a clock that stands still, and real encrypted stores in a temporary folder."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.store.keys import FLOOR
from mentorapp.store.opening import OpenStore, create_store
from mentorapp.store.store import Store

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


@pytest.fixture
def make_store(tmp_path: Path, clock: StandingClock) -> Iterator[Callable[[str], OpenStore]]:
    """Makes stores by name, at the lowest derivation cost, and closes them after the test."""
    opened: list[OpenStore] = []

    def make(name: str = "prov") -> OpenStore:
        opened.append(create_store(tmp_path / f"{name}.mentor", PASSPHRASE, clock=clock, cost=FLOOR))
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
