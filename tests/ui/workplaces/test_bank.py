"""The bank of workplaces: found, added, changed, put away; who has been where is never shown (W7)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.placements import PlacementType
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.network import get_contact, list_contacts, list_organisations
from mentorapp.store.placements import add_placement
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store
from mentorapp.store.workplaces import change_workplace, get_workplace, list_workplaces
from tests.ui.pressing import close_popup, focused, press
from ui.screens.workplaces import WorkplacesScreen
from ui.screens.workplaces.workplace_sheet import WorkplaceSheet
from ui.widgets.form_sheet import FormSheet

from .conftest import Places

K = Qt.Key


def rows(screen: WorkplacesScreen) -> list[tuple[str, ...]]:
    model = screen.model
    return [tuple(model.index(r, c).data() for c in range(model.columnCount())) for r in range(model.rowCount())]


def names(screen: WorkplacesScreen) -> list[str]:
    return [row[0] for row in rows(screen)]


def sheet(screen: WorkplacesScreen) -> WorkplaceSheet:
    (found,) = [one for one in screen.window().findChildren(FormSheet) if one.isVisible()]
    assert isinstance(found, WorkplaceSheet)
    return found


def place_somebody(store: Store, places: Places, day: date) -> None:
    with store.write("placement_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(session, places.birk, programme, started_on=day - timedelta(days=90))
        add_placement(session, enrolment, places.hall, PlacementType.INTERNSHIP, day - timedelta(days=30))


def test_the_table_says_what_each_workplace_is_good_for_in_the_order_of_names(screen: WorkplacesScreen) -> None:
    assert rows(screen) == [
        ("Café Låtsas", "Exempelby", "Restaurang och café", "", "", "16 okt"),
        ("Fantasihallen", "Provköping", "Lager och transport", "Den som vill röra på sig", "2", "20 nov"),
        ("Påhittade Bygg", "Testfors", "", "", "3", ""),
    ]
    titles = [screen.model.headerData(c, Qt.Orientation.Horizontal) for c in range(6)]
    assert titles == ["Arbetsplats", "Ort", "Bransch", "Bra för", "Plats för", "Senast kontakt"]
    assert screen.table.hasFocus()


def test_the_card_beside_follows_the_arrows_and_says_everything(screen: WorkplacesScreen) -> None:
    press(K.Key_Down)
    assert screen.card.accessibleName() == "Fantasihallen"
    assert screen.card.facts.facts() == (
        ("Bra för", "Den som vill röra på sig"),
        ("Arbetsuppgifter", "Packa varor"),
        ("Plats för", "2 personer"),
        ("Arbetsgivare", "Fantasihallen AB"),
        ("Handledare", "Sture Fantasi · lagerchef, Fantasihallen AB"),
        ("Senast kontakt", "20 nov"),
    )


def test_letters_go_to_a_name_and_typed_words_find_by_anything_said(screen: WorkplacesScreen) -> None:
    press("p")
    assert screen.card.accessibleName() == "Påhittade Bygg"
    screen.focus_filter()
    for typed, found in (("lager", ["Fantasihallen"]), ("exempelby", ["Café Låtsas"]), ("sture", ["Fantasihallen"])):
        press(K.Key_A, ctrl=True)
        press(typed)
        assert names(screen) == found
    press(K.Key_Return)
    assert screen.table.hasFocus()


def test_what_is_not_found_is_said_and_esc_brings_all_back(screen: WorkplacesScreen) -> None:
    screen.focus_filter()
    press("zzz")
    assert screen.none.isVisible()
    assert not screen.table.isVisible()
    assert not screen.card.isVisible()
    press(K.Key_Escape)
    assert len(rows(screen)) == 3


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        (1, ["Café Låtsas", "Fantasihallen", "Påhittade Bygg"]),
        (3, ["Fantasihallen", "Café Låtsas", "Påhittade Bygg"]),
        (4, ["Påhittade Bygg", "Fantasihallen", "Café Låtsas"]),
        (5, ["Fantasihallen", "Café Låtsas", "Påhittade Bygg"]),
    ],
)
def test_every_column_sorts_and_what_says_nothing_stands_last(
    screen: WorkplacesScreen, column: int, wanted: list[str]
) -> None:
    screen.table.turn_by(column)
    assert names(screen) == wanted
    screen.table.turn_by(column)
    assert names(screen) == wanted[::-1]


def test_an_empty_bank_says_what_to_do_and_enter_does_it(make: Callable[..., WorkplacesScreen], texts: Texts) -> None:
    screen = make(texts)
    said = [label.text() for label in screen.empty.findChildren(QLabel)]
    assert "Ingen arbetsplats än. Lägg in den första när du varit där." in said
    press(K.Key_Return)
    assert sheet(screen).name.line.hasFocus()
    press(K.Key_Escape)


def test_a_new_workplace_is_written_with_employer_and_supervisor_of_the_register(
    screen: WorkplacesScreen, store: Store, day: date
) -> None:
    screen.new_button.setFocus()
    press(K.Key_Return)
    press("Ängsgården", K.Key_Tab, "Provköping", K.Key_Tab, K.Key_Down, K.Key_Tab, "Ängsvägen 2", K.Key_Tab)
    press("Ängsgården AB", K.Key_Tab)
    form = sheet(screen)
    assert form.employer.kind_field.isVisible()
    assert form.employer.chosen_kind() is not None
    form.supervisor.line.setFocus()
    press("Åsa Ängslund", K.Key_Tab)
    press("Djurvänner")
    form.capacity.line.setFocus()
    press("2")
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        (made,) = [one for one in list_workplaces(session) if one.name == "Ängsgården"]
        kinds = [one.kind.value for one in list_organisations(session) if one.name == "Ängsgården AB"]
        (asa,) = [one for one in list_contacts(session) if one.name == "Åsa Ängslund"]
    assert (made.town, made.address, made.good_for, made.capacity) == ("Provköping", "Ängsvägen 2", "Djurvänner", 2)
    assert made.sector
    assert made.organisation is not None
    assert kinds == ["employer"]
    assert made.supervisor_id == asa.id
    assert asa.organisation_id == made.organisation_id
    assert screen.card.accessibleName() == "Ängsgården"
    assert screen.table.hasFocus()
    store.undo()
    assert "Ängsgården" not in names(screen)


def test_enter_or_f2_changes_a_workplace_and_ctrl_z_takes_it_back(
    screen: WorkplacesScreen, store: Store, places: Places
) -> None:
    press(K.Key_Down, K.Key_F2)
    assert sheet(screen).name.text() == "Fantasihallen"
    press(K.Key_Escape)
    press(K.Key_Return)
    form = sheet(screen)
    form.travel.line.setFocus()
    press("Buss 4")
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        changed = get_workplace(session, places.hall)
    assert (changed.travel, changed.supervisor_id, changed.capacity) == ("Buss 4", places.sture, 2)
    assert changed.organisation_id == places.employer
    assert ("Så tar man sig dit", "Buss 4") in screen.card.facts.facts()
    store.undo()
    assert "Buss 4" not in dict(screen.card.facts.facts()).values()


def test_what_cannot_be_read_is_said_beside_its_field_and_stays_as_typed(
    screen: WorkplacesScreen, store: Store
) -> None:
    press(K.Key_Return)
    form = sheet(screen)
    form.capacity.line.setFocus()
    press(K.Key_A, ctrl=True)
    press("två")
    press(K.Key_Return, ctrl=True)
    assert form.capacity.fault()
    assert form.capacity.text() == "två"
    assert form.capacity.line.hasFocus()
    press(K.Key_A, ctrl=True)
    press("100")
    press(K.Key_Return, ctrl=True)
    assert form.capacity.fault()
    form.name.line.clear()
    form.capacity.line.clear()
    press(K.Key_Return, ctrl=True)
    assert form.name.fault()
    press(K.Key_Escape)
    with store.read() as session:
        assert "Café Låtsas" in [one.name for one in list_workplaces(session)]


def test_the_kind_of_a_new_employer_is_asked_when_it_was_emptied(screen: WorkplacesScreen) -> None:
    press(K.Key_Return)
    form = sheet(screen)
    form.employer.chooser.line.setFocus()
    press("Ny arbetsgivare", K.Key_Tab)
    form.employer.kind.setCurrentIndex(-1)
    press(K.Key_Return, ctrl=True)
    assert form.employer.kind_field.fault()
    assert form.isVisible()


def test_a_mentees_name_is_pointed_out_after_saving_and_nothing_is_refused(
    screen: WorkplacesScreen, store: Store, places: Places
) -> None:
    press(K.Key_Down, K.Key_Return)
    form = sheet(screen)
    form.note.box.setFocus()
    press("Birk trivdes här.")
    assert not screen.card.hint.isVisible()
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        assert get_workplace(session, places.hall).note == "Birk trivdes här."
    assert screen.card.hint.sentence() == (
        "Här står ett namn som liknar en deltagares. Arbetsplatsens sida ska gå att visa för andra."
    )
    assert screen.card.hint.isVisible()
    with store.write("workplace_changed") as session:
        change_workplace(session, places.hall, note="")
    assert not screen.card.hint.isVisible()


def test_one_is_in_touch_today_with_one_press(
    screen: WorkplacesScreen, store: Store, places: Places, day: date
) -> None:
    press(K.Key_Down)
    screen.card.touch.setFocus()
    press(K.Key_Space)
    with store.read() as session:
        assert get_workplace(session, places.hall).last_contacted == day
    assert ("Senast kontakt", "25 nov") in screen.card.facts.facts()


def test_put_away_and_taken_out_again(screen: WorkplacesScreen, store: Store, places: Places) -> None:
    press(K.Key_Down)
    screen.put_away(screen.card.shown)  # type: ignore[arg-type]
    assert names(screen) == ["Café Låtsas", "Påhittade Bygg"]
    assert screen.which.pill("away").text() == "Undanlagda (2)"
    screen.which.pill("away").setFocus()
    press(K.Key_Right)
    screen.which.pill("away").click()
    assert names(screen) == ["Fantasihallen", "Förskolan Sagan"]
    menu = screen.card.more.menu_of_acts()
    assert [action.text() for action in menu.actions()] == ["Ta fram igen", "Ta bort"]
    menu.actions()[0].trigger()
    with store.read() as session:
        assert not get_workplace(session, places.hall).put_away


def test_delete_removes_where_nobody_has_been_and_else_says_to_put_it_away(
    screen: WorkplacesScreen, store: Store, places: Places, day: date
) -> None:
    place_somebody(store, places, day)
    press(K.Key_Down, K.Key_Delete)
    assert screen.card.fault.sentence() == "Arbetsplatsen är använd. Lägg undan den i stället."
    press(K.Key_Down)
    assert screen.card.fault.sentence() == ""
    press(K.Key_Delete)
    assert names(screen) == ["Café Låtsas", "Fantasihallen"]
    store.undo()
    assert "Påhittade Bygg" in names(screen)


def test_nothing_on_the_screen_or_in_its_form_says_who_has_been_there(
    screen: WorkplacesScreen, store: Store, places: Places, day: date
) -> None:
    place_somebody(store, places, day)
    press(K.Key_Down, K.Key_Return)
    window: Any = screen.window()
    shown = [label.text() for label in window.findChildren(QLabel)]
    shown += [line.text() for line in window.findChildren(QLineEdit)]
    shown += [box.toPlainText() for box in window.findChildren(QPlainTextEdit)]
    shown += [str(cell) for row in rows(screen) for cell in row]
    assert any("Fantasihallen" in text for text in shown)
    assert not any("Birk" in text or "Provare" in text or EnrolmentStatus.ACTIVE.value in text for text in shown)


def test_the_menu_key_says_what_can_be_done_and_sorts(screen: WorkplacesScreen) -> None:
    press(K.Key_Menu)
    close_popup()
    words = [action.text() for action in screen.menu().actions()]
    assert words[:3] == ["Ändra", "Lägg undan", "Ta bort"]
    assert "Sortera efter Bra för" in words
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(screen.table.viewport(), event)
    close_popup()
    screen.card.more.click()
    close_popup()


def test_what_is_typed_and_not_saved_is_there_the_next_time(
    make: Callable[..., WorkplacesScreen], screen: WorkplacesScreen, store: Store, places: Places, texts: Texts
) -> None:
    screen.open_place(None)
    press("Halvfärdig")
    press(K.Key_Escape)
    press(K.Key_Down, K.Key_Return)
    sheet(screen).tasks.box.setFocus()
    press("Sortera. ")
    press(K.Key_Escape)
    with store.read() as session:
        assert {one.form for one in list_drafts(session)} == {
            "workplaces.workplace",
            f"workplaces.workplace:{places.hall.hex}",
        }
    again = make(texts)
    again.open_draft("workplaces.workplace")
    assert sheet(again).name.text() == "Halvfärdig"
    press(K.Key_Escape)
    QApplication.processEvents()
    again.open_draft(f"workplaces.workplace:{places.hall.hex}")
    assert "Sortera. " in sheet(again).tasks.text()
    press(K.Key_Escape)
    QApplication.processEvents()
    again.open_draft("workplaces.workplace:" + "0" * 32)
    assert not [one for one in again.window().findChildren(FormSheet) if one.isVisible()]


def test_a_supervisor_with_a_mentees_name_gives_a_hint(screen: WorkplacesScreen, texts: Texts) -> None:
    press(K.Key_Return)
    form = sheet(screen)
    form.supervisor.line.setFocus()
    press("Birk Provare", K.Key_Tab)
    said = [label.text() for label in form.supervisor.findChildren(QLabel)]
    assert texts("chooser.mentees_name") in said


@pytest.mark.parametrize("size", [(1366, 768), (911, 512), (620, 700)])
def test_the_parts_stand_in_order_in_every_width(
    make: Callable[..., WorkplacesScreen], places: Places, any_texts: Texts, size: tuple[int, int]
) -> None:
    screen = make(any_texts, size)
    assert screen.card.isVisible()
    assert screen.table.isVisible()
    assert screen.table.horizontalScrollBar().maximum() == 0
    assert list(screen.regions())[1] is screen.table
    assert screen.width() <= size[0]
    assert focused() is screen.table


def test_a_contact_that_is_changed_elsewhere_is_shown_anew(
    screen: WorkplacesScreen, store: Store, places: Places
) -> None:
    from mentorapp.store.network import change_contact

    press(K.Key_Down)
    with store.write("contact_changed") as session:
        assert get_contact(session, places.sture).name == "Sture Fantasi"
        change_contact(session, places.sture, name="Stina Fantasi")
    assert "Stina Fantasi" in dict(screen.card.facts.facts())["Handledare"]
