"""Whom of the register: found by letters, chosen, or somebody new; nobody merged, nobody thrown away."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.network import ContactChoice, NetworkRole, OrganisationKind
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_link, add_organisation, contact_left, remove_contact
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.field import LineField
from ui.widgets.organisation_chooser import OrganisationChooser

Type = Callable[[QWidget, str], None]


@dataclass(frozen=True)
class People:
    siv: UUID
    sivert: UUID
    birk: UUID
    mother: UUID
    insurance: UUID


@pytest.fixture
def people(store: Store) -> People:
    with store.write("contact_added") as session:
        insurance = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        siv = add_contact(session, "Siv Provsson", title="handläggare", organisation_id=insurance)
        sivert = add_contact(session, "Sivert Ek", title="lärare")
        birk = add_mentee(session, "Birk", family_name="Provare")
        mother = add_contact(session, "Mia Provare")
        add_link(session, birk, NetworkRole.NEXT_OF_KIN, contact_id=mother)
    return People(siv, sivert, birk, mother, insurance)


@pytest.fixture
def chooser(store: Store, texts: Texts, theme: Theme, people: People, shown: Callable[..., QWidget]) -> ContactChooser:
    field = ContactChooser(store, texts, theme, "Vem?", mentee_id=people.birk)
    shown(field, LineField(theme, "Sedan"))
    field.setFocus()
    return field


def names(chooser: ContactChooser) -> list[str]:
    model = chooser.names().names
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_letters_find_and_enter_takes_the_first(
    chooser: ContactChooser, people: People, qtbot: QtBot, type_text: Type
) -> None:
    type_text(chooser.line, "siv")
    assert set(names(chooser)[:2]) == {"Siv Provsson", "Sivert Ek"}
    assert names(chooser)[2:] == ["Lägg till siv"]
    type_text(chooser.line, " p")
    with qtbot.waitSignal(chooser.taken):
        QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert chooser.value() == ContactChoice(people.siv)
    assert chooser.line.text() == "Siv Provsson"
    assert chooser.hint.text() == "handläggare, Försäkringskassan"
    assert not chooser.is_open()


def test_somebody_is_found_by_the_organisation(chooser: ContactChooser, people: People, type_text: Type) -> None:
    type_text(chooser.line, "forsakr")
    assert names(chooser)[0] == "Siv Provsson"


def test_arrow_down_shows_everybody_and_walks(chooser: ContactChooser, people: People, qtbot: QtBot) -> None:
    QTest.keyClick(chooser.line, Qt.Key.Key_Down)
    assert names(chooser) == ["Mia Provare", "Siv Provsson", "Sivert Ek"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(chooser.line, key)
    assert chooser.value() == ContactChoice(people.sivert)


def test_a_new_name_is_said_to_be_new_when_the_field_is_left(
    chooser: ContactChooser, qtbot: QtBot, type_text: Type, texts: Texts
) -> None:
    type_text(chooser.line, "Åsa Ny")
    QTest.keyClick(chooser.line, Qt.Key.Key_Tab)
    assert chooser.value() == ContactChoice(new_name="Åsa Ny")
    assert chooser.hint.text() == texts("chooser.new_contact")


def test_the_name_that_one_has_is_that_one_when_the_field_is_left(
    chooser: ContactChooser, people: People, qtbot: QtBot, type_text: Type
) -> None:
    type_text(chooser.line, "siv provsson")
    QTest.keyClick(chooser.line, Qt.Key.Key_Tab)
    assert chooser.value() == ContactChoice(people.siv)


def test_the_last_row_adds_another_of_the_same_name(
    chooser: ContactChooser, qtbot: QtBot, type_text: Type, texts: Texts
) -> None:
    type_text(chooser.line, "Siv Provsson")
    QTest.keyClick(chooser.line, Qt.Key.Key_Down)
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    QTest.keyClick(chooser.line, Qt.Key.Key_Tab)
    assert chooser.value() == ContactChoice(new_name="Siv Provsson")
    assert chooser.check()
    assert chooser.hint.text() == texts("chooser.new_contact")


def test_a_name_that_several_have_must_be_chosen(
    store: Store, chooser: ContactChooser, type_text: Type, texts: Texts
) -> None:
    with store.write("contact_added") as session:
        add_contact(session, "Siv Provsson")
    type_text(chooser.line, "Siv Provsson")
    assert not chooser.check()
    assert chooser.fault() == texts("chooser.several")
    type_text(chooser.line, "!")
    assert chooser.fault() == ""
    assert chooser.check()


def test_a_mentees_name_gives_a_hint(chooser: ContactChooser, qtbot: QtBot, type_text: Type, texts: Texts) -> None:
    type_text(chooser.line, "birk provare")
    QTest.keyClick(chooser.line, Qt.Key.Key_Tab)
    assert chooser.hint.text() == texts("chooser.mentees_name")
    assert chooser.value() == ContactChoice(new_name="birk provare")


def test_next_of_kin_of_another_mentee_are_not_offered(
    store: Store, texts: Texts, theme: Theme, people: People, shown: Callable[..., QWidget], type_text: Type
) -> None:
    field = ContactChooser(store, texts, theme, "Vem?")
    shown(field)
    assert people.mother not in [one.key for one in field.known()]
    field.set_mentee(people.birk)
    assert people.mother in [one.key for one in field.known()]


def test_who_has_left_is_not_offered_but_stays_chosen(store: Store, chooser: ContactChooser, people: People) -> None:
    from datetime import date

    with store.write("contact_left") as session:
        contact_left(session, people.siv, date(2026, 11, 1))
    assert people.siv not in [one.key for one in chooser.known()]
    chooser.choose(people.siv)
    assert chooser.value() == ContactChoice(people.siv)
    chooser.choose(None)
    assert chooser.value().is_nobody


def test_esc_closes_the_list_and_keeps_what_is_typed(chooser: ContactChooser, qtbot: QtBot, type_text: Type) -> None:
    type_text(chooser.line, "si")
    QTest.keyClick(chooser.line, Qt.Key.Key_Escape)
    assert not chooser.is_open()
    assert chooser.line.text() == "si"


def test_a_click_opens_the_list_and_a_click_in_it_takes(chooser: ContactChooser, people: People, qtbot: QtBot) -> None:
    QTest.mouseClick(chooser.line, Qt.MouseButton.LeftButton)
    listed = chooser.names()
    where = listed.visualRect(listed.names.index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chooser.value() == ContactChoice(people.siv)
    QTest.mouseClick(chooser.line, Qt.MouseButton.LeftButton)
    QTest.mouseClick(chooser.line, Qt.MouseButton.LeftButton)
    assert not chooser.is_open()


def test_a_draft_brings_back_whom_was_chosen_and_what_was_half_typed(
    store: Store, texts: Texts, theme: Theme, chooser: ContactChooser, people: People, type_text: Type
) -> None:
    again = ContactChooser(store, texts, theme, "Vem?")
    chooser.choose(people.siv)
    again.set_draft(chooser.draft())
    assert again.value() == ContactChoice(people.siv)
    chooser.choose(None)
    type_text(chooser.line, "Åsa")
    again.set_draft(chooser.draft())
    assert again.value() == ContactChoice(new_name="Åsa")
    chooser.choose(people.sivert)
    kept = chooser.draft()
    with store.write("contact_removed") as session:
        remove_contact(session, people.sivert)
    again.set_draft(kept)
    assert again.value() == ContactChoice(new_name="Sivert Ek")


def test_an_organisation_is_chosen_the_same_way(
    store: Store,
    texts: Texts,
    theme: Theme,
    people: People,
    shown: Callable[..., QWidget],
    qtbot: QtBot,
    type_text: Type,
) -> None:
    field = OrganisationChooser(store, texts, theme, "Varifrån?")
    shown(field)
    field.setFocus()
    assert field.value().is_none
    type_text(field.line, "förs")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value().organisation_id == people.insurance
    field.choose(None)
    type_text(field.line, "Komvux")
    assert field.check()
    assert field.value().new_name == "Komvux"
    assert field.hint.text() == texts("chooser.new_organisation")
