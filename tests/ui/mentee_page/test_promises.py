"""Promises in the plan: by people of the register or nobody yet, changed in words, and flagged before a print."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mentorapp.domain.plans import Commitment, Who
from mentorapp.store.commitments import add_commitment, list_commitments
from mentorapp.store.drafts import get_draft
from mentorapp.store.network import add_contact, list_contacts
from ui.screens.mentee_page.plan import PlanTab
from ui.screens.mentee_page.promise_fields import NOBODY

K = Qt.Key
Press = Callable[..., None]


@pytest.fixture
def plan(look: Any) -> PlanTab:
    look.page.choose_tab("plan")
    tab = look.page.tab("plan")
    assert isinstance(tab, PlanTab)
    return tab


def promises(look: Any) -> tuple[Commitment, ...]:
    with look.store.read() as session:
        return list_commitments(session, look.who.enrolment)


def test_somebody_of_the_register_promises(plan: PlanTab, look: Any, press: Press) -> None:
    with look.store.write("contact_added") as session:
        siv = add_contact(session, "Siv Provsson")
    plan.promises.open_form()
    press("Räkna om", K.Key_Tab, "n", K.Key_Tab, "siv", K.Key_Return, K.Key_Return)
    promise = promises(look)[-1]
    assert (promise.what, promise.contact_id, promise.who_name) == ("Räkna om", siv, "Siv Provsson")
    assert plan.promises.adding.isVisible()


def test_a_new_name_comes_into_the_register_with_the_promise(plan: PlanTab, look: Any, press: Press) -> None:
    plan.promises.open_form()
    press("Räkna om", K.Key_Tab, "n", K.Key_Tab, "Åsa Ny", K.Key_Tab, K.Key_Return)
    with look.store.read() as session:
        (contact,) = list_contacts(session)
    assert promises(look)[-1].contact_id == contact.id
    look.store.undo()
    with look.store.read() as session:
        assert list_contacts(session) == ()


def test_a_promise_that_is_nobodys_is_flagged_in_the_row_and_before_the_print(
    plan: PlanTab, look: Any, press: Press
) -> None:
    assert plan.printing.flag.isHidden()
    plan.promises.open_form()
    press("Boka tid", K.Key_Tab, "i", K.Key_Return)
    assert promises(look)[-1].is_nobodys
    row = plan.promises.promise_rows()[-1]
    assert row._who.text() == "Vem gör det här?"
    assert plan.printing.flag.sentence() == "Vem gör det här? Välj någon innan du skriver ut."
    row.box.setFocus()
    press(K.Key_F2)
    sheet = plan.promises.open_change(promises(look)[-1].id)
    assert sheet is not None
    sheet.fields.who.choose(Who.MENTEE.value)
    sheet.keep()
    assert promises(look)[-1].who is Who.MENTEE
    assert plan.printing.flag.isHidden()


def test_the_words_of_a_promise_are_changed_and_taken_back(plan: PlanTab, look: Any, press: Press) -> None:
    plan.promises.promise_rows()[0].box.setFocus()
    press(K.Key_Return, K.Key_End, " på fredag")
    press(K.Key_Return, ctrl=True)
    assert promises(look)[0].what == "Ringa Siv om tid på fredag"
    assert look.store.undo_label == "commitment_changed"
    look.store.undo()
    assert promises(look)[0].what == "Ringa Siv om tid"


def test_the_need_behind_a_promise_is_written_shown_and_changed(plan: PlanTab, look: Any, press: Press) -> None:
    plan.promises.open_form()
    press("Fråga om tid", K.Key_Tab, "f", K.Key_Tab, K.Key_Tab, "En fast tid på morgonen", K.Key_Return)
    made = promises(look)[-1]
    assert made.need == "En fast tid på morgonen"
    assert plan.promises.promise_rows()[-1]._when.text().endswith("En fast tid på morgonen")
    sheet = plan.promises.open_change(made.id)
    assert sheet is not None
    assert sheet.fields.need.text() == "En fast tid på morgonen"
    sheet.fields.need.set_text("")
    sheet.keep()
    assert promises(look)[-1].need == ""


def test_a_name_from_a_note_stays_a_name_alone(plan: PlanTab, look: Any) -> None:
    with look.store.write("commitment_added") as session:
        made = add_commitment(session, look.who.enrolment, "Svara", who=Who.CONTACT, who_name="Siv på caféet")
    sheet = plan.promises.open_change(made)
    assert sheet is not None
    sheet.fields.what.set_text("Svara snart")
    sheet.keep()
    changed = next(p for p in promises(look) if p.id == made)
    assert (changed.what, changed.who_name, changed.contact_id) == ("Svara snart", "Siv på caféet", None)
    with look.store.read() as session:
        assert list_contacts(session) == ()


def test_a_change_that_is_closed_is_kept_and_gone_on_with(plan: PlanTab, look: Any, press: Press) -> None:
    promise = promises(look)[0]
    plan.promises.open_change(promise.id)
    press(K.Key_End, "!", K.Key_Escape)
    form = f"plan.promise:{promise.id}"
    with look.store.read() as session:
        assert get_draft(session, form, look.who.mentee) is not None
    plan.open_draft(form)
    press(K.Key_Return, ctrl=True)
    assert promises(look)[0].what == "Ringa Siv om tid!"
    with look.store.read() as session:
        assert get_draft(session, form, look.who.mentee) is None


def test_somebody_else_without_a_name_is_refused_beside_the_name(plan: PlanTab, look: Any, press: Press) -> None:
    form = plan.promises.open_form()
    press("Räkna om", K.Key_Tab, "n", K.Key_Return)
    assert form.who_name.fault() == "Vem gör det här? Skriv ett namn."
    form.who.choose(NOBODY)
    form.fields.suit()
    form.keep()
    assert promises(look)[-1].is_nobodys


def test_what_is_gone_is_not_opened(plan: PlanTab, look: Any) -> None:
    assert plan.promises.open_change(look.who.mentee) is None


def test_the_three_dots_offer_what_the_menu_key_offers(plan: PlanTab) -> None:
    row = plan.promises.promise_rows()[0]
    words = [act.text() for act in row.menu().actions()]
    assert words == [act.text() for act in row.more.menu_of_acts().actions()]
    assert words == ["Flytta dagen", "Stryk", "Ändra löftet"]
