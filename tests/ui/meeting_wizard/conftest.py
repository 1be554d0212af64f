"""The wizard over a meeting tomorrow with a caseworker who may see most, and a supervisor who may see the work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.meetings import Meeting, MeetingKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.plans import Who
from mentorapp.domain.prints import PrintRecord
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.language.texts import Texts
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.commitments import add_commitment
from mentorapp.store.consents import add_consent
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.meetings import add_invitee, add_meeting, get_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link
from mentorapp.store.placements import add_placement
from mentorapp.store.plans import add_goal, add_plan, set_main_goal
from mentorapp.store.print_log import list_prints
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace
from ui.parts import Parts
from ui.printing import Printing
from ui.requests import WizardRequest
from ui.screens.meeting_wizard import MeetingWizard
from ui.tasks import Tasks
from ui.theme import Theme


class Desk(Parts):
    """A printer that keeps what it got, and dialogs that answer at once."""

    def __init__(self, folder: Path) -> None:
        self.printer: Printing | None = Printing("skrivare")
        self.silent = False
        self.sent: list[bytes] = []
        self.cancelled: list[str] = []
        self.target: Path | None = folder / "paket.pdf"
        self.proposed = ""

    def ask_printer(self, window: QWidget) -> Printing | None:
        return self.printer

    def send(self, pdf: bytes, printing: Printing) -> str:
        if self.silent:
            raise WorldFault("printer_silent")
        self.sent.append(pdf)
        return "skrivare-7"

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)

    def ask_save(self, window: QWidget, name: str, kinds: str) -> Path | None:
        self.proposed = name
        return self.target


@dataclass(frozen=True)
class Case:
    mentee: UUID
    enrolment: UUID
    meeting: UUID
    fredrika: UUID
    sture: UUID
    britt: UUID
    health: UUID


@dataclass
class Look:
    wizard: MeetingWizard
    desk: Desk
    store: Store
    case: Case
    bot: QtBot
    left: list[str] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)

    def open(self, step: int | None = None) -> None:
        self.wizard.open(WizardRequest(self.case.mentee, self.case.meeting, step))
        if self.wizard.step == 5:
            self.settle()

    def settle(self) -> None:
        papers = self.wizard.papers
        self.bot.waitUntil(lambda: papers.pack is not None and not papers.out._tasks.busy, timeout=20_000)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        QApplication.processEvents()

    def meeting(self) -> Meeting:
        with self.store.read() as session:
            return get_meeting(session, self.case.meeting)

    def prints(self) -> tuple[PrintRecord, ...]:
        with self.store.read() as session:
            return list_prints(session, self.case.mentee)


@pytest.fixture
def case(store: Store, day: date) -> Case:
    with store.write("mentee_added") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor", unit="AME Provköping")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk", family_name="Provare", display_alias="LM 207")
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=100))
        plan = add_plan(session, enrolment, day - timedelta(days=90))
        set_main_goal(session, plan, "Jag vill arbeta på lager.")
        tick_step(session, add_step(session, add_goal(session, plan, "Prova på"), "Åka buss till Fantasihallen"))
        tick_step(
            session, add_step(session, add_goal(session, plan, "Sova", area="sleep_routines"), "Lägga bort mobilen")
        )
        add_commitment(session, enrolment, "Fråga om rasten", who=Who.MENTOR, by=day + timedelta(days=2))
        add_private_note(session, mentee, "Bara min egen tanke", day)
        fk = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        hall = add_organisation(session, "Fantasihallen", OrganisationKind.EMPLOYER)
        fredrika = add_contact(session, "Fredrika Påhittsson", organisation_id=fk)
        sture = add_contact(session, "Sture Fantasi", organisation_id=hall)
        britt = add_contact(session, "Britt Provare")
        add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        add_link(session, mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=sture)
        add_link(session, mentee, NetworkRole.NEXT_OF_KIN, contact_id=britt)
        place = add_workplace(session, "Fantasihallen", organisation_id=hall, supervisor_id=sture)
        add_placement(session, enrolment, place, PlacementType.WORK_TRAINING, day - timedelta(days=60))
        add_consent(session, mentee, contact_id=fredrika, scope={C.ID, C.PLAN, C.PRESENCE, C.WORK, C.INCOME, C.RATING})
        health = add_consent(session, mentee, contact_id=fredrika, scope={C.HEALTH})
        add_consent(session, mentee, contact_id=sture, scope={C.ID, C.PRESENCE, C.WORK})
        meeting = add_meeting(
            session, mentee, MeetingKind.WORKPLACE_THREE_PARTY, day + timedelta(days=1), start_time=time(10),
            place="Fantasihallen",
        )  # fmt: skip
        add_invitee(session, meeting, contact_id=fredrika)
        add_invitee(session, meeting, contact_id=sture, workplace_id=place)
    return Case(mentee, enrolment, meeting, fredrika, sture, britt, health)


@pytest.fixture
def look(qtbot: QtBot, store: Store, theme: Theme, texts: Texts, case: Case, tmp_path: Path) -> Iterator[Look]:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    desk = Desk(tmp_path)
    window = QWidget()
    theme.dress(window)
    wizard = MeetingWizard(store, texts, theme, tasks, desk, check_passphrase=lambda typed: typed == "rätt")
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(wizard)
    window.resize(1366, 740)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    end: Callable[[], None] = store.on_change(wizard.note_change)
    shown = Look(wizard, desk, store, case, qtbot)
    wizard.back_wanted.connect(lambda: shown.left.append("back"))
    wizard.page_wanted.connect(lambda request: shown.left.append(request.tab))
    yield shown
    end()
    tasks.close()
    assert errors == []
