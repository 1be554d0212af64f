"""A store with the sample people on any day, and one of the day of the mockups."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from mentorapp.sample import DayClock, fill_sample
from mentorapp.store.keys import FLOOR
from mentorapp.store.opening import OpenStore, create_store
from mentorapp.store.store import Store


@pytest.fixture(scope="module")
def sample_on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[date], Store]]:
    """The store with the sample people as they stand on a day; made once a day and module, for looking only."""
    folder: Path = tmp_path_factory.mktemp("sample")
    made: dict[date, OpenStore] = {}

    def on(day: date) -> Store:
        if day not in made:
            made[day] = create_store(folder / f"{day}.mentor", "granit paraply mossa", clock=DayClock(day), cost=FLOOR)
            fill_sample(made[day].store, day)
        return made[day].store

    yield on
    for one in made.values():
        one.close()


@pytest.fixture
def sample(sample_on: Callable[[date], Store], day: date) -> Store:
    """The sample people on the day of the mockups, for looking only."""
    return sample_on(day)
