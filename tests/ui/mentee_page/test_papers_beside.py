"""Papers are where they are thought of: at the end of an enrolment, and beside what is stored about a person."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.requests import PrintRequest


@pytest.mark.parametrize(
    ("tab", "code"), [("closing", "P16"), ("closing", "P27"), ("closing", "P11"), ("details", "P10")]
)
def test_each_opens_its_preview(look: Any, qtbot: QtBot, tab: str, code: str) -> None:
    look.page.choose_tab(tab)
    card = look.page.tab(tab).papers
    assert card.isVisibleTo(look.page)
    with qtbot.waitSignal(look.page.print_wanted) as asked:
        card.buttons[code].click()
    assert asked.args == [PrintRequest(look.page.mentee_id, template=code)]
