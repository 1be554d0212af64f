"""The handover obeys PDF/UA-1 and PDF/A-2a: all of it, next to nothing of it, and more than a page of each part."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.plans import Who
from mentorapp.exchange.addressees import To
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store import consents, network
from mentorapp.store.commitments import add_commitment
from mentorapp.store.drafts import keep_draft
from mentorapp.store.enrolments import list_enrolments
from mentorapp.store.handover_sheets import FORM
from mentorapp.store.store import Store
from tests.exchange.marked_prints import blocks
from tests.exchange.test_handover import SHAREABLE
from tests.store.test_everything_survives import fill


@pytest.mark.validator
def test_it_is_valid_in_both_languages(store: Store, day: date, verdicts: Callable[[Mapping[str, bytes]], Any]) -> None:
    mentee = fill(store, day)
    with store.write("filled") as session:
        contact = network.add_contact(session, "Per Provmentor")
        network.add_link(session, mentee, NetworkRole.MENTOR_OTHER, contact_id=contact)
        consents.add_consent(session, mentee, contact_id=contact, scope=SHAREABLE, purpose="x")
        keep_draft(session, FORM, mentee, {"trust": "Prata när vi går. " * 60})
        enrolment = list_enrolments(session, mentee)[0].id
        for number in range(60):
            due = day + timedelta(days=number)
            add_commitment(session, enrolment, f"Ring {number}", who=Who.MENTOR, who_name="", by=due)
    order = Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=contact))
    with store.read() as session:
        sheet = KINDS[HANDOVER.code].gather(session, order, Texts("sv"))
    items = frozenset(one.item for one in blocks(sheet) if one.item)
    files = {}
    for language in ("sv", "en"):
        whole = preview(store, replace(order, items=items), texts=Texts(language))
        assert whole.pages > 3
        files[f"all-{language}"] = whole.pdf
        files[f"none-{language}"] = preview(store, replace(order, left_out=items), texts=Texts(language)).pdf
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
