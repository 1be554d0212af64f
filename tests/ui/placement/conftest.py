"""Birk at Fantasihallen in a real store, and the page of the placement in a window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.placements import Placement, PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.workplace_support import SeStage, SupportMode
from mentorapp.language.texts import Texts
from mentorapp.store.adaptations import add_adaptation
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_organisation
from mentorapp.store.placements import add_placement, get_placement, set_hours
from mentorapp.store.programmes import add_programme
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.se_stages import begin_stage, end_stage
from mentorapp.store.store import Store
from mentorapp.store.support_intensities import set_support
from mentorapp.store.workplaces import add_workplace
from ui.requests import PlacementRequest
from ui.screens.placement import PlacementScreen
from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form_sheet import FormSheet

SheetT = TypeVar("SheetT", bound=FormSheet)
OWN, OTHER = "workplace_mentee", "workplace_supervisor"


@dataclass(frozen=True)
class Birk:
    """Work training since ten weeks, from 20 to 30 per cent; nothing followed up yet."""

    mentee: UUID
    enrolment: UUID
    place: UUID
    sture: UUID
    placement: UUID

    @property
    def request(self) -> PlacementRequest:
        return PlacementRequest(self.mentee, self.placement)


@pytest.fixture
def birk(store: Store, day: date) -> Birk:
    began = day - timedelta(days=72)
    with store.write("placement_added") as session:
        employer = add_organisation(session, "Fantasihallen AB", OrganisationKind.EMPLOYER)
        sture = add_contact(session, "Sture Fantasi", title="lagerchef", organisation_id=employer)
        place = add_workplace(
            session, "Fantasihallen", town="Provköping", organisation_id=employer, supervisor_id=sture
        )
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk", family_name="Provare")
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=200))
        placement = add_placement(
            session, enrolment, place, PlacementType.WORK_TRAINING, began, hours_per_week=Decimal(8),
            tasks="Plocka order.", instruction_form="pictures",
        )  # fmt: skip
        set_hours(session, placement, began + timedelta(days=35), Decimal(12))
        end_stage(session, begin_stage(session, enrolment, SeStage.AGREEMENT, began), began + timedelta(days=10))
        begin_stage(session, enrolment, SeStage.SUPPORT, began)
        set_support(session, placement, began, Decimal(5), SupportMode.VISITS)
        set_support(session, placement, began + timedelta(days=28), Decimal(3), SupportMode.VISITS)
        add_adaptation(session, placement, "En uppgift i taget", agreed=True)
        add_adaptation(session, placement, "Lugnare plats vid lagret")
    return Birk(mentee, enrolment, place, sture, placement)


def fill(store: Store, birk: Birk, code: str, on: date, follow_up: UUID | None, **values: int) -> UUID:
    """A filled form, by item and millimetres."""
    with store.write("scale_filled") as session:
        items = [one.code for one in get_scale(session, code).items]
        marks = tuple(Mark(item=item, value=Decimal(values.get(item, 60))) for item in items)
        return add_response(
            session,
            NewResponse(
                mentee_id=birk.mentee, enrolment_id=birk.enrolment, code=code, event_date=on, marks=marks,
                placement_id=birk.placement, follow_up_id=follow_up,
            ),
        )  # fmt: skip


@dataclass(frozen=True)
class Rounds:
    first: UUID
    second: UUID
    next_on: date


@pytest.fixture
def rounds(store: Store, birk: Birk, day: date) -> Rounds:
    """Two rounds of both voices; in the second they see pace and breaks differently."""
    early, late, ahead = day - timedelta(days=40), day - timedelta(days=5), day + timedelta(days=7)
    with store.write("follow_up_added") as session:
        first = add_follow_up(session, birk.placement, early, present="Birk och Sture", observations="Lugnt.")
        second = add_follow_up(session, birk.placement, late, present="Birk, Sture och jag", next_on=ahead)
    fill(store, birk, OWN, early, first)
    fill(store, birk, OTHER, early, first)
    fill(store, birk, OWN, late, second, pace=70, breaks=72)
    fill(store, birk, OTHER, late, second, pace=40, breaks=45)
    return Rounds(first, second, ahead)


@dataclass
class Look:
    """The page in a window, and what it asked for."""

    screen: PlacementScreen
    store: Store
    asked: dict[str, list[Any]] = field(default_factory=dict)

    def placement(self) -> Placement:
        request = self.screen.request
        assert request is not None
        with self.store.read() as session:
            return get_placement(session, request.placement_id)

    def sheets(self) -> list[FormSheet]:
        return [one for one in self.screen.window().findChildren(FormSheet) if one.isVisible()]

    def sheet(self, kind: type[SheetT]) -> SheetT:
        """The one form that is open."""
        (found,) = self.sheets()
        assert isinstance(found, kind)
        return found


@pytest.fixture
def make(qtbot: QtBot, store: Store, theme: Theme, texts: Texts) -> Iterator[Callable[..., Look]]:
    ended: list[Callable[[], None]] = []
    windows: list[QWidget] = []

    def show(request: PlacementRequest, language: Texts = texts, size: tuple[int, int] = (1366, 740)) -> Look:
        window = QWidget()
        windows.append(window)
        theme.dress(window)
        screen = PlacementScreen(store, language, theme)
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(screen)
        FocusRing(window, theme)
        window.resize(*size)
        qtbot.addWidget(window)
        ended.append(store.on_change(screen.note_change))
        look = Look(screen, store)
        for name in ("back_wanted", "print_wanted", "page_wanted", "session_opened"):
            look.asked[name] = []
            getattr(screen, name).connect(lambda *what, name=name: look.asked[name].append(what))
        screen.open(request)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        screen.focus_first()
        QApplication.processEvents()
        return look

    yield show
    for end in ended:
        end()


@pytest.fixture
def look(make: Callable[..., Look], birk: Birk) -> Look:
    """Before anything has been followed up."""
    return make(birk.request)


@pytest.fixture
def followed(make: Callable[..., Look], birk: Birk, rounds: Rounds) -> Look:
    """With two rounds of two voices."""
    assert rounds.second
    return make(birk.request)
