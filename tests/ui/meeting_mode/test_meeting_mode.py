"""F8: whoever sits beside sees one person's own page and the meeting, and nothing about anybody else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.consents import ConsentForm
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.plans import Origin
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import list_commitments
from mentorapp.store.consents import list_consents
from mentorapp.store.decisions import list_decisions
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.meetings import get_meeting
from mentorapp.store.overviews import list_lines
from mentorapp.store.sessions import list_sessions
from mentorapp.store.settings import change_setting
from ui.requests import MeetingModeRequest, NoteRequest
from ui.rooms import Rooms
from ui.screens.meeting_mode import LeaveCard, MeetingMode
from ui.screens.meeting_mode.note_sheet import NoteSheet
from ui.widgets.oral_sheet import OralSheet

from .conftest import HEALTH_ITEM, NOT_RAISED, PRIVATE, Met, meet

ELSEWHERE = ("today", "mentees", "workplaces", "settings", "register", "groups", "figures", "back", "print", "filter")


def said(window: QWidget) -> Iterator[str]:
    """All that can be seen or heard of a window: every text, tip, name and description, and its title."""
    yield window.windowTitle()
    for one in (window, *window.findChildren(QWidget)):
        if not one.isVisible():
            continue
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.statusTip(), one.whatsThis())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            yield one.text()
        if isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        if isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))


def press(rooms: Rooms, key: str) -> None:
    for action, shortcut in rooms.frame.shortcuts._made:
        if action.key == key:
            shortcut.activated.emit()
            return
    raise AssertionError(key)


def screen(rooms: Rooms) -> MeetingMode:
    current = rooms.frame.current
    assert isinstance(current, MeetingMode)
    return current


@pytest.mark.long
def test_nobody_else_and_nothing_private_is_in_sight(sample_rooms: Rooms) -> None:
    rooms, met = sample_rooms, meet(sample_rooms)
    rooms.frame.telling.say("Något om någon annan")
    rooms.frame.go("mentee", met.mentee)
    press(rooms, "meeting_mode")
    with rooms.store.read() as session:
        others = [one for one in list_lines(session) if one.mentee_id != met.mentee]
        own = next(one for one in list_lines(session) if one.mentee_id == met.mentee)
    hidden = {one.full_name for one in others} | {one.alias for one in others} - {own.alias}
    hidden |= {NOT_RAISED, PRIVATE, HEALTH_ITEM, "Något om någon annan"}
    seen = 0
    for key in ("agenda", "page", "lines"):
        screen(rooms).rail.button(key).click()
        QApplication.processEvents()
        texts = "\n".join(said(rooms.frame.window()))
        seen += len(texts)
        assert own.preferred_name in texts or key == "lines"
        assert [one for one in hidden if one in texts] == []
    assert seen > 1000, "the search finds too little"
    assert not rooms.frame.rail.isVisible()
    assert not rooms.frame.status.isVisible()


def test_keys_that_lead_elsewhere_are_off(rooms: Rooms, met: Met) -> None:
    rooms.frame.go("mentee", met.mentee)
    press(rooms, "meeting_mode")
    before = rooms.store.undo_label
    for key in (*(one for one in ELSEWHERE if _has_key(rooms, one)), "undo", "keys"):
        press(rooms, key)
        assert isinstance(rooms.frame.current, MeetingMode), key
    assert rooms.store.undo_label == before, "what was done before is not undone in sight"
    QTest.keyClick(rooms.frame, Qt.Key.Key_Escape)
    assert isinstance(rooms.frame.current, MeetingMode)
    press(rooms, "meeting_mode")
    assert rooms.frame.here is not None
    assert rooms.frame.here.key == "mentee"


def _has_key(rooms: Rooms, key: str) -> bool:
    return any(action.key == key for action, _ in rooms.frame.shortcuts._made)


def test_text_is_one_step_larger_and_back_again(rooms: Rooms, met: Met) -> None:
    rooms.mode.enter(MeetingModeRequest(met.mentee))
    assert rooms.theme.text_percent == 125
    press(rooms, "larger")
    assert rooms.theme.text_percent == 150
    rooms.mode.toggle()
    assert rooms.theme.text_percent == 100


def test_without_a_mentee_only_aliases_are_asked_for(rooms: Rooms, met: Met) -> None:
    rooms.frame.go("today")
    press(rooms, "meeting_mode")
    with rooms.store.read() as session:
        lines = list_lines(session)
    texts = "\n".join(said(rooms.frame.window()))
    assert [one.full_name for one in lines if one.full_name in texts] == []
    press(rooms, "note")
    screen(rooms).beside.buttons[met.mentee].click()
    own = next(one for one in lines if one.mentee_id == met.mentee)
    texts = "\n".join(said(rooms.frame.window()))
    assert own.preferred_name in texts
    assert [one.alias for one in lines if one.alias in texts and one is not own] == []


def test_a_decision_is_stored_at_once_with_the_meeting_as_its_origin(rooms: Rooms, met: Met) -> None:
    rooms.mode.enter(MeetingModeRequest(met.mentee, met.meeting))
    line = screen(rooms).agenda.line
    QTest.keyClicks(line.what.line, "Ringa om en tid")
    QTest.keyClick(line.what.line, Qt.Key.Key_Return)
    assert line.who_fault.sentence()
    line.who.choose(met.outside.hex)
    QTest.keyClicks(line.by.line, "2026-12-01")
    QTest.keyClicks(line.need.line, "Besked om pengarna")
    QTest.keyClick(line.need.line, Qt.Key.Key_Return)
    with rooms.store.read() as session:
        (decision,) = list_decisions(session, met.meeting)
        enrolment = current_enrolment(session, met.mentee)
        assert enrolment is not None
        assert decision in list_commitments(session, enrolment.id)
    assert (decision.what, decision.who_name, decision.origin) == ("Ringa om en tid", "Fredrika Kassén", Origin.MEETING)
    assert decision.need == "Besked om pengarna"
    assert (line.what.text(), line.need.text()) == ("", "")
    assert line.what.line.hasFocus()
    assert "Ringa om en tid" in "\n".join(said(screen(rooms).agenda))
    press(rooms, "undo")
    with rooms.store.read() as session:
        assert list_decisions(session, met.meeting) == ()


def test_a_decision_that_is_begun_is_kept(rooms: Rooms, met: Met) -> None:
    rooms.mode.enter(MeetingModeRequest(met.mentee, met.meeting))
    QTest.keyClicks(screen(rooms).agenda.line.what.line, "Halvskrivet")
    rooms.mode.toggle()
    rooms.mode.enter(MeetingModeRequest(met.mentee, met.meeting))
    assert screen(rooms).agenda.line.what.text() == "Halvskrivet"


def test_who_turns_up_is_asked_about_without_saying_what(rooms: Rooms, met: Met) -> None:
    rooms.mode.enter(MeetingModeRequest(met.mentee, met.meeting))
    agenda = screen(rooms).agenda
    agenda.turned_up.open.click()
    agenda.turned_up.keep()
    assert agenda.turned_up.name.fault()
    agenda.turned_up.name.line.setText("Rolf Okänd")
    agenda.turned_up.place.line.setText("Arbetsförmedlingen")
    QTest.keyClick(agenda.turned_up.name.line, Qt.Key.Key_Return)
    texts = "\n".join(said(agenda))
    assert "Rolf Okänd" in texts
    assert rooms.texts("meeting_mode.ask_first") in texts
    assert "samtycke" not in texts.casefold()
    with rooms.store.read() as session:
        new = get_meeting(session, met.meeting).outside[-1]
    assert new.ad_hoc
    assert not new.told_mentee
    asked = agenda.findChild(QAbstractButton, f"asked {new.id}")
    assert asked is not None
    asked.click()
    (sheet,) = [one for one in rooms.frame.window().findChildren(OralSheet) if one.isVisible()]
    assert sheet.kind is not None
    sheet.keep()
    assert rooms.texts("errors.oral_from_where") in "\n".join(said(sheet))
    sheet.kind.choose(OrganisationKind.EMPLOYMENT_SERVICE.value)
    sheet.scope.choose({InfoClass.PLAN, InfoClass.PRESENCE})
    sheet.keep()
    assert rooms.texts("meeting_mode.ask_first") not in "\n".join(said(agenda))
    with rooms.store.read() as session:
        new = get_meeting(session, met.meeting).outside[-1]
        (consent,) = [one for one in list_consents(session, met.mentee) if one.recipient_contact_id == new.contact_id]
    assert new.told_mentee
    assert (consent.form, set(consent.scope)) == (
        ConsentForm.ORAL_DOCUMENTED, {InfoClass.PLAN, InfoClass.PRESENCE},
    )  # fmt: skip


def test_the_note_holds_plan_only(rooms: Rooms, met: Met) -> None:
    rooms.mode.enter(MeetingModeRequest(met.mentee))
    press(rooms, "note")
    (sheet,) = [one for one in rooms.frame.window().findChildren(NoteSheet) if one.isVisible()]
    sheet.text.set_text("Vi är överens om fredagar")
    sheet.keep()
    with rooms.store.read() as session:
        notes = [one.segments for one in list_sessions(session, met.mentee)]
    assert any(
        [(s.text, s.info_class) for s in one] == [("Vi är överens om fredagar", InfoClass.PLAN)] for one in notes
    )


def test_what_lies_open_is_put_away_first(rooms: Rooms, met: Met) -> None:
    rooms.open_note(NoteRequest(met.mentee))
    press(rooms, "meeting_mode")
    assert not rooms.note.is_open
    assert isinstance(rooms.frame.current, MeetingMode)


@pytest.mark.parametrize("typed", ["fel", ""])
def test_the_passphrase_is_asked_for_where_the_setting_says_so(
    rooms: Rooms, met: Met, typed: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.meeting_mode.passphrase_checked", lambda _path: lambda said: said == "rätt")
    with rooms.store.write("setting_changed") as session:
        change_setting(session, "meeting_mode_passphrase", value=True)
    rooms.mode.enter(MeetingModeRequest(met.mentee))
    rooms.mode.toggle()
    rooms.mode.toggle()
    (card,) = [one for one in rooms.frame.window().findChildren(LeaveCard) if one.isVisible()]
    card.passphrase.line.setText(typed)
    card.ask()
    qtbot.waitUntil(lambda: bool(card.passphrase.fault()))
    assert rooms.mode.is_on
    card.passphrase.line.setText("rätt")
    card.ask()
    qtbot.waitUntil(lambda: not rooms.mode.is_on)
