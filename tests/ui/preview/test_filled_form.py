"""A filled form in the preview: what is held back is called answers, and the class is ticked for this paper."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response, change_response
from ui.requests import PrintRequest

from .test_preview import words


def test_answers_about_health_are_on_the_paper_when_the_mentee_says_so(look: Any, day: Any) -> None:
    with look.store.write("scale_filled") as session:
        scale = get_scale(session, "well_being")
        marks = tuple(Mark(item=one.code, value=Decimal(50)) for one in scale.items)
        new = NewResponse(mentee_id=look.mentee, code=scale.code, event_date=day, marks=marks)
        filled = add_response(session, new)
    look.preview.open(PrintRequest(look.mentee, easy=False, template="P05", about=filled))
    look.settle()
    assert look.preview._title.text() == "Uppföljning för Farah"
    assert "Så mår jag i kroppen." not in words(look.preview.made.pdf)
    box = look.preview.held.box(InfoClass.HEALTH)
    assert box.text() == "Farah vill ha med svar om hälsa"
    assert look.preview.held.box(InfoClass.SOCIAL).text() == "Farah vill ha med svar om familj och myndigheter"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    look.settle()
    assert "Så mår jag i kroppen." in words(look.preview.made.pdf)
    before = look.preview.made
    with look.store.write("scale_filled") as session:
        change_response(session, filled, comment="Det här vill jag tillägga.")
    look.bot.waitUntil(lambda: look.preview.made is not before, timeout=20_000)
    assert "Det här vill jag tillägga." in words(look.preview.made.pdf)
