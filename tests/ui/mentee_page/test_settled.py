"""A tab stands as it will stand when it is first painted: nothing is squeezed for a moment."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from mentorapp.store.mentees import add_mentee, change_mentee
from ui.widgets.columns import ColumnsTab


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


def test_another_person_begins_at_the_top(look: Any) -> None:
    with look.store.write("mentee_added") as session:
        other = add_mentee(session, "Birk")
    look.page.window().resize(911, 512)
    QApplication.processEvents()
    look.page.choose_tab("details")
    bar = look.page.tab("details").findChild(ColumnsTab).verticalScrollBar()
    bar.setValue(200)
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, email="farah@exempel")
    assert bar.value() == 200
    look.page.open(other)
    look.page.choose_tab("details")
    assert bar.value() == 0
