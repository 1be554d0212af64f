"""The window under test: Fusion, our theme, and no screen."""

import os
from collections.abc import Iterator
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme, ThemeChoice
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.form_sheet import FormSheet


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


@pytest.fixture(autouse=True)
def _every_form_keeps_all_its_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that is opened by any test has every text entry among the fields that it keeps as a draft."""
    open_sheet = FormSheet.open

    def checked(sheet: FormSheet, first: QWidget | None = None) -> None:
        open_sheet(sheet, first)
        kept = [widget for drafts in sheet.findChildren(FormDrafts) for widget in drafts.widgets]
        typed: list[Any] = [*sheet.findChildren(QLineEdit), *sheet.findChildren(QPlainTextEdit)]
        bare = [one for one in typed if not one.isReadOnly() and not any(w is one or w.isAncestorOf(one) for w in kept)]
        assert [f"{type(sheet).__name__}: {one.accessibleName()}" for one in bare] == []

    monkeypatch.setattr(FormSheet, "open", checked)
