"""The register: found, changed, added; whom a mentee has is never shown, and nobody in use is taken away."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import (
    add_contact,
    add_link,
    add_organisation,
    contact_left,
    get_contact,
    get_organisation,
    list_contacts,
)
from mentorapp.store.store import Store
from ui.screens.contacts_register import ContactsRegister
from ui.theme import Theme
from ui.widgets.delegates import LINES_ROLE, TwoLines
from ui.widgets.form_sheet import FormSheet

K = Qt.Key


@dataclass(frozen=True)
class Book:
    insurance: UUID
    siv: UUID
    per: UUID
    mother: UUID


@pytest.fixture
def book(store: Store, day: date) -> Book:
    """Siv around two mentees, Per around nobody, a mother, and somebody who has left."""
    with store.write("contact_added") as session:
        insurance = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE, unit="Provköping")
        siv = add_contact(session, "Siv Provsson", title="utredare", organisation_id=insurance, phone="070-174 06 05")
        per = add_contact(session, "Per Provmentor")
        mother = add_contact(session, "Mia Provare")
        left = add_contact(session, "Gun Påhitt", organisation_id=insurance)
        contact_left(session, left, date(2026, 1, 1))
        birk = add_mentee(session, "Birk", family_name="Provare")
        for mentee in (birk, add_mentee(session, "Cleo")):
            add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=siv)
        add_link(session, birk, NetworkRole.NEXT_OF_KIN, contact_id=mother)
    return Book(insurance, siv, per, mother)


@pytest.fixture
def make(qtbot: QtBot, store: Store, theme: Theme) -> Iterator[Callable[[Texts], ContactsRegister]]:
    ended: list[Callable[[], None]] = []
    windows: list[QWidget] = []

    def show(texts: Texts) -> ContactsRegister:
        window = QWidget()
        windows.append(window)
        theme.dress(window)
        register = ContactsRegister(store, texts, theme)
        QVBoxLayout(window).addWidget(register)
        window.resize(1200, 700)
        qtbot.addWidget(window)
        ended.append(store.on_change(register.note_change))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        register.focus_first()
        QApplication.processEvents()
        return register

    yield show
    for end in ended:
        end()


@pytest.fixture
def register(make: Callable[[Texts], ContactsRegister], book: Book, texts: Texts) -> ContactsRegister:
    return make(texts)


def press(*what: Qt.Key | str, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for one in what:
        for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(K.Key_unknown, c) for c in one]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                target = QApplication.focusWidget()
                assert target is not None, "nothing has the focus"
                QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
        QApplication.processEvents()


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def rows(register: ContactsRegister) -> list[TwoLines]:
    model = register.list.entries
    return [model.index(row, 0).data(LINES_ROLE) for row in range(model.rowCount())]


def sheet(register: ContactsRegister) -> FormSheet:
    (found,) = [one for one in register.window().findChildren(FormSheet) if one.isVisible()]
    return found


def test_people_stand_by_name_with_around_how_many_mentees_but_never_whom(register: ContactsRegister) -> None:
    per, siv = rows(register)
    assert (per.title, per.second, per.right) == ("Per Provmentor", "", "")
    assert (siv.second, siv.right) == ("utredare, Försäkringskassan, Provköping · 070-174 06 05", "hos 2 deltagare")
    shown = [label.text() for label in register.findChildren(QLabel)]
    assert not any("Birk" in text or "Cleo" in text for text in shown)
    assert register.list.hasFocus()


def test_private_persons_organisations_and_who_has_left_stand_apart(register: ContactsRegister) -> None:
    names = {}
    for key in ("organisations", "private", "left"):
        register.group.pill(key).click()
        names[key] = [row.title for row in rows(register)]
    assert names == {"organisations": ["Försäkringskassan"], "private": ["Mia Provare"], "left": ["Gun Påhitt"]}
    assert register.group.pill("people").text() == "Personer (2)"
    register.group.pill("organisations").click()
    assert (rows(register)[0].second, rows(register)[0].right) == ("Provköping", "1 person")


def test_letters_find_by_name_title_or_organisation(register: ContactsRegister) -> None:
    register.search.setFocus()
    press("forsakr")
    assert [row.title for row in rows(register)] == ["Siv Provsson"]
    press(K.Key_Down)
    assert register.list.hasFocus()
    register.search.setFocus()
    press("zzz")
    assert register.none.isVisible()
    press(K.Key_Escape)
    assert len(rows(register)) == 2


def test_a_person_is_added_by_keys_and_marked_in_the_list(register: ContactsRegister, store: Store, book: Book) -> None:
    register.new_person.setFocus()
    press(K.Key_Space, "Åsa Ny", K.Key_Tab, "lärare", K.Key_Tab, "försäk", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    entry = register.list.selected()
    assert entry is not None
    assert entry.name == "Åsa Ny"
    with store.read() as session:
        contact = get_contact(session, entry.key)
    assert (contact.title, contact.organisation_id) == ("lärare", book.insurance)
    store.undo()
    assert "Åsa Ny" not in [row.title for row in rows(register)]


def test_a_person_is_changed_and_leaves(register: ContactsRegister, store: Store, book: Book) -> None:
    press(K.Key_Down, K.Key_F2, K.Key_End, " Ek")
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        assert get_contact(session, book.siv).name == "Siv Provsson Ek"
    press(K.Key_Return)
    form = register.open_contact(next(one for one in register._entries if one.key == book.siv))
    form.works_until.line.setFocus()
    press("1 jan", K.Key_Tab)
    form.keep()
    assert register.list.selected() is not None
    assert "slutar" in rows(register)[-1].second


def test_a_mentees_name_gives_a_hint(register: ContactsRegister, texts: Texts) -> None:
    form = register.open_contact(None)
    press("Birk Provare", K.Key_Tab)
    assert form.name.hint.text() == texts("chooser.mentees_name")
    form.name.line.setFocus()
    press(K.Key_End, "!", K.Key_Tab)
    assert form.name.hint.isHidden()


def test_an_organisation_is_added_and_changed(register: ContactsRegister, store: Store) -> None:
    register.new_place.setFocus()
    press(K.Key_Space, "Öppna förskolan")
    press(K.Key_Return, ctrl=True)
    form = sheet(register)
    assert form.isVisible()
    kind = form.kind  # type: ignore[attr-defined]
    kind.setCurrentIndex(kind.findData(OrganisationKind.OTHER))
    form.keep()
    assert form.details["kind_other"].fault()  # type: ignore[attr-defined]
    form.details["kind_other"].set_text("förskola")  # type: ignore[attr-defined]
    form.keep()
    entry = register.list.selected()
    assert entry is not None
    assert rows(register)[-1].second == "förskola"
    again = register.open_organisation(entry)
    again.kind.setCurrentIndex(again.kind.findData(OrganisationKind.CIVIL_SOCIETY))
    again.keep()
    with store.read() as session:
        place = get_organisation(session, entry.key)
    assert (place.kind, place.kind_other) == (OrganisationKind.CIVIL_SOCIETY, "")


def test_a_new_organisation_of_a_person_needs_its_kind(register: ContactsRegister, store: Store) -> None:
    form = register.open_contact(None)
    press("Åsa Ny", K.Key_Tab, K.Key_Tab, "Komvux", K.Key_Tab)
    form.keep()
    assert form.place.kind_field.fault() == "Välj vad för slags organisation det är."
    form.place.kind.setCurrentIndex(form.place.kind.findData(OrganisationKind.ADULT_EDUCATION))
    form.works_until.line.setText("nonsens")
    form.keep()
    assert form.works_until.fault()
    form.works_until.line.clear()
    form.keep()
    with store.read() as session:
        assert "Åsa Ny" in [one.name for one in list_contacts(session)]


def test_who_is_around_a_mentee_is_not_removed_and_the_way_out_is_the_last_day(
    register: ContactsRegister, store: Store, book: Book
) -> None:
    press(K.Key_Down, K.Key_Delete)
    assert register.strip.sentence().startswith("Personen står hos 2 deltagare.")
    register.strip.button.click()
    form = sheet(register)
    assert form.works_until.line.hasFocus()  # type: ignore[attr-defined]
    form.close_over()
    assert not register.strip.isVisible()
    with store.read() as session:
        assert get_contact(session, book.siv).name == "Siv Provsson"


def test_an_organisation_in_use_is_not_removed(register: ContactsRegister) -> None:
    register.group.pill("organisations").click()
    register.list.setFocus()
    press(K.Key_Delete)
    assert register.strip.sentence().startswith("Organisationen står på 4 ställen.")
    register.strip.button.click()
    assert sheet(register).isVisible()


def test_who_is_nobodys_is_removed_from_the_menu_and_comes_back(register: ContactsRegister, store: Store) -> None:
    register.menu().actions()[1].trigger()
    assert [row.title for row in rows(register)] == ["Siv Provsson"]
    store.undo()
    assert [row.title for row in rows(register)] == ["Per Provmentor", "Siv Provsson"]
    register.menu().actions()[0].trigger()
    assert sheet(register).isVisible()


def test_the_menu_key_and_the_right_button_open_the_same_menu(register: ContactsRegister, qtbot: QtBot) -> None:
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        with qtbot.waitSignal(register.list.menu_wanted):
            where = register.list.rect().center()
            event = QContextMenuEvent(reason, where, register.list.mapToGlobal(where))
            QApplication.sendEvent(register.list.viewport(), event)
        close_popup()
    key = QKeyEvent(QEvent.Type.KeyPress, K.Key_Menu, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(register.list.menu_wanted):
        QApplication.sendEvent(register.list, key)
    close_popup()


def test_what_was_begun_is_gone_on_with(register: ContactsRegister, book: Book) -> None:
    register.open_contact(None)
    press("Åsa")
    sheet(register).close_over()
    for form in ("register.contact", "register.organisation", f"register.contact:{book.siv.hex}"):
        register.open_draft(form)
        sheet(register).close_over()
    register.open_draft("register.contact")
    assert sheet(register).values()["name"] == "Åsa"
    sheet(register).close_over()
    register.open_draft(f"register.contact:{book.insurance.hex[::-1]}")
    assert not [one for one in register.window().findChildren(FormSheet) if one.isVisible()]


def test_an_empty_register_says_how_it_fills(make: Callable[[Texts], ContactsRegister], texts: Texts) -> None:
    register = make(texts)
    assert register.none.isVisible()
    assert register.search.hasFocus()
    assert register.menu().actions() == []


def test_back_is_a_button_and_the_parts_are_named(register: ContactsRegister, qtbot: QtBot) -> None:
    with qtbot.waitSignal(register.back_wanted):
        register.back.click()
    assert register.list in register.regions()


def test_the_register_reads_in_english(make: Callable[[Texts], ContactsRegister], book: Book) -> None:
    register = make(Texts("en"))
    assert rows(register)[-1].right == "with 2 mentees"
    register.resize(400, 500)
