"""A form over the window: filled in by keyboard into a real store, put right, and kept as a draft."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mentorapp.domain.scale_marks import FilledHow, Mark, MarkNote
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import get_response, list_responses
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.scale_entry import About, Form, ScaleSheet

FORM = "scales.entry"
CTRL = Qt.KeyboardModifier.ControlModifier

Open = Callable[..., ScaleSheet]


def press(*what: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    """Sends keys to whatever has the focus, letters one by one; how many there were."""
    count = 0
    for one in what:
        for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
            count += 1
        QApplication.processEvents()
    return count


@pytest.fixture
def cleo(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Cleo")


@pytest.fixture
def open_sheet(shown: Callable[..., QWidget], theme: Theme, texts: Texts, store: Store, cleo: UUID) -> Open:
    window = shown(QPushButton("bakom"))
    window.resize(1000, 760)

    def make(code: str = "well_being", response: UUID | None = None) -> ScaleSheet:
        with store.read() as session:
            filled = get_response(session, response) if response else None
            form = Form(definition=get_scale(session, code), name="Cleo", response=filled)
        sheet = ScaleSheet(window, theme, texts, store, form, About(mentee_id=cleo), form=FORM)
        sheet.open()
        QApplication.processEvents()
        return sheet

    return make


def responses(store: Store, mentee: UUID) -> list[tuple[str, list[Decimal | None]]]:
    with store.read() as session:
        return [(one.code, [mark.value for mark in one.marks]) for one in list_responses(session, mentee)]


def test_ten_lines_are_stored_with_thirty_one_keys_in_an_open_form(open_sheet: Open, store: Store, cleo: UUID) -> None:
    open_sheet()
    keys = sum(press(f"{number}", Qt.Key.Key_Return) for number in range(31, 41))
    keys += press(Qt.Key.Key_Return, held=CTRL)
    assert keys == 31
    assert responses(store, cleo) == [("well_being", [Decimal(number) for number in range(31, 41)])]


def test_enter_after_the_last_line_comes_to_the_button(open_sheet: Open, store: Store, cleo: UUID) -> None:
    sheet = open_sheet()
    press(*([Qt.Key.Key_Return] * 9), "50", Qt.Key.Key_Return)
    assert QApplication.focusWidget() is sheet.ready
    press(Qt.Key.Key_Return)
    assert responses(store, cleo) == [("well_being", [Decimal(50)])]


def test_a_form_without_any_mark_says_what_to_do(open_sheet: Open, store: Store, cleo: UUID) -> None:
    sheet = open_sheet()
    press(Qt.Key.Key_Return, held=CTRL)
    assert sheet.entry.fault.sentence() == "Ingen linje är ifylld än. Sätt minst ett kryss, eller välj Muntligt."
    assert responses(store, cleo) == []


def test_what_is_asked_is_answered_before_anything_is_stored(open_sheet: Open, store: Store, cleo: UUID) -> None:
    sheet = open_sheet()
    press("120")
    press(Qt.Key.Key_Return, held=CTRL)
    assert QApplication.focusWidget() is sheet.entry.lines.rows[0].question.yes
    assert responses(store, cleo) == []
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, held=CTRL)
    assert responses(store, cleo) == [("well_being", [Decimal(100)])]


def test_a_talk_is_stored_in_three_keys_and_its_words(open_sheet: Open, store: Store, cleo: UUID) -> None:
    sheet = open_sheet("workplace_mentee")
    sheet.entry.oral.setFocus()
    press(Qt.Key.Key_Return, "Trivs bra")
    press(Qt.Key.Key_Return, held=CTRL)
    with store.read() as session:
        (response,) = list_responses(session, cleo)
    assert (response.filled_how, response.oral_note, response.marks) == (FilledHow.ORAL, "Trivs bra", ())


def test_a_talk_without_words_says_so_at_the_note(open_sheet: Open) -> None:
    sheet = open_sheet()
    sheet.entry.oral.click()
    press(Qt.Key.Key_Return, held=CTRL)
    assert sheet.entry.note.fault()
    assert QApplication.focusWidget() is sheet.entry.note.box


def test_every_field_is_kept_as_a_draft_and_comes_back(open_sheet: Open, store: Store) -> None:
    sheet = open_sheet()
    press("42", Qt.Key.Key_Return, "4x")
    sheet.entry.head.choose(FilledHow.WITH_HELP)
    sheet.entry.length.field.setFocus()
    press("97")
    press(Qt.Key.Key_Escape)
    with store.read() as session:
        (draft,) = list_drafts(session)
    assert draft.form == FORM
    again = open_sheet()
    assert [row.field.text() for row in again.entry.lines.rows[:2]] == ["42", "4x"]
    assert again.entry.length.value() == 97
    assert again.entry.head.chosen() is FilledHow.WITH_HELP


def test_a_filled_form_is_put_right(open_sheet: Open, store: Store, cleo: UUID, day: date) -> None:
    open_sheet()
    press("42", Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, held=CTRL)
    with store.read() as session:
        (first,) = list_responses(session, cleo)
    sheet = open_sheet(response=first.id)
    assert sheet.entry.lines.rows[0].field.text() == "42"
    sheet.entry.lines.rows[0].field.setFocus()
    press("44", Qt.Key.Key_Return, "-", Qt.Key.Key_Return)
    sheet.entry.head.day.set_draft((day - timedelta(days=3)).isoformat())
    press(Qt.Key.Key_Return, held=CTRL)
    with store.read() as session:
        (changed,) = list_responses(session, cleo)
    assert changed.id == first.id
    assert changed.event_date == day - timedelta(days=3)
    assert changed.marks == (
        Mark(item="readiness", value=Decimal(44)),
        Mark(item="self_esteem", note=MarkNote.SKIPPED),
    )


def test_totals_that_do_not_add_up_say_so(open_sheet: Open, store: Store) -> None:
    with store.write("licence_answered") as session:
        change_setting(session, "kasam_permission", "Dnr 1")
    sheet = open_sheet("kasam_13")
    press("60", Qt.Key.Key_Return, "20", Qt.Key.Key_Return, "20", Qt.Key.Key_Return, "21", Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert sheet.entry.fault.sentence() == "Delsummorna blir 61, men totalen är 60. Räkna en gång till."
