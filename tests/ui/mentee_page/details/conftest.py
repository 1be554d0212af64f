"""The tab Uppgifter of Farah, in the window."""

from typing import Any

import pytest

from ui.screens.mentee_page.details import DetailsTab


@pytest.fixture
def tab(look: Any) -> DetailsTab:
    look.page.choose_tab("details")
    tab = look.page.tab("details")
    assert isinstance(tab, DetailsTab)
    return tab
