"""Labels, icons and tiles that change after they were made; and what is said aloud."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Family, Role, Theme, ThemeChoice
from ui.widgets.announce import announce
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text
from ui.widgets.tile import Tile

Show = Callable[..., QWidget]


def test_a_label_takes_its_tone_from_the_palette_of_the_moment(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "senast i morgon", Role.SMALL, tone="ink2")
    qtbot.addWidget(label)
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("ink2")
    label.set_tone("rust")
    theme.choose(ThemeChoice.DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("rust")


def test_weight_and_line_through_survive_a_change_of_size(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "Skicka länk om komvux")
    qtbot.addWidget(label)
    label.set_bold(True)
    label.set_struck(True)
    theme.set_text_percent(150)
    assert label.font().bold()
    assert label.font().strikeOut()
    assert label.font().pixelSize() == 21


def test_a_running_text_stops_at_seventy_five_letters(theme: Theme, shown: Show) -> None:
    label = Text(theme, "Ord " * 80, wrap=True)
    shown(label, width=1300)
    assert label.width() <= label.fontMetrics().averageCharWidth() * 75
    assert label.height() > label.fontMetrics().height() * 2


def test_what_looks_like_mark_up_is_shown_as_it_stands(theme: Theme, shown: Show) -> None:
    plain, marked = Text(theme, "aaaaaaaa"), Text(theme, "<b>aaaaaaaa</b>")
    shown(plain, marked)
    assert marked.sizeHint().width() > plain.sizeHint().width()


def test_icons_and_tiles_change(theme: Theme, shown: Show) -> None:
    icon, tile = IconView(theme, "lock"), Tile(theme, letter="B")
    window = shown(icon, tile)
    before = window.grab().toImage()
    icon.set_icon("check", "ok")
    tile.set_icon("walk", Family.OK)
    between = window.grab().toImage()
    tile.set_letter("C")
    assert before != between != window.grab().toImage()


def test_what_is_said_reaches_a_screen_reader_that_listens(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = Text(theme, "x")
    qtbot.addWidget(label)
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    announce(label, "Steg avbockat.")
    announce(label, "")
    assert said == ["Steg avbockat."]
