"""A blank form in the preview: of nobody, with nothing held back, logged like every paper."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentorapp.store.print_log import list_prints
from mentorapp.store.scale_files import scale_id
from ui.requests import PrintRequest

from .test_preview import focused, words


def test_a_form_of_nobody_is_shown_printed_and_logged(look: Any) -> None:
    look.preview.open(PrintRequest(template="P04", about=scale_id("workplace_mentee", 1)))
    look.preview.focus_first()
    look.settle()
    assert look.preview._title.text() == "Blankett att fylla i"
    assert look.preview.held.isHidden()
    assert look.preview.choices.template.isHidden()
    assert look.preview.choices.easy is False
    look.preview.choices.reading.pill("easy").click()
    look.settle()
    assert "Jag förstår hur jag ska göra." in words(look.preview.made.pdf)
    look.preview.print_button.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    look.settle()
    assert len(look.desk.sent) == 1
    with look.store.read() as session:
        (record,) = list_prints(session, None)
    assert (record.template, record.mentee_id) == ("P04", None)
    assert look.prints() == ()


def test_somebody_elses_form_says_why_it_is_not_printed(look: Any) -> None:
    look.preview.open(PrintRequest(template="P04", about=scale_id("ors", 1)))
    look.bot.waitUntil(lambda: look.preview.strip.isVisible())
    assert "tillhör någon annan" in look.preview.strip.sentence()
    assert not look.preview.print_button.isEnabled()


def test_the_plan_after_a_form_shows_what_is_held_back_again(look: Any) -> None:
    look.preview.open(PrintRequest(template="P04", about=scale_id("workplace_mentee", 1)))
    look.settle()
    look.preview.close_preview()
    look.open()
    assert look.preview.held.isVisible()


def test_another_paper_begins_at_its_first_page(look: Any) -> None:
    """Turned to the second page of one, a paper of a single page would have nothing to show there."""
    easy = PrintRequest(template="P04", about=scale_id("workplace_mentee", 1), easy=True)
    look.preview.open(easy)
    look.settle()
    look.preview.pages.turn(1)
    assert look.preview.pages.page() == 1
    look.preview.close_preview()
    look.preview.open(PrintRequest(template="P04", about=scale_id("equality", 1)))
    look.settle()
    assert (look.preview.pages.count, look.preview.pages.page()) == (1, 0)
    look.preview.close_preview()
    look.preview.open(easy)
    look.settle()
    assert look.preview.pages.page() == 0
