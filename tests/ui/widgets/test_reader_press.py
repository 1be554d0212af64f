"""What a screen reader toggles is pressed: whoever waits for a click hears it, once."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.rail import Place, Rail
from ui.widgets.tick_box import TickBox

Show = Callable[..., QWidget]


def toggle(button: QAbstractButton) -> None:
    """By the first act that the button offers to a screen reader."""
    told = cast(QAccessibleInterface | None, QAccessible.queryAccessibleInterface(button))
    assert told is not None
    acts = told.actionInterface()
    acts.doAction(acts.actionNames()[0])


@pytest.fixture(params=["tick box", "checkable button"])
def button(request: pytest.FixtureRequest, theme: Theme, shown: Show) -> QAbstractButton:
    made = TickBox(theme, "Steg") if request.param == "tick box" else Button(theme, "Visa", checkable=True)
    shown(made)
    return made


def test_a_toggle_is_a_click(button: QAbstractButton) -> None:
    heard: list[bool] = []
    button.clicked.connect(lambda checked: heard.append(checked))
    toggle(button)
    toggle(button)
    button.click()
    assert heard == [True, False, True]


def test_what_the_program_sets_is_no_click(button: QAbstractButton) -> None:
    heard: list[bool] = []
    button.clicked.connect(lambda checked: heard.append(checked))
    button.setChecked(True)
    assert (heard, button.isChecked()) == ([], True)


def test_a_pill_that_is_toggled_is_chosen(theme: Theme, shown: Show) -> None:
    chips = ChoiceChips(theme, "Sätt", (Choice("walk", "Promenad"), Choice("phone", "Telefon")), "walk")
    shown(chips)
    heard: list[str] = []
    chips.chosen.connect(heard.append)
    toggle(chips.pill("phone"))
    assert (heard, chips.current()) == (["phone"], "phone")
    chips.choose("walk")
    assert (heard, chips.current()) == (["phone"], "walk")


def test_a_place_that_is_toggled_is_gone_to_and_not_marked_before(theme: Theme, shown: Show) -> None:
    rail = Rail(theme, "Mentor", Place("note", "Ny", "plus"), (Place("today", "Idag", "today"),), ())
    shown(rail)
    heard: list[str] = []
    rail.chosen.connect(heard.append)
    toggle(rail.button("today"))
    assert (heard, rail.button("today").isChecked()) == (["today"], False)
