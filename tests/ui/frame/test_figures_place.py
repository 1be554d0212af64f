"""Siffror is a place of the window: from Deltagare, and left by its arrow."""

from typing import Any

import pytest

from ui.rooms import Rooms
from ui.screens.figures import FiguresScreen
from ui.screens.mentees import MenteesScreen


@pytest.fixture
def rooms(unlocked: Any) -> Rooms:
    found: Rooms | None = unlocked.stay.rooms
    assert found is not None
    return found


def test_figures_are_reached_from_the_list_and_left_again(rooms: Rooms) -> None:
    rooms.frame.go("mentees")
    rooms.mentees.figures_button.click()
    figures = rooms.frame.current
    assert isinstance(figures, FiguresScreen)
    figures.back.click()
    assert isinstance(rooms.frame.current, MenteesScreen)
    rooms.frame._handlers()["figures"]()
    assert isinstance(rooms.frame.current, FiguresScreen)
