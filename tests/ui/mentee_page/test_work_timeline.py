"""Work and studies in the timeline of Översikt: what a row says, and where Enter on it leads."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import EndReason, PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.studies import StudyPhase
from mentorapp.language.texts import Texts
from mentorapp.store.education_supports import add_education_support, change_education_support
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.mentees import change_mentee
from mentorapp.store.placements import add_placement, end_placement, set_hours
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.store import Store
from mentorapp.store.timeline import WorkItem
from mentorapp.store.timeline_items import WorkEvent
from mentorapp.store.workplaces import add_workplace
from ui.requests import PlacementRequest
from ui.widgets.delegates import LINES_ROLE
from ui.widgets.overlay import Overlay

K = Qt.Key
KEYS = {
    WorkEvent.ENDED: ("Slut på Fantasihallen", "Fick jobb"),
    WorkEvent.FOLLOW_UP: ("Uppföljning på Fantasihallen", "Kortare rast på eftermiddagen"),
    WorkEvent.HOURS: ("Ny arbetstid: 50 %", "Fantasihallen: från 20 till 50 procent"),
    WorkEvent.BEGUN: ("Fantasihallen: arbetsträning", "20 %"),
    WorkEvent.RATING: ("Skattning: Hur har jag det?", "Deltagaren"),
    WorkEvent.PHASE: ("Svenska: Väljer", ""),
}


@pytest.fixture
def worked(store: Store, farah: Any, day: date) -> Any:
    with store.write("x") as session:
        place = add_workplace(session, "Fantasihallen")
        one = add_placement(session, farah.enrolment, place, PlacementType.WORK_TRAINING, day - timedelta(days=60),
                            hours_per_week=Decimal(8))  # fmt: skip
        set_hours(session, one, day - timedelta(days=30), Decimal(20))
        add_follow_up(session, one, day - timedelta(days=2), agreed_changes="Kortare rast\npå eftermiddagen")
        end_placement(session, one, day, EndReason.JOB)
        marks = (Mark(item="hope", value=Decimal(40)),)
        add_response(session, NewResponse(mentee_id=farah.mentee, code="well_being", event_date=day, marks=marks))
        studies = add_education_support(session, farah.enrolment, "Svenska")
    return one, studies


def rows(page: Any) -> dict[WorkEvent, tuple[int, WorkItem, Any]]:
    model = page.tab("overview").timeline.model
    every = ((row, model.item(row), model.index(row).data(LINES_ROLE)) for row in range(model.rowCount()))
    return {item.event: (row, item, lines) for row, item, lines in every if isinstance(item, WorkItem)}


def test_every_event_has_its_words_and_the_chip_of_its_class(show: Callable[..., Any], farah: Any, worked: Any) -> None:
    found = rows(show(farah.mentee))
    assert {event: (lines.title, lines.second) for event, (_, _, lines) in found.items()} == KEYS
    chips = {event: lines.chip.text for event, (_, _, lines) in found.items()}
    assert chips[WorkEvent.BEGUN] == "Arbetsplats"
    assert chips[WorkEvent.PHASE] == "Studier"


def test_the_timeline_speaks_english_too(show: Callable[..., Any], farah: Any, worked: Any) -> None:
    found = rows(show(farah.mentee, Texts("en")))
    assert found[WorkEvent.RATING][2].title.startswith("Rating: ")
    assert found[WorkEvent.HOURS][2].second == "Fantasihallen: from 20 to 50 per cent"


def test_enter_leads_to_the_placement_the_studies_or_the_forms(
    show: Callable[..., Any], farah: Any, worked: Any, press: Any, qtbot: QtBot
) -> None:
    page = show(farah.mentee)
    one, _studies = worked
    view = page.tab("overview").timeline.view
    for event in (WorkEvent.BEGUN, WorkEvent.FOLLOW_UP):
        view.setCurrentIndex(view.model().index(rows(page)[event][0], 0))
        view.setFocus()
        with qtbot.waitSignal(page.placement_wanted) as asked:
            press(K.Key_Return)
        assert asked.args == [PlacementRequest(farah.mentee, one)]
    view.setCurrentIndex(view.model().index(rows(page)[WorkEvent.PHASE][0], 0))
    press(K.Key_Return)
    assert page.tabs.current() == "work"
    QApplication.processEvents()
    sheet = next(one for one in page.window().findChildren(Overlay) if one.isVisible())
    assert sheet.accessibleName() == "Svenska"
    sheet.close_over()
    page.tabs.choose("overview")
    page.open_item(rows(page)[WorkEvent.RATING][1])
    assert page.tabs.current() == "scales"


def test_without_a_reason_or_hours_less_is_said_and_a_protected_place_is_not_named(
    show: Callable[..., Any], store: Store, farah: Any, worked: Any, day: date
) -> None:
    one, studies = worked
    with store.write("x") as session:
        change_mentee(session, farah.mentee, protected_identity=ProtectedIdentity.FINGERADE)
        end_placement(session, one, day, EndReason.OTHER, other="Flytt")
        change_education_support(session, studies, phase=StudyPhase.KEEP)
    found = rows(show(farah.mentee))
    assert (found[WorkEvent.ENDED][2].title, found[WorkEvent.ENDED][2].second) == ("Placeringen är slut", "Flytt")
    assert found[WorkEvent.FOLLOW_UP][2].title == "Uppföljning på arbetsplatsen"
    assert found[WorkEvent.HOURS][2].second == "från 20 till 50 procent"
    assert found[WorkEvent.BEGUN][2].title == "Arbetsträning"
    assert found[WorkEvent.PHASE][2].title == "Svenska: Studerar"


def test_the_filter_shows_work_and_studies_alone(show: Callable[..., Any], farah: Any, worked: Any) -> None:
    card = show(farah.mentee).tab("overview").timeline
    next(act for act in card.menu().actions() if act.text() == "Arbete & studier").trigger()
    assert {type(card.model.item(row)) for row in range(card.model.rowCount())} == {WorkItem}
    next(act for act in card.menu().actions() if act.text() == "Kontakter").trigger()
    assert WorkItem not in {type(card.model.item(row)) for row in range(card.model.rowCount())}
