"""The tab Kontakter: table, attendance month by month, attempts apart."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.store.mentees import add_mentee
from mentorapp.store.store import Store
from mentorapp.store.timeline import ContactItem, DamagedItem, list_contacts
from ui.screens.mentee_page.attendance import AttendanceBars, months_of
from ui.screens.mentee_page.contacts import ContactsTab
from ui.screens.mentee_page.contacts_model import ContactsModel
from ui.screens.mentee_page.page import CONTACTS
from ui.widgets.overlay import Overlay

K = Qt.Key
Press = Callable[..., None]


@pytest.fixture
def tab(look: Any) -> ContactsTab:
    look.page.choose_tab(CONTACTS)
    QApplication.processEvents()
    contacts: ContactsTab = look.page.tab("contacts")
    return contacts


def contact(on: date, attendance: Attendance, kind: SessionKind = SessionKind.OFFICE) -> ContactItem:
    from datetime import UTC, datetime

    return ContactItem(
        id=uuid4(), on=on, at=None, kind=kind, attendance=attendance, duration_min=None, place="", text="",
        next_step="", classes=(), is_contact=False, created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def test_the_table_holds_contacts_and_bookings_and_the_attempts_stand_apart(tab: ContactsTab) -> None:
    rows = [[tab.model.index(row, column).data() for column in range(4)] for row in range(tab.model.rowCount())]
    assert rows == [
        ["30 nov", "Promenad", "", "Bokad"],
        ["20 nov", "Promenad", "40", "Vi sågs"],
        ["13 nov", "Kontoret", "", "Utebliven"],
        ["26 okt", "Arbetsplats", "", "Vi sågs"],
    ]
    assert [tab.attempts.contact(row).on for row in range(tab.attempts.rowCount())] == [date(2026, 11, 11)]
    assert tab.attempt_rows.isVisible()


def test_enter_reads_a_contact(tab: ContactsTab, look: Any, press: Press) -> None:
    tab.table.setFocus()
    press(K.Key_Down, K.Key_Return)
    overlays = [one for one in look.page.window().findChildren(Overlay) if one.isVisible()]
    assert overlays[-1].accessibleName() == "Promenad, 40 minuter"
    press(K.Key_Escape)
    assert QApplication.focusWidget() is tab.table


def test_tab_leaves_the_table(tab: ContactsTab) -> None:
    assert not tab.table.tabKeyNavigation()


def test_the_current_row_is_kept_when_something_changes(tab: ContactsTab, look: Any, press: Press) -> None:
    tab.table.setFocus()
    press(K.Key_Down, K.Key_Down)
    with look.store.write("session_voided") as session:
        from mentorapp.store.sessions import void_session

        void_session(session, look.who.walk, "Fel person")
    assert tab.table.currentIndex().siblingAtColumn(1).data() == "Kontoret"


def test_months_count_held_of_booked_and_leave_out_attempts_and_what_the_mentor_cancelled(day: date) -> None:
    first = day.replace(day=1)
    months = months_of(
        [
            contact(first, Attendance.HELD),
            contact(first, Attendance.NO_SHOW),
            contact(first, Attendance.CANCELLED_MENTEE),
            contact(first, Attendance.CANCELLED_MENTOR),
            contact(first, Attendance.MOVED),
            contact(first, Attendance.NOT_REACHED),
            contact(first, Attendance.HELD, SessionKind.CONTACT_ATTEMPT),
            contact(first, Attendance.HELD, SessionKind.LETTER),
            contact(first - timedelta(days=400), Attendance.HELD),
        ],
        day,
    )
    assert [(m.held, m.booked) for m in months] == [(0, 0)] * 5 + [(1, 3)]
    assert [m.first.month for m in months] == [6, 7, 8, 9, 10, 11]


def test_the_bars_say_how_many_of_how_many(tab: ContactsTab, theme: Any, texts: Any) -> None:
    bars = AttendanceBars(theme, texts)
    bars.set_months(months_of([contact(date(2026, 11, 2), Attendance.HELD)], date(2026, 11, 25)))
    assert "november: 1 av 1" in bars.accessibleDescription()
    assert "juni: inga bokade" in bars.accessibleDescription()
    assert "november: 1 av 2" in tab.bars.accessibleDescription()


def test_without_contacts_there_is_one_thing_to_do(show: Callable[..., Any], store: Store, qtbot: QtBot) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Love")
    page = show(mentee)
    page.choose_tab(CONTACTS)
    assert page.tab("contacts").empty.isVisible()
    with qtbot.waitSignal(page.note_wanted):
        page.tab("contacts").empty.act_wanted.emit()


def test_a_narrow_window_has_rows_of_two_lines(tab: ContactsTab, look: Any, press: Press) -> None:
    look.page.window().resize(640, 600)
    QApplication.processEvents()
    assert tab.rows.isVisible()
    assert not tab.table.isVisible()
    tab.focus_first()
    press(K.Key_Down, K.Key_Return)
    assert [one for one in look.page.window().findChildren(Overlay) if one.isVisible()]


def test_the_model_keeps_to_the_rules_and_says_what_is_damaged(look: Any, texts: Any, day: date) -> None:
    model = ContactsModel(texts)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with look.store.read() as session:
        rows = list_contacts(session, look.who.mentee)
    model.show_rows((*rows, DamagedItem(id=uuid4(), on=day)), "Farah", day)
    assert model.rowCount() == 6
    assert model.index(5, 1).data() == "Kunde inte läsas"
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "fre 20 nov. Promenad, 40 minuter. Skriven 5 dagar efter · Vi gick runt sjön.. Plan"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Dag"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None
    assert model.row_of(uuid4()) is None
