"""A case for supervision, made in the preview: the question is kept, and each line is chosen by itself."""

from typing import Any

from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store.drafts import get_draft
from mentorapp.store.supervision_sheets import FORM, NO_NAME
from ui.requests import PrintRequest


def opened(look: Any) -> Any:
    look.preview.open(PrintRequest(look.mentee, template="P24"))
    look.settle()
    return look.preview.own.supervision


def changed(look: Any, act: Any) -> None:
    before = look.preview.made.sha256
    act()
    look.bot.waitUntil(lambda: look.preview.made is not None and look.preview.made.sha256 != before)
    look.settle()


def test_it_is_for_supervision_and_chosen_line_by_line(look: Any) -> None:
    card = opened(look)
    assert not card.isHidden()
    assert look.preview.own.certificate.isHidden()
    assert look.preview.held.isHidden()
    assert look.preview.made.audience is Audience.SUPERVISION
    goals = {one.words: one for one in card.lines._offer.lines}
    sleep, cafe = goals["Sova om natten"], goals["Lära känna caféet"]
    assert (card.lines.box(sleep.item).isChecked(), card.lines.box(cafe.item).isChecked()) == (False, True)
    assert InfoClass.HEALTH not in look.preview.made.classes
    changed(look, card.lines.box(sleep.item).click)
    assert InfoClass.HEALTH in look.preview.made.classes
    changed(look, card.lines.box(cafe.item).click)
    assert card.lines.left_out() == {cafe.item}


def test_the_question_is_kept_and_a_name_in_it_is_offered_to_be_shown(look: Any) -> None:
    card = opened(look)
    changed(look, lambda: (look.bot.keyClicks(card.question.box, "Hur når jag Kalle"), card.question.paused.emit()))
    with look.store.read() as session:
        draft = get_draft(session, FORM, look.mentee)
    assert draft is not None
    assert draft.content["question"] == "Hur når jag Kalle"
    look.bot.waitUntil(lambda: f"{NO_NAME}Kalle" in card.lines._boxes)
    box = card.lines.box(f"{NO_NAME}Kalle")
    assert not box.isChecked()
    changed(look, box.click)
    look.preview.close_preview()
    again = opened(look)
    assert again.question.text() == "Hur når jag Kalle"
    assert again.lines.box(f"{NO_NAME}Kalle").isChecked(), "the same person, the same choices"


def test_another_paper_is_chosen_from_it_and_it_is_for_the_mentee_again(look: Any) -> None:
    opened(look)
    look.preview.choices.template.choose("P01")
    look.bot.waitUntil(lambda: look.preview.made.template.code == "P01", timeout=5000)
    look.settle()
    assert look.preview.made.audience is Audience.MENTEE
    assert look.preview.own.isHidden()


def test_a_list_of_cases_says_names_on_the_screen_and_never_on_the_paper(look: Any) -> None:
    look.preview.open(PrintRequest(template="P25"))
    look.settle()
    card = look.preview.own.cases
    assert not card.isHidden()
    assert look.preview.own.supervision.isHidden()
    person = f"person:{look.mentee}"
    assert card.lines.box(person).text() == "ZA 276 · Farah Sagolik"
    assert look.preview.made.audience is Audience.SUPERVISION
    assert [one for one, _ in look.preview.made.subjects] == [look.mentee]
    changed(look, card.lines.box(person).click)
    assert look.preview.made.subjects == ()
