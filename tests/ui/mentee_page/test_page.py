"""The frame of the page: head, tabs, what is said about the person, and the card with the staircase."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import Municipality, ProtectedIdentity
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import current_enrolment, list_level_entries
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from ui.requests import NoteRequest, PrintRequest
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.page import CONTACTS, OVERVIEW, PLAN
from ui.screens.mentee_page.tab_list import TABS
from ui.screens.mentee_page.tabs import PageTabs
from ui.theme import Theme
from ui.widgets.form_sheet import FormSheet
from ui.widgets.overlay import Overlay

K = Qt.Key
Press = Callable[..., None]
Show = Callable[..., MenteePage]


def test_the_head_says_who_it_is(look: Any) -> None:
    head = look.page.head
    assert head.name.text() == "Farah Sagolik"
    assert head.line.text() == "ZA 276 · 25 år · hon · Provköping"
    assert head.support.look.text == "Tolk · lättläst"
    assert not head.protected.isVisible()


def test_a_protected_person_has_no_place_and_a_chip(look: Any) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert look.page.head.line.text() == "ZA 276 · 25 år · hon"
    assert look.page.head.protected.isVisible()


def test_the_small_stairs_stand_beside_the_name_on_the_other_tabs(look: Any) -> None:
    assert look.page.card.isVisible()
    assert not look.page.head.stairs.isVisible()
    look.page.choose_tab(PLAN)
    assert not look.page.card.isVisible()
    assert look.page.head.stairs.isVisible()
    assert look.page.head.level.text() == "Nivå 3"


def test_the_tabs_go_round(look: Any) -> None:
    seen = [look.page.tabs.current()]
    for _ in TABS:
        look.page.next_tab()
        seen.append(look.page.tabs.current())
    assert seen == [*TABS, OVERVIEW]
    look.page.previous_tab()
    assert look.page.tabs.current() == list(TABS)[-1]


def test_the_tab_last_used_is_remembered_for_each_person(look: Any, store: Store) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
    page = look.page
    page.choose_tab(CONTACTS)
    page.open(other)
    assert page.tabs.current() == OVERVIEW
    page.open(look.who.mentee)
    assert page.tabs.current() == CONTACTS


def test_f6_has_parts_to_go_between_on_every_tab(look: Any) -> None:
    for place in (OVERVIEW, PLAN, CONTACTS):
        look.page.choose_tab(place)
        QApplication.processEvents()
        shown = [part for part in look.page.regions() if part.isVisible()]
        assert len(shown) == (5 if place == OVERVIEW else 4)


def test_every_button_of_the_head_asks_the_window(look: Any, qtbot: QtBot) -> None:
    page = look.page
    with qtbot.waitSignal(page.note_wanted) as note:
        page.head.note.click()
    assert note.args == [NoteRequest(look.who.mentee)]
    with qtbot.waitSignal(page.print_wanted) as asked:
        page.head.print.click()
    assert asked.args == [PrintRequest(look.who.mentee)] or asked.args[0].mentee_id == look.who.mentee
    with qtbot.waitSignal(page.back_wanted):
        page.head.back.click()


def test_the_next_meeting_is_said_and_todays_can_be_written_up(look: Any, qtbot: QtBot, day: date) -> None:
    from mentorapp.domain.sessions import Attendance, NewSession, SessionKind

    card = look.page.card
    assert card.meeting.when.text() == "30 november 10.00"
    assert card.meeting.what.text() == "Promenad, Stadsparken"
    assert not card.meeting.write_up.isVisible()
    with look.store.write("booking_made") as session:
        today = NewSession(
            mentee_id=look.who.mentee, kind=SessionKind.PHONE, event_date=day, attendance=Attendance.PLANNED
        )
        booking = add_session(session, today)
    assert card.meeting.when.text() == "I dag"
    with qtbot.waitSignal(look.page.note_wanted) as asked:
        card.meeting.write_up.click()
    assert asked.args == [NoteRequest(look.who.mentee, booking)]


def overlay_of(page: MenteePage) -> Any:
    return [one for one in page.window().findChildren(Overlay) if one.isVisible()][-1]


def test_a_level_is_changed_down_from_the_staircase_by_keys(look: Any, press: Press, day: date) -> None:
    stairs = look.page.card.stairs
    stairs.setFocus()
    press(K.Key_Left, K.Key_Return)
    form = overlay_of(look.page)
    assert form.accessibleName() == "2 Samhällets resurser"
    form.words.box.setFocus()
    press("Jag vill vila lite.")
    press(K.Key_Return, ctrl=True)
    with look.store.read() as session:
        stays = list_level_entries(session, look.who.enrolment)
    assert (stays[-1].level_id, stays[-1].entered_on, stays[-1].left_on) == (look.who.levels[1], day, None)
    assert stays[-2].left_on == day
    assert stays[-1].mentee_words == "Jag vill vila lite."
    assert look.store.undo_label == "level_changed"
    assert [one.state.value for one in stairs.steps()] == ["been", "here", "ahead", "ahead"]
    look.store.undo()
    assert [one.state.value for one in stairs.steps()] == ["been", "been", "here", "ahead"]


def test_up_a_level_takes_three_keys_and_a_shortcut(look: Any, press: Press) -> None:
    look.page.card.stairs.setFocus()
    press(K.Key_Right, K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert look.page.head.level.text() == "Nivå 4"


def test_a_date_before_the_last_move_is_refused_beside_the_date(look: Any, press: Press) -> None:
    look.page.card.stairs.setFocus()
    press(K.Key_Right, K.Key_Return)
    press("1 jan 2026")
    press(K.Key_Return, ctrl=True)
    form = overlay_of(look.page)
    assert form.on.fault()
    press(K.Key_Escape)
    assert look.page.head.level.text() == "Nivå 3"


def test_the_current_step_shows_its_dates_and_no_form(look: Any, press: Press) -> None:
    look.page.card.stairs.setFocus()
    press(K.Key_Return)
    form = overlay_of(look.page)
    assert not isinstance(form, FormSheet)
    press(K.Key_Escape)
    assert QApplication.focusWidget() is look.page.card.stairs


def test_a_person_without_a_programme_can_begin_in_one(show: Show, store: Store, press: Press, day: date) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Love")
    page = show(mentee)
    assert page.card.choose.isVisible()
    page.card.choose.click()
    form = overlay_of(page)
    assert form.programme.current()
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        enrolment = current_enrolment(session, mentee)
    assert enrolment is not None
    assert enrolment.started_on == day
    assert page.card.stairs.isVisible()
    assert page.card.stairs.steps()[0].state.value == "here"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_is_drawn_in_both_languages(show: Show, farah: Any, language: str) -> None:
    page = show(farah.mentee, Texts(language))
    for _ in TABS:
        page.next_tab()
        QApplication.processEvents()
        page.grab()


@pytest.mark.parametrize("size", [(1366, 740), (911, 486), (640, 480), (1366, 480)])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_is_never_wider_than_the_window(
    show: Show, farah: Any, theme: Theme, size: tuple[int, int], percent: int
) -> None:
    theme.set_text_percent(percent)
    page = show(farah.mentee)
    page.window().resize(*size)
    for _ in TABS:
        page.next_tab()
        QApplication.processEvents()
    if percent == 100 and size[0] > 640:
        assert page.window().width() == size[0]
    page.grab()


HOSTILE = ["N" * 200, "<b>Fet</b> & <i>kursiv</i>", "\u202eavaF\u202c", "😀😀", "محمد", 'O\'Neill "Å"', "a/b\\c"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_shown_as_they_stand(show: Show, store: Store, name: str) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, name, municipalities=(Municipality(name=name),), safe_contact=name)
    page = show(mentee)
    assert page.head.name.text() == name
    for _ in TABS:
        page.next_tab()
        page.grab()
    assert page.window().width() == 1366


def test_every_focusable_part_of_the_overview_and_contacts_has_a_name(look: Any) -> None:
    for place in (OVERVIEW, CONTACTS):
        look.page.choose_tab(place)
        QApplication.processEvents()
        nameless = [
            widget
            for widget in look.page.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
        ]
        assert nameless == []


def test_tab_goes_from_the_head_to_the_stairs_to_the_tabs_to_the_left_column(look: Any) -> None:
    page = look.page
    page.head.print.setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget | None] = []
    for _ in range(12):
        order.append(QApplication.focusWidget())
        page.window().focusNextChild()
    places = [order.index(one) for one in (page.head.print, page.head.note, page.card.stairs, page.tabs.bar)]
    assert places == sorted(places)
    left = order.index(page.tab("overview").timeline.view)
    assert places[-1] < left


ELEVEN = ("Översikt", "Kartläggning", "Plan", "Kontakter", "Runt personen", "Nätverk", "Uppgifter", "Avslut",
          "Arbetsplats", "Möten", "Dokument")  # fmt: skip


@pytest.fixture
def eleven(qtbot: QtBot, theme: Theme) -> PageTabs:
    tabs = PageTabs(theme, "Flikar", {word.casefold(): word for word in ELEVEN}, "Mer")
    theme.dress(tabs)
    qtbot.addWidget(tabs)
    tabs.set_margin(24)
    tabs.resize(1366 - 190, 50)
    tabs.show()
    QApplication.processEvents()
    return tabs


def shown_tabs(tabs: PageTabs) -> list[str]:
    return [tabs.bar.tabText(place) for place in range(len(ELEVEN)) if tabs.bar.isTabVisible(place)]


def test_eleven_tabs_stand_in_one_row_of_an_ordinary_window(eleven: PageTabs) -> None:
    assert shown_tabs(eleven) == list(ELEVEN)
    assert not eleven.more.isVisible()
    assert eleven.bar.tabRect(10).right() < eleven.width()


def test_tabs_without_room_are_in_the_list_at_the_end(eleven: PageTabs) -> None:
    eleven.resize(700, 50)
    QApplication.processEvents()
    assert eleven.more.isVisible()
    assert eleven.more.geometry().right() <= eleven.width()
    rest = [act.text() for act in eleven.rest_menu().actions()]
    assert rest
    assert shown_tabs(eleven) + rest == list(ELEVEN)
    eleven.resize(1366 - 190, 50)
    QApplication.processEvents()
    assert shown_tabs(eleven) == list(ELEVEN)


def test_a_tab_of_the_list_takes_the_place_of_the_last_in_the_row(eleven: PageTabs, qtbot: QtBot) -> None:
    eleven.resize(700, 50)
    QApplication.processEvents()
    with qtbot.waitSignal(eleven.chosen) as chosen:
        eleven.rest_menu().actions()[-1].trigger()
    QApplication.processEvents()
    assert chosen.args == ["dokument"]
    assert shown_tabs(eleven)[-1] == "Dokument"
    assert eleven.bar.tabRect(10).right() <= eleven.more.geometry().left()


def test_tab_goes_from_the_row_of_tabs_into_a_tab_that_was_built_late(look: Any) -> None:
    page = look.page
    page.choose_tab(CONTACTS)
    QApplication.processEvents()
    page.tabs.bar.setFocus(Qt.FocusReason.TabFocusReason)
    page.window().focusNextChild()
    assert page.tab(CONTACTS).isAncestorOf(QApplication.focusWidget())


def test_a_tab_out_of_sight_is_drawn_anew_when_it_is_chosen(look: Any, store: Store, day: date) -> None:
    from mentorapp.domain.sessions import Attendance, NewSession, SessionKind

    page = look.page
    page.choose_tab(CONTACTS)
    rows = page.tab(CONTACTS).model.rowCount()
    page.choose_tab(OVERVIEW)
    with store.write("note_saved") as session:
        new = NewSession(mentee_id=look.who.mentee, kind=SessionKind.PHONE, event_date=day, attendance=Attendance.HELD)
        add_session(session, new)
    page.choose_tab(CONTACTS)
    assert page.tab(CONTACTS).model.rowCount() == rows + 1


def test_what_is_printed_is_never_the_plan_of_the_person_before(look: Any, store: Store, qtbot: QtBot) -> None:
    page = look.page
    page.choose_tab(PLAN)
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
    page.open(other)
    with qtbot.waitSignal(page.print_wanted) as asked:
        page.ask_print()
    assert asked.args == [PrintRequest(other)]
