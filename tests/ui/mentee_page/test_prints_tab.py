"""The tab Utskrifter: what is to be destroyed stands first, each act has a key, and every state has its words."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.consents import add_consent, withdraw_consent
from mentorapp.store.meetings import add_invitee, add_meeting, set_meeting_status
from mentorapp.store.network import add_contact, add_link, add_organisation
from mentorapp.store.print_log import add_print, list_prints, mark_delivered, mark_destroyed
from mentorapp.store.store import Change, Store
from ui.requests import PrintRequest
from ui.screens.mentee_page.papers import PapersTab
from ui.screens.mentee_page.reading import Known, Person, read_person
from ui.theme import Theme

K = Qt.Key
C = InfoClass


class Host(QWidget):
    """A window that draws the tab anew at every change, as the page does."""

    def __init__(self, store: Store, texts: Texts, theme: Theme, mentee: UUID) -> None:
        super().__init__()
        theme.dress(self)
        self.store, self.mentee = store, mentee
        self.tab = PapersTab(store, texts, theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tab)
        self.resize(1170, 640)
        self.draw()

    def draw(self) -> None:
        with self.store.read() as session:
            self.tab.show_person(read_person(session, self.mentee, Known()))

    def on_change(self, change: Change) -> None:
        if change.tables & (self.tab.shows | Person.tables):
            self.draw()

    def words(self) -> str:
        return "\n".join(one.text() for one in self.tab.findChildren(QLabel) if one.isVisibleTo(self.tab))


@pytest.fixture
def host(qtbot: QtBot, store: Store, theme: Theme, texts: Texts, farah: Any) -> Iterator[Host]:
    window = Host(store, texts, theme, farah.mentee)
    qtbot.addWidget(window)
    end = store.on_change(window.on_change)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    end()


@pytest.fixture
def consent(store: Store, farah: Any, day: date) -> UUID:
    """A paper about plan and health for a caseworker, and one of the mentee's own."""
    with store.write("filled") as db:
        office = add_organisation(db, "FK Testfors", OrganisationKind.SOCIAL_INSURANCE)
        fredrika = add_contact(db, "Fredrika Testfors", organisation_id=office)
        add_link(db, farah.mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        given = add_consent(db, farah.mentee, contact_id=fredrika, scope=(C.PLAN, C.HEALTH))
        meeting = add_meeting(db, farah.mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day + timedelta(days=1))
        add_invitee(db, meeting, contact_id=fredrika)
        for number, template, audience, asked, more in (
            ("0001", "P01", Audience.MENTEE, (), {}),
            ("0002", "P02", Audience.CASEWORKER, (C.PLAN, C.HEALTH), {"contact_id": fredrika, "meeting_id": meeting}),
        ):
            add_print(
                db, number=f"2026-{number}", template=template, template_version=1, mentee_id=farah.mentee,
                audience=audience, recipient="Fredrika Testfors", classes=asked or (C.PLAN,), ticked=(), asked=asked,
                sha256=number, pages=1, printed_on=day, delivered_how=DeliveredHow.PRINTER,
                needed_on=day + timedelta(days=1), **more,
            )  # fmt: skip
    return given


def test_where_nothing_was_printed_it_says_what_will_stand_here(host: Host) -> None:
    assert "Här står varje papper som du skriver ut" in host.words()
    assert not host.tab.stale.isVisible()


def test_a_paper_says_what_it_is_to_whom_and_what_it_holds(host: Host, consent: UUID) -> None:
    said = host.words()
    assert "Sammanfattning inför möte · 2026-0002" in said
    assert "Till Fredrika Testfors · 25 nov" in said
    assert "Hälsa" in said
    assert "Till deltagaren · 25 nov" in said
    assert said.count("Gäller, inte lämnad än") == 2


def test_a_withdrawn_consent_puts_the_paper_on_top_and_undo_takes_it_back(
    host: Host, store: Store, consent: UUID
) -> None:
    with store.write("consent_withdrawn") as db:
        withdraw_consent(db, consent)
    assert host.tab.stale.isVisible()
    assert "Gäller inte längre: det finns inget samtycke om Hälsa, Plan." in host.words()
    assert "Det som redan är lämnat går inte att ta tillbaka" in host.words()
    store.undo()
    assert not host.tab.stale.isVisible()


def test_one_key_destroys_it_and_the_same_key_takes_that_back(
    host: Host, store: Store, consent: UUID, press: Any, day: date
) -> None:
    with store.write("consent_withdrawn") as db:
        withdraw_consent(db, consent)
    host.tab.focus_first()
    press("m")
    QApplication.processEvents()
    with store.read() as db:
        record = next(one for one in list_prints(db, host.mentee) if one.template == "P02")
    assert record.destroyed_on == day
    assert "Makulerad 25 nov" in host.words()
    assert not host.tab.stale.isVisible()
    wanted = f"{record.id}:destroyed"
    found = [one for one in host.tab.log.findChildren(QPushButton, wanted) if one.isVisible()]
    found[-1].setFocus()
    press("m")
    assert host.tab.stale.isVisible()


def test_handed_over_by_a_key_is_never_stale(host: Host, store: Store, consent: UUID, press: Any) -> None:
    host.tab.focus_first()
    press("l")
    with store.write("consent_withdrawn") as db:
        withdraw_consent(db, consent)
    assert "Lämnad 25 nov" in host.words()
    assert not host.tab.stale.isVisible()
    press("l")
    assert host.tab.stale.isVisible()


def test_a_meeting_that_is_called_off_is_said(host: Host, store: Store, consent: UUID) -> None:
    with store.read() as db:
        meeting = next(one.meeting_id for one in list_prints(db, host.mentee) if one.meeting_id)
    with store.write("meeting_status") as db:
        set_meeting_status(db, meeting, MeetingStatus.CANCELLED)
    assert "Gäller inte längre: mötet är inställt." in host.words()


def test_a_paper_can_be_asked_for(host: Host, qtbot: QtBot) -> None:
    with qtbot.waitSignal(host.tab.print_wanted) as asked:
        host.tab.make.buttons["P06"].click()
    assert asked.args == [PrintRequest(host.mentee, template="P06")]


def test_where_no_paper_waits_for_a_mark_the_focus_is_on_what_can_be_made(
    host: Host, store: Store, consent: UUID
) -> None:
    with store.write("filled") as db:
        for paper in list_prints(db, host.mentee):
            mark_delivered(db, paper.id, paper.printed_on)
            mark_destroyed(db, paper.id, paper.printed_on)
    host.tab.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_what_is_the_mentors_own_says_so(host: Host, store: Store, day: date) -> None:
    with store.write("filled") as db:
        add_print(
            db, number="2026-0009", template="P13", template_version=1, mentee_id=host.mentee, audience=Audience.MENTEE,
            recipient="", classes=(C.PRESENCE,), ticked=(), sha256="9", pages=1, printed_on=day,
            delivered_how=DeliveredHow.PRINTER,
        )  # fmt: skip
    assert "Till dig, att registrera · 25 nov" in host.words()
