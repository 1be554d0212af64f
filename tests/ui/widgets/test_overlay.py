"""A card over the window gives the focus back, also when what had it is gone by then."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.overlay import Overlay


class _Room(QWidget):
    """Knows where its first focus goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first, self.second = Button(theme, "Först"), Button(theme, "Sedan")
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)

    def focus_first(self) -> None:
        self.first.setFocus()


def _opened(theme: Theme, shown: Callable[..., QWidget]) -> tuple[_Room, Overlay]:
    room = _Room(theme)
    window = shown(room)
    room.second.setFocus()
    overlay = Overlay(window, theme, "Nytt")
    overlay.body.addWidget(Button(theme, "Spara"))
    overlay.open()
    return room, overlay


def test_the_focus_goes_back_to_where_it_was(theme: Theme, shown: Callable[..., QWidget]) -> None:
    room, overlay = _opened(theme, shown)
    overlay.close_over()
    assert room.second.hasFocus()


@pytest.mark.parametrize("gone", ["hidden", "deleted"])
def test_where_that_is_gone_the_focus_goes_to_the_first_place(
    theme: Theme, shown: Callable[..., QWidget], gone: str
) -> None:
    room, overlay = _opened(theme, shown)
    if gone == "hidden":
        room.second.hide()
    else:
        room.second.setParent(None)
        room.second.deleteLater()
    overlay.close_over()
    assert room.first.hasFocus()


def test_it_opens_with_the_focus_on_what_tab_would_come_to_first(theme: Theme, shown: Callable[..., QWidget]) -> None:
    _room, overlay = _opened(theme, shown)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert overlay.isAncestorOf(focused)
