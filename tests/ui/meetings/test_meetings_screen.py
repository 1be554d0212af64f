"""The screen Möten by keyboard: booking, moving, calling off, the groups, and names by alias."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.addressees import To
from mentorapp.language.texts import Texts
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.check_ins import set_check_in
from mentorapp.store.consents import add_consent
from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.meetings import add_invitee, add_meeting, get_meeting, list_meetings, set_meeting_status
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store
from ui.requests import PrintRequest, WizardRequest, WriteUpRequest
from ui.screens.meetings import MeetingsScreen
from ui.screens.meetings.acts import hold
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.consent_light import ConsentLight
from ui.widgets.overlay import Overlay

K = Qt.Key


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(*what: Qt.Key | str, ctrl: bool = False) -> int:
    """How many strokes it took."""
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    strokes = 0
    for one in what:
        for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
            strokes += 1
    QApplication.processEvents()
    return strokes


def overlay(screen: QWidget) -> Any:
    return [one for one in screen.window().findChildren(Overlay) if one.isVisible()][-1]


@pytest.fixture
def birk(store: Store) -> UUID:
    """With a caseworker who is agreed to and a supervisor who is not asked about."""
    with store.write("mentee_added") as session:
        birk = add_mentee(session, "Birk", family_name="Provare")
        fk = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        siv = add_contact(session, "Siv Provsson", organisation_id=fk)
        per = add_contact(session, "Per Hallman")
        add_link(session, birk, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=per)
        add_link(session, birk, NetworkRole.CASEWORKER, contact_id=siv)
        add_consent(session, birk, contact_id=siv, scope=[InfoClass.PLAN, InfoClass.PRESENCE])
    return birk


@pytest.fixture
def show(qtbot: QtBot, store: Store, theme: Theme, texts: Texts) -> Iterator[Callable[..., MeetingsScreen]]:
    ended: list[Callable[[], None]] = []
    windows: list[QWidget] = []

    def open_screen(language: Texts = texts) -> MeetingsScreen:
        window = QWidget()
        windows.append(window)
        theme.dress(window)
        screen = MeetingsScreen(store, language, theme)
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(screen)
        qtbot.addWidget(window)
        window.resize(1170, 740)
        ended.append(store.on_change(screen.note_change))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        screen.focus_first()
        QApplication.processEvents()
        return screen

    yield open_screen
    for end in ended:
        end()


def book(store: Store, mentee: UUID, day: date, **details: Any) -> UUID:
    with store.write("meeting_added") as session:
        return add_meeting(session, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day, **details)


def test_a_meeting_with_two_invitees_is_booked_in_few_strokes(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    screen = show()
    assert "Inga möten bokade." in said(screen)
    strokes = press(K.Key_Space)
    sheet = overlay(screen)
    press("bir")
    strokes += press(K.Key_Return, K.Key_Tab, K.Key_Tab)
    assert sheet.when.hasFocus() or sheet.when.editor.hasFocus()
    press("i morgon 10.00")
    strokes += press(K.Key_Tab, K.Key_Tab)
    press("Fantasihallen")
    strokes += press(K.Key_Tab, K.Key_Tab, K.Key_Space, K.Key_Tab, K.Key_Space)
    strokes += press(K.Key_Return, ctrl=True)
    with store.read() as session:
        (found,) = list_meetings(session, birk)
    assert (found.event_date, found.start_time, found.place) == (day + timedelta(days=1), time(10), "Fantasihallen")
    assert {one.name for one in found.outside} == {"Siv Provsson", "Per Hallman"}
    assert strokes <= 12
    assert "inte frågat" in said(screen)
    assert "inte förberett" in accessible(screen)
    store.undo()
    assert "Inga möten bokade." in said(screen)


def accessible(screen: MeetingsScreen) -> str:
    return " | ".join(one.accessibleName() for kind in (Chip, Card) for one in screen.findChildren(kind))


def test_the_row_names_nobody_until_names_are_shown(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    book(store, birk, day + timedelta(days=3))
    screen = show()
    assert "Birk" not in said(screen)
    screen._names.click()
    assert "Birk Provare · Trepartsmöte, uppföljning" in said(screen)
    screen.hide_names()
    assert "Birk" not in said(screen)


def test_meetings_stand_in_their_groups_and_ask_for_what_comes_next(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    ahead = book(store, birk, day + timedelta(days=3))
    past = book(store, birk, day - timedelta(days=1))
    held = book(store, birk, day - timedelta(days=20), written_up_on=day - timedelta(days=19))
    with store.write("meeting_held") as session:
        set_meeting_status(session, held, MeetingStatus.HELD)
    screen = show()
    asked: list[object] = []
    screen.wizard_wanted.connect(asked.append)
    screen.write_up_wanted.connect(asked.append)
    words = said(screen)
    assert words.index("Skriv klart" if "Skriv klart" in words else "Att skriva klart") < words.index("Tidigare")
    for key in (ahead, past, held):
        screen.rows[key].button.setFocus()
        press(K.Key_Return)
    assert asked == [WizardRequest(birk, ahead), WriteUpRequest(birk, past), WriteUpRequest(birk, held)]


def test_a_meeting_is_moved_and_called_off_without_blame(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    key = book(store, birk, day + timedelta(days=3), start_time=time(9))
    with store.write("invitee_added") as session:
        siv = add_invitee(session, key, name="Siv Provsson")
    screen = show()
    acts = dict(screen.rows[key].menu_acts())
    acts["Flytta"]()
    sheet = overlay(screen)
    sheet.when.set_when(day + timedelta(days=5), time(9))
    press(K.Key_Return, ctrl=True)
    assert "flyttat från lör 28 nov" in said(screen)
    dict(screen.rows[key].menu_acts())["Ställ in"]()
    sheet = overlay(screen)
    sheet.who.choose(str(siv))
    press(K.Key_Return, ctrl=True)
    assert "inställt · Siv Provsson kunde inte komma" in said(screen)
    with store.read() as session:
        meeting = get_meeting(session, key)
    assert meeting.status is MeetingStatus.CANCELLED
    assert [one.attended for one in meeting.outside] == [Attended.CAME_NOT]
    assert "Ställ in" not in dict(screen.rows[key].menu_acts())
    dict(screen.rows[key].menu_acts())["Det blir av ändå"]()
    assert "inställt" not in said(screen)


def test_what_comes_back_is_booked_again_from_its_row(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    key = book(store, birk, day - timedelta(days=21), repeat_days=28, written_up_on=day)
    with store.write("meeting_held") as session:
        set_meeting_status(session, key, MeetingStatus.HELD)
        add_invitee(session, key, name="Tolken")
    screen = show()
    assert "Dags att boka igen" in accessible(screen)
    sheet = screen.open_booking(like=screen._due[0])
    assert sheet.when.day() == day + timedelta(days=7)
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        newest = list_meetings(session, birk)[0]
    assert (newest.event_date, newest.repeat_days) == (day + timedelta(days=7), 28)
    assert screen._due == ()


def test_a_begun_booking_is_kept_and_put_back(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    screen = show()
    sheet = screen.open_booking()
    press("bir", K.Key_Return)
    sheet.invitees.boxes()[0].click()
    sheet.purpose.line.setFocus()
    press("Kan tiden ökas?")
    sheet.close_over()
    with store.read() as session:
        (draft,) = list_drafts(session)
    assert draft.form == "meetings.booking"
    screen.open_draft("meetings.booking")
    again = overlay(screen)
    assert again.who.key == birk
    assert [box.isChecked() for box in again.invitees.boxes()] == [True, False]
    assert again.purpose.text() == "Kan tiden ökas?"


def test_the_form_says_what_is_missing(show: Callable[..., MeetingsScreen], store: Store, birk: UUID) -> None:
    screen = show()
    sheet = screen.open_booking()
    sheet.keep()
    assert "Välj vem mötet handlar om." in said(sheet)
    sheet.who.choose(birk)
    sheet.keep()
    sheet.weeks.set_text("900")
    sheet.when.set_when(store.clock.today(), None)
    sheet.keep()
    assert "Skriv mellan 1 och 104 veckor." in said(sheet)


def test_two_of_the_same_name_are_told_apart_when_booking(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID
) -> None:
    with store.write("mentee_added") as session:
        for year in (1999, 2003):
            add_mentee(session, "Alva", family_name="Exempelsson", birth_year=year)
    sheet = show().open_booking()
    seconds = [one.second for one in sheet.who.known() if one.name == "Alva Exempelsson"]
    assert len(set(seconds)) == 2
    assert {"1999", "2003"} <= set(" · ".join(seconds).split(" · "))


def test_regular_talks_with_a_caseworker_are_settled_and_held(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        add_enrolment(session, birk, programme, started_on=day)
    screen = show()
    (line,) = screen._check_ins
    assert (line.contact.name, len(line.people), line.due) == ("Siv Provsson", 1, False)
    assert "Avstämningar" in accessible(screen)
    screen.open_check_in(line)
    press(K.Key_Return, ctrl=True)
    (line,) = screen._check_ins
    assert line.check_in is not None
    assert line.check_in.next_on == day + timedelta(days=30)
    hold(store, line)
    assert "senast i dag" in said(screen)
    with store.write("check_in_set") as session:
        set_check_in(session, line.contact.id, 30, day + timedelta(days=5))
    assert screen._check_ins[0].due
    store.undo()
    assert not screen._check_ins[0].due
    wanted: list[PrintRequest] = []
    screen.print_wanted.connect(wanted.append)
    button = screen.findChild(QPushButton, f"paper:{line.contact.id}")
    assert isinstance(button, QPushButton)
    button.click()
    assert wanted == [PrintRequest(template="P12", to=To(contact_id=line.contact.id))]


def test_beside_an_invitee_it_is_said_that_the_consent_ends_before_the_meeting(
    show: Callable[..., MeetingsScreen], store: Store, birk: UUID, day: date
) -> None:
    screen = show()
    sheet = screen.open_booking(mentee_id=birk)

    def lights() -> list[str]:
        QApplication.processEvents()
        return [one.accessibleName() for one in sheet.invitees.findChildren(ConsentLight)]

    assert lights() == ["inte frågat", "samtycke finns"]
    sheet.when.set_draft("2027-05-25")
    assert lights() == ["inte frågat", "gäller till 24 maj, inte mötesdagen"]
    sheet.when.set_draft("2027-05-24")
    assert lights() == ["inte frågat", "samtycket går snart ut"]
    sheet.when.set_draft("2027-05-25")
    sheet.invitees.boxes()[1].setChecked(True)
    sheet.keep()
    assert "gäller till 24 maj, inte mötesdagen" in said(screen)
