"""The bank of workplaces in a window of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.network import OrganisationKind
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_organisation
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace
from ui.screens.workplaces import WorkplacesScreen
from ui.theme import Theme


@dataclass(frozen=True)
class Places:
    hall: UUID
    cafe: UUID
    building: UUID
    away: UUID
    sture: UUID
    employer: UUID
    birk: UUID


@pytest.fixture
def places(store: Store, day: date) -> Places:
    """Three workplaces, one put away, and a mentee who has been at none of them."""
    with store.write("workplace_added") as session:
        employer = add_organisation(session, "Fantasihallen AB", OrganisationKind.EMPLOYER)
        sture = add_contact(session, "Sture Fantasi", title="lagerchef", organisation_id=employer)
        hall = add_workplace(
            session, "Fantasihallen", town="Provköping", sector="warehouse", good_for="Den som vill röra på sig",
            tasks="Packa varor", capacity=2, last_contacted=day - timedelta(days=5),
            organisation_id=employer, supervisor_id=sture,
        )  # fmt: skip
        cafe = add_workplace(
            session, "Café Låtsas", town="Exempelby", sector="restaurant", last_contacted=day - timedelta(days=40)
        )
        building = add_workplace(session, "Påhittade Bygg", town="Testfors", capacity=3)
        away = add_workplace(session, "Förskolan Sagan", put_away=True)
        birk = add_mentee(session, "Birk", family_name="Provare")
    return Places(hall, cafe, building, away, sture, employer, birk)


@pytest.fixture
def make(qtbot: QtBot, store: Store, theme: Theme) -> Iterator[Callable[..., WorkplacesScreen]]:
    ended: list[Callable[[], None]] = []
    windows: list[QWidget] = []

    def show(texts: Texts, size: tuple[int, int] = (1200, 700)) -> WorkplacesScreen:
        window = QWidget()
        windows.append(window)
        theme.dress(window)
        screen = WorkplacesScreen(store, texts, theme)
        QVBoxLayout(window).addWidget(screen)
        window.resize(*size)
        qtbot.addWidget(window)
        ended.append(store.on_change(screen.note_change))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        screen.focus_first()
        QApplication.processEvents()
        return screen

    yield show
    for end in ended:
        end()


@pytest.fixture
def screen(make: Callable[..., WorkplacesScreen], places: Places, texts: Texts) -> WorkplacesScreen:
    return make(texts)
