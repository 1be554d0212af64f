"""Two of the same name: before a paper is printed or saved it is confirmed whose it is, by the year of birth (F 26)."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from ui.theme import Role
from ui.widgets.namesake_sheet import NamesakeSheet

K = Qt.Key


@pytest.fixture
def twice(look: Any) -> Any:
    with look.store.write("mentee_added") as session:
        change_mentee(session, look.mentee, birth_date=date(2001, 5, 8))
        mentee = get_mentee(session, look.mentee)
        add_mentee(session, mentee.preferred_name, family_name=mentee.family_name, birth_year=1998,
                   display_alias="QX 112")  # fmt: skip
    look.open()
    look.preview.focus_first()
    return look


def sheet_of(look: Any) -> NamesakeSheet | None:
    return next((one for one in look.preview.window().findChildren(NamesakeSheet) if one.isVisible()), None)


def test_it_is_asked_by_the_year_of_birth_and_enter_goes_on(twice: Any) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, K.Key_Return)
    sheet = sheet_of(twice)
    assert sheet is not None
    assert twice.desk.sent == []
    assert sheet.born.text() == "Född 2001"
    assert sheet.born.font().pixelSize() == twice.preview._theme.font(Role.DISPLAY).pixelSize()
    assert sheet.yes.text() == "Det är rätt, född 2001"
    assert QApplication.focusWidget() is sheet.yes
    sheet.yes.click()
    twice.settle()
    assert len(twice.desk.sent) == 1
    assert len(twice.prints()) == 1


def test_going_back_prints_nothing_and_the_focus_is_where_it_was(twice: Any) -> None:
    twice.preview.print()
    sheet = sheet_of(twice)
    assert sheet is not None
    QTest.keyClick(sheet.yes, K.Key_Escape)
    assert sheet_of(twice) is None
    assert QApplication.focusWidget() is twice.preview.print_button
    twice.preview._save()
    again = sheet_of(twice)
    assert again is not None
    again.no.click()
    twice.settle()
    assert twice.desk.sent == []
    assert twice.desk.proposed == ""
    assert twice.prints() == ()


def test_a_name_of_ones_own_is_not_asked_about(look: Any) -> None:
    look.open()
    look.preview.print()
    assert sheet_of(look) is None
    look.settle()
    assert len(look.desk.sent) == 1
