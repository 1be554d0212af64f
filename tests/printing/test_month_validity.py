"""The paper of a caseworker's month obeys PDF/UA-1 and PDF/A-2a: a few mentees, more than a page of them, and none."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.network import NetworkRole
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.addressees import To
from mentorapp.exchange.month_papers import PERSON
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store.consents import add_consent
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link
from mentorapp.store.programmes import list_programmes
from mentorapp.store.store import Store
from tests.exchange.test_month_papers import Month


@pytest.mark.validator
def test_it_is_valid_in_both_languages(store: Store, day: date, verdicts: Callable[[Mapping[str, bytes]], Any]) -> None:
    month = Month(store, day)
    few = [preview(store, month.order, texts=Texts(one)) for one in ("sv", "en")]
    everybody = frozenset(f"{PERSON}{one}" for one in month.people.values())
    none = preview(store, Order(template="P12", to=To(contact_id=month.contact), left_out=everybody), texts=Texts("sv"))
    with store.write("filled") as session:
        (programme,) = list_programmes(session)
        for number in range(30):
            mentee = add_mentee(session, f"Namn{number}", family_name="Testman")
            add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=month.contact)
            enrolment = add_enrolment(session, mentee, programme.id, started_on=day - timedelta(days=20))
            change_level(session, enrolment, programme.levels[0].id, day - timedelta(days=20))
            add_consent(session, mentee, contact_id=month.contact, scope=(InfoClass.ID, InfoClass.PLAN))
    many = preview(store, month.order, texts=Texts("en"))
    assert many.pages > 2
    files = {"few-sv": few[0].pdf, "few-en": few[1].pdf, "none": none.pdf, "many": many.pdf}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
