"""The preview: what is seen is what comes out, and everything that comes out is logged."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.mentees import change_mentee
from mentorapp.store.plans import get_current_plan, set_main_goal
from mentorapp.store.steps import add_step
from ui.requests import PrintRequest

K = Qt.Key


def words(pdf: bytes) -> str:
    """The text of a PDF, by Qt's own reader."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_preview_shows_the_plan_in_the_reading_the_mentee_needs(look: Any) -> None:
    look.open()
    preview = look.preview
    assert preview.made.easy
    assert preview.choices.easy is True
    assert preview._title.text() == "Min plan till Farah"
    assert preview.print_button.text() == "Skriv ut 1 blad"
    assert preview.pages.count == preview.made.pages == 1
    assert look.prints() == (), "to look is not to print"


def test_the_focus_waits_for_the_print_and_comes_back_after_it(look: Any) -> None:
    look.preview.open(PrintRequest(look.mentee))
    look.preview.focus_first()
    look.settle()
    assert focused() is look.preview.print_button
    QTest.keyClick(focused(), K.Key_Return)
    assert not look.preview.print_button.isEnabled()
    look.settle()
    assert focused() is look.preview.print_button
    assert len(look.desk.sent) == 1


def test_enter_prints_and_the_print_is_logged(look: Any) -> None:
    look.open()
    look.preview.focus_first()
    QTest.keyClick(focused(), K.Key_Return)
    look.settle()
    assert look.desk.sent == [look.preview.made.pdf]
    (record,) = look.prints()
    assert (record.template, record.delivered_how, record.pages) == ("P01", DeliveredHow.PRINTER, 1)
    assert record.number in look.preview._said.text()


def test_at_once_asks_for_the_printer_when_the_print_is_made(look: Any) -> None:
    look.open(at_once=True)
    look.bot.waitUntil(lambda: len(look.desk.sent) == 1)
    look.settle()
    assert len(look.prints()) == 1


def test_leaving_the_print_dialog_prints_and_logs_nothing(look: Any) -> None:
    look.desk.printer = None
    look.open()
    look.preview.print()
    look.settle()
    assert look.desk.sent == []
    assert look.prints() == ()
    assert QApplication.focusWidget() is look.preview.print_button


@pytest.mark.parametrize("fault", ["missing", "silent"])
def test_a_printer_that_is_gone_is_said_and_the_papers_wait(look: Any, fault: str) -> None:
    setattr(look.desk, fault, True)
    look.open()
    look.preview.print()
    look.settle()
    assert look.preview.strip.isVisible()
    assert look.preview.strip.sentence().startswith("Skrivaren svarar inte" if fault == "silent" else "Hittar ingen")
    assert look.prints() == ()
    setattr(look.desk, fault, False)
    look.preview.strip.button.click()
    look.settle()
    assert len(look.desk.sent) == 1
    assert not look.preview.strip.isVisible()


def test_sensitive_goals_are_held_back_until_the_mentee_wants_them(look: Any) -> None:
    look.open()
    assert "Sova om natten" not in words(look.preview.made.pdf)
    box = look.preview.held.box(InfoClass.HEALTH)
    assert box.text() == "Farah vill ha med mål om hälsa"
    assert "1 ruta hålls tillbaka" in box.accessibleDescription()
    box.setFocus()
    QTest.keyClick(box, K.Key_Space)
    look.settle()
    assert "Sova om natten" in words(look.preview.made.pdf)
    assert look.preview.held.box(InfoClass.HEALTH).isChecked()
    look.preview.print()
    look.settle()
    assert look.prints()[0].ticked == (InfoClass.HEALTH,)
    look.preview.held.box(InfoClass.HEALTH).click()
    look.settle()
    assert "Sova om natten" not in words(look.preview.made.pdf)


def test_ticks_of_one_print_are_not_carried_to_the_next(look: Any) -> None:
    look.open()
    look.preview.held.box(InfoClass.HEALTH).click()
    look.settle()
    look.open()
    assert not look.preview.held.box(InfoClass.HEALTH).isChecked()
    assert "Sova om natten" not in words(look.preview.made.pdf)


@pytest.mark.parametrize("easy", [True, False])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_private_note_is_in_no_print(look: Any, easy: bool, language: str) -> None:
    look.open(easy)
    look.preview.choices.language.choose(language)
    look.preview.refresh()
    look.settle()
    pdf = look.preview.made.pdf
    assert "Zebramarkering" not in words(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert not any(
            b"Zebramarkering" in bytes(o.read_bytes()) for o in opened.objects if isinstance(o, pikepdf.Stream)
        )
    assert "kök" in words(pdf)


def test_reading_and_language_are_chosen_beside_the_pages(look: Any) -> None:
    look.open()
    look.preview.choices.reading.pill("ordinary").click()
    look.settle()
    assert not look.preview.made.easy
    look.preview.choices.language.pill("en").click()
    look.settle()
    assert "My plan" in words(look.preview.made.pdf)


def test_a_change_in_the_plan_makes_the_print_anew(look: Any) -> None:
    look.open()
    before = look.preview.made.sha256
    with look.store.write("main_goal_changed") as session:
        enrolment = current_enrolment(session, look.mentee)
        assert enrolment is not None
        plan = get_current_plan(session, enrolment.id)
        assert plan is not None
        set_main_goal(session, plan.id, "Jag vill bli kock.")
    look.settle()
    look.bot.waitUntil(lambda: look.preview.made.sha256 != before)
    assert "kock" in words(look.preview.made.pdf)


def test_saving_says_what_it_means_and_asks_for_the_passphrase(look: Any, passphrase: str) -> None:
    look.open()
    look.preview.save_button.click()
    saving = look.preview.saving
    assert saving.isVisible()
    assert saving.passphrase.line.hasFocus()
    saving.passphrase.line.setText("fel fras")
    QTest.keyClick(saving.passphrase.line, K.Key_Return)
    look.settle()
    assert saving.passphrase.fault() == "Lösenfrasen stämmer inte. Försök igen."
    assert look.desk.proposed == ""
    assert look.desk.sent == [], "Enter in the field does not print"
    saving.passphrase.line.setText(passphrase)
    QTest.keyClick(saving.passphrase.line, K.Key_Return)
    look.bot.waitUntil(lambda: bool(look.prints()), timeout=20_000)
    assert look.desk.target.read_bytes() == look.preview.made.pdf
    assert look.desk.proposed == look.preview.made.file_name
    assert "Farah" not in look.desk.proposed
    assert look.prints()[0].delivered_how is DeliveredHow.FILE
    assert not saving.isVisible()
    assert saving.passphrase.text() == ""


def test_no_file_is_made_when_no_place_is_chosen(look: Any, passphrase: str, tmp_path: Path) -> None:
    look.desk.target = None
    look.open()
    look.preview.saving.open()
    look.preview.saving.passphrase.line.setText(passphrase)
    look.preview.saving.ask()
    look.settle()
    assert look.desk.proposed
    assert look.prints() == ()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_is_gone_is_said_above_the_pages(look: Any, passphrase: str, tmp_path: Path) -> None:
    look.desk.target = tmp_path / "borta" / "plan.pdf"
    look.open()
    look.preview.saving.open()
    look.preview.saving.passphrase.line.setText(passphrase)
    look.preview.saving.ask()
    look.bot.waitUntil(lambda: look.preview.strip.isVisible(), timeout=20_000)
    assert look.prints() == ()


def test_a_file_always_ends_as_a_pdf(look: Any, passphrase: str, tmp_path: Path) -> None:
    look.desk.target = tmp_path / "plan"
    look.open()
    look.preview._write(look.preview.made)
    look.bot.waitUntil(lambda: bool(look.prints()))
    assert (tmp_path / "plan.pdf").exists()


def test_escape_leaves_the_form_first_and_then_the_preview(look: Any) -> None:
    look.open()
    look.preview.save_button.click()
    QTest.keyClick(look.preview.saving.passphrase.line, K.Key_Escape)
    assert not look.preview.saving.isVisible()
    assert QApplication.focusWidget() is look.preview.save_button
    with look.bot.waitSignal(look.preview.closed):
        QTest.keyClick(focused(), K.Key_Escape)
    assert look.preview.made is None
    assert look.preview.pages.count == 0


def test_enter_on_another_button_does_what_the_button_says(look: Any) -> None:
    look.open()
    look.preview.save_button.setFocus()
    QTest.keyClick(look.preview.save_button, K.Key_Return)
    assert look.preview.saving.isVisible()
    assert look.desk.sent == []


def test_page_keys_turn_and_space_zooms(look: Any) -> None:
    with look.store.write("step_added") as session:
        enrolment = current_enrolment(session, look.mentee)
        assert enrolment is not None
        plan = get_current_plan(session, enrolment.id)
        assert plan is not None
        for number in range(200):
            add_step(session, plan.active_goals[0].id, f"Steg {number}")
    look.open()
    preview = look.preview
    assert preview.pages.count > 3
    preview.focus_first()
    for _ in range(2):
        QTest.keyClick(focused(), K.Key_PageDown)
    assert preview.pages.page() == 2
    QTest.keyClick(focused(), K.Key_PageUp)
    assert preview.pages.page() == 1
    preview.pages.zoom()
    preview.pages.zoom()
    for _ in range(40):
        preview.pages.turn(1)
    assert preview.pages.page() == preview.pages.count - 1


def test_closing_while_the_print_is_made_lets_go_of_it(look: Any) -> None:
    from ui.requests import PrintRequest

    look.preview.open(PrintRequest(look.mentee))
    look.preview.close_preview()
    look.bot.waitUntil(lambda: not look.preview._tasks.busy, timeout=20_000)
    assert look.preview.made is None


@pytest.mark.parametrize("size", [(1366, 740), (911, 486), (640, 600)])
def test_the_preview_is_drawn_in_every_size_and_palette(look: Any, theme: Any, size: tuple[int, int]) -> None:
    from ui.theme import ThemeChoice

    look.open()
    look.preview.window().resize(*size)
    for choice in (ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST, ThemeChoice.LIGHT):
        theme.choose(choice)
        QApplication.processEvents()
        look.preview.grab()
    nameless = [
        widget
        for widget in look.preview.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


def test_the_language_of_the_mentee_is_beside_the_first_and_can_be_another(look: Any) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.mentee, interpreter_language="dari")
    look.open()
    preview = look.preview
    assert preview.made.second == "prs"
    assert preview.choices.second_language == "prs"
    preview.choices.second.pill("so").click()
    look.settle()
    assert "Qorshahayga" in words(preview.made.pdf)
    preview.choices.second.pill("none").click()
    look.settle()
    assert preview.made.second == ""
    assert "Qorshahayga" not in words(preview.made.pdf)


def test_a_letter_that_cannot_be_set_is_said_before_it_is_printed(look: Any) -> None:
    look.open()
    assert look.preview.letters.isHidden()
    with look.store.write("plan_changed") as session:
        enrolment = current_enrolment(session, look.mentee)
        assert enrolment is not None
        plan = get_current_plan(session, enrolment.id)
        assert plan is not None
        set_main_goal(session, plan.id, "Jag vill laga 米")
    look.preview.refresh()
    look.settle()
    assert not look.preview.letters.isHidden()
    assert "米" in look.preview.letters.said
    assert look.desk.sent == []


def test_what_to_bring_is_on_the_slip_and_kept_until_it_is_printed(look: Any) -> None:
    preview = look.preview
    preview.open(PrintRequest(look.mentee, template="P18"))
    look.settle()
    assert preview.made.names_sender
    preview.reminder.bring.set_text("Matlåda")
    preview.reminder._drafts.entries["bring"].put("Matlåda")
    preview.reminder.changed.emit()
    look.settle()
    assert "Matlåda" in words(preview.made.pdf)
    preview.reminder.sender_box.click()
    look.settle()
    assert not preview.made.names_sender
    preview.print()
    look.settle()
    assert look.desk.sent == [preview.made.pdf]
