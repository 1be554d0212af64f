"""The way in: interest, thinking time, yes; no, and what is left of it; the same words in the list and on the page."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.mentees import Gender
from mentorapp.domain.sessions import NewSession, SessionKind
from mentorapp.store.disclosures import list_disposals
from mentorapp.store.enrolments import change_status, current_enrolment, list_level_entries
from mentorapp.store.intake import note_interest
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.outreach import list_declines
from mentorapp.store.overviews import list_lines
from mentorapp.store.programmes import list_programmes
from mentorapp.store.sessions import add_session, list_sessions
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.screens.mentee_page.details import DetailsTab
from ui.widgets.erase_sheet import ErasedSheet, EraseSheet
from ui.widgets.form_sheet import FormSheet

K = Qt.Key


class Door:
    """Somebody on the way in, on the page."""

    def __init__(self, page: Any, store: Store, mentee: UUID) -> None:
        self.page, self.store, self.mentee = page, store, mentee
        page.choose_tab("details")
        self.tab: DetailsTab = page.tab("details")
        self.card = self.tab.intake

    def enrolment(self) -> Any:
        with self.store.read() as session:
            return current_enrolment(session, self.mentee)


@pytest.fixture
def door(show: Callable[..., Any], store: Store, farah: Any, day: date) -> Door:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Love", family_name="Demosson")
        add_session(session, NewSession(mentee_id=mentee, kind=SessionKind.OUTREACH, event_date=day - timedelta(20)))
    return Door(show(mentee), store, mentee)


def begin(door: Door, day: date, route: str = "evi") -> None:
    sheet: Any = door.tab.opening.open_interest()
    if route:
        sheet.route.pill(route).click()
    sheet.day.set_day(day - timedelta(5))
    sheet.keep()


def test_somebody_who_has_begun_is_past_the_door(look: Any) -> None:
    look.page.choose_tab("details")
    assert not look.page.tab("details").intake.isVisible()


def test_interest_thinking_time_and_yes(door: Door, day: date) -> None:
    assert door.card.isVisible()
    assert door.card.interest_stage.said.text() == "1 kontakt hittills. Den följer med."
    assert not door.card.yes.isVisible()
    begin(door, day)
    assert door.card.interest_stage.said.text().startswith("En väg in (EVI) · 20 november 2026")
    sheet: Any = door.tab.opening.open_offer()
    sheet.on.set_day(day - timedelta(1))
    sheet.on.day_changed.emit(day - timedelta(1))
    assert sheet.again.day() == day + timedelta(6)
    sheet.keep()
    assert door.card.offer_stage.said.text() == "Informerad 24 november 2026. Fråga igen 1 december 2026."
    assert door.page.tabs.current() == "details"
    door.card.yes.click()
    sheet = door.tab.opening.open_yes()
    second = list(sheet._levels[sheet.programme.current()]._pills)[1]
    sheet._levels[sheet.programme.current()].pill(second).click()
    sheet.keep()
    found = door.enrolment()
    assert (found.status, found.started_on, found.referral.referrer_type) == (EnrolmentStatus.ACTIVE, day, "evi")
    with door.store.read() as session:
        assert [str(one.level_id) for one in list_level_entries(session, found.id)] == [second]
        assert [one.enrolment_id for one in list_sessions(session, door.mentee)] == [found.id]
    assert not door.card.isVisible()
    door.store.undo()
    assert door.card.isVisible()


def test_a_yes_asks_how_the_person_came_when_nobody_has_said_it(door: Door, day: date) -> None:
    begin(door, day, route="")
    sheet: Any = door.tab.opening.open_yes()
    sheet.keep()
    assert sheet._faults["referrer_type"].sentence().startswith("Hur kom hen hit?")
    sheet.route.pill("other").click()
    assert sheet.route_other.isVisible()
    sheet.route.pill("self").click()
    sheet.keep()
    assert door.enrolment().referral.referrer_type == "self"


def test_what_cannot_be_is_said_beside_its_day(door: Door, day: date) -> None:
    sheet: Any = door.tab.opening.open_interest()
    sheet.day.set_day(day + timedelta(3))
    sheet.keep()
    assert sheet.day.fault() == "Det datumet har inte varit än. Välj i dag eller tidigare."
    sheet.day.set_day(day)
    sheet.keep()
    sheet = door.tab.opening.open_offer()
    sheet.again.set_day(day - timedelta(1))
    sheet.keep()
    assert sheet.again.fault().startswith("Dagen att fråga igen är före informationen.")


def test_a_no_is_counted_and_can_be_taken_back(door: Door, day: date) -> None:
    begin(door, day)
    door.card.no.click()
    sheet: Any = door.tab.opening.open_no()
    sheet.keep()
    assert sheet._faults["reason"].sentence() == "Välj varför. Vet inte går också bra."
    sheet.why.pill("benefit_worry").click()
    sheet.gender.pill(Gender.MAN.value).click()
    sheet.keep()
    assert door.card.declined.text() == "Sa nej. Uppgifterna ska tas bort 25 december 2026."
    with door.store.read() as session:
        (no,) = list_declines(session)
        assert (no.reason, no.source, no.gender) == ("benefit_worry", "evi", Gender.MAN)
        assert get_mentee(session, door.mentee).gender is Gender.MAN
    assert not door.card.yes.isVisible()
    door.card.again.click()
    assert door.enrolment().status is EnrolmentStatus.INTEREST
    assert door.card.yes.isVisible()


def test_a_no_with_everything_removed_asks_the_passphrase(qtbot: QtBot, door: Door, day: date, passphrase: str) -> None:
    begin(door, day)
    sheet: Any = door.tab.opening.open_no()
    sheet.why.pill("not_now").click()
    sheet.when.pill("now").click()
    sheet.keep()
    (erase,) = door.page.window().findChildren(EraseSheet)
    assert "1 kontakt" in erase.goes.text()
    erase.phrase.line.setText("fel fras")
    erase.erase()
    erase.erase()
    qtbot.waitUntil(lambda: bool(erase.phrase.fault()), timeout=20_000)
    with door.store.read() as session:
        assert len(list_lines(session)) == 2
    erase.phrase.line.setText(passphrase)
    with qtbot.waitSignals([erase.erased, door.page.back_wanted], timeout=20_000):
        erase.erase()
    with door.store.read() as session:
        assert [line.preferred_name for line in list_lines(session)] == ["Farah"]
        assert len(list_declines(session)) == 1
    assert door.page.mentee_id is None
    (done,) = door.page.window().findChildren(ErasedSheet)
    with qtbot.waitSignal(door.page.print_wanted) as asked, door.store.read() as session:
        done.paper.click()
        (disposal,) = list_disposals(session)
    assert asked.args == [PrintRequest(template="P17", about=disposal.id)]


def test_the_erasing_can_be_left(door: Door, day: date) -> None:
    begin(door, day)
    erase: Any = door.tab.opening.open_erase()
    erase.leave.click()
    assert door.enrolment().status is EnrolmentStatus.INTEREST


def test_somebody_with_an_earlier_case_says_no_for_this_time(look: Any, day: date) -> None:
    with look.store.write("enrolment_closed") as session:
        change_status(session, look.who.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
        other = [one.id for one in list_programmes(session)]
        note_interest(session, look.who.mentee, other[0], referrer_type="self")
    look.page.choose_tab("details")
    tab = look.page.tab("details")
    assert tab.intake.isVisible()
    sheet: Any = tab.opening.open_no()
    sheet.why.pill("not_now").click()
    sheet.when.pill("now").click()
    sheet.keep()
    with look.store.read() as session:
        assert get_mentee(session, look.who.mentee).erase_on is None
    assert look.page.window().findChildren(EraseSheet) == []


@pytest.mark.parametrize("form", ["interest", "offer", "accept", "decline", "number", "death", "occupation"])
def test_each_form_opens_again_by_its_name(door: Door, day: date, form: str) -> None:
    begin(door, day)
    door.tab.open_draft(f"details.{form}")
    assert [one for one in door.page.window().findChildren(FormSheet) if one.isVisible()]
