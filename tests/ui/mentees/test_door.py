"""Intresse och betänketid: who waits, who said no, the counts at the door, and rounds of outreach."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.lists import WordList
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.intake import decline, note_interest, offer
from mentorapp.store.mentees import add_mentee, find_mentees
from mentorapp.store.outreach import list_outreach_efforts
from mentorapp.store.store import Store
from mentorapp.store.word_lists import add_word
from ui.screens.mentees import MenteesScreen
from ui.screens.mentees.groups import Group
from ui.screens.mentees.outreach_sheet import OutreachSheet
from ui.screens.mentees.words import step_words

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def waiting(store: Store, programme: UUID, day: date) -> dict[str, UUID]:
    """One who thinks, one who said no, and one who said no before there was any interest."""
    with store.write("interest_noted") as session:
        people = {name: add_mentee(session, name, display_alias=f"{name[:2]} 100") for name in ("Alva", "Birk", "Cleo")}
        offer(session, note_interest(session, people["Alva"], programme, referrer_type="evi"), day)
        note_interest(session, people["Birk"], programme, referrer_type="self")
        decline(session, people["Birk"], "benefit_worry")
        decline(session, people["Cleo"], "not_now", erase_on=day)
    return people


def at_the_door(open_list: Callable[..., MenteesScreen]) -> MenteesScreen:
    screen = open_list()
    screen.list.show_group(Group.INTEREST)
    QApplication.processEvents()
    return screen


def test_who_said_no_stands_with_those_on_the_way_in(open_list: Any, waiting: dict[str, UUID]) -> None:
    screen = at_the_door(open_list)
    rows = [screen.list.model.row(screen.list.model.index(n, 0)) for n in range(screen.list.model.rowCount())]
    texts = Texts("sv")
    said = {row.line.preferred_name: step_words(texts, row) for row in rows if row}
    assert said == {"Alva": "Betänketid", "Birk": "Sa nej", "Cleo": "Sa nej"}
    screen.list.show_group(Group.CLOSED)
    assert screen.list.model.rowCount() == 0


def test_the_chip_says_when_to_ask_and_when_to_erase(open_list: Any, waiting: dict[str, UUID]) -> None:
    screen = at_the_door(open_list)
    words = [screen.list.model.index(n, 5).data() for n in range(3)]
    assert words == ["Fråga igen 2 dec", "Tas bort 25 dec", "Tas bort 25 nov"]


def test_the_figures_stand_under_that_chip_only(open_list: Any, waiting: dict[str, UUID]) -> None:
    screen = at_the_door(open_list)
    assert screen.list.door.isVisible()
    said = " | ".join(label.text() for label in screen.list.door.findChildren(type(screen.list.same)))
    assert "0 intresserade · 1 i betänketid" in said
    assert "Nej: 2" in said
    assert "Oro för ersättningen 1 · Inte just nu 1" in said
    screen.list.show_group(Group.CURRENT)
    assert not screen.list.door.isVisible()


def test_those_to_be_erased_are_opened_by_their_button(qtbot: QtBot, open_list: Any, waiting: dict[str, UUID]) -> None:
    screen = at_the_door(open_list)
    (button,) = [one for one in screen.list.door.buttons if one.text().startswith("Cl 100")]
    with qtbot.waitSignal(screen.mentee_opened) as opened:
        button.click()
    assert opened.args == [waiting["Cleo"]]


def test_a_round_of_outreach_is_noted_changed_and_taken_away(
    open_list: Any, store: Store, programme: UUID, hand: Any, day: date
) -> None:
    screen = at_the_door(open_list)
    screen.list.door.add_round.click()
    (sheet,) = screen.window().findChildren(OutreachSheet)
    sheet.sent.line.setFocus()
    hand.words("fyrtio")
    hand.press(Key.Key_Return, CTRL)
    assert sheet.sent.fault() == "Skriv ett antal med siffror."
    sheet.sent.set_text("40")
    sheet.reached.set_text("41")
    hand.press(Key.Key_Return, CTRL)
    assert sheet.reached.fault() == "Ni kan ha nått 0 till 40, så många som ni sökte."
    sheet.reached.set_text("6")
    hand.press(Key.Key_Return, CTRL)
    with store.read() as session:
        (effort,) = list_outreach_efforts(session)
    assert (effort.sent, effort.reached, effort.event_date) == (40, 6, day)
    QApplication.processEvents()
    (button,) = [one for one in screen.list.door.buttons if "6 av 40" in one.text()]
    button.click()
    sheet = next(one for one in screen.window().findChildren(OutreachSheet) if one.isVisible())
    assert sheet.remove_button is not None
    sheet.remove_button.click()
    with store.read() as session:
        assert list_outreach_efforts(session) == ()
    store.undo()
    with store.read() as session:
        assert len(list_outreach_efforts(session)) == 1


def test_a_round_begun_opens_again_with_its_words(open_list: Any, programme: UUID, hand: Any) -> None:
    screen = at_the_door(open_list)
    screen.open_outreach()
    (sheet,) = screen.window().findChildren(OutreachSheet)
    sheet.note.line.setFocus()
    hand.words("Hösten")
    hand.press(Key.Key_Escape)
    screen.open_draft("mentees.outreach")
    sheet = next(one for one in screen.window().findChildren(OutreachSheet) if one.isVisible())
    assert sheet.note.text() == "Hösten"
    screen.open_draft("mentees.outreach:00")


def test_whom_the_unit_seeks_out_is_not_interested_yet(
    open_list: Any, store: Store, programme: UUID, hand: Any, day: date
) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Birk")
    screen.new_card.source.choose("outreach")
    screen.new_card.save()
    with store.read() as session:
        enrolment = current_enrolment(session, find_mentees(session, "Birk")[0].id)
    assert enrolment is not None
    assert (enrolment.interest_on, enrolment.referral.on) == (None, day)


def test_the_ways_are_the_units_own_list_as_it_is_now(open_list: Any, store: Store, programme: UUID, hand: Any) -> None:
    screen = open_list()
    screen.start_new_mentee()
    screen.new_card.close_card()
    with store.write("word_added") as session:
        code = add_word(session, WordList.REFERRER_TYPE, "Fritidsgården", more={"source": "other"})
    screen.start_new_mentee()
    hand.words("Birk")
    hand.press(Key.Key_Tab)
    hand.words("fri")
    hand.press(Key.Key_Return, CTRL)
    with store.read() as session:
        enrolment = current_enrolment(session, find_mentees(session, "Birk")[0].id)
    assert enrolment is not None
    assert enrolment.referral.referrer_type == code
