"""A registration in the preview: why it is anonymous, the number by a tick, and that it is done."""

from typing import Any

from mentorapp.domain.consents import ConsentKind
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.consents import add_consent
from mentorapp.store.enrolments import list_enrolments
from mentorapp.store.mentees import change_mentee
from ui.requests import PageRequest, PrintRequest


def opened(look: Any) -> Any:
    look.preview.open(PrintRequest(look.mentee, template="P13"))
    look.settle()
    return look.preview.own.registration


def test_it_says_why_it_is_anonymous_and_where_the_consent_is_written(look: Any) -> None:
    card = opened(look)
    assert "inte sagt ja" in card.said.text()
    assert look.preview.held.isHidden()
    assert not card.number.isVisible()
    wanted: list[PageRequest] = []
    look.preview.page_wanted.connect(wanted.append)
    card.ask.click()
    assert wanted == [PageRequest(look.mentee, "network")]
    with look.store.write("filled") as session:
        change_mentee(session, look.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    card = opened(look)
    assert "skyddade uppgifter" in card.said.text()
    assert not card.ask.isVisible()


def test_with_consent_the_number_is_ticked_and_it_is_marked_as_done(look: Any) -> None:
    with look.store.write("filled") as session:
        change_mentee(session, look.mentee, id_number="20010508-TF24")
        add_consent(session, look.mentee, kind=ConsentKind.REGISTRATION, system="Uppföljning")
    card = opened(look)
    assert "Uppföljning" in card.said.text()
    assert InfoClass.IDNUM not in look.preview.made.classes
    card.number.click()
    look.bot.waitUntil(lambda: InfoClass.IDNUM in look.preview.made.classes)
    look.preview.print()
    look.bot.waitUntil(lambda: bool(look.prints()))
    assert look.prints()[0].recipient == "", "it is handed to nobody"
    card.done.click()
    with look.store.read() as session:
        (enrolment,) = list_enrolments(session, look.mentee)
    assert enrolment.registered_in_followup_system
    look.store.undo()
    look.settle()
    card = opened(look)
    assert not card.done.isChecked()
