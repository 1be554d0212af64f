"""Ny deltagare by keyboard, on a real store."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus, ReferralSource
from mentorapp.domain.mentees import Municipality, Pronoun
from mentorapp.domain.programmes import LegalProfile
from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import current_enrolment, list_level_entries
from mentorapp.store.errors import DiskFullError
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import find_mentees, get_mentee
from mentorapp.store.programmes import add_programme, list_programmes
from mentorapp.store.store import Store
from ui.screens.mentees import MenteesScreen
from ui.screens.mentees.doubles import split_name

AddPerson = Callable[..., UUID]
Open = Callable[..., MenteesScreen]
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def said(screen: QWidget) -> str:
    return " | ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def found(store: Store, name: str) -> list[UUID]:
    with store.read() as session:
        return [mentee.id for mentee in find_mentees(session, name)]


def test_a_new_mentee_takes_at_most_ten_keystrokes_besides_the_text(
    qtbot: QtBot, open_list: Open, store: Store, programme: UUID, hand: Any
) -> None:
    screen = open_list()
    with qtbot.waitSignal(screen.mentee_opened) as opened:
        hand.strokes = 1
        screen.start_new_mentee()
        hand.words("Åsa Öberg")
        hand.press(Key.Key_Tab)
        hand.words("e")
        hand.press(Key.Key_Tab)
        hand.words("Bara sms. Ring inte hem.")
        hand.press(Key.Key_Return, CTRL)
    assert hand.strokes + len("e") <= 10
    (mentee_id,) = found(store, "Åsa Öberg")
    assert opened.args == [mentee_id]
    with store.read() as session:
        mentee, enrolment = get_mentee(session, mentee_id), current_enrolment(session, mentee_id)
    assert (mentee.preferred_name, mentee.family_name) == ("Åsa", "Öberg")
    assert mentee.safe_contact == "Bara sms. Ring inte hem."
    assert enrolment is not None
    assert (enrolment.status, enrolment.programme_id) == (EnrolmentStatus.INTEREST, programme)
    assert (enrolment.referral.referrer_type, enrolment.referral.source) == ("evi", ReferralSource.CASEWORKER)
    assert enrolment.interest_on == store.clock.today()
    assert store.undo_label == "mentee_added"
    assert screen.selected_mentee == mentee_id
    store.undo()
    assert found(store, "Åsa Öberg") == []


def test_a_name_alone_is_enough(open_list: Open, store: Store, programme: UUID, hand: Any) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Birk")
    hand.press(Key.Key_Return, CTRL)
    assert len(found(store, "Birk")) == 1


def test_without_a_name_it_asks_for_one(open_list: Open, store: Store, programme: UUID, hand: Any) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.press(Key.Key_Return, CTRL)
    assert screen.new_card.name.fault() == "Vad heter personen? Ett förnamn räcker."
    assert QApplication.focusWidget() is screen.new_card.name.line


def test_who_begins_now_stands_on_the_first_step(
    open_list: Open, store: Store, programme: UUID, hand: Any, day: date
) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Birk")
    hand.press(Key.Key_Tab, times=3)
    hand.press(Key.Key_Space)
    hand.press(Key.Key_Return, CTRL)
    assert found(store, "Birk") == []
    assert screen.new_card._fault.sentence() == "Hur kom hen hit? Välj Ingen remittent om ingen skickade."
    hand.words("i")
    hand.press(Key.Key_Return, CTRL)
    (mentee_id,) = found(store, "Birk")
    with store.read() as session:
        enrolment = current_enrolment(session, mentee_id)
        assert enrolment is not None
        entries = list_level_entries(session, enrolment.id)
    assert (enrolment.status, enrolment.started_on) == (EnrolmentStatus.ACTIVE, day)
    assert [entry.entered_on for entry in entries] == [day]
    assert screen.selected_mentee == mentee_id


def test_a_likely_double_is_shown_and_never_merged(
    qtbot: QtBot, open_list: Open, store: Store, add_person: AddPerson, hand: Any
) -> None:
    alva = add_person(
        "Alva", "Exempelsson", birth_year=2003, pronoun=Pronoun.HON, municipalities=(Municipality(name="Exempelby"),)
    )
    screen = open_list()
    screen.start_new_mentee()
    hand.words("alva exempelsson")
    hand.press(Key.Key_Return, CTRL)
    question = "Det finns redan en Alva Exempelsson, 23 år, Exempelby. Är det samma person?"
    assert question in said(screen)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Nej, en annan"
    assert screen.new_card.open_same.text() == "Öppna henne"
    with qtbot.waitSignal(screen.mentee_opened) as opened:
        screen.new_card.open_same.click()
    assert opened.args == [alva]
    screen.start_new_mentee()
    assert screen.new_card.name.text() == "alva exempelsson"
    hand.press(Key.Key_Return, CTRL)
    hand.press(Key.Key_Space)
    assert question not in said(screen)
    hand.press(Key.Key_Return, CTRL)
    assert len(found(store, "Alva Exempelsson")) == 2


def test_every_double_is_asked_about(open_list: Open, store: Store, add_person: AddPerson, hand: Any) -> None:
    add_person("Alva", birth_year=2003)
    add_person("Alva", birth_year=2006, pronoun=Pronoun.HAN)
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Alva")
    hand.press(Key.Key_Tab)
    assert "23 år" in said(screen) or "20 år" in said(screen)
    screen.new_card.same.button.click()
    assert screen.new_card.same.isVisible()
    screen.new_card.same.button.click()
    assert not screen.new_card.same.isVisible()
    hand.press(Key.Key_Return, CTRL)
    assert len(found(store, "Alva")) == 3


def test_of_several_programmes_one_is_chosen(open_list: Open, store: Store, programme: UUID, hand: Any) -> None:
    with store.write("mentee_added") as session:
        kaa = add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Birk")
    hand.press(Key.Key_Return, CTRL)
    assert "Vilken insats gäller det? Välj en." in said(screen)
    assert found(store, "Birk") == []
    hand.words("k")
    hand.press(Key.Key_Return, CTRL)
    (mentee_id,) = found(store, "Birk")
    with store.read() as session:
        enrolment = current_enrolment(session, mentee_id)
    assert enrolment is not None
    assert enrolment.programme_id == kaa


def test_in_an_empty_store_a_ladder_becomes_the_first_programme(open_list: Open, store: Store, hand: Any) -> None:
    screen = open_list()
    hand.press(Key.Key_Space)
    assert "Vilken trappa ska ni använda?" in said(screen)
    hand.words("Birk")
    hand.press(Key.Key_Return, CTRL)
    with store.read() as session:
        assert [p.name for p in list_programmes(session)] == ["Level Up"]
    assert len(found(store, "Birk")) == 1


def test_another_way_here_needs_words(open_list: Open, store: Store, programme: UUID, hand: Any) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Birk")
    screen.new_card.source.choose("other")
    screen.new_card._on_source()
    hand.press(Key.Key_Return, CTRL)
    assert screen.new_card.source_other.fault().startswith("Skriv några ord")
    hand.words("En granne")
    hand.press(Key.Key_Return, CTRL)
    assert len(found(store, "Birk")) == 1


def test_esc_keeps_a_draft_that_stays_on_this_card(
    qtbot: QtBot, open_list: Open, store: Store, programme: UUID, hand: Any
) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Halv")
    qtbot.waitUntil(lambda: _drafts(store) == {"new_mentee": "Halv"}, timeout=1000)
    hand.words("skriven")
    hand.press(Key.Key_Escape)
    assert not screen.new_card.isVisible()
    assert _drafts(store) == {"new_mentee": "Halvskriven"}
    screen.start_new_mentee()
    assert screen.new_card.name.text() == "Halvskriven"
    hand.press(Key.Key_Return, CTRL)
    assert _drafts(store) == {}
    screen.start_new_mentee()
    assert screen.new_card.name.text() == ""


def _drafts(store: Store) -> dict[str, str]:
    with store.read() as session:
        return {draft.form: draft.content["name"] for draft in list_drafts(session)}


def test_a_name_of_a_thousand_characters_is_refused_and_kept(
    open_list: Open, store: Store, programme: UUID, hand: Any
) -> None:
    screen = open_list()
    screen.start_new_mentee()
    name = "Å" * 1000
    screen.new_card.name.line.setText(name)
    hand.press(Key.Key_Return, CTRL)
    assert screen.new_card.name.fault() == "Texten är 1000 tecken. Här får det plats 200, korta den."
    assert screen.new_card.name.text() == name
    screen.new_card.name.line.setText("Bo\u0007")
    hand.press(Key.Key_Return, CTRL)
    assert screen.new_card.name.fault().startswith("Texten har tecken som inte syns.")


def test_a_full_disk_keeps_what_was_typed(
    open_list: Open, store: Store, programme: UUID, hand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_list()
    screen.start_new_mentee()
    hand.words("Birk")

    def full(*_: object) -> UUID:
        raise DiskFullError

    with monkeypatch.context() as world:
        world.setattr("ui.screens.mentees.new_mentee.add_person", full)
        hand.press(Key.Key_Return, CTRL)
    assert "Det du skrev finns kvar här." in said(screen)
    assert screen.new_card.name.text() == "Birk"
    screen.new_card.strip.button.click()
    assert len(found(store, "Birk")) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Alva", ("Alva", "")), ("  Alva   von  Essen ", ("Alva", "von Essen")), ("", ("", ""))],
)
def test_the_first_word_is_what_somebody_is_called(typed: str, name: tuple[str, str]) -> None:
    assert split_name(typed) == name
