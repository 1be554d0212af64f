"""A certificate and an extract, made in the preview: what they ask for beside the paper is kept in the store."""

from typing import Any

from mentorapp.domain.disclosures import due_on
from mentorapp.store.certificates import FORM
from mentorapp.store.disclosures import list_access_requests
from mentorapp.store.drafts import get_draft
from ui.requests import PrintRequest


def test_a_request_for_an_extract_is_kept_with_the_day_it_is_due(look: Any) -> None:
    look.preview.open(PrintRequest(look.mentee, template="P10"))
    look.settle()
    card = look.preview.own.asked
    assert not card.isHidden()
    assert look.preview.own.certificate.isHidden()
    card.how.set_text("Legitimation")
    card.write()
    look.settle()
    with look.store.read() as session:
        (kept,) = list_access_requests(session, look.mentee)
    assert kept.identity_checked_how == "Legitimation"
    assert kept.identity_checked_on == kept.asked_on == look.store.clock.today()
    assert kept.due_on == due_on(kept.asked_on)


def test_the_words_of_a_certificate_are_kept_and_on_the_paper(look: Any) -> None:
    look.preview.open(PrintRequest(look.mentee, template="P16"))
    look.settle()
    card = look.preview.own.certificate
    assert not card.isHidden()
    assert card.items() == frozenset()
    assert look.preview.held.isHidden(), "a whole class at a time is not line by line"
    before = look.preview.made.sha256
    look.bot.keyClicks(card.praise.box, "Kan laga allt")
    card.praise.paused.emit()
    look.settle()
    look.bot.waitUntil(lambda: look.preview.made.sha256 != before)
    with look.store.read() as session:
        draft = get_draft(session, FORM, look.mentee)
    assert draft is not None
    assert draft.content["praise"] == "Kan laga allt"


def test_that_the_extract_is_handed_over_is_kept_and_can_be_undone(look: Any) -> None:
    look.preview.open(PrintRequest(look.mentee, template="P10"))
    look.settle()
    card = look.preview.own.asked
    assert not card.handed.isVisible(), "nothing is asked for yet"
    card.how.set_text("Legitimation")
    card.write()
    look.settle()
    assert card.handed.isVisible()
    card.in_person.click()
    card.handed.click()
    look.settle()
    with look.store.read() as session:
        (kept,) = list_access_requests(session, look.mentee)
    assert (kept.handed_over_on, kept.in_person) == (look.store.clock.today(), True)
    assert "i handen 25 november 2026" in card.last.text()
    assert not card.handed.isVisible()
    assert card.how.text() == "", "what comes now is another request"
    look.store.undo()
    look.preview.refresh()
    look.settle()
    assert card.handed.isVisible()
    assert not card.last.isVisible()
