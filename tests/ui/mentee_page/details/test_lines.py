"""What has its days: addresses, names, occupation, the youth duty, the identity number, a death, representatives."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from mentorapp.domain.mentees import IdNumberType, Mentee, ProtectedIdentity
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.occupation import Occupation
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.store.identity_numbers import list_former_numbers
from mentorapp.store.mentees import change_mentee, get_mentee
from mentorapp.store.network import add_contact, add_link, list_contacts
from mentorapp.store.occupations import add_occupation, list_occupations
from mentorapp.store.routines import list_routine
from mentorapp.store.youth_duties import add_youth_duty, list_youth_duties
from ui.requests import DraftRequest
from ui.screens.mentee_page.details import DetailsTab
from ui.screens.mentee_page.details.line_sheet import LineSheet

K = Qt.Key
Press = Callable[..., None]
BORN = date(2001, 5, 8)


def mentee(look: Any) -> Mentee:
    with look.store.read() as session:
        return get_mentee(session, look.who.mentee)


def anything(sheet: object) -> Any:
    return sheet


def open_sheets(look: Any) -> list[Any]:
    return [one for one in look.page.window().findChildren(LineSheet) if one.isVisible()]


def test_a_move_is_added_from_a_day_and_a_slip_put_right(look: Any, tab: DetailsTab, press: Press, day: date) -> None:
    tab.reach.municipalities.add.click()
    (sheet,) = open_sheets(look)
    press("Testfors")
    press(K.Key_Return, ctrl=True)
    found = mentee(look)
    assert [found.municipality_on(one) for one in (day, day - timedelta(days=1))] == ["Testfors", "Provköping"]
    assert look.page.head.line.text().endswith("Testfors")
    key = found.municipalities[-1].id
    assert key is not None
    tab.reach.municipalities.buttons[key.hex].click()
    (sheet,) = open_sheets(look)
    sheet.words.set_text("Exempelby")
    sheet.day.set_day(date(2026, 9, 1))
    press(K.Key_Return, ctrl=True)
    assert mentee(look).municipality_on(date(2026, 9, 2)) == "Exempelby"
    tab.reach.municipalities.buttons[key.hex].click()
    (sheet,) = open_sheets(look)
    sheet.remove_button.click()
    assert mentee(look).municipality_on(day) == "Provköping"
    look.store.undo()
    assert mentee(look).municipality_on(day) == "Exempelby"


@pytest.mark.parametrize(
    ("words", "on", "field", "says"),
    [
        ("", None, "words", "Skriv adressen."),
        ("Storgatan 1", date(2000, 1, 1), "day", "Det datumet är före födelsedatumet. Stämmer båda?"),
        ("Storgatan 1", date(2099, 1, 1), "day", "Det är mer än ett år bort. Titta på året."),
    ],
)
def test_an_address_that_cannot_be_is_said_beside_its_field_and_kept(
    look: Any, tab: DetailsTab, press: Press, words: str, on: date | None, field: str, says: str
) -> None:
    sheet: Any = tab.opening.open_address()
    sheet.words.set_text(words)
    sheet.day.set_day(on)
    press(K.Key_Return, ctrl=True)
    assert getattr(sheet, field).fault() == says
    assert (sheet.words.text(), sheet.day.day()) == (words, on)
    assert mentee(look).addresses == ()


def test_an_address_begun_is_put_back_for_that_person(look: Any, tab: DetailsTab, press: Press) -> None:
    tab.reach.addresses.add.click()
    press("Storgatan")
    press(K.Key_Escape)
    look.page.open_item(DraftRequest(look.who.mentee, "details.address"))
    (sheet,) = open_sheets(look)
    assert sheet.words.text() == "Storgatan"
    press(K.Key_End, " 1")
    press(K.Key_Return, ctrl=True)
    assert [one.address for one in mentee(look).addresses] == ["Storgatan 1"]
    tab.open_draft("details.address:00")
    tab.open_draft("details.person")
    assert open_sheets(look) == []


def test_a_former_name_is_added_changed_and_removed(look: Any, tab: DetailsTab, press: Press, day: date) -> None:
    sheet: Any = tab.opening.open_former_name()
    press("Fatima Sagolik")
    press(K.Key_Return, ctrl=True)
    assert sheet.day.fault()
    sheet.day.set_day(date(2020, 1, 1))
    press(K.Key_Return, ctrl=True)
    (former,) = mentee(look).former_names
    assert former.id is not None
    tab.who.former.buttons[former.id.hex].click()
    (sheet,) = open_sheets(look)
    sheet.words.set_text("Fatma Sagolik")
    press(K.Key_Return, ctrl=True)
    assert [one.name for one in mentee(look).former_names] == ["Fatma Sagolik"]
    sheet = tab.opening.open_former_name(former.id.hex)
    sheet.remove_button.click()
    assert mentee(look).former_names == ()


def test_occupation_is_dated_and_says_the_way_out(look: Any, tab: DetailsTab, press: Press, day: date) -> None:
    for what, on in ((Occupation.NEITHER, date(2026, 1, 1)), (Occupation.STUDIES, date(2026, 9, 1))):
        tab.occupation.lines.add.click()
        (sheet,) = open_sheets(look)
        press(K.Key_Return, ctrl=True)
        assert sheet._faults["occupation"].sentence() == "Välj vad hen gör."
        sheet.what.pill(what.value).click()
        sheet.first.set_day(on)
        press(K.Key_Return, ctrl=True)
    assert tab.occupation.way_out.text() == "Vidare från varken eller sedan 1 september 2026."
    with look.store.read() as session:
        newest = list_occupations(session, look.who.mentee)[0]
    tab.occupation.lines.buttons[newest.id.hex].click()
    (sheet,) = open_sheets(look)
    sheet.first.set_day(date(2026, 1, 1))
    press(K.Key_Return, ctrl=True)
    assert sheet.first.fault().startswith("Det finns redan en rad från den dagen.")
    sheet.remove_button.click()
    assert not tab.occupation.way_out.isVisible()


def test_the_youth_duty_wants_a_receiver_and_is_handed_over(
    look: Any, tab: DetailsTab, press: Press, day: date
) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, birth_date=date(2006, 12, 30))
    tab.duty.lines.add.click()
    (sheet,) = open_sheets(look)
    assert sheet.place.text() == "Provköping"
    sheet.first.set_day(date(2025, 8, 20))
    press(K.Key_Return, ctrl=True)
    assert tab.duty.ends.text() == "Slutar 30 december 2026, vid 20 år. Det är om 35 dagar."
    assert tab.duty.missing.sentence() == "Vem tar över? Välj någon i god tid."
    assert not tab.duty.lines.add.isVisible()
    tab.duty.boxes["meeting"].click()
    with look.store.read() as session:
        items = {one.word.code: one.said for one in list_routine(session, look.who.mentee, Checklist.KAA_HANDOVER)}
        (duty,) = list_youth_duties(session, look.who.mentee)
    assert items["meeting"] is not None
    assert items["meeting"].state is ItemState.DONE
    tab.duty.boxes["meeting"].click()
    sheet = anything(tab.opening.open_duty(duty.id.hex))
    sheet.who.set_draft({"key": "", "name": "Siv Synonym", "sure": True})
    sheet.unit.set_text("Vuxenutbildningen")
    press(K.Key_Return, ctrl=True)
    assert "tar över" in tab.duty.receiver.text()
    assert not tab.duty.missing.sentence()
    tab.duty.handed.click()
    with look.store.read() as session:
        (duty,) = list_youth_duties(session, look.who.mentee)
    assert (duty.to_date, duty.handed_over_on) == (day, day)
    look.store.undo()
    sheet = anything(tab.opening.open_duty(duty.id.hex))
    sheet.remove_button.click()
    with look.store.read() as session:
        assert list_youth_duties(session, look.who.mentee) == ()


def test_a_duty_ended_by_age_is_said_calmly(look: Any, tab: DetailsTab, press: Press) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, birth_date=date(2006, 10, 30))
    sheet: Any = tab.opening.open_duty()
    sheet.first.set_day(date(2025, 8, 20))
    press(K.Key_Return, ctrl=True)
    assert tab.duty.ends.text() == "Slutade 30 oktober 2026, vid 20 år."


def test_the_number_is_off_then_masked_then_shown(look: Any, tab: DetailsTab, press: Press) -> None:
    card = tab.identity
    assert card.why.isVisible()
    assert not card.number.isVisible()
    card.turn.click()
    assert not card.why.isVisible()
    assert card.number.text() == "Inget nummer."
    card.change.click()
    sheet: Any = tab.opening.open_number()
    sheet.kind.pill(IdNumberType.SAMORDNINGSNUMMER.value).click()
    sheet.number.set_text("010568-1234")
    assert not sheet.anyway.isVisible()
    sheet.keep()
    assert sheet.number.fault().startswith("Numret stämmer inte med sin kontrollsiffra.")
    assert sheet.anyway.isVisible()
    sheet.anyway.click()
    sheet.keep()
    assert mentee(look).id_number_unchecked
    assert card.number.text() == "Samordningsnummer •••••••••••"
    assert "kontrollsiffra" in card.fault.sentence()
    card.reveal.click()
    assert card.number.text() == "Samordningsnummer 010568-1234"
    card.turn.click()
    assert not card.number.isVisible()
    assert mentee(look).id_number == "010568-1234"


def test_a_personnummer_follows_and_the_number_before_is_kept(look: Any, tab: DetailsTab, press: Press) -> None:
    with look.store.write("id_number_changed") as session:
        change_mentee(
            session,
            look.who.mentee,
            id_number_type=IdNumberType.RESERVE,
            id_number="R-1",
        )
    tab.identity.turn.click()
    sheet: Any = tab.opening.open_number()
    sheet.kind.pill(IdNumberType.NONE.value).click()
    sheet.keep()
    assert sheet._faults["id_number_type"].sentence() == "Välj vilket slags nummer det är."
    sheet.kind.pill(IdNumberType.PERSONNUMMER.value).click()
    sheet.number.set_text("19121212-1212")
    sheet.keep()
    with look.store.read() as session:
        assert [one.id_number for one in list_former_numbers(session, look.who.mentee)] == ["R-1"]
    assert tab.identity.former.text() == "Reservnummer ••• till 25 november 2026"


def test_a_death_is_noted_and_taken_back(look: Any, tab: DetailsTab, press: Press, day: date) -> None:
    tab.death.act.click()
    sheet: Any = tab.opening.open_death()
    sheet.keep()
    assert sheet.day.fault()
    sheet.day.set_day(day)
    sheet.keep()
    assert mentee(look).deceased_on == day
    assert tab.death.words.text() == "Avled 25 november 2026. Inga påminnelser och inga brev."
    tab.death.act.click()
    assert mentee(look).deceased_on is None


def test_representatives_are_shown_and_lead_to_the_network(look: Any, tab: DetailsTab, day: date) -> None:
    assert not tab.representatives.isVisible()
    with look.store.write("link_added") as session:
        contact = add_contact(session, "Gode Mansson", phone="070 1")
        add_link(session, look.who.mentee, NetworkRole.GOD_MAN, contact_id=contact, appointment="ekonomi")
    assert tab.representatives.isVisible()
    (row,) = tab.representatives.rows()
    assert row.accessibleName() == "Gode Mansson. God man · 070 1 · ekonomi"
    tab.representatives.to_network.click()
    assert look.page.tabs.current() == "network"


def test_a_minor_without_a_guardian_is_told_where_to_add_one(look: Any, tab: DetailsTab, day: date) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, birth_date=day - timedelta(days=17 * 365))
    assert tab.representatives.isVisible()
    assert tab.representatives.rows() == ()
    with look.store.write("link_added") as session:
        mother = add_contact(session, "Mona Sagolik")
        add_link(session, look.who.mentee, NetworkRole.GUARDIAN, contact_id=mother)
    assert len(tab.representatives.rows()) == 1
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, birth_date=BORN)
    assert not tab.representatives.isVisible()
    with look.store.read() as session:
        assert [one.name for one in list_contacts(session)] == ["Mona Sagolik"]


def test_of_a_protected_person_no_place_is_said_outside_the_forms(look: Any, tab: DetailsTab, day: date) -> None:
    with look.store.write("duty_added") as session:
        change_mentee(session, look.who.mentee, birth_date=date(2007, 12, 30))
        add_youth_duty(
            session, look.who.mentee, date(2025, 8, 1), municipality="Testfors", receiver_name="Komvux i norr"
        )
        add_occupation(session, look.who.mentee, Occupation.STUDIES, date(2026, 9, 1), note="Komvux i norr")
    assert said(tab.duty) & {"Testfors", "Komvux i norr tar över."} == {"Testfors", "Komvux i norr tar över."}
    assert "från 1 september 2026 · Komvux i norr" in said(tab.occupation)
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, protected_identity=ProtectedIdentity.FINGERADE)
    assert not [words for words in said(tab.duty) | said(tab.occupation) if "norr" in words or "Testfors" in words]
    assert "Den som tar över är vald." in said(tab.duty)


def said(card: Any) -> set[str]:
    QApplication.processEvents()
    return {label.text() for label in card.findChildren(QLabel) if label.isVisible()}
