"""The window under test: Fusion, our theme, and no screen."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from mentorapp.language.texts import Texts
from ui.theme import Theme, ThemeChoice


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform has no window manager, and says so at every window and every popup."""
    for lack in ("propagateSizeHints", "raise", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not support {lack}")


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def theme(session_theme: Theme) -> Iterator[Theme]:
    """Light and 100 %, whatever the test before left behind."""
    session_theme.choose(ThemeChoice.LIGHT)
    session_theme.set_text_percent(100)
    yield session_theme
    session_theme.choose(ThemeChoice.LIGHT)
    session_theme.set_text_percent(100)


@pytest.fixture(params=["sv", "en"])
def any_texts(request: pytest.FixtureRequest) -> Texts:
    return Texts(request.param)


@pytest.fixture
def texts() -> Texts:
    return Texts("sv")
