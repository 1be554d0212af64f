"""A promise that nobody has taken on is said before the print (S15)."""

from typing import Any

from PySide6.QtWidgets import QLabel

from mentorapp.domain.plans import Who
from mentorapp.store.commitments import add_commitment, change_commitment, list_nobodys
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.mentees import add_mentee


def test_the_preview_names_what_nobody_has_taken_on_until_somebody_has(look: Any) -> None:
    look.open()
    assert not look.preview.nobodys.isVisible()
    with look.store.write("commitment_added") as session:
        enrolment = current_enrolment(session, look.mentee)
        assert enrolment is not None
        made = add_commitment(session, enrolment.id, "Boka studiebesök", who=None)
    look.settle()
    card = look.preview.nobodys
    said = [label.text() for label in card.findChildren(QLabel)]
    assert card.isVisible()
    assert "Boka studiebesök" in said
    assert "Vem gör det här?" in said
    assert any(text.startswith("Välj någon innan du skriver ut.") for text in said)
    with look.store.write("commitment_changed") as session:
        change_commitment(session, made, who=Who.MENTEE)
    look.settle()
    assert not card.isVisible()


def test_somebody_without_an_enrolment_has_no_promises(look: Any) -> None:
    with look.store.write("mentee_added") as session:
        assert list_nobodys(session, add_mentee(session, "Cleo")) == ()
