"""The whole program, for stories told by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.store.keys import FLOOR
from mentorapp.store.ladders import get_ladder
from mentorapp.store.opening import create_store
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from tests.program import TestParts, parts, profile, start
from ui.app import Program

from .desk import PASSPHRASE, Desk

__all__ = ["parts", "profile", "start"]


@pytest.fixture
def empty_store(profile: Path, parts: TestParts) -> Path:
    """A store with Moa's name and one programme, and nobody in it yet."""
    profile.mkdir()
    opened = create_store(profile / "mentor.mentor", PASSPHRASE, clock=parts.clock, cost=FLOOR)
    with opened.store.write("programme_added") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor")
        add_programme(session, "Level Up", get_ladder("level_up"))
    opened.close()
    return opened.store.path


@pytest.fixture
def desk(qtbot: QtBot, start: Callable[..., Program], parts: TestParts, empty_store: Path) -> Desk:
    """The first morning: the program is open on Idag."""
    return Desk(qtbot, start, parts, empty_store)


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform cannot grab keys for a menu, and says so."""
    for lack in ("raise", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not support {lack}")
