"""The list of people by keyboard, on a real store."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.mentees import Municipality, ProtectedIdentity
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.session_ratings import LINES
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.store.mentees import change_mentee
from mentorapp.store.reminder_settings import change_rule
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.sessions import add_session
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from ui.requests import NoteRequest, PrintRequest
from ui.screens.mentees import MenteesScreen
from ui.screens.mentees.columns import LAST, NAME, NEXT, NOTICE
from ui.screens.mentees.groups import Group
from ui.theme import Theme
from ui.widgets.delegates import CELL_ROLE, Cell

AddPerson = Callable[..., UUID]
Open = Callable[..., MenteesScreen]
Key = Qt.Key


def names(screen: MenteesScreen) -> list[str]:
    model = screen.list.model
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def said(screen: QWidget) -> str:
    return " | ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def chosen(screen: MenteesScreen) -> str:
    person = screen.list.table.selected()
    return "" if person is None else person.line.preferred_name


def test_people_stand_in_swedish_order(open_list: Open, add_person: AddPerson) -> None:
    for name in ("Östen", "Zara", "Åsa", "Birk", "Ärla", "Alva"):
        add_person(name)
    assert names(open_list()) == ["Alva", "Birk", "Zara", "Åsa", "Ärla", "Östen"]


def test_the_head_counts_people_and_enrolments(open_list: Open, add_person: AddPerson, store: Store) -> None:
    screen = open_list()
    assert "Inga deltagare än." in said(screen)
    add_person("Alva")
    assert "1 person · 1 inskrivning" in said(screen)
    add_person("Birk", status=None)
    assert "2 personer · 1 inskrivning" in said(screen)


def test_up_and_down_walk_and_enter_opens(qtbot: QtBot, open_list: Open, add_person: AddPerson, hand: Any) -> None:
    add_person("Alva")
    birk = add_person("Birk")
    screen = open_list()
    assert QApplication.focusWidget() is screen.list.table
    assert chosen(screen) == "Alva"
    hand.press(Key.Key_Down)
    assert screen.selected_mentee == birk
    with qtbot.waitSignal(screen.mentee_opened) as opened:
        hand.press(Key.Key_Return)
    assert opened.args == [birk]


def test_letters_go_to_the_next_name_that_begins_so(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    for name in ("Alva", "Birk", "Björn", "Åsa", "Östen"):
        add_person(name)
    screen = open_list()
    hand.words("b")
    assert chosen(screen) == "Birk"
    hand.words("j")
    assert chosen(screen) == "Björn"
    screen.list.table._typed = ""
    hand.words("ö")
    hand.words("s")
    assert chosen(screen) == "Östen"


def test_the_same_letter_again_goes_on(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    for name in ("Alva", "Birk", "Bo", "Britt"):
        add_person(name)
    screen = open_list()
    walked = []
    for _ in range(4):
        hand.words("b")
        walked.append(chosen(screen))
    assert walked == ["Birk", "Bo", "Britt", "Birk"]


def test_chips_filter_and_count(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    add_person("Alva")
    add_person("Dagny", status=EnrolmentStatus.AFTER_SUPPORT)
    add_person("Jari", status=EnrolmentStatus.PAUSED)
    add_person("Kim", status=EnrolmentStatus.CLOSED)
    add_person("Ny", status=EnrolmentStatus.INTEREST)
    screen = open_list()
    chips = screen.list.chips
    assert chips is not None
    words = [chips.pill(group.value).text() for group in (Group.CURRENT, Group.AFTER_SUPPORT, Group.PAUSED)]
    assert words == ["Aktuella 3", "Efterstöd 1", "Uppehåll 1"]
    assert names(screen) == ["Alva", "Dagny", "Jari"]
    chips.focus()
    hand.press(Key.Key_Right)
    assert names(screen) == ["Dagny"]
    hand.words("i")
    assert names(screen) == ["Ny"]
    add_person("Nyare", status=EnrolmentStatus.OFFERED)
    assert names(screen) == ["Ny", "Nyare"]
    assert screen.list.chips is not None
    assert screen.list.chips.current() == "interest"


def test_the_filter_takes_names_and_aliases_without_dots(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    add_person("Alva", display_alias="QT 412")
    add_person("Åsa", "Öberg", display_alias="CU 590")
    screen = open_list()
    screen.focus_filter()
    hand.words("åsa ö")
    assert names(screen) == ["Åsa Öberg"]
    screen.list.filter.clear()
    hand.words("oberg")
    assert names(screen) == ["Åsa Öberg"]
    screen.list.filter.clear()
    hand.words("qt4")
    assert names(screen) == ["Alva"]
    hand.press(Key.Key_Down)
    assert QApplication.focusWidget() is screen.list.table
    screen.focus_filter()
    hand.press(Key.Key_Escape)
    assert len(names(screen)) == 2


def test_nobody_by_that_name_offers_to_look_everywhere(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    add_person("Alva")
    add_person("Kim", status=EnrolmentStatus.CLOSED)
    screen = open_list()
    screen.focus_filter()
    hand.words("kim")
    assert "Ingen i listan heter så." in said(screen)
    assert screen.selected_mentee is None
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Space)
    assert names(screen) == ["Kim"]
    screen.focus_filter()
    hand.words("xyz")
    assert "Ingen i listan heter så." in said(screen)
    assert "Sök överallt" not in [b.text() for b in screen.findChildren(type(screen.list.new_button)) if b.isVisible()]


def test_a_chip_without_people_says_so(open_list: Open, add_person: AddPerson) -> None:
    add_person("Alva")
    screen = open_list()
    screen.list.show_group(Group.PAUSED)
    assert "Ingen här just nu." in said(screen)


def test_from_a_chip_without_people_enter_shows_everybody(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    add_person("Alva")
    screen = open_list()
    screen.list.show_group(Group.PAUSED)
    screen.focus_first()
    hand.press(Key.Key_Return)
    assert names(screen) == ["Alva"]
    assert screen.list.table.hasFocus()


def test_any_column_sorts(open_list: Open, add_person: AddPerson, store: Store, day: date) -> None:
    alva = add_person("Alva", level=1, began=49)
    birk = add_person("Birk", level=3, began=10, needs_easy_read=True)
    add_person("Cleo")
    with store.write("note_saved") as session:
        change_rule(session, Rule.ROUND_MISSING, on=False)
        for mentee, ago, ahead in ((alva, 9, 5), (birk, 2, 1)):
            add_session(session, NewSession(mentee_id=mentee, kind=SessionKind.PHONE, event_date=day - timedelta(ago)))
            booked = NewSession(
                mentee_id=mentee,
                kind=SessionKind.PHONE,
                event_date=day + timedelta(ahead),
                start_time=time(10),
                attendance=Attendance.PLANNED,
            )
            add_session(session, booked)
    screen = open_list()
    sort = screen.list.table.turn_by
    orders = {}
    for column in range(6):
        sort(column)
        orders[column] = names(screen)
    assert orders[LAST] == ["Birk", "Alva", "Cleo"]
    assert orders[NEXT] == ["Birk", "Alva", "Cleo"]
    assert orders[NOTICE] == ["Birk", "Alva", "Cleo"]
    sort(NOTICE)
    assert names(screen) == ["Cleo", "Alva", "Birk"]
    sort(NAME)
    assert names(screen) == ["Alva", "Birk", "Cleo"]
    assert chosen(screen) == "Alva"


def test_the_menu_has_what_the_mouse_has(qtbot: QtBot, open_list: Open, add_person: AddPerson) -> None:
    alva = add_person("Alva")
    screen = open_list()
    acts = screen.list.menu().actions()
    assert [a.text() for a in acts if a.text()][:3] == ["Öppna", "Ny anteckning", "Skriv ut Min plan"]
    with qtbot.waitSignal(screen.note_wanted) as note:
        acts[1].trigger()
    with qtbot.waitSignal(screen.print_wanted) as printing:
        acts[2].trigger()
    assert (note.args, printing.args) == ([NoteRequest(mentee_id=alva)], [PrintRequest(alva)])
    assert "Sortera efter: Senast hördes" in [a.text() for a in acts]


def test_the_list_of_cases_is_asked_for_beside_the_title(qtbot: QtBot, open_list: Open) -> None:
    screen = open_list()
    with qtbot.waitSignal(screen.print_wanted) as asked:
        screen.cases_button.click()
    assert asked.args == [PrintRequest(template="P25")]


def test_a_row_says_what_the_picture_says(open_list: Open, add_person: AddPerson, store: Store, day: date) -> None:
    gry = add_person(
        "Gry",
        "Dold",
        level=2,
        began=10,
        birth_year=1998,
        display_alias="PK 948",
        protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING,
        municipalities=(Municipality(name="Testfors"),),
    )
    screen = open_list()
    model = screen.list.model
    row = [model.index(0, column).data() for column in range(6)]
    last = "Skyddade uppgifter · Skattning väntar"
    assert row == ["Gry Dold", "Level Up", "Nivå 2 · vecka 2 av 8", "inte än", "inget bokat", last]
    cell = model.index(0, NAME).data(CELL_ROLE)
    assert isinstance(cell, Cell)
    assert cell.second == "PK 948 · 28 år"
    with store.write("name_changed") as session:
        change_mentee(session, gry, preferred_name="Gro", protected_identity=ProtectedIdentity.NONE)
    assert model.index(0, NOTICE).data() == "Nytt namn · Skattning väntar"
    assert chosen(screen) == "Gro"


def test_the_selected_person_stays_selected_when_others_come_and_go(
    open_list: Open, add_person: AddPerson, hand: Any
) -> None:
    add_person("Alva")
    add_person("Cleo")
    screen = open_list()
    hand.press(Key.Key_Down)
    add_person("Birk")
    assert chosen(screen) == "Cleo"
    screen.list.show_group(Group.PAUSED)
    screen.list.show_group(Group.CURRENT)
    assert chosen(screen) == "Alva"


def test_a_narrow_window_has_cards_of_two_lines(
    qtbot: QtBot, open_list: Open, add_person: AddPerson, theme: Theme
) -> None:
    add_person("Alva", level=1)
    screen = open_list(620, 700)
    table = screen.list.table
    assert not table.horizontalHeader().isVisible()
    assert [c for c in range(6) if not table.isColumnHidden(c)] == [NAME]
    assert table.columnWidth(NAME) == table.viewport().width()
    screen.grab()
    screen.resize(1366, 714)
    assert table.horizontalHeader().isVisible()
    assert not any(table.isColumnHidden(column) for column in range(6))
    screen.grab()
    screen.resize(900, 512)
    assert [c for c in range(6) if table.isColumnHidden(c)] == [1]
    screen.grab()


def test_thousands_of_people_open_without_measuring_each(open_list: Open, store: Store, programme: UUID) -> None:
    from mentorapp.store.tables.mentees import MenteeRow

    with store.write("mentee_added") as session:
        session.add_all(
            MenteeRow(preferred_name=f"Namn{number:04}", display_alias=f"AA {number}") for number in range(5000)
        )
    screen = open_list()
    screen.list.show_group(Group.INTEREST)
    assert screen.list.model.rowCount() == 5000
    table = screen.list.table
    assert table.rowHeight(4999) == table.verticalHeader().defaultSectionSize()
    screen.list.select(screen.list.model.row(screen.list.model.index(4000, 0)).line.mentee_id)  # type: ignore[union-attr]
    screen.grab()
    assert chosen(screen) == "Namn4000"


def test_the_model_is_sound_whatever_is_filtered_and_sorted(
    qtbot: QtBot, open_list: Open, add_person: AddPerson, hand: Any
) -> None:
    for name in ("Östen", "Zara", "Åsa", "Birk"):
        add_person(name)
    screen = open_list()
    tester = QAbstractItemModelTester(screen.list.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    screen.focus_filter()
    hand.words("s")
    screen.list.table.turn_by(LAST)
    hand.press(Key.Key_Backspace)
    add_person("Alva")
    screen.list.show_group(Group.CLOSED)
    screen.list.show_group(Group.ALL)
    assert tester.model() is screen.list.model


def test_hostile_names_are_drawn_as_they_stand(open_list: Open, add_person: AddPerson, hand: Any) -> None:
    name = "<b>Bo</b> &amp; \u202eabc 🙂"
    add_person(name)
    add_person(name)
    screen = open_list()
    assert names(screen) == [name, name]
    assert name in said(screen)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))
    screen.grab()


def test_every_place_for_the_focus_has_a_name(open_list: Open, add_person: AddPerson) -> None:
    add_person("Alva")
    screen = open_list()
    screen.start_new_mentee()
    for showing in (True, False):
        if not showing:
            screen.new_card.close_card()
        stops = [w for w in screen.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
        assert stops
        assert [type(w) for w in stops if not w.accessibleName()] == []


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_scrolls_sideways(open_list: Open, add_person: AddPerson, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    add_person("Alva", "Exempelsson" * 12)
    screen = open_list(1200, 714)
    assert screen.list.table.horizontalScrollBar().maximum() == 0
    screen.start_new_mentee()
    QApplication.processEvents()
    assert screen._new_area.horizontalScrollBar().maximum() == 0


def test_a_rating_that_is_low_is_pointed_to_once_and_without_its_value(
    open_list: Open, add_person: AddPerson, store: Store, day: date
) -> None:
    mentee = add_person("Cleo", began=90)
    with store.write("scale_filled") as session:
        change_setting(session, "session_rating_licence", True)
        for code in ("ors", "srs"):
            for back, value in ((7, 9), (0, 7)):
                marks = tuple(Mark(item=line, value=Decimal(value)) for line in LINES)
                on = day - timedelta(days=back)
                add_response(session, NewResponse(mentee_id=mentee, code=code, event_date=on, marks=marks))
    assert open_list().list.model.index(0, NOTICE).data() == "Se senaste skattning"
