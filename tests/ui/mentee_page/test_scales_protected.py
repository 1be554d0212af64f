"""The tab Skattningar of a protected person names neither the workplace nor who is there (F5)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.store.mentees import change_mentee
from mentorapp.store.network import add_contact
from mentorapp.store.placements import add_placement
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace
from ui.screens.mentee_page import MenteePage

from .conftest import Farah

CODES = ("workplace_mentee", "workplace_supervisor")


@pytest.fixture
def placed(store: Store, farah: Farah, day: date) -> UUID:
    """The later of two placements, with forms of both voices."""
    with store.write("placement_added") as session:
        sture = add_contact(session, "Sture Påhitt")
        work = add_workplace(session, "Café Låtsas", supervisor_id=sture)
        for days, kind in ((60, PlacementType.INTERNSHIP), (5, PlacementType.WORK_TRAINING)):
            placement = add_placement(session, farah.enrolment, work, kind, day - timedelta(days=days))
        for code in CODES:
            marks = tuple(Mark(item=item.code, value=Decimal(50)) for item in get_scale(session, code).items)
            add_response(
                session,
                NewResponse(
                    mentee_id=farah.mentee,
                    enrolment_id=farah.enrolment,
                    placement_id=placement,
                    code=code,
                    event_date=day - timedelta(days=1),
                    marks=marks,
                ),
            )
    return placement


def protect(store: Store, farah: Farah) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, farah.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    QApplication.processEvents()


def opened(show: Callable[..., MenteePage], farah: Farah, code: str) -> Any:
    page = show(farah.mentee)
    page.choose_tab("scales")
    tab: Any = page.tab("scales")
    tab.pages.chips.chips.pill("workplace").click()
    tab.pages.voices.chips.pill(code).click()
    tab.open_form()
    QApplication.processEvents()
    return tab


def chips(tab: Any) -> list[str]:
    return [pill.text() for pill in tab.pages.places.chips._pills.values()]


def test_a_protected_persons_placements_are_told_apart_by_their_kind(
    show: Callable[..., MenteePage], store: Store, farah: Farah, placed: UUID
) -> None:
    protect(store, farah)
    tab = opened(show, farah, "workplace_mentee")
    assert chips(tab) == ["Arbetsträning från 20 nov", "Praktik från 26 sep"]


def test_a_protected_persons_supervisor_has_no_name_on_the_form_or_in_the_chart(
    show: Callable[..., MenteePage], store: Store, farah: Farah, placed: UUID
) -> None:
    tab = opened(show, farah, "workplace_supervisor")
    assert tab.pages.panel.entry.form.name == "Sture Påhitt"
    assert tab.pages.rows.voices._names.other == "Sture Påhitt"
    protect(store, farah)
    assert tab.pages.panel.entry.form.name == "Handledaren", "at once, though the form stands open"
    assert tab.pages.rows.voices._names.other == "Handledaren"
