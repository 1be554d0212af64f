"""A tab stands as it will stand when it is first painted: nothing is squeezed for a moment."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ui.screens.mentee_page.columns import ColumnsTab


@pytest.mark.parametrize("name", ["mapping", "around", "network", "details", "closing"])
def test_a_tab_has_its_height_before_the_first_paint(look: Any, name: str) -> None:
    look.page.window().resize(911, 512)
    QApplication.processEvents()
    look.page.choose_tab(name)
    inside = look.page.tab(name).findChild(ColumnsTab).widget()
    at_once = inside.height()
    for _ in range(5):
        QApplication.processEvents()
    assert at_once == inside.height()
