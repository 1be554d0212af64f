"""The handover in the preview: who takes over, what may be on it, what is chosen, and that it is logged for them."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from mentorapp.domain.handover_sheet import IDNUM, TRUST
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store import consents, network
from mentorapp.store.drafts import get_draft
from mentorapp.store.handover_sheets import FORM
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from ui.requests import PageRequest, PrintRequest

SCOPE = (InfoClass.ID, InfoClass.PLAN, InfoClass.HEALTH)


@pytest.fixture
def successor(store: Store, farah: UUID) -> UUID:
    with store.write("filled") as session:
        place = network.add_organisation(session, "AME Exempelby", OrganisationKind.MUNICIPAL_LABOUR_UNIT)
        contact = network.add_contact(session, "Per Provmentor", organisation_id=place)
        network.add_link(session, farah, NetworkRole.MENTOR_OTHER, contact_id=contact)
    return contact


@pytest.fixture
def agreed(store: Store, farah: UUID, successor: UUID) -> UUID:
    with store.write("filled") as session:
        consents.add_consent(session, farah, contact_id=successor, scope=SCOPE, purpose="ny mentor")
    return successor


def opened(look: Any) -> Any:
    look.preview.open(PrintRequest(look.mentee, template="P11"))
    return look.preview.own.handover


def test_with_nobody_to_take_over_there_is_no_paper_and_a_way_to_the_network(look: Any) -> None:
    card = opened(look)
    wanted: list[PageRequest] = []
    look.preview.page_wanted.connect(wanted.append)
    assert not look.preview.print_button.isEnabled()
    assert card.why_not
    look.bot.mouseClick(card.ask, Qt.MouseButton.LeftButton)
    assert wanted == [PageRequest(look.mentee, "network")]


def test_without_consent_it_says_so_and_prints_nothing(successor: UUID, look: Any) -> None:
    card = opened(look)
    assert card.to is not None
    assert card.to.contact_id == successor, "the only one is chosen"
    assert "Per Provmentor" in card.why_not
    assert not look.preview.print_button.isEnabled()
    assert not card.informed.isVisible(), "only where the unit has said that information is enough"


def test_what_is_offered_stands_with_a_tick_and_what_is_sensitive_without(agreed: UUID, look: Any) -> None:
    card = opened(look)
    look.settle()
    boxes = dict(card._boxes)
    goals = [box for item, box in boxes.items() if item.startswith("goal:")]
    assert [box.isChecked() for box in goals] == [True, True, False], "the one about sleep is about health"
    before = look.preview.made.sha256
    goals[2].click()
    look.bot.waitUntil(lambda: look.preview.made is not None and look.preview.made.sha256 != before)
    assert InfoClass.HEALTH in look.preview.made.classes
    look.preview.print()
    look.bot.waitUntil(lambda: bool(look.prints()))
    (logged,) = look.prints()
    assert (logged.template, logged.audience, logged.recipient) == ("P11", Audience.NEW_MENTOR, "Per Provmentor")
    assert logged.contact_id == agreed
    assert InfoClass.HEALTH in logged.asked, "the paper falls with the consent"


def test_the_words_about_trust_wait_for_a_yes_and_for_a_new_one_when_they_change(agreed: UUID, look: Any) -> None:
    card = opened(look)
    look.settle()
    look.bot.keyClicks(card.trust.box, "Ring inte, skriv")
    card.trust.paused.emit()
    look.bot.waitUntil(lambda: TRUST in card._boxes)
    assert not card.box(TRUST).isChecked()
    card.box(TRUST).click()
    look.settle()
    assert TRUST not in card.choices.left_out
    look.bot.keyClicks(card.trust.box, " hellre")
    card.trust.paused.emit()
    look.settle()
    assert TRUST in card.choices.left_out
    with look.store.read() as session:
        draft = get_draft(session, FORM, look.mentee)
    assert draft is not None
    assert draft.content["trust"] == "Ring inte, skriv hellre"


def test_a_colleague_takes_over_after_information_where_the_unit_has_said_so(
    store: Store, successor: UUID, look: Any
) -> None:
    with store.write("filled") as session:
        change_setting(session, "internal_handover", True)
        change_mentee(session, look.mentee, id_number="20010508-TF24")
    card = opened(look)
    assert card.informed.isVisible()
    card.informed.click()
    look.settle()
    assert not card.why_not
    assert look.preview.made.asked == frozenset()
    assert InfoClass.IDNUM not in look.preview.made.classes, "a number is on paper when it is ticked"
    card.box(IDNUM).click()
    look.bot.waitUntil(lambda: InfoClass.IDNUM in look.preview.made.classes)


@pytest.mark.usefixtures("agreed")
def test_another_person_begins_anew(look: Any, store: Store) -> None:
    card = opened(look)
    look.settle()
    item = next(iter(card._boxes))
    card.box(item).click()
    look.settle()
    with store.write("filled") as session:
        other = add_mentee(session, "Gry")
    look.preview.open(PrintRequest(other, template="P11"))
    assert card.to is None
    assert card._boxes == {}
    assert card.choices.items == frozenset()
