"""Meetings with others on a person's page: in the head with their lights, in the timeline, and on the lanes."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.consents import add_consent, withdraw_consent
from mentorapp.store.meetings import add_invitee, add_meeting, set_meeting_status
from mentorapp.store.network import add_link
from ui.requests import WizardRequest, WriteUpRequest
from ui.widgets.delegates import LINES_ROLE
from ui.widgets.lane_values import MeetingSign

K = Qt.Key


def siv_of(look: Any) -> UUID:
    with look.store.write("contact_added") as session:
        unit = add_organisation(session, "Försäkringskassan Provköping", OrganisationKind.SOCIAL_INSURANCE)
        siv = add_contact(session, "Siv Provsson", organisation_id=unit)
        add_link(session, look.who.mentee, NetworkRole.CASEWORKER, contact_id=siv)
        return siv


def meeting(look: Any, on: date, siv: UUID | None = None, **details: Any) -> UUID:
    with look.store.write("meeting_added") as session:
        key = add_meeting(session, look.who.mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, on, **details)
        if siv is not None:
            add_invitee(session, key, contact_id=siv)
        return key


def held(look: Any, key: UUID) -> None:
    with look.store.write("meeting_held") as session:
        set_meeting_status(session, key, MeetingStatus.HELD)


def lights(look: Any) -> list[str]:
    return [one.accessibleName() for one in look.page.card.lights.lights()]


def test_the_next_meeting_stands_in_the_head_with_its_lights(look: Any, qtbot: QtBot, day: date) -> None:
    card = look.page.card
    assert card.lights.isHidden()
    siv = siv_of(look)
    key = meeting(look, day + timedelta(days=1), siv, start_time=time(10), place="Försäkringskassan")
    assert card.meeting.when.text() == "I morgon 10.00"
    assert card.meeting.what.text() == "Trepartsmöte, uppföljning, Försäkringskassan"
    assert card.meeting.then.text() == "Sedan: promenad 30 november 10.00"
    assert card.meeting.papers.text() == "Förbered underlaget"
    assert lights(look) == ["Siv, FK inte frågat"]
    with qtbot.waitSignal(look.page.meeting_wanted) as asked:
        card.meeting.papers.click()
    assert asked.args == [WizardRequest(look.who.mentee, key)]
    with look.store.write("consent_added") as session:
        add_consent(session, look.who.mentee, contact_id=siv, scope=[InfoClass.PLAN], valid_to=day)
    assert lights(look) == ["Siv, FK gäller till 25 nov, inte mötesdagen"]
    with look.store.write("consent_added") as session:
        add_consent(session, look.who.mentee, contact_id=siv, scope=[InfoClass.PLAN])
        health = add_consent(session, look.who.mentee, contact_id=siv, scope=[InfoClass.HEALTH])
    assert lights(look) == ["Siv, FK till 24 maj"]
    with look.store.write("consent_withdrawn") as session:
        withdraw_consent(session, health)
    assert lights(look) == ["Siv, FK inte hälsa sedan i dag"]
    card.lights.all.click()
    assert look.page.tabs.current() == "network"


def test_a_booked_contact_before_the_meeting_comes_first(look: Any, day: date) -> None:
    meeting(look, day + timedelta(days=9), start_time=time(10), with_interpreter=True)
    part = look.page.card.meeting
    assert part.what.text() == "Promenad, Stadsparken"
    assert part.then.text() == "Sedan: trepartsmöte 4 december 10.00"
    assert not part.papers.isHidden()
    assert part.interpreter.isHidden()


def test_a_meeting_of_today_that_is_over_is_no_longer_the_next(look: Any, day: date) -> None:
    key = meeting(look, day, start_time=time(8), duration_min=30)
    assert look.page.card.meeting.what.text() == "Promenad, Stadsparken"
    held(look, key)
    assert look.page.card.meeting.papers.isHidden()


def test_a_meeting_that_was_held_stands_in_the_timeline_and_opens(
    look: Any, qtbot: QtBot, day: date, press: Any
) -> None:
    siv = siv_of(look)
    key = meeting(look, day, siv, duration_min=45, purpose="Håller tiden?")
    card = look.page.tab("overview").timeline
    assert card.model.row_of(key) is None
    held(look, key)
    row = card.model.row_of(key)
    line = card.model.index(row).data(LINES_ROLE)
    assert (line.title, line.second) == ("Trepartsmöte, uppföljning, 45 minuter", "Siv Provsson · Håller tiden?")
    card.view.setCurrentIndex(card.model.index(row))
    card.view.setFocus()
    with qtbot.waitSignal(look.page.meeting_wanted) as asked:
        press(K.Key_Return)
    assert asked.args == [WriteUpRequest(look.who.mentee, key)]
    words = [act.text() for act in card.menu().actions()]
    next(act for act in card.menu().actions() if act.text() == "Möten").trigger()
    assert "Möten" in words
    assert [card.model.item(at).id for at in range(card.model.rowCount())] == [key]


def test_one_that_was_called_off_says_so_and_not_why(look: Any, day: date) -> None:
    key = meeting(look, day - timedelta(days=1))
    with look.store.write("meeting_called_off") as session:
        set_meeting_status(session, key, MeetingStatus.CANCELLED, "Siv var sjuk")
    model = look.page.tab("overview").timeline.model
    line = model.index(model.row_of(key)).data(LINES_ROLE)
    assert (line.title, line.second) == ("Trepartsmöte, uppföljning: inställt", "")


def test_meetings_have_a_lane_and_a_sign_leads_to_the_meeting(look: Any, qtbot: QtBot, day: date) -> None:
    past, ahead = meeting(look, day - timedelta(days=20)), meeting(look, day + timedelta(days=20))
    held(look, past)
    picture = look.page.tab("overview").lanes.picture
    lane = next(one for one in picture._lanes if one.name == "Möten")
    assert [(one.key, one.words, one.held) for one in lane.signs] == [
        (past, "Trepartsmöte", True), (ahead, "Trepartsmöte, bokat", False),
    ]  # fmt: skip
    for sign, wanted in zip(lane.signs, (WriteUpRequest, WizardRequest), strict=True):
        assert isinstance(sign, MeetingSign)
        with qtbot.waitSignal(look.page.meeting_wanted) as asked:
            picture.activated.emit(1, sign)
        assert asked.args == [wanted(look.who.mentee, sign.key)]
    look.page.choose_tab("around")
    with qtbot.waitSignal(look.page.meeting_wanted):
        look.page.tab("around").lanes.picture.activated.emit(1, lane.signs[0])


def test_a_dot_on_the_lanes_opens_its_contact(look: Any) -> None:
    picture = look.page.tab("overview").lanes.picture
    dot = next(one for one in picture._lanes[0].dots if one.key == look.who.walk)
    picture.activated.emit(0, dot)
    said = [label.text() for label in look.page.window().findChildren(QLabel)]
    assert "Vi gick runt sjön." in said


def test_in_a_low_window_the_way_to_the_meeting_is_in_the_one_line(look: Any, qtbot: QtBot, day: date) -> None:
    card = look.page.card
    look.page.window().resize(1366, 500)
    assert not card.prepare.isVisible()
    key = meeting(look, day + timedelta(days=1))
    assert card.prepare.isVisible()
    assert card._booked.text() == "Nästa möte: I morgon · Trepartsmöte, uppföljning"
    with qtbot.waitSignal(look.page.meeting_wanted) as asked:
        card.prepare.click()
    assert asked.args == [WizardRequest(look.who.mentee, key)]


def test_where_there_is_little_room_the_lights_name_the_person_alone(look: Any, day: date) -> None:
    meeting(look, day + timedelta(days=1), siv_of(look))
    assert lights(look) == ["Siv, FK inte frågat"]
    look.page.window().resize(1000, 900)
    assert lights(look) == ["Siv inte frågat"]
    assert look.page.card.lights.lights()[0].toolTip() == "Siv Provsson, Försäkringskassan Provköping: inte frågat"
